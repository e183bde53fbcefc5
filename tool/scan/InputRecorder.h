//===- InputRecorder.h - Notes what an analysis reads -----------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A layer around the file system of one analysis. It changes no answer, and
// notes each question with its answer: see Inputs.h.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_INPUTRECORDER_H
#define WARRANT_SCAN_INPUTRECORDER_H

#include "warrant/Inputs.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <vector>

namespace warrant {

/// A digest as inputs hold it.
std::string contentDigest(llvm::StringRef Bytes);

/// The names in \p Folder as an input's answer; empty where it can't be listed.
std::string listingDigest(llvm::vfs::FileSystem &FS, llvm::StringRef Folder);

class InputRecorder final : public llvm::vfs::ProxyFileSystem {
public:
  using ProxyFileSystem::ProxyFileSystem;

  /// Notes what somebody else asked, and was told.
  void add(llvm::ArrayRef<UnitInput> Inputs) {
    Others.insert(Others.end(), Inputs.begin(), Inputs.end());
  }
  /// Has \p Path, which holds nothing that was not noted, not noted itself.
  void leaveOut(llvm::StringRef Path) { LeftOut.insert(Path); }

  /// All that was noted, sorted. Empty where a path can't be written down.
  std::vector<UnitInput> soFar() const;
  std::vector<UnitInput> take();

  llvm::ErrorOr<llvm::vfs::Status> status(const llvm::Twine &Path) override;
  bool exists(const llvm::Twine &Path) override;
  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>>
  openFileForRead(const llvm::Twine &Path) override;
  llvm::vfs::directory_iterator dir_begin(const llvm::Twine &Dir,
                                          std::error_code &Code) override;
  std::error_code getRealPath(const llvm::Twine &Path,
                              llvm::SmallVectorImpl<char> &Output) override;

  /// What a file that was opened tells.
  void noteContents(llvm::StringRef Path, llvm::StringRef RealPath,
                    llvm::StringRef Bytes);

private:
  struct Answers {
    bool Absent = false, Directory = false, Present = false;
    std::string Contents, Listing, RealPath;
  };
  std::string absolute(const llvm::Twine &Path) const;
  void noteRealPath(llvm::StringRef Path, llvm::StringRef Real);

  llvm::StringMap<Answers> ByPath;
  std::vector<UnitInput> Others;
  llvm::StringSet<> LeftOut;
};

} // namespace warrant

#endif // WARRANT_SCAN_INPUTRECORDER_H
