//===- Review.cpp - What a reviewer of a change should look at ------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "warrant/Review.h"
#include "Markdown.h"
#include "SourceText.h"
#include "Wording.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <tuple>

using namespace llvm;

namespace warrant {
namespace {

using AddedFunction = function_ref<bool(StringRef, unsigned, unsigned)>;

/// Why \p S is a claim of the change; empty where it is none.
std::string claimOf(const Site &S, const StringSet<> &OpenBefore,
                    AddedFunction IsAdded) {
  const bool IsOperationAdded =
      IsAdded(S.Where.File, S.Where.Line, std::max(S.Where.Line, S.EndLine));
  if (S.Excuse)
    return IsOperationAdded || OpenBefore.contains(S.Fingerprint) ? "set aside"
                                                                  : "";
  if (S.State < Status::Partial || !S.Comment)
    return {};
  // A comment above goes on to the line before the operation; of others only
  // the first line is known.
  const CommentRef &C = *S.Comment;
  const bool IsAbove =
      C.File == S.Where.File && C.Line < S.Where.Line &&
      (C.Where == Placement::AboveLine || C.Where == Placement::AboveStatement);
  if (IsAdded(C.File, C.Line, IsAbove ? S.Where.Line - 1 : C.Line))
    return "new or edited comment";
  return IsOperationAdded ? "changed under an unchanged comment" : "";
}

std::string placeOf(const Location &L) {
  return printable(L.File) + ":" + std::to_string(L.Line) + ":" +
         std::to_string(L.Column);
}

/// `bounds (text: within), lifetime missing`
std::string propertiesOf(const Site &S) {
  std::vector<std::string> Parts;
  for (const PropertyState &P : S.Properties) {
    std::string Part = toString(P.Name).str() + ofSubject(P);
    if (P.Origin == PropertyOrigin::Missing)
      Part += " missing";
    else
      Part += " (" + toString(P.Origin).str() +
              (P.By.empty() ? "" : ": " + printable(P.By)) + ")";
    Parts.push_back(std::move(Part));
  }
  return join(Parts, ", ");
}

StringRef textOf(const Claim &C) {
  return C.S->Excuse ? StringRef(*C.S->Excuse) : StringRef(C.S->Comment->Text);
}

void printLines(StringRef Head, ArrayRef<std::string> Lines, raw_ostream &OS) {
  for (const std::string &Line : Lines)
    OS << Head << printable(Line) << '\n';
}

} // namespace

Review reviewOf(const Report &R, const StringSet<> &OpenBefore,
                AddedFunction IsAdded) {
  Review W;
  for (const Site &S : R.Sites) {
    if (isVendored(R, S))
      continue;
    if (S.Baseline == "new")
      W.New.push_back(&S);
    else if (std::string Why = claimOf(S, OpenBefore, IsAdded); !Why.empty())
      W.Claims.push_back({&S, std::move(Why)});
  }
  for (const Remark &M : R.Remarks)
    if (M.Baseline == "new" && !isVendored(R, M))
      W.Remarks.push_back(&M);
  llvm::stable_sort(W.New, [](const Site *A, const Site *B) {
    return std::make_tuple(A->Defects.empty(), A->State, A->Level, A->Sure) <
           std::make_tuple(B->Defects.empty(), B->State, B->Level, B->Sure);
  });
  return W;
}

void writeReviewText(const Review &W, const Report &R, const Verdict &V,
                     StringRef Base, raw_ostream &OS) {
  for (const Site *S : W.New) {
    for (const Defect &D : S->Defects)
      OS << placeOf(S->Where) << ": error: " << printable(D.Message) << ": "
         << subjectOf(*S) << '\n';
    if (S->State <= Status::Partial)
      OS << placeOf(S->Where) << ": error: new " << headlineOf(*S)
         << " [warrant-" << S->Check << "]\n";
    for (const RelatedPlace &P : notesOf(*S, /*All=*/true))
      OS << placeOf(P.Where) << ": note: " << printable(P.Message) << '\n';
  }
  for (const Remark *M : W.Remarks)
    OS << placeOf(M->Where) << ": warning: new " << M->Kind << ": "
       << printable(M->Message) << '\n';
  if (any_of(W.New, [](const Site *S) { return S->State <= Status::Partial; }))
    OS << "what to do: write above each why it is sound, as '// SAFETY: ...'; "
          "'warrant annotate --since "
       << Base << "' writes the questions, 'warrant explain FILE:LINE' says "
       << "what is looked for\n";
  if (!W.Claims.empty())
    OS << "to review: " << counted(W.Claims.size(), "claim") << '\n';
  for (const Claim &C : W.Claims)
    OS << placeOf(C.S->Where) << ": review: " << C.Why << ": '"
       << printable(textOf(C)) << "': " << subjectOf(*C.S)
       << (C.S->Properties.empty() ? "" : ": " + propertiesOf(*C.S)) << '\n';
  for (const UnitSummary &U : R.Units)
    if (U.State != UnitStatus::Ok && U.State != UnitStatus::Skipped)
      OS << printable(U.File) << ": " << toString(U.State)
         << (U.Messages.empty() ? "" : ": " + printable(U.Messages.front()))
         << '\n';
  printLines("warning: ", V.Warnings, OS);
  printLines("failed: ", V.Failures, OS);
  printLines("incomplete: ", V.IncompleteReasons, OS);
  if (V.exitStatus() == 0)
    OS << "passed: " << counted(R.Units.size(), "unit") << " analysed\n";
}

//===----------------------------------------------------------------------===//
// Markdown
//===----------------------------------------------------------------------===//

static void writeList(StringRef Title, ArrayRef<std::string> Lines,
                      raw_ostream &OS) {
  if (Lines.empty())
    return;
  OS << "\n**" << Title << "**\n\n";
  for (const std::string &Line : Lines)
    OS << "- " << markdownCode(Line) << '\n';
}

void writeReviewMarkdown(const Review &W, const Report &R, const Verdict &V,
                         raw_ostream &OS) {
  const int Status = V.exitStatus();
  OS << "## Raw memory: "
     << (Status == 0   ? "passed"
         : Status == 1 ? "failed"
                       : "incomplete")
     << '\n';
  writeList("Failed", V.Failures, OS);
  writeList("Incomplete", V.IncompleteReasons, OS);
  writeList("Warnings", V.Warnings, OS);
  if (!W.New.empty())
    OS << "\n### New (" << W.New.size()
       << ")\n\n| place | operation | what |\n| --- | --- | --- |\n";
  for (const Site *S : W.New)
    OS << "| " << markdownCode(placeOf(S->Where)) << " | "
       << markdownCode(S->Snippet) << " | " << toString(S->State) << " "
       << S->Kind << " |\n";
  if (!W.Claims.empty())
    OS << "\n### To review (" << W.Claims.size()
       << ")\n\n| place | operation | claim | why | properties |\n"
          "| --- | --- | --- | --- | --- |\n";
  for (const Claim &C : W.Claims)
    OS << "| " << markdownCode(placeOf(C.S->Where)) << " | "
       << markdownCode(C.S->Snippet) << " | " << markdownCode(textOf(C))
       << " | " << C.Why << " | " << markdownCode(propertiesOf(*C.S)) << " |\n";
}

} // namespace warrant
