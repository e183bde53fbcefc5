//===- YamlValues.h - Typed values from YAML nodes -------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads a YAML node as a bool, a number, text or a list, and collects a line
// with file, line and column for each mistake. It knows no keys.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_POLICY_YAMLVALUES_H
#define WARRANT_POLICY_YAMLVALUES_H

#include "ConfigKeys.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLParser.h"

namespace warrant {

/// Where \p N begins; of a node without text \p Otherwise.
llvm::SMLoc startOf(const llvm::yaml::Node &N, llvm::SMLoc Otherwise);

/// What \p N is, for a message: `a list`.
llvm::StringRef describe(const llvm::yaml::Node &N);

/// See the file comment. \p At of the members is the place of the value's
/// key, for values without a place of their own; absence of a result means
/// that a mistake was noted.
class YamlValues {
public:
  explicit YamlValues(llvm::MemoryBufferRef Buffer);
  // The source manager's handler points here.
  YamlValues(const YamlValues &) = delete;
  YamlValues &operator=(const YamlValues &) = delete;

  std::string place(llvm::SMLoc Where) const;
  void mistake(llvm::SMLoc Where, const llvm::Twine &What);

  std::optional<std::string> text(llvm::yaml::Node &N, llvm::SMLoc At,
                                  llvm::StringRef Expected = "text");
  std::optional<bool> boolean(llvm::yaml::Node &N, llvm::SMLoc At);
  std::optional<int64_t> integer(llvm::yaml::Node &N, llvm::SMLoc At,
                                 int64_t Min, int64_t Max);
  std::optional<std::vector<std::string>> list(llvm::yaml::Node &N,
                                               llvm::SMLoc At, ValueForm Form);
  std::optional<std::vector<std::string>>
  commaList(llvm::yaml::Node &N, llvm::SMLoc At, ValueForm Form);
  /// Whether \p Value has the form; a mistake is noted if not.
  bool hasForm(ValueForm Form, llvm::StringRef Value, llvm::SMLoc At);

  llvm::MemoryBufferRef Buffer;
  llvm::SourceMgr Sources;
  std::vector<std::string> Mistakes; ///< a line each

private:
  void syntaxMistake(const llvm::SMDiagnostic &D);
};

} // namespace warrant

#endif // WARRANT_POLICY_YAMLVALUES_H
