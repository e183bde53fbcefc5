//===- CommandsDescribe.cpp - A check's metadata for a terminal -----------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommandsDescribe.h"
#include "warrant/SafetyComments.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"

using namespace llvm;

namespace warrant {

std::string listProperties(PropertySet Set, StringRef Quote) {
  std::vector<std::string> Names;
  for (Property P : allProperties())
    if (Set.contains(P))
      Names.push_back((Quote + toString(P) + Quote).str());
  return join(Names, ", ");
}

std::string listReferences(const References &Refs) {
  std::vector<std::string> Parts;
  auto Add = [&](StringRef Standard, ArrayRef<StringLiteral> Rules) {
    if (!Rules.empty())
      Parts.push_back(Standard.str() + join(Rules, ", "));
  };
  Add("", Refs.Cwe);
  Add("MISRA C:2012 ", Refs.MisraC2012);
  Add("MISRA C++:2023 ", Refs.MisraCpp2023);
  Add("CERT ", Refs.Cert);
  Add("C++ Core Guidelines ", Refs.CoreGuidelines);
  return join(Parts, "; ");
}

StringRef typeName(const OptionInfo &Option) {
  switch (Option.Kind) {
  case OptionInfo::Type::Bool:
    return "true or false";
  case OptionInfo::Type::Integer:
    return "a number";
  case OptionInfo::Type::String:
    return "text";
  case OptionInfo::Type::StringList:
    return "a list";
  }
  llvm_unreachable("not a type of option");
}

static void printIndented(StringRef Text, raw_ostream &OS) {
  SmallVector<StringRef, 32> Lines;
  Text.rtrim().split(Lines, '\n');
  for (StringRef Line : Lines)
    OS << (Line.empty() ? "" : "    ") << Line << "\n";
}

/// The kinds with their severity, in columns.
static void printKinds(const CheckInfo &Check, raw_ostream &OS) {
  size_t Width = 0;
  for (const KindInfo &Kind : Check.Kinds)
    Width = std::max(Width, Kind.Name.size());
  for (const KindInfo &Kind : Check.Kinds) {
    OS << "  " << left_justify(Kind.Name, Width + 2)
       << left_justify(toString(Kind.Level), 8) << Kind.Summary << "\n";
    if (!Kind.Required.empty())
      OS.indent(Width + 12)
          << "must hold: " << listProperties(Kind.Required) << "\n";
  }
}

void describeCheck(const CheckInfo &Check, raw_ostream &OS) {
  OS << Check.Name << ": " << Check.Summary << "\n"
     << (Check.OnByDefault ? "On" : "Off") << " by default; in clang-tidy "
     << "'warrant-" << Check.Name << "'.\n\n"
     << Check.Explanation.trim() << "\n\nKinds:\n";
  printKinds(Check, OS);
  if (!Check.Options.empty())
    OS << "\nOptions, below '" << Check.Name << ":' in .warrant.yaml:\n";
  for (const OptionInfo &Option : Check.Options)
    OS << "  " << Option.Name << " (" << typeName(Option)
       << "): " << Option.Help << "\n";
  OS << "\nReported:\n\n";
  printIndented(Check.BadExample, OS);
  OS << "\nSilent:\n\n";
  printIndented(Check.GoodExample, OS);
}

/// What a comment must answer, with a sentence that does.
static void printQuestions(PropertySet Required, raw_ostream &OS) {
  for (Property P : allProperties())
    if (Required.contains(P))
      OS << "  " << left_justify(toString(P), 13) << question(P) << "\n"
         << "               such as: " << exampleSentence(P) << "\n";
}

void describeKind(const CheckInfo &Check, const KindInfo &Kind,
                  raw_ostream &OS) {
  OS << Kind.Name << ": " << Kind.Summary << "\n"
     << "A kind of the check '" << Check.Name << "', severity "
     << toString(Kind.Level) << ".\n";
  std::string Refs = listReferences(Kind.Refs);
  if (!Refs.empty())
    OS << "Serves " << Refs << " (which is not compliance).\n";
  if (!Kind.Required.empty()) {
    OS << "\nWhat must hold, for a SAFETY comment to say:\n";
    printQuestions(Kind.Required, OS);
  }
  OS << "\n'warrant explain " << Check.Name << "' has examples.\n";
}

/// Why strict mode takes the sentence \p Text for no answer.
static std::string whyWeak(Property P, StringRef Text) {
  SafetyText Comment;
  Comment.Text = Text.str();
  const NamesInScope Nothing;
  return addressedProperties(Comment, {P}, &Nothing).front().second.second;
}

/// \p Words between commas, in lines of a terminal's width.
static void printFolded(ArrayRef<StringRef> Words, raw_ostream &OS) {
  constexpr size_t Width = 78;
  std::string Line = " ";
  for (StringRef Word : Words) {
    const bool Last = Word.data() == Words.back().data();
    if (Line.size() + Word.size() + 2 > Width) {
      OS << Line << "\n";
      Line = " ";
    }
    Line += " " + Word.str() + (Last ? "" : ",");
  }
  OS << Line << "\n";
}

void describeProperty(Property P, raw_ostream &OS) {
  OS << toString(P) << ": " << meaning(P) << "\n\n"
     << "Asks:        " << question(P) << "\n"
     << "Such as:     // SAFETY: " << exampleSentence(P) << "\n"
     << "Tagged:      // SAFETY(" << toString(P) << "): " << exampleSentence(P)
     << "\nNot enough:  // SAFETY: " << weakSentence(P)
     << "\n             with --strict: " << whyWeak(P, weakSentence(P))
     << "\n\nClaimed by the words, where nothing denies or hedges them:\n";
  printFolded(claimPhrases(P), OS);
  OS << "\nRequired by:\n";
  for (const CheckInfo *Check : allChecks()) {
    std::vector<StringRef> Kinds;
    for (const KindInfo &Kind : Check->Kinds)
      if (Kind.Required.contains(P))
        Kinds.push_back(Kind.Name);
    if (!Kinds.empty())
      OS << "  " << Check->Name << ": " << join(Kinds, ", ") << "\n";
  }
}

} // namespace warrant
