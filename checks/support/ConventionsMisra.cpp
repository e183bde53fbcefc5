//===- ConventionsMisra.cpp - Deviations from MISRA's rules ---------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `MISRA Ref 11.3.1 [Title]` counts where a SAFETY comment would and says what
// the record says that it refers to, so references are read into a copy of the
// file in which they take the place of SAFETY texts. So is an annotation of
// Coverity's that gives its reason on the spot.
//
//===----------------------------------------------------------------------===//

#include "Conventions.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace warrant {
namespace {

/// `MISRA C:2012 Ref 11.3.1 [Title]`: the identifier behind `Ref` or
/// `Deviation`, which has a digit in it; empty where \p Line is no reference.
StringRef referenceIn(StringRef Line) {
  if (!Line.consume_front("MISRA "))
    return {};
  constexpr unsigned Most = 3; // words before it that name the edition
  for (unsigned I = 0; I < Most; ++I) {
    auto [Word, Rest] = Line.ltrim().split(' ');
    Line = Rest;
    Word = Word.rtrim(":.");
    if (!Word.equals_insensitive("ref") &&
        !Word.equals_insensitive("deviation"))
      continue;
    StringRef Id = Rest.ltrim(" :").take_while([](char C) {
      return llvm::isAlnum(C) || C == '.' || C == '-' || C == '_';
    });
    Id = Id.rtrim("._-");
    return llvm::any_of(Id, llvm::isDigit) ? Id : StringRef();
  }
  return {};
}

/// The rule and the reason of `coverity[misra_c_2012_rule_11_3_violation] why`.
struct Annotation {
  std::string Rule;
  StringRef Reason;
};

std::optional<Annotation> annotationIn(StringRef Line) {
  if (!Line.consume_front("coverity["))
    return std::nullopt;
  auto [Event, Reason] = Line.split(']');
  llvm::SmallVector<StringRef, 8> Parts;
  Event.split(':').first.trim().split(Parts, '_');
  // misra, c, 2012, rule, 11, 3, violation
  if (Parts.size() != 7 || Parts[0] != "misra")
    return std::nullopt;
  StringRef Kind = Parts[3] == "rule" ? "Rule " : "Dir ";
  return Annotation{(Kind + Parts[4] + "." + Parts[5]).str(),
                    Reason.trim(" \t:")};
}

class ReferenceReader {
public:
  ReferenceReader(ScannedFile &F, const Config &C,
                  std::vector<TextFault> &Faults)
      : F(F), C(C), Faults(Faults) {}

  void read() {
    F.Texts.clear();
    for (CommentRun &R : F.Runs) {
      // To a reference a SAFETY text is nothing that stands in between.
      R.Skippable |= R.hasText();
      R.TextBegin = F.Texts.size();
      for (const CommentLine &L : linesOf(F, R))
        readLine(L, R);
      R.TextEnd = F.Texts.size();
    }
  }

private:
  void readLine(const CommentLine &L, const CommentRun &R) {
    if (StringRef Id = referenceIn(L.Text); !Id.empty())
      return refer(Id, L, R);
    std::optional<Annotation> A = annotationIn(L.Text);
    if (A && !A->Reason.empty())
      add(L, R, A->Reason.str(), {A->Rule}, rejectionOf(A->Reason, C.Reject));
  }

  /// Several records may have one identifier.
  void refer(StringRef Id, const CommentLine &L, const CommentRun &R) {
    std::vector<std::string> Rules;
    std::string Said;
    for (const Deviation &D : C.Deviations) {
      if (D.Id != Id)
        continue;
      Rules.insert(Rules.end(), D.Rules.begin(), D.Rules.end());
      Said += (Said.empty() ? "" : " ") + D.Text;
    }
    std::string Written = L.Text.str();
    if (Rules.empty() && Said.empty())
      return remark(Id, L);
    add(L, R, Said.empty() ? Written : Written + ": " + Said, std::move(Rules),
        rejectionOf(Said, C.Reject));
  }

  void add(const CommentLine &L, const CommentRun &R, std::string Text,
           std::vector<std::string> Rules,
           std::optional<std::string> Rejection) {
    ScannedText &T = F.Texts.emplace_back();
    // SAFETY(same-object): R is an element of F.Runs.
    T.Run = &R - F.Runs.data();
    T.Safety.Offset = F.Comments[L.Comment].Begin;
    T.Safety.Line = L.Line;
    T.Safety.Text = std::move(Text);
    T.Rejection = std::move(Rejection);
    T.About = Subject{Subject::Words::Misra, std::move(Rules)};
  }

  void remark(StringRef Id, const CommentLine &L) {
    std::vector<StringRef> Known;
    for (const Deviation &D : C.Deviations)
      Known.push_back(D.Id);
    Faults.push_back({"unknown-deviation", F.Comments[L.Comment].Begin, L.Line,
                      "'" + C.MisraDeviations + "' records no deviation '" +
                          Id.str() + "', so the comment counts for nothing" +
                          didYouMean(Id, Known),
                      Id.str()});
  }

  ScannedFile &F;
  const Config &C;
  std::vector<TextFault> &Faults;
};

} // namespace

void readDeviations(const ScannedFile &F, const Config &C,
                    ConventionFile &Out) {
  StringRef Text = F.Text;
  if (!Text.contains("MISRA ") && !Text.contains("coverity["))
    return;
  auto Copy = std::make_shared<ScannedFile>(F);
  ReferenceReader(*Copy, C, Out.Faults).read();
  if (!Copy->Texts.empty())
    Out.References = std::move(Copy);
}

} // namespace warrant
