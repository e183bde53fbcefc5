//===- EvidencePointers.cpp - What is known of a pointer ------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EvidencePointers.h"
#include "Types.h"
#include "clang/AST/Attr.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/Builtins.h"

using namespace clang;

namespace warrant {

const VarDecl *localPointer(const Expr *E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(strip(E));
  const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return V && V->hasLocalStorage() && V->getType()->isPointerType() ? V
                                                                    : nullptr;
}

namespace {

/// The variable that the lvalue \p E is, or is a member of.
const VarDecl *objectOf(const Expr *E) {
  E = E->IgnoreParens();
  while (const auto *Member = dyn_cast<MemberExpr>(E)) {
    if (Member->isArrow() || !isa<FieldDecl>(Member->getMemberDecl()))
      return nullptr;
    E = Member->getBase()->IgnoreParenImpCasts();
  }
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  // What is weak may not be there.
  return V && !V->isWeak() ? V : nullptr;
}

std::string quoted(const Expr &E, const ASTContext &AST) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  OS << '\'';
  E.printPretty(OS, nullptr, AST.getPrintingPolicy());
  OS << '\'';
  return Text;
}

} // namespace

std::string firstElement(const Expr *E, const ASTContext &AST) {
  std::optional<uint64_t> Extent = knownExtent(E, AST);
  bool Has =
      strip(E)->getType()->isConstantArrayType() && Extent && *Extent > 0;
  return Has ? "an array of " + std::to_string(*Extent) : "";
}

std::string namedObject(const Expr *E, const ASTContext &AST) {
  const Expr *Named = strip(E);
  if (const auto *U = dyn_cast<UnaryOperator>(Named))
    return U->getOpcode() == UO_AddrOf && objectOf(U->getSubExpr())
               ? "the address of " + quoted(*U->getSubExpr(), AST)
               : "";
  return isa<StringLiteral>(Named) || objectOf(Named) ? firstElement(E, AST)
                                                      : "";
}

std::string knownObject(const VarDecl *V, const FunctionFlow &Flow) {
  const ASTContext &AST = Flow.context();
  const Expr *Init = V->getInit();
  if (!Init || isa<ParmVarDecl>(V) || !Flow.uses().isUnchanged(V))
    return {};
  QualType From = strip(Init)->getType();
  From = From->isArrayType() ? AST.getAsArrayType(From)->getElementType()
                             : From->getPointeeType();
  if (From.isNull() ||
      !AST.hasSameUnqualifiedType(From, V->getType()->getPointeeType()))
    return {};
  std::string Object = namedObject(Init, AST);
  return Object.empty() ? "" : "'" + V->getNameAsString() + "' is " + Object;
}

namespace {

/// Whether a value of \p E is not null by what it is.
bool isNonNull(const Expr *E, const ASTContext &AST) {
  E = strip(E);
  while (const auto *Cast = dyn_cast<ExplicitCastExpr>(E)) {
    const Expr *From = Cast->getSubExprAsWritten();
    if (isa<CXXDynamicCastExpr>(Cast) || !isPointerOperand(From))
      return false;
    E = strip(From);
  }
  if (!namedObject(E, AST).empty() || isa<CXXThisExpr>(E))
    return true;
  if (const auto *New = dyn_cast<CXXNewExpr>(E))
    return New->getOperatorNew() && !New->shouldNullCheckAllocation();
  if (const auto *Choice = dyn_cast<ConditionalOperator>(E))
    return isNonNull(Choice->getTrueExpr(), AST) &&
           isNonNull(Choice->getFalseExpr(), AST);
  const auto *Call = dyn_cast<CallExpr>(E);
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  return F && F->hasAttr<ReturnsNonNullAttr>();
}

/// Follows the paths to a read of a pointer back to what says that it is not
/// null. A step is taken to keep what it was: null can't be stepped from.
class NullSearch {
public:
  NullSearch(const VarDecl *V, const FunctionFlow &Flow)
      : V(V), Flow(Flow), AST(Flow.context()) {}

  bool onEveryPath(FlowPoint At);
  llvm::ArrayRef<Reason> reasons() const { return Reasons; }

private:
  enum class Effect : uint8_t { None, Establishes, Breaks };

  Effect set(const Expr *Value, SourceLocation Where);
  Effect effectOf(const CFGElement &E);
  Effect effectAbove(FlowPoint From);
  bool isRead(const Expr *E) const;
  bool implied(const Expr *Condition, bool Truth) const;
  bool establishes(const CFGBlock &From, const CFGBlock &To);

  const VarDecl *V;
  const FunctionFlow &Flow;
  const ASTContext &AST;
  llvm::SmallVector<Reason, 4> Reasons;
};

NullSearch::Effect NullSearch::set(const Expr *Value, SourceLocation Where) {
  if (!Value || !isNonNull(Value, AST))
    return Effect::Breaks;
  Reasons.push_back({Reason::How::Set, Where});
  return Effect::Establishes;
}

NullSearch::Effect NullSearch::effectOf(const CFGElement &E) {
  std::optional<CFGStmt> Element = E.getAs<CFGStmt>();
  if (!Element)
    return Effect::None;
  const Stmt *S = Element->getStmt();
  if (const VariableWrite *W = Flow.uses().writeAt(S)) {
    if (W->Target != V)
      return Effect::None;
    if (!Flow.uses().isAlone(S))
      return Effect::Breaks;
    return W->Kind == VariableWrite::How::Assign
               ? set(W->Value, S->getBeginLoc())
               : Effect::None;
  }
  const auto *Declared = dyn_cast<DeclStmt>(S);
  return Declared && llvm::is_contained(Declared->decls(), V)
             ? set(V->getInit(), V->getLocation())
             : Effect::None;
}

NullSearch::Effect NullSearch::effectAbove(FlowPoint From) {
  for (unsigned I = From.Index; I != 0; --I)
    if (Effect Found = effectOf((*From.Block)[I - 1]); Found != Effect::None)
      return Found;
  return Effect::None;
}

/// Whether \p E is the variable, or an assignment to it, as a value.
bool NullSearch::isRead(const Expr *E) const {
  E = E->IgnoreParenCasts();
  if (const auto *Assign = dyn_cast<BinaryOperator>(E);
      Assign && Assign->getOpcode() == BO_Assign)
    E = Assign->getLHS()->IgnoreParens();
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  return Ref && Ref->getDecl() == V;
}

/// Whether \p V is not null where \p Condition has turned out as \p Truth.
bool NullSearch::implied(const Expr *Condition, bool Truth) const {
  const Expr *E = Condition->IgnoreParenImpCasts();
  if (const auto *Call = dyn_cast<CallExpr>(E);
      Call && Call->getBuiltinCallee() == Builtin::BI__builtin_expect)
    return implied(Call->getArg(0), Truth);
  if (const auto *Unary = dyn_cast<UnaryOperator>(E);
      Unary && Unary->getOpcode() == UO_LNot)
    return implied(Unary->getSubExpr(), !Truth);
  const auto *Binary = dyn_cast<BinaryOperator>(E);
  if (!Binary || Binary->getOpcode() == BO_Assign)
    return Truth && isRead(E);
  // The right side may change what the left one has told.
  if (Binary->isLogicalOp())
    return Truth == (Binary->getOpcode() == BO_LAnd) &&
           (implied(Binary->getRHS(), Truth) ||
            (Flow.uses().isUnchanged(V) && implied(Binary->getLHS(), Truth)));
  if (Binary->getOpcode() != (Truth ? BO_NE : BO_EQ))
    return false;
  auto IsNull = [&](const Expr *Side) {
    return Side->IgnoreParenCasts()->isNullPointerConstant(
               // SAFETY(mutability): every ASTContext is created mutable, and
               // asking this of an expression only reads it.
               const_cast<ASTContext &>(AST), Expr::NPC_NeverValueDependent) !=
           Expr::NPCK_NotNull;
  };
  return (isRead(Binary->getLHS()) && IsNull(Binary->getRHS())) ||
         (isRead(Binary->getRHS()) && IsNull(Binary->getLHS()));
}

/// Whether the branch at the end of \p From says so on its way to \p To.
bool NullSearch::establishes(const CFGBlock &From, const CFGBlock &To) {
  const Expr *Condition = From.getLastCondition();
  if (!Condition || From.succ_size() != 2 ||
      isa_and_nonnull<SwitchStmt>(From.getTerminatorStmt()) ||
      From.getTerminator().isTemporaryDtorsBranch())
    return false;
  const CFGBlock *OnTrue = *From.succ_begin();
  const CFGBlock *OnFalse = *std::next(From.succ_begin());
  if (OnTrue == OnFalse || !implied(Condition, &To == OnTrue))
    return false;
  Reasons.push_back({Reason::How::Checked, Condition->getBeginLoc()});
  return true;
}

bool NullSearch::onEveryPath(FlowPoint At) {
  llvm::SmallPtrSet<const CFGBlock *, 16> Seen;
  llvm::SmallVector<FlowPoint, 16> Work = {At};
  bool Established = false;
  while (!Work.empty()) {
    FlowPoint From = Work.pop_back_val();
    Effect Found = effectAbove(From);
    Established |= Found == Effect::Establishes;
    if (Found == Effect::Establishes)
      continue;
    if (Found == Effect::Breaks || From.Block == &Flow.graph().getEntry() ||
        isa_and_nonnull<CXXTryStmt>(From.Block->getTerminatorStmt()))
      return false;
    for (const CFGBlock *Before : From.Block->preds()) {
      if (!Before)
        continue;
      if (establishes(*Before, *From.Block))
        Established = true;
      else if (Seen.insert(Before).second)
        Work.push_back({Before, Before->size()});
    }
  }
  // Code that nothing leads to is not known by that.
  return Established;
}

} // namespace

std::string nonNullFact(const Expr *E, const FunctionFlow &Flow) {
  const VarDecl *V = localPointer(E);
  const auto *Ref = dyn_cast<DeclRefExpr>(strip(E));
  if (!V || !Flow.uses().isFollowed(V))
    return {};
  // `p = p->next` reads before it writes.
  const Stmt *Root = Flow.uses().rootOf(*Ref);
  if (Flow.uses().isUnsequenced(
          *Ref, isa_and_nonnull<BinaryOperator>(Root) ? Root : nullptr))
    return {};
  std::optional<FlowPoint> At;
  for (const Expr *Read = E->IgnoreParens(); !At;) {
    const auto *Cast = dyn_cast<ImplicitCastExpr>(Read);
    if (!Cast)
      return {};
    At = Flow.pointOf(Cast);
    Read = Cast->getSubExpr()->IgnoreParens();
  }
  NullSearch Search(V, Flow);
  if (!Search.onEveryPath(*At))
    return {};
  return "'" + V->getNameAsString() + "' is not null: " +
         describeReasons(Search.reasons(), Flow.context().getSourceManager());
}

} // namespace warrant
