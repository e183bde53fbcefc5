//===- SharedAnswers.cpp - What units need not ask twice ------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SharedAnswers.h"
#include "Invocation.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

using namespace clang;
using llvm::StringRef;

namespace warrant {
namespace {

/// Remembers in \p Absent what \p FS does not have.
class Absences final : public llvm::vfs::ProxyFileSystem {
public:
  Absences(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS,
           llvm::StringSet<> &Absent)
      : ProxyFileSystem(std::move(FS)), Absent(Absent) {}

  llvm::ErrorOr<llvm::vfs::Status> status(const llvm::Twine &Path) override {
    return ask(Path, [&] { return ProxyFileSystem::status(Path); });
  }
  bool exists(const llvm::Twine &Path) override {
    auto Status = status(Path);
    return Status && Status->exists();
  }
  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>>
  openFileForRead(const llvm::Twine &Path) override {
    return ask(Path, [&] { return ProxyFileSystem::openFileForRead(Path); });
  }

private:
  template <typename Question>
  auto ask(const llvm::Twine &Path, Question Q) -> decltype(Q()) {
    llvm::SmallString<256> Absolute;
    Path.toVector(Absolute);
    const std::error_code NotThere =
        std::make_error_code(std::errc::no_such_file_or_directory);
    if (makeAbsolute(Absolute))
      return Q();
    if (Absent.contains(Absolute))
      return NotThere;
    auto Answer = Q();
    if (!Answer && Answer.getError() == NotThere)
      Absent.insert(Absolute);
    return Answer;
  }

  llvm::StringSet<> &Absent;
};

} // namespace

SharedAnswers::FileSystem SharedAnswers::over(FileSystem FS) {
  return llvm::makeIntrusiveRefCnt<Absences>(std::move(FS), Absent);
}

/// What of \p Item the driver's answer depends on, but for its file.
static std::vector<std::string> driverKey(const WorkItem &Item, bool Exact,
                                          bool HasInputs) {
  std::vector<std::string> Key(Item.Command);
  Key.back() = llvm::sys::path::extension(Key.back());
  Key.push_back(Item.Directory);
  Key.push_back(std::string(Exact ? "exact" : "") + (HasInputs ? "+" : ""));
  return Key;
}

/// Whether all that \p Invocation has of the file is its name.
static bool isForAnyFile(const CompilerInvocation &Invocation, StringRef File) {
  const FrontendOptions &Frontend = Invocation.getFrontendOpts();
  return Frontend.Inputs.size() == 1 && Frontend.Inputs.front().isFile() &&
         Frontend.Inputs.front().getFile() == File &&
         Invocation.getCodeGenOpts().MainFileName ==
             llvm::sys::path::filename(File);
}

static std::shared_ptr<CompilerInvocation>
withFile(const CompilerInvocation &Invocation, StringRef File) {
  auto Result = std::make_shared<CompilerInvocation>(Invocation);
  FrontendInputFile &Input = Result->getFrontendOpts().Inputs.front();
  Input = FrontendInputFile(File, Input.getKind(), Input.isSystem());
  Result->getCodeGenOpts().MainFileName = llvm::sys::path::filename(File);
  return Result;
}

std::shared_ptr<CompilerInvocation>
SharedAnswers::invocation(const WorkItem &Item, bool Exact,
                          UnitMessages &Messages, FileSystem FS,
                          InputRecorder *Inputs) {
  const std::string &File = Item.Command.back();
  // The driver says it where the file is not there.
  if (!FS->exists(File))
    return invocationFor(Item, Exact, Messages, FS);
  DriverResult &Known = ByCommand[driverKey(Item, Exact, Inputs)];
  if (Known.Invocation) {
    if (Inputs)
      Inputs->add(Known.Inputs);
    return withFile(*Known.Invocation, File);
  }
  auto Result = invocationFor(Item, Exact, Messages, FS);
  // What the driver has to say is said of each unit.
  if (!Result || Messages.getNumErrors() || Messages.getNumWarnings() ||
      !isForAnyFile(*Result, File))
    return Result;
  if (Inputs) {
    Known.Inputs = Inputs->soFar();
    if (Known.Inputs.empty()) // they can't be written down
      return Result;
    llvm::SmallString<256> Own(File);
    if (FS->makeAbsolute(Own))
      return Result;
    llvm::erase_if(Known.Inputs,
                   [&](const UnitInput &Each) { return Each.Path == Own; });
  }
  Known.Invocation = Result;
  return withFile(*Result, File);
}

} // namespace warrant
