//===- CommandsHeaders.h - Headers that no unit includes ---- -*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_COMMANDSHEADERS_H
#define WARRANT_COMMANDSHEADERS_H

#include "warrant/Plan.h"
#include <set>

namespace warrant {

/// What a run shows of headers, and what is left to do for those that no unit
/// includes.
class HeaderAudit {
public:
  /// \p Globs say which headers are meant; without any there is nothing to do.
  static llvm::Expected<HeaderAudit> create(llvm::ArrayRef<std::string> Globs);

  /// Looks at \p U, one of the run's; where it is a header that does not parse
  /// by itself, the unit's messages say so.
  void take(UnitResult &U);
  /// The headers meant below \p Paths that were not seen.
  const Plan &plan(const Plan &Units, const Config &C,
                   const FileClassifier &Files,
                   llvm::ArrayRef<std::string> Paths);

private:
  std::vector<std::string> Globs;
  std::set<std::string> Seen;
  HeaderPlan Headers;
};

} // namespace warrant

#endif // WARRANT_COMMANDSHEADERS_H
