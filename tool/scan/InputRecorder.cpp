//===- InputRecorder.cpp - Notes what an analysis reads -------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "InputRecorder.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/BLAKE3.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace warrant {

std::string contentDigest(StringRef Bytes) {
  return toHex(BLAKE3::hash<32>(arrayRefFromStringRef(Bytes)),
               /*LowerCase=*/true);
}

std::string listingDigest(vfs::FileSystem &FS, StringRef Folder) {
  std::error_code Code;
  std::vector<std::string> Names;
  for (vfs::directory_iterator It = FS.dir_begin(Folder, Code), End;
       !Code && It != End; It.increment(Code))
    Names.push_back(sys::path::filename(It->path()).str());
  if (Code)
    return {};
  sort(Names);
  return contentDigest(join(Names, StringRef("\0", 1)));
}

namespace {

/// A file whose content is noted when it is read.
class RecordedFile final : public vfs::File {
public:
  RecordedFile(InputRecorder &Recorder, std::string Path,
               std::unique_ptr<vfs::File> Inner)
      : Recorder(Recorder), Path(std::move(Path)), Inner(std::move(Inner)) {}

  ErrorOr<vfs::Status> status() override { return Inner->status(); }
  ErrorOr<std::string> getName() override { return Inner->getName(); }
  std::error_code close() override { return Inner->close(); }

  ErrorOr<std::unique_ptr<MemoryBuffer>> getBuffer(const Twine &Name,
                                                   int64_t FileSize,
                                                   bool RequiresNullTerminator,
                                                   bool IsVolatile) override {
    auto Buffer =
        Inner->getBuffer(Name, FileSize, RequiresNullTerminator, IsVolatile);
    ErrorOr<std::string> RealPath = Inner->getName();
    if (Buffer)
      Recorder.noteContents(Path, RealPath ? *RealPath : Path,
                            (*Buffer)->getBuffer());
    return Buffer;
  }

private:
  void setPath(const Twine &New) override {
    // The name that it goes by; what was asked for stays.
    (void)New;
  }

  InputRecorder &Recorder;
  std::string Path;
  std::unique_ptr<vfs::File> Inner;
};

} // namespace

std::string InputRecorder::absolute(const Twine &Path) const {
  SmallString<256> Result;
  Path.toVector(Result);
  (void)makeAbsolute(Result);
  return std::string(Result);
}

ErrorOr<vfs::Status> InputRecorder::status(const Twine &Path) {
  ErrorOr<vfs::Status> Result = getUnderlyingFS().status(Path);
  std::string Name = absolute(Path);
  if (LeftOut.contains(Name))
    return Result;
  Answers &Noted = ByPath[Name];
  if (!Result)
    Noted.Absent = true;
  else if (Result->isDirectory())
    Noted.Directory = true;
  else
    Noted.Present = true;
  return Result;
}

bool InputRecorder::exists(const Twine &Path) { return bool(status(Path)); }

ErrorOr<std::unique_ptr<vfs::File>>
InputRecorder::openFileForRead(const Twine &Path) {
  auto Result = getUnderlyingFS().openFileForRead(Path);
  std::string Name = absolute(Path);
  if (LeftOut.contains(Name))
    return Result;
  Answers &Noted = ByPath[Name];
  if (!Result) {
    Noted.Absent = true;
    return Result;
  }
  Noted.Present = true;
  return std::make_unique<RecordedFile>(*this, std::move(Name),
                                        std::move(*Result));
}

vfs::directory_iterator InputRecorder::dir_begin(const Twine &Dir,
                                                 std::error_code &Code) {
  std::string Name = absolute(Dir);
  std::string Digest = listingDigest(getUnderlyingFS(), Name);
  Answers &Noted = ByPath[Name];
  Noted.Absent |= Digest.empty();
  Noted.Listing = std::move(Digest);
  return getUnderlyingFS().dir_begin(Dir, Code);
}

std::error_code InputRecorder::getRealPath(const Twine &Path,
                                           SmallVectorImpl<char> &Output) {
  std::error_code Code = getUnderlyingFS().getRealPath(Path, Output);
  Answers &Noted = ByPath[absolute(Path)];
  if (Code)
    Noted.Absent = true;
  else
    Noted.RealPath = StringRef(Output.data(), Output.size()).str();
  return Code;
}

void InputRecorder::noteContents(StringRef Path, StringRef RealPath,
                                 StringRef Bytes) {
  Answers &Noted = ByPath[Path];
  if (Noted.Contents.empty())
    Noted.Contents = contentDigest(Bytes);
  noteRealPath(Path, RealPath);
}

/// Reports name a file by its real path. Mostly that follows from its folder's,
/// which is noted once for all files in it.
void InputRecorder::noteRealPath(StringRef Path, StringRef Real) {
  std::string Folder = sys::path::parent_path(Path).str();
  Answers &OfFolder = ByPath[Folder];
  if (OfFolder.RealPath.empty()) {
    SmallString<256> Found;
    if (getUnderlyingFS().getRealPath(Folder, Found))
      OfFolder.Absent = true;
    else
      OfFolder.RealPath = std::string(Found);
  }
  SmallString<256> Expected(OfFolder.RealPath);
  sys::path::append(Expected, sys::path::filename(Path));
  if (Expected != Real)
    ByPath[Path].RealPath = Real.str();
}

std::vector<UnitInput> InputRecorder::soFar() const {
  std::vector<UnitInput> Inputs;
  bool IsText = true;
  auto Add = [&](InputKind Kind, StringRef Path, StringRef Answer) {
    IsText = IsText && json::isUTF8(Path) && json::isUTF8(Answer);
    Inputs.push_back({Kind, Path.str(), Answer.str()});
  };
  for (const auto &[Path, Noted] : ByPath) {
    if (Noted.Absent)
      Add(InputKind::Absent, Path, "");
    if (Noted.Directory)
      Add(InputKind::Directory, Path, "");
    if (Noted.Present && Noted.Contents.empty())
      Add(InputKind::Present, Path, "");
    if (!Noted.Contents.empty())
      Add(InputKind::Contents, Path, Noted.Contents);
    if (!Noted.Listing.empty())
      Add(InputKind::Listing, Path, Noted.Listing);
    if (!Noted.RealPath.empty())
      Add(InputKind::RealPath, Path, Noted.RealPath);
  }
  append_range(Inputs, Others);
  // Results cross pipes as UTF-8: another path would not be found again.
  if (!IsText)
    return {};
  sort(Inputs);
  Inputs.erase(std::unique(Inputs.begin(), Inputs.end()), Inputs.end());
  return Inputs;
}

std::vector<UnitInput> InputRecorder::take() {
  std::vector<UnitInput> Inputs = soFar();
  ByPath.clear();
  Others.clear();
  return Inputs;
}

} // namespace warrant
