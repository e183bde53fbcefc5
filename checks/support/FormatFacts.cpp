//===- FormatFacts.cpp - What a constant format tells ---------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FormatFacts.h"
#include "MemoryRange.h"
#include "Types.h"
#include "clang/AST/FormatString.h"

using namespace clang;

namespace warrant {
namespace {

using analyze_format_string::ArgType;
using analyze_format_string::OptionalAmount;

class FormatReader final : public analyze_format_string::FormatStringHandler {
public:
  FormatReader(ArrayRef<const Expr *> Arguments, ASTContext &AST)
      : Arguments(Arguments), AST(AST) {}

  FormatFacts Facts;
  bool Readable = true;

private:
  using Printf = analyze_printf::PrintfSpecifier;
  using Scanf = analyze_scanf::ScanfSpecifier;

  void HandleIncompleteSpecifier(const char *, unsigned) override {
    Readable = false;
  }
  void HandleIncompleteScanList(const char *, const char *) override {
    Readable = false;
  }
  bool HandleInvalidPrintfConversionSpecifier(const Printf &, const char *,
                                              unsigned) override {
    return Readable = false;
  }
  bool HandleInvalidScanfConversionSpecifier(const Scanf &, const char *,
                                             unsigned) override {
    return Readable = false;
  }
  bool HandlePrintfSpecifier(const Printf &FS, const char *, unsigned,
                             const TargetInfo &) override;
  bool HandleScanfSpecifier(const Scanf &FS, const char *, unsigned) override;

  const Expr *argument(unsigned Index);
  void matchType(const ArgType &Wanted, const Expr *Argument);
  void matchAmount(const OptionalAmount &Amount);

  ArrayRef<const Expr *> Arguments;
  ASTContext &AST;
};

/// The argument of that position; null, and a mismatch, where there is none.
const Expr *FormatReader::argument(unsigned Index) {
  if (Index < Arguments.size())
    return Arguments[Index];
  Facts.TypesMatch = Facts.StringsFit = false;
  return nullptr;
}

/// Whether \p T is what \p Wanted names, or that but for its sign or pointee.
bool agrees(const ArgType &Wanted, QualType T, ASTContext &AST) {
  if (!Wanted.isValid())
    return false;
  ArgType::MatchKind Kind = Wanted.matchesType(AST, T);
  return Kind == ArgType::Match || Kind == ArgType::MatchPromotion ||
         Kind == ArgType::NoMatchSignedness ||
         (Kind == ArgType::NoMatchPedantic && T->isPointerType());
}

/// The text of a literal, or of a constant array that is made from one.
const StringLiteral *literalOf(const Expr *E) {
  E = withoutPointerCasts(strip(E));
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    const auto *V = dyn_cast<VarDecl>(Ref->getDecl());
    bool Constant = V && V->getType()->isArrayType() &&
                    V->getType().isConstQualified() && V->hasInit();
    E = Constant ? strip(V->getInit()) : E;
  }
  return dyn_cast<StringLiteral>(E);
}

/// Arguments are promoted; what they were before may be what is named.
void FormatReader::matchType(const ArgType &Wanted, const Expr *Argument) {
  if (!agrees(Wanted, Argument->getType(), AST) &&
      !agrees(Wanted, strip(Argument)->getType(), AST))
    Facts.TypesMatch = false;
}

void FormatReader::matchAmount(const OptionalAmount &Amount) {
  if (Amount.getHowSpecified() != OptionalAmount::Arg)
    return;
  if (const Expr *Argument = argument(Amount.getArgIndex()))
    matchType(Amount.getArgType(AST), Argument);
}

bool FormatReader::HandlePrintfSpecifier(const Printf &FS, const char *,
                                         unsigned, const TargetInfo &) {
  if (FS.usesPositionalArg())
    return Readable = false;
  matchAmount(FS.getFieldWidth());
  matchAmount(FS.getPrecision());
  if (!FS.consumesDataArgument())
    return true;
  ++Facts.Conversions;
  const Expr *Argument = argument(FS.getArgIndex());
  if (!Argument)
    return true;
  matchType(FS.getArgType(AST, /*IsObjCLiteral=*/false), Argument);
  auto Kind = FS.getConversionSpecifier().getKind();
  using Specifier = analyze_printf::PrintfConversionSpecifier;
  if (Kind == Specifier::nArg)
    Facts.TypesMatch = Facts.StringsFit = false; // writes
  if (Kind != Specifier::sArg && Kind != Specifier::SArg)
    return true;
  ++Facts.Strings;
  if (!stringFact(Argument, AST).empty())
    return true;
  std::optional<MemoryRange> Range = knownRange(Argument, AST);
  const OptionalAmount &Most = FS.getPrecision();
  Facts.StringsFit &= Range &&
                      Most.getHowSpecified() == OptionalAmount::Constant &&
                      Most.getConstantAmount() <= Range->Bytes;
  return true;
}

bool FormatReader::HandleScanfSpecifier(const Scanf &FS, const char *,
                                        unsigned) {
  if (FS.usesPositionalArg())
    return Readable = false;
  if (!FS.consumesDataArgument())
    return true;
  ++Facts.Conversions;
  const Expr *Argument = argument(FS.getArgIndex());
  if (!Argument)
    return true;
  matchType(FS.getArgType(AST), Argument);
  std::optional<MemoryRange> Range = knownRange(Argument, AST);
  using Specifier = analyze_scanf::ScanfConversionSpecifier;
  auto Kind = FS.getConversionSpecifier().getKind();
  bool String = Kind == Specifier::sArg || Kind == Specifier::SArg ||
                Kind == Specifier::ScanListArg;
  if (!String && Kind != Specifier::cArg) {
    Facts.StringsFit &= Range.has_value();
    return true;
  }
  ++Facts.Strings;
  const OptionalAmount &Width = FS.getFieldWidth();
  bool Bounded = Width.getHowSpecified() == OptionalAmount::Constant;
  Facts.IsUnbounded |= String && !Bounded;
  uint64_t Most = (Bounded ? Width.getConstantAmount() : 1) + (String ? 1 : 0);
  Facts.StringsFit &= (Bounded || !String) && Range && Most <= Range->Bytes;
  return true;
}

} // namespace

std::optional<FormatFacts> readFormat(const Expr *Format,
                                      ArrayRef<const Expr *> Arguments,
                                      bool IsScanf, ASTContext &AST) {
  const StringLiteral *Literal = literalOf(Format);
  if (!Literal || Literal->getCharByteWidth() != 1 ||
      Literal->getString().contains('\0'))
    return std::nullopt;
  FormatReader Reader(Arguments, AST);
  StringRef Text = Literal->getString();
  const LangOptions &Language = AST.getLangOpts();
  const TargetInfo &Target = AST.getTargetInfo();
  using namespace analyze_format_string;
  bool Stopped =
      IsScanf
          ? ParseScanfString(Reader, Text.begin(), Text.end(), Language, Target)
          : ParsePrintfString(Reader, Text.begin(), Text.end(), Language,
                              Target, /*isFreeBSDKPrintf=*/false);
  return Stopped || !Reader.Readable ? std::nullopt
                                     : std::optional(Reader.Facts);
}

} // namespace warrant
