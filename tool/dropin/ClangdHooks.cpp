//===- ClangdHooks.cpp - What differs in warrant-clangd -------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// clangd has no headers and no hooks. The linker hands three of its functions
// over (--wrap in CMakeLists.txt), here under the names that it gives them, and
// one that is in an archive of its own is defined anew. The declarations are
// those of clangd 19, and CMake builds this with no other.
//
//===----------------------------------------------------------------------===//

#include "clang-tidy/ClangTidyOptions.h"
#include "tool/tidy/TidySettings.h"
#include "llvm/Support/raw_ostream.h"

using llvm::StringRef;

#define REAL(Symbol) __asm__("__real_" Symbol)
#define WRAP(Symbol) __asm__("__wrap_" Symbol)
#define IS_FAST "_ZN5clang6clangd15isFastTidyCheckEN4llvm9StringRefE"
#define DEFAULTS "_ZN5clang6clangd20provideDefaultChecksEv"
#define FEATURES "_ZN5clang6clangd13featureStringB5cxx11Ev"

namespace clang::clangd {

std::optional<bool> isFastInClangd(StringRef Check) REAL(IS_FAST);
std::optional<bool> isFast(StringRef Check) WRAP(IS_FAST);

/// Of checks that clangd has not measured it runs none, unless the user asks
/// for them. docs/performance.md has what Warrant's take.
std::optional<bool> isFast(StringRef Check) {
  if (Check.starts_with("warrant-"))
    return true;
  return isFastInClangd(Check);
}

using Provider = llvm::function_ref<void(tidy::ClangTidyOptions &, StringRef)>;
Provider defaultsOfClangd() REAL(DEFAULTS);
Provider defaults() WRAP(DEFAULTS);

/// Appends to \p Checks those that the project of \p File has on, where it has
/// a .warrant.yaml.
static void addProjectChecks(std::string &Checks, StringRef File) {
  FileManager Files{FileSystemOptions()};
  auto Settings = warrant::openProjectFile(File, Files);
  if (Settings && Settings->Folder.empty())
    return;
  // What is wrong with the file the checks themselves say.
  if (!Settings)
    llvm::consumeError(Settings.takeError());
  const warrant::Config C = Settings ? *Settings : warrant::Config();
  for (const warrant::CheckInfo *Each : warrant::allChecks())
    if (C.isCheckEnabled(*Each))
      Checks += (",warrant-" + Each->Name).str();
}

/// Who has a .warrant.yaml need not name the checks once more; but .clangd and
/// .clang-tidy go first where they do.
static void setDefaults(tidy::ClangTidyOptions &Options, StringRef File) {
  defaultsOfClangd()(Options, File);
  if (Options.Checks && !StringRef(*Options.Checks).contains("warrant-"))
    addProjectChecks(*Options.Checks, File);
}

Provider defaults() { return setDefaults; }

std::string featuresOfClangd() REAL(FEATURES);
std::string features() WRAP(FEATURES);

/// As --version and the log have it.
std::string features() {
  StringRef Before, Behind;
  const std::string Text = featuresOfClangd();
  std::tie(Before, Behind) = StringRef(Text).split("+grpc");
  return (Before + Behind + "+warrant").str();
}

class SymbolIndex;

namespace remote {

std::unique_ptr<SymbolIndex> getClient(StringRef Address, StringRef Root);

/// Without gRPC, which would have to be linked in for the few who have such a
/// server.
std::unique_ptr<SymbolIndex> getClient(StringRef Address, StringRef) {
  // clangd buffers errs(), under a lock of its own.
  llvm::raw_fd_ostream OS(/*fd=*/2, /*shouldClose=*/false, /*unbuffered=*/true);
  OS << "warrant-clangd has no remote index: '" << Address
     << "' is not asked\n";
  return nullptr;
}

} // namespace remote
} // namespace clang::clangd
