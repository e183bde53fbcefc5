//===- VolatileUses.cpp - How memory is used where it is named
//-------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "VolatileUses.h"
#include "Types.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace warrant {
namespace {

/// What is accessed around a node: the widest lvalue that it is a part of, and
/// whether what stands around that accesses it.
struct Use {
  const Expr *Lvalue;
  bool IsAccess;
};

bool isAccessedBy(const Stmt *Around) {
  if (const auto *U = dyn_cast_or_null<UnaryOperator>(Around))
    return U->isIncrementDecrementOp();
  if (const auto *B = dyn_cast_or_null<BinaryOperator>(Around))
    return B->isAssignmentOp();
  if (const auto *Cast = dyn_cast_or_null<CastExpr>(Around))
    return Cast->getCastKind() != CK_NoOp;
  return isa_and_nonnull<CXXConstructExpr, CXXOperatorCallExpr>(Around);
}

/// The use of \p E, whose parents begin at \p N.
Use useOf(const Expr *E, const Context &C, unsigned N) {
  for (;; ++N) {
    const Stmt *Around = C.parent(N);
    const auto *Cast = dyn_cast_or_null<ImplicitCastExpr>(Around);
    if (const auto *Member = dyn_cast_or_null<MemberExpr>(Around);
        Member && !isa<FieldDecl>(Member->getMemberDecl()))
      return {E, false};
    bool Decays = Cast && Cast->getCastKind() == CK_ArrayToPointerDecay;
    if (Decays && !isa_and_nonnull<ArraySubscriptExpr>(C.parent(N + 1)))
      return {E, false};
    if (!isa_and_nonnull<ParenExpr, MemberExpr, ArraySubscriptExpr>(Around) &&
        !(Cast && Cast->getCastKind() != CK_LValueToRValue))
      return {E, isAccessedBy(Around)};
    E = cast<Expr>(Around);
  }
}

} // namespace

bool isAccessed(const Expr &E, const Context &C) {
  return useOf(&E, C, 0).IsAccess;
}

/// The use of what the pointer, the node of \p C, leads to, where it is
/// dereferenced on the spot.
static std::optional<Use> useOfPointee(const Context &C) {
  unsigned N = 0;
  while (isa_and_nonnull<ParenExpr, ImplicitCastExpr>(C.parent(N)))
    ++N;
  const Stmt *Around = C.parent(N);
  const auto *U = dyn_cast_or_null<UnaryOperator>(Around);
  const auto *Member = dyn_cast_or_null<MemberExpr>(Around);
  if (Member && !isa<FieldDecl>(Member->getMemberDecl()))
    return std::nullopt;
  bool Dereferenced = (U && U->getOpcode() == UO_Deref) ||
                      (Member && Member->isArrow()) ||
                      isa_and_nonnull<ArraySubscriptExpr>(Around);
  if (!Dereferenced)
    return std::nullopt;
  return useOf(cast<Expr>(Around), C, N + 1);
}

bool isAccessedAtOnce(const Context &C) {
  std::optional<Use> Found = useOfPointee(C);
  return Found && Found->IsAccess && isVolatileMemory(Found->Lvalue->getType());
}

bool isPlainAccessAtOnce(const Context &C) {
  std::optional<Use> Found = useOfPointee(C);
  return Found && Found->IsAccess &&
         !isVolatileMemory(Found->Lvalue->getType());
}

namespace {

/// Whether \p Around takes the value of its part \p E.
bool takesValue(const Stmt *Around, const Stmt *E, const Context &C) {
  if (const auto *B = dyn_cast_or_null<BinaryOperator>(Around))
    return B->getOpcode() != BO_Comma &&
           (!B->isAssignmentOp() || B->getRHS() == E);
  if (const auto *U = dyn_cast_or_null<UnaryOperator>(Around))
    return U->isArithmeticOp() && !U->isIncrementDecrementOp();
  return isa_and_nonnull<ReturnStmt>(Around) && C.Function &&
         !C.Function->getReturnType()->isReferenceType() &&
         !C.Function->getReturnType()->getContainedAutoType();
}

/// The type of the lvalue \p E; of a dependent operator the pattern knows no
/// more than its operand's.
QualType lvalueType(const Expr &E) {
  const Expr *Pointer = nullptr;
  if (const auto *U = dyn_cast<UnaryOperator>(&E);
      U && U->getOpcode() == UO_Deref)
    Pointer = U->getSubExpr();
  else if (const auto *Index = dyn_cast<ArraySubscriptExpr>(&E))
    Pointer = Index->getLHS();
  if (Pointer && Pointer->getType()->isPointerType())
    return Pointer->getType()->getPointeeType();
  return isa<DeclRefExpr, MemberExpr>(E) ? E.getType() : QualType();
}

} // namespace

bool isReadInPattern(const Expr &E, const Context &C) {
  if (C.InInstantiation || !E.isTypeDependent() || !isVolatile(lvalueType(E)))
    return false;
  unsigned N = 0;
  const Stmt *Child = &E;
  while (isa_and_nonnull<ParenExpr>(C.parent(N)))
    Child = C.parent(N++);
  return takesValue(C.parent(N), Child, C);
}

llvm::StringRef blockFunction(const CallExpr &Call) {
  static constexpr llvm::StringLiteral Names[] = {
      "memcpy",  "memmove",  "memset",         "memcmp",   "memchr",  "mempcpy",
      "memccpy", "bcopy",    "explicit_bzero", "bzero",    "bcmp",    "strcpy",
      "strncpy", "stpcpy",   "strlen",         "strcmp",   "strncmp", "wmemcpy",
      "wmemset", "memcpy_s", "memset_s",       "memmove_s"};
  const FunctionDecl *Callee = Call.getDirectCallee();
  if (!Callee || !Callee->getIdentifier())
    return "";
  llvm::StringRef Name = Callee->getName();
  // As a builtin, and as fortified headers spell it.
  Name.consume_front("__builtin_");
  if (Name.consume_front("__"))
    Name.consume_back("_chk");
  return llvm::is_contained(Names, Name) ? Name : "";
}

bool leadsToVolatile(const Expr *E) {
  for (;;) {
    E = E->IgnoreParens();
    QualType T = E->getType();
    if (T->isArrayType())
      return isVolatileMemory(T);
    if (T->isPointerType() && !T->isFunctionPointerType() &&
        isVolatileMemory(T->getPointeeType()))
      return true;
    const auto *Cast = dyn_cast<CastExpr>(E);
    if (!Cast)
      return false;
    E = Cast->getSubExpr();
  }
}

bool isVolatileRecord(QualType T) {
  return !T->isDependentType() && T->isRecordType() && isVolatileMemory(T);
}

namespace {

using Uses = llvm::SmallVector<HiddenUse, 2>;

/// The kind of access that makes the copy \p Value; empty for none.
llvm::StringRef kindOfCopy(const Expr *Value) {
  if (const auto *Made = dyn_cast_or_null<CXXConstructExpr>(Value))
    return Made->getConstructor()->isCopyOrMoveConstructor() &&
                   Made->getConstructor()->isDefaulted() &&
                   isVolatileRecord(Made->getType())
               ? "aggregate-copy"
               : "";
  const auto *Cast = dyn_cast_or_null<ImplicitCastExpr>(Value);
  return Cast && Cast->getCastKind() == CK_LValueToRValue &&
                 isVolatile(Cast->getSubExpr()->getType())
             ? "read"
             : "";
}

/// A capture stands where the variable is named.
void addCaptures(const LambdaExpr &E, Uses &Out) {
  for (const auto &[Capture, Value] :
       llvm::zip(E.captures(), E.capture_inits())) {
    bool Copies = Capture.capturesVariable() && !E.isInitCapture(&Capture) &&
                  Capture.getCaptureKind() == LCK_ByCopy;
    if (llvm::StringRef Kind = kindOfCopy(Value); Copies && !Kind.empty())
      Out.push_back(
          {Kind, Value, Capture.getLocation(), Capture.getLocation()});
  }
}

/// Each element of a range is read, or copied, into its variable.
void addElements(const CXXForRangeStmt &S, Uses &Out) {
  const VarDecl *Element = S.getLoopVariable();
  const Expr *Range = S.getRangeInit();
  if (llvm::StringRef Kind = kindOfCopy(Element ? Element->getInit() : nullptr);
      Range && !Kind.empty())
    Out.push_back({Kind, Range, Range->getSourceRange(), S.getColonLoc()});
}

/// Assembly writes its outputs, reads those with `+` before, and reads what it
/// is handed by its place; other inputs are read as values.
void addOperands(const GCCAsmStmt &S, Uses &Out) {
  auto Add = [&](llvm::StringRef Kind, const Expr *E) {
    if (E->isGLValue() && isVolatile(E->getType()))
      Out.push_back({Kind, E, E->getSourceRange(), E->getExprLoc()});
  };
  for (unsigned I = 0; I != S.getNumOutputs(); ++I)
    Add(S.isOutputPlusConstraint(I) ? "read-modify-write" : "write",
        S.getOutputExpr(I));
  for (unsigned I = 0; I != S.getNumInputs(); ++I)
    Add("read", S.getInputExpr(I));
}

} // namespace

Uses hiddenUses(const Stmt &S) {
  Uses Out;
  if (const auto *E = dyn_cast<LambdaExpr>(&S))
    addCaptures(*E, Out);
  else if (const auto *For = dyn_cast<CXXForRangeStmt>(&S))
    addElements(*For, Out);
  else if (const auto *Assembly = dyn_cast<GCCAsmStmt>(&S))
    addOperands(*Assembly, Out);
  return Out;
}

} // namespace warrant
