//===- OpenFiles.cpp - The texts of open documents, and preambles ---------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "OpenFiles.h"
#include "checks/support/UnitFiles.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "clang/Serialization/PCHContainerOperations.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/xxhash.h"
#include <sys/mman.h>
#include <unistd.h>

using namespace clang;
using llvm::StringRef;

namespace warrant {
namespace {

/// Which bodies of a preamble are parsed: what the project's own functions do
/// matters to those who call them, and templates may be instantiated below.
class PreambleBodies final : public PreambleCallbacks {
public:
  PreambleBodies(const Config &Settings, const FileClassifier &Files)
      : Settings(Settings), Files(Files) {}

  void BeforeExecute(CompilerInstance &Compiler) override {
    SM = &Compiler.getSourceManager();
    Known.emplace(*SM, Compiler.getLangOpts(), Settings, Files);
  }
  void AfterExecute(CompilerInstance &) override { Known.reset(); }
  bool shouldSkipFunctionBody(Decl *D) override {
    SourceLocation Loc = SM->getFileLoc(D->getLocation());
    bool IsOwn = Loc.isValid() && Known->isAudited(SM->getFileID(Loc));
    return !IsOwn && !D->isTemplated();
  }

private:
  const Config &Settings;
  const FileClassifier &Files;
  const SourceManager *SM = nullptr;
  std::optional<UnitFiles> Known;
};

} // namespace

OpenFiles::~OpenFiles() {
  if (Shared >= 0)
    ::close(Shared);
}

llvm::Error OpenFiles::put(const std::map<std::string, std::string> &Texts) {
  llvm::json::Object All;
  for (const auto &[Path, Each] : Texts)
    All[Path] = Each;
  std::string Bytes;
  llvm::raw_string_ostream(Bytes) << llvm::json::Value(std::move(All));
  if (Shared < 0)
    Shared = memfd_create("warrant-open-files", MFD_CLOEXEC);
  StringRef Rest = Bytes;
  bool Failed =
      Shared < 0 || ftruncate(Shared, 0) || lseek(Shared, 0, SEEK_SET);
  while (!Failed && !Rest.empty()) {
    ssize_t Count = write(Shared, Rest.data(), Rest.size());
    Failed = Count < 0 && errno != EINTR;
    Rest = Rest.drop_front(std::max<ssize_t>(Count, 0));
  }
  if (!Failed)
    return llvm::Error::success();
  return llvm::createStringError(std::error_code(errno, std::system_category()),
                                 "cannot hand texts to a worker");
}

LiveFiles::FileSystem OpenFiles::over(FileSystem FS) {
  auto Bytes =
      llvm::MemoryBuffer::getFile("/proc/self/fd/" + std::to_string(Shared));
  if (!Bytes)
    return FS;
  llvm::Expected<llvm::json::Value> Texts =
      llvm::json::parse((*Bytes)->getBuffer());
  if (!Texts) {
    // What is on the disk is analysed; the server has written this itself.
    llvm::consumeError(Texts.takeError());
    return FS;
  }
  auto Memory = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
  for (const auto &[Path, Value] : *Texts->getAsObject()) {
    StringRef Now = Value.getAsString().value_or("");
    auto OnDisk = FS->getBufferForFile(Path.str());
    if (OnDisk && (*OnDisk)->getBuffer() == Now)
      continue;
    // A preamble looks at the time to tell whether a header has changed.
    auto Time = static_cast<time_t>(llvm::xxh3_64bits(Now) >> 2);
    Memory->addFile(Path.str(), Time,
                    llvm::MemoryBuffer::getMemBufferCopy(Now));
  }
  auto Both = llvm::makeIntrusiveRefCnt<llvm::vfs::OverlayFileSystem>(FS);
  Both->pushOverlay(std::move(Memory));
  return Both;
}

void OpenFiles::reuse(CompilerInvocation &Invocation, FileSystem &FS) {
  auto Buffer = FS->getBufferForFile(Item.File);
  if (!Buffer)
    return;
  Text = std::move(*Buffer);
  PreambleBounds Bounds =
      ComputePreambleBounds(Invocation.getLangOpts(), *Text, /*MaxLines=*/0);
  if (!Bounds.Size)
    return;
  if (!Preamble || !Preamble->CanReuse(Invocation, *Text, Bounds, *FS))
    build(Invocation, FS, Bounds);
  // What is wrong in a preamble would not be told again.
  if (!Preamble || HasErrors)
    return;
  Preamble->AddImplicitPreamble(Invocation, FS, Text.get());
  Invocation.getPreprocessorOpts().RetainRemappedFileBuffers = true;
}

void OpenFiles::build(const CompilerInvocation &Invocation, FileSystem FS,
                      PreambleBounds Bounds) {
  Preamble.reset();
  auto Ignored = std::make_unique<IgnoringDiagConsumer>();
  llvm::IntrusiveRefCntPtr<DiagnosticsEngine> Diagnostics =
      CompilerInstance::createDiagnostics(new DiagnosticOptions, Ignored.get(),
                                          /*ShouldOwnClient=*/false);
  PreambleBodies Bodies(Settings, Files);
  auto Built = PrecompiledPreamble::Build(
      Invocation, Text.get(), Bounds, *Diagnostics, std::move(FS),
      std::make_shared<PCHContainerOperations>(), /*StoreInMemory=*/true,
      /*StoragePath=*/"", Bodies);
  HasErrors = Diagnostics->hasErrorOccurred();
  if (Built)
    Preamble.emplace(std::move(*Built));
}

} // namespace warrant
