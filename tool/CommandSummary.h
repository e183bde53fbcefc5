//===- CommandSummary.h - The commands and options as values ----*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the command line's parser knows, for what is written from it: manual
// pages and completions for shells.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_COMMANDSUMMARY_H
#define WARRANT_COMMANDSUMMARY_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace warrant {

/// An option, or with no names an argument.
struct OptionSummary {
  std::vector<std::string> Names; ///< `-p`, `--build`
  std::string Value;              ///< `DIR`; empty: it takes none
  std::string Help;
  std::vector<std::string> Words; ///< all that it takes, where these are few
  bool TakesList = false;         ///< of words, with commas
  /// The value is the next word or stands behind `=`; else behind `=` only.
  bool TakesNext = true;
  bool IsRequired = false;
};

struct CommandSummary {
  std::string Name; ///< empty: the program itself
  std::string Help;
  std::string Footer;
  std::vector<OptionSummary> Options;
};

/// The program, and then its commands in their order.
std::vector<CommandSummary> summarize(CLI::App &App);

/// The manual page of \p All's first, or of the command \p Name, in roff; empty
/// where there is no such command.
std::string manualPage(llvm::ArrayRef<CommandSummary> All,
                       llvm::StringRef Name);

/// Completions as a script for the shell to read.
std::string bashCompletion(llvm::ArrayRef<CommandSummary> All);
std::string zshCompletion(llvm::ArrayRef<CommandSummary> All);

} // namespace warrant

#endif // WARRANT_COMMANDSUMMARY_H
