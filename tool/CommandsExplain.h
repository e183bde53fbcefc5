//===- CommandsExplain.h - A place in the code ------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_COMMANDSEXPLAIN_H
#define WARRANT_COMMANDSEXPLAIN_H

#include "Commands.h"
#include "llvm/ADT/StringRef.h"

namespace warrant {

/// FILE:LINE or FILE:LINE:COLUMN, as compilers write it.
struct CodePlace {
  std::string File;
  unsigned Line = 0;
  unsigned Column = 0; ///< 0: the whole line
};

std::optional<CodePlace> parseCodePlace(llvm::StringRef Text);

/// Analyses units until one has seen the place, and prints its operations with
/// what documents them.
int explainPlace(const CodePlace &Place, const ExplainRequest &Request);

} // namespace warrant

#endif // WARRANT_COMMANDSEXPLAIN_H
