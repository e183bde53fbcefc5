//===- ReviewServices.cpp - What is new, for GitHub and GitLab ------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "JsonSite.h"
#include "Wording.h"
#include "warrant/Review.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace warrant {
namespace {

/// So many of a kind GitHub shows of one step.
constexpr size_t MostAnnotations = 10;

/// What ends a workflow command, or in \p InProperty one of its properties, is
/// escaped.
std::string escaped(StringRef Text, bool InProperty) {
  std::string Result;
  for (char C : Text) {
    const bool IsSpecial = C == '%' || C == '\r' || C == '\n' ||
                           (InProperty && (C == ':' || C == ','));
    if (IsSpecial)
      Result += "%" + toHex(StringRef(&C, 1));
    else
      Result += C;
  }
  return Result;
}

void command(StringRef Level, const Location &Where, StringRef Title,
             StringRef Message, raw_ostream &OS) {
  OS << "::" << Level << " file=" << escaped(Where.File, true)
     << ",line=" << Where.Line << ",col=" << Where.Column
     << ",title=" << escaped(Title, true) << "::" << escaped(Message, false)
     << '\n';
}

/// Prints the first of \p All, and how many more there are.
template <typename T>
void commands(StringRef Level, ArrayRef<T> All, function_ref<void(const T &)> F,
              raw_ostream &OS) {
  const size_t Shown =
      All.size() > MostAnnotations ? MostAnnotations - 1 : All.size();
  for (const T &Each : All.take_front(Shown))
    F(Each);
  if (Shown != All.size())
    OS << "::" << Level << "::" << All.size() - Shown
       << " more: see the summary or the log\n";
}

std::string messageOf(const Site &S) {
  if (S.Defects.empty())
    return headlineOf(S);
  return S.Defects.front().Message + ": " + subjectOf(S);
}

StringRef severityOf(const Site &S) {
  if (!S.Defects.empty())
    return "critical";
  switch (S.Level) {
  case Severity::High:
    return "major";
  case Severity::Medium:
    return "minor";
  case Severity::Low:
    break;
  }
  return "info";
}

} // namespace

void writeAnnotations(const Review &W, const Verdict &V, raw_ostream &OS) {
  commands<const Site *>(
      "error", W.New,
      [&](const Site *S) {
        command("error", S->Where, "warrant-" + S->Check + "-" + S->Kind,
                messageOf(*S), OS);
      },
      OS);
  commands<const Remark *>(
      "warning", W.Remarks,
      [&](const Remark *M) {
        command("warning", M->Where, "warrant-" + M->Kind, M->Message, OS);
      },
      OS);
  commands<Claim>(
      "notice", W.Claims,
      [&](const Claim &C) {
        command("notice", C.S->Where, "claim to review",
                C.Why + ": " + subjectOf(*C.S), OS);
      },
      OS);
  std::vector<std::string> Reasons = V.Failures;
  append_range(Reasons, V.IncompleteReasons);
  if (!Reasons.empty())
    OS << "::error title=warrant gate::" << escaped(join(Reasons, "\n"), false)
       << '\n';
}

void writeCodeQuality(const Review &W, raw_ostream &OS) {
  auto Place = [](JsonStream &J, const Location &Where) {
    J.attributeObject("location", [&] {
      addText(J, "path", Where.File);
      J.attributeObject("lines", [&] { J.attribute("begin", Where.Line); });
    });
  };
  JsonStream J(OS, /*IndentSize=*/2);
  J.array([&] {
    for (const Site *S : W.New)
      J.object([&] {
        addText(J, "description", messageOf(*S));
        addText(J, "check_name", "warrant-" + S->Check + "-" + S->Kind);
        addText(J, "fingerprint", S->Fingerprint);
        J.attribute("severity", severityOf(*S));
        Place(J, S->Where);
      });
    for (const Remark *M : W.Remarks)
      J.object([&] {
        addText(J, "description", M->Kind + ": " + M->Message);
        addText(J, "check_name", "warrant-safety-comment-" + M->Kind);
        addText(J, "fingerprint", M->Fingerprint);
        J.attribute("severity", "info");
        Place(J, M->Where);
      });
  });
  OS << '\n';
}

} // namespace warrant
