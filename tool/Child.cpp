//===- Child.cpp - Programs that are asked for something ------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Child.h"
#include "SignalBlock.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/Signals.h"
#include <optional>

using namespace llvm;

namespace warrant {

static Error mistake(const Twine &Message) {
  return createStringError(inconvertibleErrorCode(), Message);
}

ScratchFile::ScratchFile() {
  SignalBlock Wait;
  Code = sys::fs::createTemporaryFile("warrant", "tmp", Path);
  if (!Code)
    sys::RemoveFileOnSignal(Path);
}

ScratchFile::~ScratchFile() {
  if (Code)
    return;
  sys::fs::remove(Path);
  sys::DontRemoveFileOnSignal(Path);
}

std::string ScratchFile::text() const {
  auto Buffer = MemoryBuffer::getFile(Path);
  return Buffer ? (*Buffer)->getBuffer().str() : std::string();
}

Expected<ChildResult> runChild(StringRef Program, ArrayRef<StringRef> Arguments,
                               unsigned Seconds) {
  auto Path = sys::findProgramByName(Program);
  if (!Path)
    return mistake("the program '" + Program + "' is not there");
  ScratchFile Output, Messages;
  if (Output.error() || Messages.error())
    return mistake("no temporary file could be made for the output of '" +
                   Program + "'");
  SmallVector<StringRef, 16> Command{*Path};
  append_range(Command, Arguments);
  std::optional<StringRef> Redirects[] = {StringRef(), Output.path(),
                                          Messages.path()};
  std::string Why;
  int Status = sys::ExecuteAndWait(*Path, Command, std::nullopt, Redirects,
                                   Seconds, /*MemoryLimit=*/0, &Why);
  if (Status < 0)
    return mistake("the program '" + Program + "' failed: " + Why);
  return ChildResult{Status, Output.text(), Messages.text()};
}

} // namespace warrant
