//===- OverlayReader.h - Overlay files as they are written ------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The first half of loading an overlay: YAML becomes functions whose facts name
// parameters by words, each with its place. The loader makes sense of them.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_POLICY_OVERLAYREADER_H
#define WARRANT_POLICY_OVERLAYREADER_H

#include "OverlayKeys.h"
#include "YamlValues.h"

namespace warrant {

/// A parameter as written, until the function's parameters are known.
struct ParameterRef {
  std::string Text;
  llvm::SMLoc At;
};

struct RawFact {
  const FactKey *Key = nullptr;
  llvm::SMLoc At;
  std::vector<ParameterRef> Parameters, Size;
  OverlaySize Amount;
};

struct RawCondition {
  OverlayCondition Value;
  llvm::SMLoc PropertyAt;
  std::vector<RawFact> Facts;
};

struct RawFunction {
  OverlayFunction Value;
  std::vector<ParameterRef> Names;
  llvm::SMLoc At, KindAt, ParametersAt;
  std::vector<RawCondition> Conditions;
};

/// Reads one file. Mistakes are collected in Values; a function with one is not
/// handed on.
class OverlayReader {
public:
  explicit OverlayReader(llvm::MemoryBufferRef Buffer) : Values(Buffer) {}
  void read(llvm::function_ref<void(RawFunction &)> Each);

  YamlValues Values;

private:
  using Entry = llvm::function_ref<void(llvm::StringRef, llvm::SMLoc,
                                        llvm::yaml::Node &)>;
  void readKeys(llvm::yaml::Node &N, llvm::SMLoc At,
                llvm::ArrayRef<llvm::StringRef> Keys, Entry Read);
  void readItems(llvm::yaml::Node &N, llvm::SMLoc At,
                 llvm::function_ref<void(llvm::yaml::Node &)> Read);
  std::vector<ParameterRef> refs(llvm::yaml::Node &N, llvm::SMLoc At);

  void readFunction(llvm::yaml::Node &N,
                    llvm::function_ref<void(RawFunction &)> Each);
  void readParameters(llvm::yaml::Node &N, llvm::SMLoc At, OverlayFunction &F);
  void readCondition(llvm::yaml::Node &N, RawFunction &F);
  void readProperty(const std::string &Text, RawCondition &C);
  void readFact(const FactKey &Key, llvm::yaml::Node &N, llvm::SMLoc At,
                RawCondition &C);
  void readExtent(llvm::yaml::Node &N, llvm::SMLoc At, RawFact &F);
  void readAlignment(llvm::yaml::Node &N, llvm::SMLoc At, RawFact &F);
};

} // namespace warrant

#endif // WARRANT_POLICY_OVERLAYREADER_H
