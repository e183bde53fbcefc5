//===- Deviations.cpp - Recorded deviations from MISRA's rules ------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Comments of the convention `misra` only refer: `MISRA Ref 11.3.1`. What they
// refer to is a file that people write for people, in Markdown most often:
// sections by rule, and in them a record for each reason.
//
//===----------------------------------------------------------------------===//

#include "warrant/Config.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace llvm;

namespace warrant {
namespace {

constexpr StringLiteral Decoration = " \t\r*_`|#-";

bool isIdByte(char C) { return isAlnum(C) || C == '.' || C == '-' || C == '_'; }

/// The identifier with which \p Text begins; it has a digit in it.
StringRef leadingId(StringRef Text) {
  StringRef Id = Text.take_while(isIdByte).rtrim("._-");
  return any_of(Id, isDigit) ? Id : StringRef();
}

/// `Rule 11.3` and `Dir 4.7`, wherever \p Line names them.
std::vector<std::string> rulesIn(StringRef Line) {
  std::vector<std::string> Rules;
  for (StringRef Word : {"Rule ", "Dir ", "Directive "})
    for (size_t At = Line.find(Word); At != StringRef::npos;
         At = Line.find(Word, At + 1)) {
      StringRef Number = leadingId(Line.drop_front(At + Word.size()));
      StringRef Kind = Word == "Rule " ? "Rule " : "Dir ";
      if (Number.contains('.'))
        Rules.push_back((Kind + Number).str());
    }
  return Rules;
}

/// The rule that an identifier as `11.3.1` tells by itself.
std::vector<std::string> ruleOfId(StringRef Id) {
  auto [Section, Rest] = Id.split('.');
  StringRef Number = Rest.split('.').first;
  if (Section.empty() || Number.empty() || !all_of(Section, isDigit) ||
      !all_of(Number, isDigit))
    return {};
  return {("Rule " + Section + "." + Number).str()};
}

class RecordReader {
public:
  std::vector<Deviation> read(StringRef Text) {
    for (StringRef Line : split(Text, '\n'))
      readLine(Line.trim());
    for (Deviation &D : Records)
      if (D.Rules.empty())
        D.Rules = ruleOfId(D.Id);
    return std::move(Records);
  }

private:
  void readLine(StringRef Line) {
    bool Heading = Line.starts_with("#");
    if (Heading || Line.starts_with("MISRA")) {
      std::vector<std::string> Named = rulesIn(Line);
      if (Heading || !Named.empty())
        Section = std::move(Named);
    }
    StringRef Text = Line.trim(Decoration);
    Text.consume_front("MISRA ");
    bool Refers =
        Text.consume_front("Ref ") || Text.consume_front("Deviation ");
    StringRef Id = leadingId(Text);
    bool Begins = !Id.empty() && (Refers || Heading || Line.starts_with("|"));
    if (Begins)
      return begin(Id, Line, Text.drop_front(Id.size()));
    if (Heading)
      Open = false;
    else if (Open)
      add(Line);
  }

  void begin(StringRef Id, StringRef Line, StringRef Rest) {
    Records.push_back({Id.str(), rulesIn(Line), ""});
    if (Records.back().Rules.empty())
      Records.back().Rules = Section;
    Open = true;
    add(Rest);
  }

  void add(StringRef Line) {
    SmallVector<StringRef, 16> Words;
    SplitString(Line.trim(Decoration).ltrim(":."), Words);
    std::string &Text = Records.back().Text;
    for (StringRef Word : Words)
      Text += (Text.empty() ? "" : " ") + Word.str();
  }

  std::vector<Deviation> Records;
  std::vector<std::string> Section; ///< the rules that the heading names
  bool Open = false;                ///< lines go on with the last record
};

} // namespace

std::vector<Deviation> parseDeviations(StringRef Text) {
  return RecordReader().read(Text);
}

static Error wrongFile(const Config &C, const Twine &Why) {
  auto Origin = C.Origins.find("misra.deviations");
  if (Origin == C.Origins.end())
    Origin = C.Origins.find("conventions");
  std::string Place =
      Origin == C.Origins.end() ? "" : Origin->second + ": error: ";
  return createStringError(inconvertibleErrorCode(), Place + Why);
}

Error loadDeviations(Config &C, vfs::FileSystem &Files) {
  if (!C.follows("misra"))
    return Error::success();
  if (C.MisraDeviations.empty())
    return wrongFile(C, "the convention 'misra' needs 'misra.deviations', the "
                        "file that records the deviations");
  SmallString<256> Path(C.Root);
  sys::path::append(Path, C.MisraDeviations);
  auto Text = Files.getBufferForFile(Path);
  if (!Text)
    return wrongFile(C, "'" + C.MisraDeviations +
                            "': " + Text.getError().message());
  C.Deviations = parseDeviations((*Text)->getBuffer());
  if (C.Deviations.empty())
    return wrongFile(C, "'" + C.MisraDeviations +
                            "' records no deviation: 'Ref 11.3.1' is one");
  return Error::success();
}

} // namespace warrant
