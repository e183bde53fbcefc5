//===- WorkerEnds.cpp - Why a worker ended, in words ----------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitMessages.h"
#include "Worker.h"
#include "llvm/ADT/StringExtras.h"
#include <cstring>
#include <sys/wait.h>

using namespace llvm;

namespace warrant {

/// The line of \p Text that tells most: LLVM's reason, and the place in the
/// source that was being parsed. Paths are relative to the root.
static std::string lastWords(StringRef Text, StringRef Root) {
  std::string Reason, Place, Last;
  for (StringRef Line : split(Text, '\n')) {
    auto [Number, Entry] = Line.split(".\t");
    unsigned Depth;
    if (!Number.getAsInteger(10, Depth))
      Place = Entry.rtrim().str();
    else if (Reason.empty() && Line.starts_with("LLVM ERROR: "))
      Reason = Line.rtrim().str();
    else if (!Line.trim().empty() && !Line.starts_with("Stack dump"))
      Last = Line.trim().str();
  }
  if (Reason.empty())
    Reason = Last.starts_with("PLEASE submit") ? std::string() : Last;
  if (!Place.empty() && !Reason.empty())
    Reason += "; ";
  Reason += Place;
  return withoutRoot(std::move(Reason), Root);
}

std::string describe(const WorkerEnd &End, const Config &C) {
  if (WIFEXITED(End.WaitStatus) &&
      WEXITSTATUS(End.WaitStatus) == OutOfMemoryStatus)
    return "memory limit of " + std::to_string(C.MemoryMegabytes) +
           " MB reached";
  std::string How =
      WIFSIGNALED(End.WaitStatus)
          ? std::string("signal ") + std::to_string(WTERMSIG(End.WaitStatus)) +
                " (" + strsignal(WTERMSIG(End.WaitStatus)) + ")"
          : "exit status " + std::to_string(WEXITSTATUS(End.WaitStatus));
  std::string Words = lastWords(End.LastWords, C.Root);
  return Words.empty() ? How : How + ": " + Words;
}

} // namespace warrant
