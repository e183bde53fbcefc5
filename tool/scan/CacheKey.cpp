//===- CacheKey.cpp - What results are kept under -------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CacheKey.h"
#include "CacheManifest.h"
#include "InputRecorder.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Process.h"
#include <link.h>

using namespace llvm;

namespace warrant {

/// What Clang's driver takes from the environment, and what `__DATE__` does.
static constexpr StringLiteral Variables[] = {"CPATH",
                                              "C_INCLUDE_PATH",
                                              "CPLUS_INCLUDE_PATH",
                                              "COMPILER_PATH",
                                              "OBJC_INCLUDE_PATH",
                                              "OBJCPLUS_INCLUDE_PATH",
                                              "SDKROOT",
                                              "CCC_OVERRIDE_OPTIONS",
                                              "INCLUDE",
                                              "EXTERNAL_INCLUDE",
                                              "MACOSX_DEPLOYMENT_TARGET",
                                              "SOURCE_DATE_EPOCH"};

namespace {

/// Appends texts so that no two lists of them look alike.
class KeyText {
public:
  void add(StringRef Text) {
    addNumber(Text.size(), Bytes);
    Bytes += Text;
  }
  std::string digest() const { return contentDigest(Bytes); }

private:
  std::string Bytes;
};

} // namespace

/// The files that this program consists of.
static std::vector<std::string> programFiles() {
  std::vector<std::string> Files{sys::fs::getMainExecutable(nullptr, nullptr)};
  // SAFETY(lifetime, thread, errors, convention, ownership, null, bounds): the
  // function is called on this thread before dl_iterate_phdr() returns and
  // never after, throws nothing, and is handed Files, which is alive; what else
  // it is handed belongs to the caller and is not kept.
  dl_iterate_phdr(
      [](dl_phdr_info *Info, size_t, void *To) {
        // SAFETY: To is the vector that is handed to dl_iterate_phdr() below,
        // of exactly this type, and it outlives the call.
        auto &Found = *static_cast<std::vector<std::string> *>(To);
        if (StringRef(Info->dlpi_name).starts_with("/"))
          Found.push_back(Info->dlpi_name);
        return 0;
      },
      &Files);
  return Files;
}

/// The digest of this program. Reading it takes longer than the rest of a run
/// that finds everything, so its stamp is kept, too.
static Expected<std::string> programDigest(const CacheFolder &Folder) {
  std::vector<std::string> Files = programFiles();
  KeyText Names;
  for (const std::string &File : Files)
    Names.add(File);
  std::string Key = Names.digest();
  DigestTable Digests;
  std::unique_ptr<MemoryBuffer> Bytes = Folder.read("tool", Key);
  if (Bytes) {
    if (Expected<CacheManifest> Kept = decodeManifest(Bytes->getBuffer()))
      for (StampedFile &File : Kept->Files)
        Digests.add(File.Path, {File.Stamp, File.Digest});
    else
      consumeError(Kept.takeError()); // damaged: they are read
  }
  KeyText All;
  ManifestBuilder Builder;
  for (const std::string &File : Files) {
    std::string Digest = Digests.digest(File, lookAt(File));
    if (Digest.empty())
      return createStringError("cannot read '" + File + "'");
    Builder.input({InputKind::Contents, File, Digest});
    All.add(Digest);
  }
  if (Digests.hasGrown())
    if (Error E = Folder.write("tool", Key, Builder.encode(Digests)))
      return std::move(E);
  return All.digest();
}

Expected<std::string> sharedKey(const CacheFolder &Folder, const Config &C,
                                const FileClassifier &Files,
                                const EngineOptions &Options) {
  Expected<std::string> Program = programDigest(Folder);
  if (!Program)
    return Program.takeError();
  KeyText Key;
  Key.add(*Program);
  Key.add(LLVM_VERSION_STRING);
  Key.add(C.Root);
  Key.add(C.Folder);
  Key.add(configDigest(C));
  for (const std::string &Folder : Files.buildFolders())
    Key.add(Folder);
  Key.add(Options.Exact ? "exact" : "");
  for (StringRef Name : Variables) {
    std::optional<std::string> Value = sys::Process::GetEnv(Name);
    Key.add(Value ? Name : "");
    Key.add(Value ? *Value : "");
  }
  return Key.digest();
}

std::string commandKey(const WorkItem &Item) {
  KeyText Key;
  for (StringRef Text :
       {Item.File, Item.Display, Item.Directory, Item.Configuration})
    Key.add(Text);
  for (const std::string &Argument : Item.Command)
    Key.add(Argument);
  return Key.digest();
}

} // namespace warrant
