//===- Cache.cpp - A folder of what can be found out again ----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Cache.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/CachePruning.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"
#include <chrono>
#include <unistd.h>

using namespace llvm;

namespace warrant {

/// LLVM's pruning touches only files that are called so.
static constexpr StringLiteral Prefix = "llvmcache-";

/// Users' tools, as those for backups, leave a folder with this file out.
static constexpr StringLiteral TagName = "CACHEDIR.TAG";
static constexpr StringLiteral Tag =
    "Signature: 8a477f597d28d172789f06886806bc55\n"
    "# What Warrant can find out again; see https://bford.info/cachedir/\n";

std::string cacheFolder(StringRef Given) {
  SmallString<256> Path(Given);
  if (Path.empty()) {
    if (auto Named = sys::Process::GetEnv("WARRANT_CACHE_DIR")) {
      if (Named->empty())
        return {};
      Path = *Named;
    } else if (sys::path::cache_directory(Path)) {
      sys::path::append(Path, "warrant");
    } else {
      return {};
    }
  }
  sys::fs::make_absolute(Path);
  return std::string(Path);
}

Expected<CacheFolder> CacheFolder::open(StringRef Path) {
  using namespace sys::fs;
  if (std::error_code Code =
          create_directories(Path, /*IgnoreExisting=*/true, owner_all))
    return createFileError(Path, Code);
  file_status Status;
  if (std::error_code Code = status(Path, Status))
    return createFileError(Path, Code);
  // Who can write an entry decides what a report says.
  if (Status.getUser() != geteuid() ||
      (Status.permissions() & (group_write | others_write)) != no_perms)
    return createStringError(inconvertibleErrorCode(),
                             "'" + Path + "': others than you may write there");
  if (::access(Path.str().c_str(), R_OK | W_OK | X_OK))
    return createFileError(Path, errnoAsErrorCode());
  CacheFolder Result(Path);
  std::string TagPath = (Path + "/" + TagName).str();
  if (!exists(TagPath))
    if (Error E = writeToOutput(TagPath, [](raw_ostream &OS) {
          OS << Tag;
          return Error::success();
        }))
      return std::move(E);
  return Result;
}

std::string CacheFolder::path(StringRef Kind, StringRef Key) const {
  return (Path + "/" + Prefix + Kind + "-" + Key).str();
}

void CacheFolder::touch(StringRef EntryPath) {
  int Descriptor;
  if (sys::fs::openFileForReadWrite(EntryPath, Descriptor,
                                    sys::fs::CD_OpenExisting, sys::fs::OF_None))
    return; // it was removed: nothing will be
  // Where that can't be noted the entry is removed earlier than it need be.
  (void)sys::fs::setLastAccessAndModificationTime(
      Descriptor, std::chrono::system_clock::now());
  (void)sys::Process::SafelyCloseFileDescriptor(Descriptor);
}

std::unique_ptr<MemoryBuffer> CacheFolder::read(StringRef Kind,
                                                StringRef Key) const {
  std::string Entry = path(Kind, Key);
  auto Bytes = MemoryBuffer::getFile(Entry, /*IsText=*/false,
                                     /*RequiresNullTerminator=*/false);
  if (!Bytes)
    return nullptr;
  touch(Entry);
  return std::move(*Bytes);
}

Error CacheFolder::write(StringRef Kind, StringRef Key, StringRef Bytes) const {
  std::string Entry = path(Kind, Key);
  Expected<sys::fs::TempFile> Temp = sys::fs::TempFile::create(
      Entry + ".%%%%%%.tmp", sys::fs::owner_read | sys::fs::owner_write);
  if (!Temp)
    return createFileError(Entry, Temp.takeError());
  raw_fd_ostream OS(Temp->FD, /*shouldClose=*/false);
  OS << Bytes;
  OS.flush();
  std::error_code Code = OS.error();
  OS.clear_error();
  if (Code)
    return joinErrors(createFileError(Entry, Code), Temp->discard());
  return Temp->keep(Entry);
}

void CacheFolder::forEachEntry(
    function_ref<void(StringRef, uint64_t)> Do) const {
  std::error_code Code;
  for (sys::fs::directory_iterator It(Path, Code), End; !Code && It != End;
       It.increment(Code)) {
    sys::fs::file_status Status;
    if (sys::path::filename(It->path()).starts_with(Prefix) &&
        !sys::fs::status(It->path(), Status))
      Do(It->path(), Status.getSize());
  }
}

void CacheFolder::prune(uint64_t Limit, bool Now) const {
  CachePruningPolicy Policy;
  if (Now)
    Policy.Interval = std::chrono::seconds(0);
  Policy.Expiration = std::chrono::hours(30 * 24);
  Policy.MaxSizeBytes = Limit;
  pruneCache(Path, Policy);
}

CacheSize CacheFolder::size(StringRef Kind) const {
  CacheSize Size;
  forEachEntry([&](StringRef Entry, uint64_t Bytes) {
    StringRef Name = sys::path::filename(Entry).drop_front(Prefix.size());
    if (!Kind.empty() && Name.split('-').first != Kind)
      return;
    ++Size.Files;
    Size.Bytes += Bytes;
  });
  return Size;
}

Error CacheFolder::clear() const {
  Error Failed = Error::success();
  forEachEntry([&](StringRef Entry, uint64_t) {
    if (std::error_code Code = sys::fs::remove(Entry))
      Failed = joinErrors(std::move(Failed), createFileError(Entry, Code));
  });
  return Failed;
}

} // namespace warrant
