//===- ConventionsTidy.cpp - Suppressions that give a reason --------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `[[gsl::suppress("bounds.1", justification: "...")]]`, as the Core Guidelines
// spell it, and NOLINT with a reason. The attribute is read from the text:
// Clang 19 refuses the justification and drops the attribute.
//
//===----------------------------------------------------------------------===//

#include "Conventions.h"
#include "Nolint.h"

using namespace clang;
using llvm::StringRef;

namespace warrant {
namespace {

/// One use of `gsl::suppress`.
struct GslSuppress {
  std::vector<std::string> Rules;
  std::string Justification;
  unsigned Begin = 0;      ///< offset of `gsl`
  unsigned Attributed = 0; ///< the first token behind the attributes
};

class GslReader {
public:
  explicit GslReader(const ScannedFile &F) : F(F) {}

  std::vector<GslSuppress> read() {
    for (unsigned I = 0; I + 3 < F.Tokens.size(); ++I)
      if (!F.Tokens[I].InDirective && word(I) == "gsl" &&
          F.Tokens[I + 1].Kind == tok::coloncolon &&
          word(I + 2) == "suppress" && F.Tokens[I + 3].Kind == tok::l_paren)
        readOne(I);
    return std::move(Found);
  }

private:
  StringRef word(unsigned I) const {
    return F.Tokens[I].Kind == tok::raw_identifier ? F.spelling(F.Tokens[I])
                                                   : StringRef();
  }

  void readOne(unsigned Gsl) {
    unsigned Open = Gsl + 3;
    unsigned Behind = behindPartner(F, Open, tok::l_paren, tok::r_paren);
    unsigned End = Behind;
    while (End && End < F.Tokens.size() && !endsAttribute(End))
      ++End;
    if (!End || End >= F.Tokens.size())
      return;
    GslSuppress S;
    S.Begin = F.Tokens[Gsl].Begin;
    S.Attributed = skipAttributes(F, End);
    unsigned Part = Open + 1;
    for (unsigned I = Part; I < Behind; ++I)
      if (F.Tokens[I].Kind == tok::comma || I + 1 == Behind) {
        readPart(Part, I, S);
        Part = I + 1;
      }
    if (S.Attributed < F.Tokens.size())
      Found.push_back(std::move(S));
  }

  /// Whether \p I is right behind a `]]`.
  bool endsAttribute(unsigned I) const {
    return F.Tokens[I - 1].Kind == tok::r_square &&
           F.Tokens[I - 2].Kind == tok::r_square;
  }

  /// One argument: a rule, or the justification.
  void readPart(unsigned Begin, unsigned End, GslSuppress &S) const {
    bool Justifies = End - Begin > 1 && word(Begin) == "justification" &&
                     F.Tokens[Begin + 1].Kind == tok::colon;
    std::string Text;
    for (unsigned I = Justifies ? Begin + 2 : Begin; I < End; ++I)
      Text += F.spelling(F.Tokens[I]).trim('"');
    if (Justifies)
      S.Justification = std::move(Text);
    else if (!Text.empty())
      S.Rules.push_back(std::move(Text));
  }

  const ScannedFile &F;
  std::vector<GslSuppress> Found;
};

ConventionRegion regionOf(const ScannedFile &F, GslSuppress S,
                          const Config &C) {
  ConventionRegion R;
  R.How = "a justification of gsl::suppress";
  R.Range = {S.Begin, S.Begin};
  R.Attributed = S.Attributed;
  R.Said.Safety.Offset = S.Begin;
  R.Said.Safety.Line = F.lineOf(S.Begin);
  R.Said.Safety.Text = S.Justification;
  R.Said.About = Subject{Subject::Words::Core, std::move(S.Rules)};
  R.Said.Rejection =
      S.Justification.empty()
          ? std::optional<std::string>(
                "a placeholder, gsl::suppress without a justification")
          : rejectionOf(S.Justification, C.Reject);
  return R;
}

ConventionRegion regionOf(const ScannedFile &F, const Nolint &N,
                          const Config &C) {
  ConventionRegion R;
  R.How = "the reason of a NOLINT";
  unsigned Lines = F.LineStarts.size();
  R.Range = {F.lineBegin(std::min(N.FirstLine, Lines)),
             F.lineEnd(std::min(N.LastLine, Lines))};
  R.Lines = true;
  R.Said.Safety.Offset = N.Offset;
  R.Said.Safety.Line = N.ReasonLine;
  R.Said.Safety.Text = N.Reason;
  R.Said.About = Subject{Subject::Words::Tidy, N.Names};
  R.Said.Rejection = rejectionOf(N.Reason, C.Reject);
  return R;
}

} // namespace

void readSuppressions(const ScannedFile &F, const Config &C,
                      ConventionFile &Out) {
  for (GslSuppress &S : GslReader(F).read())
    Out.Regions.push_back(regionOf(F, std::move(S), C));
  for (const Nolint &N : readNolints(F))
    if (!N.Reason.empty() && !N.Unclosed)
      Out.Regions.push_back(regionOf(F, N, C));
}

} // namespace warrant
