//===- CommandsOutput.cpp - How commands print and write ------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "SignalBlock.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace warrant {

int fail(Error E) {
  static constexpr StringLiteral Placed = "^[^ ]+:[0-9]+:[0-9]+: error: ";
  std::string Message = toString(std::move(E));
  if (!Regex(Placed).match(Message))
    errs() << "warrant: error: ";
  errs() << Message << "\n";
  return WrongUse;
}

/// Takes the error off \p OS, which would end the process with it.
static Error takeError(raw_fd_ostream &OS, StringRef Name) {
  OS.flush();
  std::error_code Code = OS.error();
  OS.clear_error();
  return Code ? createFileError(Name, Code) : Error::success();
}

int printOutput(StringRef Text) {
  outs() << Text;
  if (Error E = takeError(outs(), "standard output"))
    return fail(std::move(E));
  return 0;
}

/// Writes to what is no regular file, as a pipe or /dev/null.
static Error writeDirectly(StringRef File, StringRef Text) {
  std::error_code Code;
  raw_fd_ostream OS(File, Code);
  if (Code)
    return createFileError(File, Code);
  OS << Text;
  return takeError(OS, File);
}

/// Writes a neighbour of \p File with these permissions, which takes its name.
static Error writeAndRename(StringRef File, StringRef Text,
                            sys::fs::perms Permissions) {
  auto Create = [&] {
    SignalBlock Wait;
    return sys::fs::TempFile::create(File + ".%%%%%%.tmp", Permissions);
  };
  Expected<sys::fs::TempFile> Temp = Create();
  if (!Temp)
    return createFileError(File, Temp.takeError());
  raw_fd_ostream OS(Temp->FD, /*shouldClose=*/false);
  OS << Text;
  if (Error E = takeError(OS, File))
    return joinErrors(std::move(E), Temp->discard());
  if (Error E = Temp->keep(File))
    return createFileError(File, std::move(E));
  return Error::success();
}

Error writeFile(StringRef File, StringRef Text) {
  sys::fs::file_status Status;
  if (!sys::fs::status(File, Status) &&
      Status.type() != sys::fs::file_type::regular_file)
    return writeDirectly(File, Text);
  return writeAndRename(File, Text, sys::fs::all_read | sys::fs::all_write);
}

Error replaceFile(StringRef File, StringRef Text) {
  auto Permissions = sys::fs::getPermissions(File);
  if (!Permissions)
    return createFileError(File, Permissions.getError());
  return writeAndRename(File, Text, *Permissions);
}

} // namespace warrant
