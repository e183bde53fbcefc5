//===- UnitMessages.h - A unit's errors as report lines ---------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_UNITMESSAGES_H
#define WARRANT_SCAN_UNITMESSAGES_H

#include "warrant/Config.h"
#include "clang/Basic/Diagnostic.h"

namespace warrant {

/// \p Text with the paths in it relative to \p Root: messages are part of
/// reports, which are the same wherever the project lies.
std::string withoutRoot(std::string Text, llvm::StringRef Root);

/// Collects errors as `FILE:LINE:COLUMN: text`, files that were not found
/// first, since they are what most others follow from.
class UnitMessages final : public clang::DiagnosticConsumer {
public:
  UnitMessages(const FileClassifier &Files, llvm::StringRef Root)
      : Files(Files), Root(Root) {}

  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override;

  /// The first few, with a last line that counts the others.
  std::vector<std::string> take();

private:
  const FileClassifier &Files;
  llvm::StringRef Root;
  std::vector<std::string> First, Others;
  unsigned Count = 0;
};

} // namespace warrant

#endif // WARRANT_SCAN_UNITMESSAGES_H
