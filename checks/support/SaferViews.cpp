//===- SaferViews.cpp - Parts and bytes of views, and std::as_const -------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SaferForms.h"
#include "StdCalls.h"
#include "Types.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace warrant {
namespace {

/// The class template of namespace std that \p T is made from, or null.
const ClassTemplateSpecializationDecl *stdClass(QualType T) {
  const auto *Class = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T->getAsCXXRecordDecl());
  return Class && Class->getIdentifier() && isInStd(Class) ? Class : nullptr;
}

/// What the elements of \p Class, a range of the standard library, are.
QualType elementOf(const ClassTemplateSpecializationDecl &Class) {
  const TemplateArgument &First = Class.getTemplateArgs()[0];
  return First.getKind() == TemplateArgument::Type ? First.getAsType()
                                                   : QualType();
}

bool isNamed(const ClassTemplateSpecializationDecl *Class, StringRef Name) {
  return Class && Class->getName() == Name;
}

/// Whether \p Class is a span whose length is no part of its type.
bool isDynamicSpan(const ClassTemplateSpecializationDecl *Class) {
  if (!isNamed(Class, "span") || Class->getTemplateArgs().size() != 2)
    return false;
  const TemplateArgument &Extent = Class->getTemplateArgs()[1];
  return Extent.getKind() == TemplateArgument::Integral &&
         Extent.getAsIntegral().isAllOnes();
}

/// The object whose member function \p Name is called by \p E: a variable or a
/// member that has that name in the text, a range of the standard library.
const Expr *rangeOfCall(const Expr *E, StringRef Name) {
  static constexpr llvm::StringLiteral Ranges[] = {
      "span", "vector", "array", "basic_string", "basic_string_view"};
  const auto *Call = dyn_cast<CXXMemberCallExpr>(E->IgnoreParenImpCasts());
  const auto *Callee =
      Call ? dyn_cast<MemberExpr>(Call->getCallee()->IgnoreParens()) : nullptr;
  if (!Callee || Callee->isArrow() || Call->getNumArgs() != 0 ||
      !Call->getMethodDecl()->getIdentifier() ||
      Call->getMethodDecl()->getName() != Name)
    return nullptr;
  const Expr *Object = Callee->getBase()->IgnoreParenImpCasts();
  const auto *Class = stdClass(Object->getType());
  return Class && llvm::is_contained(Ranges, Class->getName()) &&
                 isSameName(Object, Object)
             ? Object
             : nullptr;
}

const BinaryOperator *operation(const Expr *E, BinaryOperatorKind Kind) {
  const auto *B = dyn_cast<BinaryOperator>(E->IgnoreParenImpCasts());
  return B && B->getOpcode() == Kind ? B : nullptr;
}

/// Whether \p A and \p B are the same value, which is never negative.
bool isSameCount(const Expr *A, const Expr *B, const Context &C) {
  A = A->IgnoreParenImpCasts();
  B = B->IgnoreParenImpCasts();
  Expr::EvalResult Left, Right;
  if (!A->isValueDependent() && !B->isValueDependent() &&
      A->EvaluateAsInt(Left, C.AST) && B->EvaluateAsInt(Right, C.AST))
    return !Left.Val.getInt().isNegative() &&
           llvm::APSInt::isSameValue(Left.Val.getInt(), Right.Val.getInt());
  return A->getType()->isUnsignedIntegerType() &&
         !A->getType().isVolatileQualified() && isSameName(A, B);
}

/// `s.data() + n, s.size() - n`: what is left of s behind n elements.
std::string restOf(const Expr *Pointer, const Expr *Length,
                   const ClassTemplateSpecializationDecl &Made,
                   const Context &C) {
  const BinaryOperator *Begin = operation(Pointer, BO_Add);
  const BinaryOperator *Size = operation(Length, BO_Sub);
  const Expr *Object = Begin ? rangeOfCall(Begin->getLHS(), "data") : nullptr;
  const Expr *Counted = Size ? rangeOfCall(Size->getLHS(), "size") : nullptr;
  if (!Object || !Counted || !isSameName(Object, Counted) ||
      !isSameCount(Begin->getRHS(), Size->getRHS(), C))
    return {};
  const std::string Name = textOf(*Object, C);
  const std::string Count = textOf(*Begin->getRHS(), C);
  if (Name.empty() || Count.empty())
    return {};
  const auto *Class = stdClass(Object->getType());
  if (isDynamicSpan(&Made))
    return (isNamed(Class, "span") ? Name : "std::span(" + Name + ")") +
           ".subspan(" + Count + ")";
  if (isNamed(&Made, "basic_string_view") && isNamed(Class, Made.getName()))
    return Name + ".substr(" + Count + ")";
  return {};
}

/// Whether \p Length is the size of \p Object in bytes, whose elements are
/// \p Element.
bool isSizeInBytes(const Expr *Length, const Expr *Object, QualType Element,
                   const Context &C) {
  if (const Expr *Counted = rangeOfCall(Length, "size_bytes"))
    return isSameName(Object, Counted);
  const BinaryOperator *Product = operation(Length, BO_Mul);
  if (!Product)
    return false;
  const Expr *Count = Product->getLHS(), *Each = Product->getRHS();
  if (!rangeOfCall(Count, "size"))
    std::swap(Count, Each);
  const Expr *Counted = rangeOfCall(Count, "size");
  Expr::EvalResult Size;
  return Counted && isSameName(Object, Counted) &&
         Each->EvaluateAsInt(Size, C.AST) &&
         Size.Val.getInt() == C.AST.getTypeSizeInChars(Element).getQuantity();
}

/// `reinterpret_cast<const std::byte *>(v.data()), v.size() * sizeof(int)`.
std::string bytesOf(const Expr *Pointer, const Expr *Length,
                    const ClassTemplateSpecializationDecl &Made,
                    const Context &C) {
  const QualType Byte = elementOf(Made);
  if (!isDynamicSpan(&Made) || Byte.isNull() || !Byte->isStdByteType())
    return {};
  const auto *Cast = dyn_cast<ExplicitCastExpr>(Pointer->IgnoreParenImpCasts());
  const Expr *Object =
      Cast ? rangeOfCall(Cast->getSubExprAsWritten(), "data") : nullptr;
  if (!Object)
    return {};
  const QualType Element =
      Cast->getSubExprAsWritten()->getType()->getPointeeType();
  const std::string Name = textOf(*Object, C);
  if (Element.isNull() || Element.isVolatileQualified() || Name.empty() ||
      (Element.isConstQualified() && !Byte.isConstQualified()) ||
      !isSizeInBytes(Length, Object, Element, C))
    return {};
  const bool IsSpan = isNamed(stdClass(Object->getType()), "span");
  return (Byte.isConstQualified() ? "std::as_bytes("
                                  : "std::as_writable_bytes(") +
         (IsSpan ? Name : "std::span(" + Name + ")") + ")";
}

/// The cast to `const T &` of an lvalue of type T, in what \p E is reached
/// through, or null.
const ExplicitCastExpr *constAdded(const Expr *E, const Context &C) {
  while (true) {
    E = E->IgnoreParenImpCasts();
    if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E))
      E = Call->getImplicitObjectArgument();
    else if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E);
             Operator &&
             isa_and_nonnull<CXXMethodDecl>(Operator->getDirectCallee()))
      E = Operator->getArg(0);
    else if (const auto *Member = dyn_cast<MemberExpr>(E);
             Member && !Member->isArrow())
      E = Member->getBase();
    else if (const auto *U = dyn_cast<UnaryOperator>(E);
             U && U->getOpcode() == UO_AddrOf)
      E = U->getSubExpr();
    else
      break;
  }
  const auto *Cast = dyn_cast<ExplicitCastExpr>(E);
  const QualType To = Cast ? Cast->getTypeAsWritten() : QualType();
  if (!Cast || !To->isLValueReferenceType())
    return nullptr;
  const QualType Was = Cast->getSubExprAsWritten()->getType();
  return Cast->getSubExprAsWritten()->isLValue() && !Was.hasQualifiers() &&
                 C.AST.hasSameType(To->getPointeeType(), Was.withConst())
             ? Cast
             : nullptr;
}

} // namespace

std::optional<Rewrite> viewFor(const Operation &Op, const Stmt &Node,
                               const Context &C) {
  const auto *Made = dyn_cast<CXXConstructExpr>(&Node);
  if (!C.language().CPlusPlus20 || Op.Kind != "range" || !Op.Proof.empty() ||
      !Made || Made->getNumArgs() != 2)
    return std::nullopt;
  const Expr *Pointer = Made->getArg(0), *Length = Made->getArg(1);
  const auto *Class = stdClass(Made->getType());
  if (!Class || !Length->getType()->isIntegerType())
    return std::nullopt;
  std::string Text = restOf(Pointer, Length, *Class, C);
  if (Text.empty())
    Text = bytesOf(Pointer, Length, *Class, C);
  if (Text.empty())
    return std::nullopt;
  return Rewrite{
      {Pointer->getBeginLoc(), Length->getEndLoc()}, std::move(Text), {}};
}

std::optional<Rewrite> asConstFor(const Operation &Op, const Stmt &Node,
                                  const Context &C) {
  const auto *Outer = dyn_cast<ExplicitCastExpr>(&Node);
  if (!C.language().CPlusPlus17 || Op.Kind != "cast-away" || !Outer)
    return std::nullopt;
  const ExplicitCastExpr *Inner = constAdded(Outer->getSubExprAsWritten(), C);
  const Expr *Object =
      Inner ? Inner->getSubExprAsWritten()->IgnoreParens() : nullptr;
  const std::string Text = Object ? textOf(*Object, C) : std::string();
  if (Text.empty())
    return std::nullopt;
  return Rewrite{Inner->getSourceRange(), "std::as_const(" + Text + ")",
                 "utility"};
}

} // namespace warrant
