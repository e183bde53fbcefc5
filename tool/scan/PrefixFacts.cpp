//===- PrefixFacts.cpp - The facts of a prefix as a file ------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PrefixFacts.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace warrant {

static void write(const PrefixFacts &Facts, raw_ostream &OS) {
  OS << "options " << Facts.Options << "\n";
  for (const PrefixFile &File : Facts.Files) {
    OS << "file " << File.Size << " " << File.Changed << " " << File.Path
       << "\n";
    for (unsigned Number : File.Includes)
      OS << "includes " << Number << "\n";
  }
  for (const PrefixFile &Base : Facts.Bases)
    OS << "base " << Base.Size << " " << Base.Changed << " " << Base.Path
       << "\n";
  for (const UnitInput &Each : Facts.Inputs)
    OS << "input " << static_cast<unsigned>(Each.Kind) << " "
       << Each.Answer.size() << " " << Each.Answer << Each.Path << "\n";
  for (unsigned Number : Facts.Headers)
    OS << "header " << Number << "\n";
  for (const auto &Each : Facts.Spellings)
    OS << "spelling " << Each.first() << "\n";
  for (const std::string &Each : Facts.Features)
    OS << "feature " << Each << "\n";
  for (const auto &Each : Facts.Identifiers)
    OS << (Each.second ? "anywhere " : "word ") << Each.first() << "\n";
  OS << "end\n";
}

Error writeFacts(const PrefixFacts &Facts, StringRef Path) {
  return writeToOutput(Path, [&](raw_ostream &OS) {
    write(Facts, OS);
    return Error::success();
  });
}

namespace {

/// Reads what write() wrote, line by line; a line that is wrong ends it.
class FactsReader {
public:
  explicit FactsReader(PrefixFacts &Out) : Out(Out) {}

  bool read(StringRef Text) {
    bool Ended = false;
    for (StringRef Line : split(Text, '\n')) {
      if (Ended)
        return Line.empty();
      auto [Word, Rest] = Line.split(' ');
      Ended = Word == "end";
      if (!Ended && !take(Word, Rest))
        return false;
    }
    return false;
  }

private:
  bool take(StringRef Word, StringRef Rest) {
    if (Word == "word")
      return Out.Identifiers.try_emplace(Rest, false), true;
    if (Word == "anywhere")
      return Out.Identifiers[Rest] = true, true;
    if (Word == "spelling")
      return Out.Spellings.insert(Rest), true;
    if (Word == "feature")
      return Out.Features.push_back(Rest.str()), true;
    if (Word == "file")
      return file(Rest, Out.Files);
    if (Word == "base")
      return file(Rest, Out.Bases);
    if (Word == "input")
      return input(Rest);
    if (Word == "includes")
      return !Out.Files.empty() && number(Rest, Out.Files.back().Includes);
    if (Word == "header")
      return number(Rest, Out.Headers);
    Out.Options = Rest.str();
    return Word == "options";
  }

  bool input(StringRef Rest) {
    unsigned Kind = 0, Size = 0;
    if (Rest.consumeInteger(10, Kind) || !Rest.consume_front(" ") ||
        Rest.consumeInteger(10, Size) || !Rest.consume_front(" ") ||
        Kind > static_cast<unsigned>(InputKind::RealPath) || Size > Rest.size())
      return false;
    Out.Inputs.push_back({static_cast<InputKind>(Kind),
                          Rest.drop_front(Size).str(),
                          Rest.take_front(Size).str()});
    return true;
  }

  bool number(StringRef Text, std::vector<unsigned> &To) {
    return !Text.getAsInteger(10, To.emplace_back());
  }

  bool file(StringRef Rest, std::vector<PrefixFile> &To) {
    PrefixFile File;
    auto [Size, After] = Rest.split(' ');
    auto [Changed, Path] = After.split(' ');
    File.Path = Path.str();
    if (Size.getAsInteger(10, File.Size) ||
        Changed.getAsInteger(10, File.Changed))
      return false;
    To.push_back(std::move(File));
    return true;
  }

  PrefixFacts &Out;
};

} // namespace

/// Whether all numbers are of files.
static bool isConsistent(const PrefixFacts &Facts) {
  auto IsNumber = [&](unsigned N) { return N < Facts.Files.size(); };
  return all_of(Facts.Headers, IsNumber) &&
         all_of(Facts.Files, [&](const PrefixFile &File) {
           return all_of(File.Includes, IsNumber);
         });
}

Error setState(PrefixFile &File) {
  sys::fs::file_status Status;
  if (std::error_code Code = sys::fs::status(File.Path, Status))
    return createFileError(File.Path, Code);
  File.Size = Status.getSize();
  File.Changed = Status.getLastModificationTime().time_since_epoch().count();
  return Error::success();
}

static bool isAsItWas(const PrefixFile &File, sys::fs::file_status &Status) {
  return !sys::fs::status(File.Path, Status) && Status.getSize() == File.Size &&
         Status.getLastModificationTime().time_since_epoch().count() ==
             File.Changed;
}

/// Whether the files are as they were; notes which they are.
static bool isCurrent(PrefixFacts &Facts) {
  sys::fs::file_status Status;
  for (const PrefixFile &Base : Facts.Bases)
    if (!isAsItWas(Base, Status))
      return false;
  // Nor has a header come up where there was none.
  for (const UnitInput &Each : Facts.Inputs)
    if (Each.Kind == InputKind::Absent && sys::fs::exists(Each.Path))
      return false;
  for (const auto &[Number, File] : enumerate(Facts.Files)) {
    if (!isAsItWas(File, Status))
      return false;
    Facts.Numbers[Status.getUniqueID()] = Number;
  }
  return true;
}

std::optional<PrefixFacts> readFacts(StringRef Path) {
  PrefixFacts Facts;
  auto Text = MemoryBuffer::getFile(Path + ".facts");
  if (!Text || !FactsReader(Facts).read((*Text)->getBuffer()) ||
      !isConsistent(Facts) || !isCurrent(Facts))
    return std::nullopt;
  Facts.Precompiled = (Path + ".pch").str();
  if (!sys::fs::exists(Facts.Precompiled))
    return std::nullopt;
  return Facts;
}

} // namespace warrant
