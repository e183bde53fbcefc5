//===- EvidenceTypes.cpp - Facts that declarations establish --------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EvidenceTypes.h"
#include "CastKinds.h"
#include "CastSources.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace warrant {
namespace {

const Type *plain(QualType T) { return T.getCanonicalType().getTypePtr(); }

/// Whether the type trait of that name says something about layout.
bool isLayoutTrait(StringRef Name) {
  Name.consume_front("__");
  Name.consume_back("_v");
  return Name == "is_trivially_copyable" || Name == "is_standard_layout" ||
         Name == "is_pod" || Name == "is_trivial" ||
         Name == "has_unique_object_representations";
}

/// The type that a trait's arguments name, when there is one.
QualType onlyType(ArrayRef<TemplateArgument> Arguments) {
  return Arguments.size() == 1 &&
                 Arguments[0].getKind() == TemplateArgument::Type
             ? Arguments[0].getAsType()
             : QualType();
}

/// The type that `is_trivially_copyable_v<T>`,
/// `is_trivially_copyable<T>::value` or the builtin asks about; null for what
/// is no such trait.
QualType traitSubject(const Expr *E) {
  if (const auto *Trait = dyn_cast<TypeTraitExpr>(E)) {
    bool Layout = Trait->getNumArgs() == 1 &&
                  isLayoutTrait(getTraitSpelling(Trait->getTrait()));
    return Layout ? Trait->getArg(0)->getType() : QualType();
  }
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  if (!Ref)
    return {};
  if (const auto *V = dyn_cast<VarTemplateSpecializationDecl>(Ref->getDecl()))
    return isLayoutTrait(V->getName())
               ? onlyType(V->getTemplateArgs().asArray())
               : QualType();
  // The member `value` stands in a base: the trait is what qualifies it.
  const NestedNameSpecifier *Qualifier = Ref->getQualifier();
  const Type *Class = Qualifier ? Qualifier->getAsType() : nullptr;
  const auto *Trait = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Class ? Class->getAsCXXRecordDecl() : nullptr);
  return Trait && isLayoutTrait(Trait->getName())
             ? onlyType(Trait->getTemplateArgs().asArray())
             : QualType();
}

/// The alignment in bytes that `alignas` gives the object \p E names, or 0.
uint64_t declaredAlignment(const Expr *E, const ASTContext &AST) {
  E = E->IgnoreParens();
  const ValueDecl *Object = nullptr;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    Object = Ref->getDecl();
  else if (const auto *Member = dyn_cast<MemberExpr>(E))
    Object = Member->getMemberDecl();
  if (!Object || Object->getType()->isReferenceType() ||
      Object->isInvalidDecl() ||
      llvm::any_of(
          Object->specific_attrs<AlignedAttr>(),
          [](const AlignedAttr *A) { return A->isAlignmentDependent(); }))
    return 0;
  return Object->getMaxAlignment() / AST.getCharWidth();
}

/// Whether \p E names a member of a packed class, which is aligned to nothing.
bool isPacked(const Expr *E) {
  for (E = E->IgnoreParens(); const auto *Member = dyn_cast<MemberExpr>(E);
       E = Member->getBase()->IgnoreParenImpCasts()) {
    const auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
    if (Field && (Field->hasAttr<PackedAttr>() ||
                  Field->getParent()->hasAttr<PackedAttr>() ||
                  Field->getParent()->hasAttr<MaxFieldAlignmentAttr>()))
      return true;
  }
  return false;
}

/// The object whose address the operand of a cast is, or null.
const Expr *addressed(const CastExpr &Cast) {
  const Expr *E = Cast.getSubExpr()->IgnoreParenImpCasts();
  if (Cast.getType()->isReferenceType() || Cast.isGLValue() ||
      E->getType()->isArrayType())
    return E;
  const auto *Unary = dyn_cast<UnaryOperator>(E);
  return Unary && Unary->getOpcode() == UO_AddrOf
             ? Unary->getSubExpr()->IgnoreParens()
             : nullptr;
}

/// The alignment of \p T in bytes, or 0 where it isn't known.
uint64_t alignmentOf(QualType T, const ASTContext &AST) {
  if (T.isNull() || T->isDependentType() || T->isIncompleteType() ||
      T->isFunctionType())
    return 0;
  return AST.getTypeAlignInChars(T).getQuantity();
}

std::string quoted(QualType T) {
  return "'" + T.getUnqualifiedType().getAsString() + "'";
}

} // namespace

QualType castTarget(const CastExpr &Cast) {
  const auto *Explicit = dyn_cast<ExplicitCastExpr>(&Cast);
  return target(Explicit ? Explicit->getTypeAsWritten() : Cast.getType());
}

std::string alignmentFact(const CastExpr &Cast, const ASTContext &AST) {
  QualType To = castTarget(Cast);
  uint64_t Needed = alignmentOf(To, AST);
  if (Needed == 0)
    return {};
  if (Needed == 1)
    return quoted(To) + " may stand at any address";
  const Expr *Object = addressed(Cast);
  if (Object && isPacked(Object))
    return {};
  if (Object && declaredAlignment(Object, AST) >= Needed)
    return "the object is declared with an alignment of " +
           std::to_string(declaredAlignment(Object, AST));
  QualType From =
      Object ? Object->getType() : target(sourceType(Cast.getSubExpr(), AST));
  uint64_t Has = alignmentOf(From, AST);
  if (Has < Needed || From->isVoidType())
    return {};
  return quoted(From) + " has an alignment of " + std::to_string(Has) + ", " +
         quoted(To) + " of " + std::to_string(Needed);
}

/// A function with `...` is called in its own way on many targets.
std::string conventionFact(const CastExpr &Cast, const ASTContext &AST) {
  const Expr *Operand = Cast.getSubExpr();
  if (Cast.getCastKind() == CK_IntegralToPointer)
    if (const Expr *Pointer = pointerThroughInteger(Operand, AST))
      Operand = Pointer;
  auto FunctionOf = [](QualType T) {
    return T.isNull() ? nullptr : T->getAs<FunctionType>();
  };
  const FunctionType *To = FunctionOf(castTarget(Cast));
  const FunctionType *From = FunctionOf(target(sourceType(Operand, AST)));
  auto IsVariadic = [](const FunctionType *T) {
    const auto *Prototype = dyn_cast<FunctionProtoType>(T);
    return Prototype && Prototype->isVariadic();
  };
  if (!To || !From || IsVariadic(To) != IsVariadic(From) ||
      To->getExtInfo().withNoReturn(false) !=
          From->getExtInfo().withNoReturn(false))
    return {};
  if (To->getCallConv() == CC_C)
    return "both types have the C convention";
  return ("both types have the convention '" +
          FunctionType::getNameForCallConv(To->getCallConv()) + "'")
      .str();
}

std::string LayoutAssertions::find(QualType T, SourceLocation Use,
                                   const Context &C) {
  if (T.isNull())
    return {};
  if (!Collected)
    collect(*AST.getTranslationUnitDecl());
  Collected = true;
  FactTable Here;
  for (const Stmt *Block : C.Parents)
    if (isa<CompoundStmt>(Block))
      collect(*Block, Here);
  const SourceManager &SM = AST.getSourceManager();
  for (const FactTable *Facts : {&Here, &Everywhere})
    for (const Fact &F : Facts->lookup(plain(T)))
      if (SM.isBeforeInTranslationUnit(F.Where, Use))
        return F.Text;
  return {};
}

void LayoutAssertions::collect(const DeclContext &From) {
  const SourceManager &SM = AST.getSourceManager();
  // A precompiled header holds none of the project's.
  for (const Decl *D : From.noload_decls()) {
    if (D->getLocation().isValid() && SM.isInSystemHeader(D->getLocation()))
      continue;
    const auto *Inner = dyn_cast<DeclContext>(D);
    if (const auto *Assertion = dyn_cast<StaticAssertDecl>(D))
      addFacts(Assertion->getAssertExpr(), *Assertion, Everywhere);
    else if (Inner && isa<NamespaceDecl, LinkageSpecDecl, RecordDecl>(D) &&
             !Inner->isDependentContext()) // its parameters are its own
      collect(*Inner);
  }
}

void LayoutAssertions::collect(const Stmt &Block, FactTable &To) const {
  for (const Stmt *S : Block.children()) {
    const auto *Declared = dyn_cast_or_null<DeclStmt>(S);
    const auto *Assertion =
        Declared && Declared->isSingleDecl()
            ? dyn_cast<StaticAssertDecl>(Declared->getSingleDecl())
            : nullptr;
    if (Assertion)
      addFacts(Assertion->getAssertExpr(), *Assertion, To);
  }
}

/// Takes what certainly holds where \p E does.
void LayoutAssertions::addFacts(const Expr *E, const StaticAssertDecl &D,
                                FactTable &To) const {
  if (!E || D.isFailed())
    return;
  E = E->IgnoreParenImpCasts();
  if (const auto *Constant = dyn_cast<ConstantExpr>(E))
    return addFacts(Constant->getSubExpr(), D, To);
  if (QualType T = traitSubject(E); !T.isNull())
    return addFact(T, *E, D, To);
  const auto *Binary = dyn_cast<BinaryOperator>(E);
  if (!Binary)
    return;
  if (Binary->getOpcode() == BO_LAnd) {
    addFacts(Binary->getLHS(), D, To);
    return addFacts(Binary->getRHS(), D, To);
  }
  if (Binary->getOpcode() != BO_EQ)
    return;
  for (const Expr *Side : {Binary->getLHS(), Binary->getRHS()}) {
    const auto *Size =
        dyn_cast<UnaryExprOrTypeTraitExpr>(Side->IgnoreParenImpCasts());
    if (Size && Size->getKind() == UETT_SizeOf)
      addFact(Size->getTypeOfArgument(), *E, D, To);
  }
}

void LayoutAssertions::addFact(QualType T, const Expr &E,
                               const StaticAssertDecl &D, FactTable &To) const {
  const SourceManager &SM = AST.getSourceManager();
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  OS << "`static_assert(";
  E.printPretty(OS, nullptr, AST.getPrintingPolicy());
  OS << ")` at line "
     << SM.getExpansionLineNumber(SM.getFileLoc(D.getLocation()));
  To[plain(T)].push_back({D.getLocation(), Text});
}

} // namespace warrant
