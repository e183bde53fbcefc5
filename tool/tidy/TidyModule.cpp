//===- TidyModule.cpp - The plugin that clang-tidy loads ------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TidyCheck.h"
#include "clang-tidy/ClangTidyModule.h"
#include "clang-tidy/ClangTidyModuleRegistry.h"

using namespace clang::tidy;

namespace warrant {
namespace {

/// Registers `warrant-<check>` for every check that is built in.
class TidyModule final : public ClangTidyModule {
public:
  void addCheckFactories(ClangTidyCheckFactories &Factories) override {
    auto Runs = std::make_shared<TidyRuns>();
    for (const Check *Each : allCheckImplementations())
      Factories.registerCheckFactory(
          ("warrant-" + Each->Info->Name).str(),
          [Info = Each->Info, Runs](llvm::StringRef Name,
                                    ClangTidyContext *Context) {
            return std::make_unique<TidyCheck>(Name, Context, *Info, *Runs);
          });
  }
};

// How clang-tidy finds a module: by what a loaded library registers.
const ClangTidyModuleRegistry::Add<TidyModule>
    Registration("warrant", "Raw-memory operations that nobody documented.");

} // namespace
} // namespace warrant
