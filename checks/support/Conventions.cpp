//===- Conventions.cpp - Other people's ways to justify -------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Conventions.h"
#include "SafetyCommentsSearch.h"
#include "llvm/Support/GlobPattern.h"

using namespace clang;
using llvm::StringRef;

namespace warrant {
namespace {

using Kind = EnclosingLevel::Kind;

/// A check of clang-tidy, and a kind of operation that it complains about.
struct TidyRow {
  StringRef Check, Kind;
};

constexpr TidyRow TidyRows[] = {
#define WARRANT_TIDY_CHECK(Check, Kind) {Check, Kind},
#include "TidyChecks.def"
};

bool requiresBounds(OperationKind K) {
  return K.Kind->Required.contains(Property::Bounds) ||
         K.Check->Name == "unsafe-call";
}

bool servesMisra(const KindInfo &K, StringRef Rule) {
  return llvm::is_contained(K.Refs.MisraC2012, Rule) ||
         llvm::is_contained(K.Refs.MisraCpp2023, Rule);
}

/// \p Rule is a rule's number or name, or a profile, in any case.
bool servesCore(const KindInfo &K, StringRef Rule) {
  return llvm::any_of(K.Refs.CoreGuidelines, [&](StringRef Served) {
    return Served.equals_insensitive(Rule) ||
           Served.split('.').first.equals_insensitive(Rule);
  });
}

/// A `*` alone names no check.
bool isCoveredByTidy(const KindInfo &K, StringRef Name) {
  llvm::Expected<llvm::GlobPattern> Glob = llvm::GlobPattern::create(Name);
  bool Usable = Glob && !Name.trim("*").empty();
  if (!Glob)
    llvm::consumeError(Glob.takeError()); // no glob, so no check's name either
  return Usable && llvm::any_of(TidyRows, [&](const TidyRow &Row) {
           return Row.Kind == K.Name && Glob->match(Row.Check);
         });
}

/// Whether the brace \p Brace begins a constructor's initializer: `: a{1}`.
bool opensInitializer(const ScannedFile &F, unsigned Brace) {
  tok::TokenKind Before = F.Tokens[Brace - 1].Kind;
  return Before == tok::raw_identifier || Before == tok::greater;
}

/// Where the function's body begins whose head begins with \p Token: its
/// brace, or 0.
unsigned bodyBehindHead(const ScannedFile &F, unsigned Token) {
  unsigned Depth = 0;
  bool Initializers = false;
  unsigned Limit =
      std::min<size_t>(F.Tokens.size(), Token + MaxConventionTokens);
  for (; Token < Limit; ++Token) {
    tok::TokenKind T = F.Tokens[Token].Kind;
    Depth += T == tok::l_paren;
    Depth -= T == tok::r_paren && Depth;
    if (Depth)
      continue;
    Initializers |= T == tok::colon;
    if (T == tok::semi || T == tok::r_brace)
      return 0;
    if (T != tok::l_brace)
      continue;
    if (!Initializers || !opensInitializer(F, Token))
      return F.Tokens[Token].Begin;
    unsigned Behind = behindPartner(F, Token, tok::l_brace, tok::r_brace);
    if (!Behind)
      return 0;
    Token = Behind - 1;
  }
  return 0;
}

/// Whether the attribute before the token \p Behind stands at a construct
/// around \p A.
bool isAttributed(const ScannedFile &F, const Anchor &A, unsigned Behind) {
  unsigned Body = bodyBehindHead(F, Behind);
  unsigned Head = F.Tokens[Behind].Begin;
  return llvm::any_of(A.Levels, [&](const EnclosingLevel &L) {
    // A constructor's initializers come before its brace.
    if (L.What == Kind::FunctionBody)
      return Head < L.Begin && L.Begin <= Body;
    return skipAttributes(F, F.tokenAt(L.Begin)) == Behind;
  });
}

bool holds(const ConventionRegion &R, const ScannedFile &F, const Anchor &A) {
  if (R.Attributed)
    return isAttributed(F, A, R.Attributed);
  return R.Range.contains(A.Token) || (R.Lines && R.Range.contains(A.Begin));
}

/// A declaration that is itself a site has its documentation, no regions.
bool isDeclaration(const Anchor &A) {
  return !A.Levels.empty() &&
         A.Levels.front().What == Kind::BoundaryDeclaration;
}

void look(Association &Out, const ScannedText &T, std::string Rule,
          bool Taken = false) {
  Out.Looked.push_back(
      {T.Safety.Line, T.Safety.Text, std::move(Rule), Taken, {}});
}

/// Lets \p R speak; whether nothing beyond it needs to be asked.
bool applyRegion(const ConventionRegion &R, OperationKind What,
                 Association &Out) {
  if (!R.Said.About->covers(What)) {
    look(Out, R.Said, "not taken: speaks of operations of other kinds");
    return false;
  }
  if (R.Said.Rejection) {
    look(Out, R.Said, "rejected: " + *R.Said.Rejection);
    if (Out.Placeholder.empty())
      Out.Placeholder = *R.Said.Rejection;
    return false;
  }
  look(Out, R.Said, "taken: " + R.How, /*Taken=*/true);
  Out.Comment = R.Said.Safety;
  Out.Where = R.Where;
  return true;
}

/// A macro that says that nobody has looked yet is believed, whatever a
/// comment says.
bool isOverridden(const ConventionFile &Conventions, const ScannedFile &F,
                  const Anchor &A, OperationKind What, Association &Out) {
  for (const ConventionRegion &R : Conventions.Regions) {
    if (!R.Overrides || !holds(R, F, A) || !R.Said.About->covers(What))
      continue;
    for (Considered &L : Out.Looked)
      if (std::exchange(L.Taken, false))
        L.Rule = "not taken: the macro says that it is still to be looked at";
    look(Out, R.Said, "rejected: " + *R.Said.Rejection);
    Out.Comment.reset();
    Out.Rejection = *R.Said.Rejection;
    return true;
  }
  return false;
}

void applyReferences(const ScannedFile &References, const Anchor &A,
                     OperationKind What, Association &Out) {
  Association Found = Search(References, A, What).run();
  llvm::append_range(Out.Looked, Found.Looked);
  if (Out.Placeholder.empty())
    Out.Placeholder = Found.Rejection;
  if (!Found.Comment)
    return;
  Out.Comment = std::move(Found.Comment);
  Out.Where = Found.Where;
}

} // namespace

bool Subject::covers(OperationKind K) const {
  if (!K.Kind)
    return false;
  auto AnyName = [&](bool (*Covers)(const KindInfo &, StringRef)) {
    return llvm::any_of(Names,
                        [&](StringRef Name) { return Covers(*K.Kind, Name); });
  };
  switch (What) {
  case Words::Bounds:
    return requiresBounds(K);
  case Words::Misra:
    return AnyName(servesMisra);
  case Words::Core:
    return AnyName(servesCore);
  case Words::Tidy:
    return AnyName(isCoveredByTidy);
  }
  llvm_unreachable("not a kind of words");
}

unsigned behindPartner(const ScannedFile &F, unsigned Open,
                       tok::TokenKind Opens, tok::TokenKind Closes) {
  unsigned Depth = 0;
  unsigned Limit =
      std::min<size_t>(F.Tokens.size(), Open + MaxConventionTokens);
  for (unsigned I = Open; I < Limit; ++I) {
    Depth += F.Tokens[I].Kind == Opens;
    if (F.Tokens[I].Kind == Closes && --Depth == 0)
      return I + 1;
  }
  return 0;
}

unsigned skipAttributes(const ScannedFile &F, unsigned Token) {
  while (Token + 1 < F.Tokens.size() && F.Tokens[Token].Kind == tok::l_square &&
         F.Tokens[Token + 1].Kind == tok::l_square) {
    unsigned Behind = behindPartner(F, Token, tok::l_square, tok::r_square);
    if (!Behind)
      break;
    Token = Behind;
  }
  return Token;
}

std::vector<Span> usesOfMacros(const ScannedFile &F,
                               llvm::ArrayRef<StringRef> Names) {
  std::vector<Span> Out;
  for (unsigned I = 0; I + 1 < F.Tokens.size(); ++I) {
    const CodeToken &T = F.Tokens[I];
    bool Uses = T.Kind == tok::raw_identifier && !T.InDirective &&
                F.Tokens[I + 1].Kind == tok::l_paren &&
                llvm::is_contained(Names, F.spelling(T));
    unsigned Behind =
        Uses ? behindPartner(F, I + 1, tok::l_paren, tok::r_paren) : 0;
    if (Behind)
      Out.push_back({T.Begin, F.Tokens[Behind - 1].End});
  }
  return Out;
}

std::shared_ptr<const ConventionFile> readConventions(const ScannedFile &F,
                                                      const Config &C) {
  auto Out = std::make_shared<ConventionFile>();
  if (C.follows("chromium"))
    readChromium(F, *Out);
  if (C.follows("webkit"))
    readWebKit(F, C, *Out);
  if (C.follows("gsl"))
    readSuppressions(F, C, *Out);
  if (C.follows("misra"))
    readDeviations(F, C, *Out);
  llvm::stable_sort(Out->Regions, [](const auto &L, const auto &R) {
    return L.Range.Begin < R.Range.Begin;
  });
  bool Any = Out->References || !Out->Regions.empty() || !Out->Faults.empty();
  return Any ? Out : nullptr;
}

void applyConventions(const ConventionFile &Conventions, const ScannedFile &F,
                      const Anchor &A, OperationKind What, Association &Out) {
  if (!What.Kind)
    return;
  bool Regions = !isDeclaration(A);
  if (Regions && isOverridden(Conventions, F, A, What, Out))
    return;
  if (!Out.Comment && Conventions.References)
    applyReferences(*Conventions.References, A, What, Out);
  if (Out.Comment || !Regions)
    return;
  // The innermost begins last.
  for (const ConventionRegion &R : llvm::reverse(Conventions.Regions))
    if (holds(R, F, A) && applyRegion(R, What, Out))
      return;
}

std::vector<SafetyText> conventionTextsAround(const ConventionFile &Conventions,
                                              const ScannedFile &F,
                                              const Anchor &A) {
  std::vector<SafetyText> Out;
  if (isDeclaration(A))
    return Out;
  for (const ConventionRegion &R : Conventions.Regions)
    if (R.Where == Placement::Region && holds(R, F, A))
      Out.push_back(R.Said.Safety);
  return Out;
}

} // namespace warrant
