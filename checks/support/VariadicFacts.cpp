//===- VariadicFacts.cpp - What is known of a va_list ---------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "VariadicFacts.h"
#include "FormatFacts.h"
#include "Options.h"
#include "Types.h"
#include "clang/AST/Attr.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Analysis/AnalysisDeclContext.h"
#include "clang/Analysis/CFG.h"
#include "clang/Basic/Builtins.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace warrant {

ListUse listUse(const CallExpr &E) {
  switch (E.getBuiltinCallee()) {
  case Builtin::BIva_start:
  case Builtin::BI__va_start:
  case Builtin::BI__builtin_va_start:
  case Builtin::BI__builtin_ms_va_start:
    return ListUse::Start;
  case Builtin::BIva_copy:
  case Builtin::BI__builtin_va_copy:
  case Builtin::BI__builtin_ms_va_copy:
    return ListUse::Copy;
  case Builtin::BIva_end:
  case Builtin::BI__builtin_va_end:
  case Builtin::BI__builtin_ms_va_end:
    return ListUse::End;
  default:
    return ListUse::None;
  }
}

/// Whether the spelling of \p T goes through a name for va_list.
static bool isSpelledAsList(QualType T) {
  while (const auto *Alias = T->getAs<TypedefType>()) {
    StringRef Name = Alias->getDecl()->getName();
    if (Name.ends_with("va_list"))
      return true;
    T = Alias->desugar();
  }
  return false;
}

bool isVaList(const Expr *E, const ASTContext &AST) {
  QualType T = strip(E)->getType(), List = AST.getBuiltinVaListType();
  if (T->isDependentType())
    return false;
  if (AST.hasSameUnqualifiedType(T, List))
    // On some targets every `char *` is one.
    return !List->isPointerType() || isSpelledAsList(T);
  return List->isArrayType() &&
         AST.hasSameUnqualifiedType(T, AST.getArrayDecayedType(List));
}

namespace {

/// The local variable that is the list of \p E, or null.
const VarDecl *localList(const CallExpr &E, const Context &C) {
  const Expr *Argument =
      E.getNumArgs() ? E.getArg(0)->IgnoreParenCasts() : nullptr;
  const auto *Ref = dyn_cast_or_null<DeclRefExpr>(Argument);
  const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  bool Own = V && V->isLocalVarDecl() && V->hasLocalStorage() &&
             V->getDeclContext() == C.Function;
  return Own ? V : nullptr;
}

/// Follows the paths from one use of a list to its partner.
class PartnerSearch {
public:
  PartnerSearch(const CallExpr &From, const VarDecl *List, const Context &C)
      : From(From), List(List), C(C), Forward(listUse(From) != ListUse::End),
        Analysis(nullptr, C.Function) {
    Analysis.getCFGBuildOptions().setAllAlwaysAdd();
    Graph = Analysis.getCFG();
  }

  bool canAnswer() const { return Graph && find(); }
  bool onEveryPath();
  /// Whether there is a partner at all.
  bool anywhere() const;
  /// Whether an exception may lead past a partner.
  bool throws() const;

private:
  enum class Found : uint8_t { Nothing, Partner, Stranger };

  const CFGBlock *find() const;
  Found at(const CFGElement &E) const;
  Found inBlock(const CFGBlock &Block, size_t Skip) const;
  bool isEnd(const CFGBlock &Block) const {
    return &Block == (Forward ? &Graph->getExit() : &Graph->getEntry());
  }

  const CallExpr &From;
  const VarDecl *List;
  const Context &C;
  const bool Forward;
  AnalysisDeclContext Analysis;
  const CFG *Graph = nullptr;
};

PartnerSearch::Found PartnerSearch::at(const CFGElement &E) const {
  std::optional<CFGStmt> S = E.getAs<CFGStmt>();
  const auto *Call = S ? dyn_cast<CallExpr>(S->getStmt()) : nullptr;
  if (!Call || listUse(*Call) == ListUse::None || localList(*Call, C) != List)
    return Found::Nothing;
  bool Ends = listUse(*Call) == ListUse::End;
  return Ends == Forward ? Found::Partner : Found::Stranger;
}

bool PartnerSearch::anywhere() const {
  for (const CFGBlock *Block : *Graph)
    for (const CFGElement &E : *Block)
      if (at(E) == Found::Partner)
        return true;
  return false;
}

bool PartnerSearch::throws() const {
  for (const CFGBlock *Block : *Graph) {
    if (isa_and_nonnull<CXXTryStmt>(Block->getTerminatorStmt()))
      return true;
    for (const CFGElement &E : *Block)
      if (std::optional<CFGStmt> S = E.getAs<CFGStmt>();
          S && isa<CXXThrowExpr>(S->getStmt()))
        return true;
  }
  return false;
}

const CFGBlock *PartnerSearch::find() const {
  for (const CFGBlock *Block : *Graph)
    for (const CFGElement &E : *Block)
      if (std::optional<CFGStmt> S = E.getAs<CFGStmt>();
          S && S->getStmt() == &From)
        return Block;
  return nullptr;
}

/// The first use of the list in \p Block, after the first \p Skip elements in
/// the direction of the search.
PartnerSearch::Found PartnerSearch::inBlock(const CFGBlock &Block,
                                            size_t Skip) const {
  for (size_t I = Skip; I < Block.size(); ++I)
    if (Found F = at(Block[Forward ? I : Block.size() - 1 - I]);
        F != Found::Nothing)
      return F;
  return Found::Nothing;
}

bool PartnerSearch::onEveryPath() {
  const CFGBlock *Start = find();
  size_t Skip = 0;
  for (const CFGElement &E : *Start) {
    ++Skip;
    if (std::optional<CFGStmt> S = E.getAs<CFGStmt>();
        S && S->getStmt() == &From)
      break;
  }
  if (!Forward)
    Skip = Start->size() - Skip + 1;
  llvm::SmallPtrSet<const CFGBlock *, 16> Seen;
  llvm::SmallVector<const CFGBlock *, 16> Work;
  for (const CFGBlock *Block = Start; Block;
       Block = Work.empty() ? nullptr : Work.pop_back_val()) {
    Found F = inBlock(*Block, Skip);
    Skip = 0;
    if (F == Found::Partner || (Forward && Block->hasNoReturnElement()))
      continue;
    if (F == Found::Stranger || isEnd(*Block))
      return false;
    auto Add = [&](const CFGBlock *Next) {
      if (Next && Seen.insert(Next).second)
        Work.push_back(Next);
    };
    if (Forward)
      llvm::for_each(Block->succs(), Add);
    else
      llvm::for_each(Block->preds(), Add);
  }
  return true;
}

} // namespace

ListPair findPartner(const CallExpr &E, const Context &C) {
  const VarDecl *List = localList(E, C);
  if (!List || !C.Function || C.Function->isDependentContext())
    return {};
  PartnerSearch Search(E, List, C);
  if (!Search.canAnswer())
    return {};
  std::string Name = "'" + List->getNameAsString() + "'";
  bool Ends = listUse(E) == ListUse::End;
  if (Search.onEveryPath())
    return {Name + (Ends ? " was started on every path"
                         : " is ended on every path"),
            std::nullopt};
  if (Ends)
    return {};
  if (!Search.anywhere())
    return {"", Defect{"va-end-missing", Precision::Certain,
                       Name + " is never ended"}};
  if (Search.throws())
    return {};
  return {"", Defect{"va-end-missing", Precision::Likely,
                     Name + " is not ended on every path"}};
}

/// The type that an argument of type \p T arrives as, where that is another.
static QualType promoted(QualType T, const ASTContext &AST) {
  if (T->isDependentType())
    return {};
  if (AST.isPromotableIntegerType(T))
    return AST.getPromotedIntegerType(T);
  bool Small = T->isSpecificBuiltinType(BuiltinType::Float) ||
               T->isSpecificBuiltinType(BuiltinType::Half);
  return Small ? AST.DoubleTy : QualType();
}

std::optional<Defect> startDefect(const CallExpr &Start, const Context &C) {
  const auto *Ref =
      Start.getNumArgs() < 2
          ? nullptr
          : dyn_cast<DeclRefExpr>(Start.getArg(1)->IgnoreParenCasts());
  const auto *P = Ref ? dyn_cast<ParmVarDecl>(Ref->getDecl()) : nullptr;
  // C23 does not look at it.
  if (!P || !C.Function || C.language().C23)
    return std::nullopt;
  std::string Name = "'" + P->getNameAsString() + "'", Why;
  QualType T = P->getOriginalType();
  QualType Arrives = promoted(T, C.AST);
  if (P != C.Function->parameters().back())
    Why = Name + " is not the last parameter";
  else if (T->isReferenceType())
    Why = Name + " is a reference";
  else if (T->isArrayType() || T->isFunctionType())
    Why = Name + " is declared as an array or a function";
  else if (!Arrives.isNull())
    Why = Name + " is promoted to '" + Arrives.getAsString() + "'";
  else
    return std::nullopt;
  return Defect{"va-start-parameter", Precision::Certain, Why};
}

std::optional<Defect> readDefect(const VAArgExpr &Read, const Context &C) {
  QualType T = Read.getType(), Arrives = promoted(T, C.AST);
  const PrintingPolicy &Policy = C.AST.getPrintingPolicy();
  std::string Name = "'" + T.getAsString(Policy) + "'";
  if (T->isArrayType())
    return Defect{"promoted-type", Precision::Certain,
                  Name + " is an array, which is passed as a pointer"};
  // An enumeration is read as well by its own integer's type.
  if (Arrives.isNull() || C.AST.getTypeSize(T) == C.AST.getTypeSize(Arrives))
    return std::nullopt;
  return Defect{"promoted-type", Precision::Certain,
                Name + " is passed as '" + Arrives.getAsString(Policy) + "'"};
}

namespace {

/// Which argument of a call is a format, and where those that it speaks of
/// begin.
struct FormatPlace {
  unsigned Format, First;
  bool IsScanf;
};

std::optional<FormatPlace> formatPlace(const FunctionDecl &F,
                                       const Context &C) {
  if (const auto *A = F.getAttr<FormatAttr>()) {
    if (A->getFirstArg() == 0)
      return std::nullopt;
    // The object of a member function counts as an argument, and is none.
    const auto *Method = dyn_cast<CXXMethodDecl>(&F);
    unsigned Object = Method && Method->isInstance() ? 1 : 0;
    return FormatPlace{A->getFormatIdx() - 1 - Object,
                       A->getFirstArg() - 1 - Object,
                       A->getType()->getName().contains("scanf")};
  }
  if (F.getNumParams() == 0 ||
      !isListed(F, "variadic-access", "printf-functions", C))
    return std::nullopt;
  return FormatPlace{F.getNumParams() - 1, F.getNumParams(), false};
}

} // namespace

std::string formatFact(const CallExpr &E, const Context &C) {
  const FunctionDecl *F = E.getDirectCallee();
  std::optional<FormatPlace> P = F ? formatPlace(*F, C) : std::nullopt;
  if (!P || P->Format >= E.getNumArgs() || P->First > E.getNumArgs())
    return {};
  llvm::SmallVector<const Expr *, 8> Arguments(E.arguments());
  std::optional<FormatFacts> Facts = readFormat(
      Arguments[P->Format], llvm::ArrayRef(Arguments).drop_front(P->First),
      P->IsScanf, C.AST);
  return Facts && Facts->TypesMatch
             ? "the format's conversions match the arguments"
             : "";
}

} // namespace warrant
