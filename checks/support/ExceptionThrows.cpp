//===- ExceptionThrows.cpp - Where exceptions come from -------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CallableOperands.h"
#include "ExceptionBody.h"
#include "ExceptionTypes.h"
#include "SiteText.h"
#include "clang/Basic/Builtins.h"

using namespace clang;

namespace warrant {

static constexpr size_t TextLimit = 60;

std::string nameOf(const FunctionDecl &F) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  if (Method && Method->getParent()->isLambda())
    return "a lambda";
  std::string Name = functionName(&F);
  // In a template Clang adds its parameters to a constructor's name.
  if (isa<CXXConstructorDecl>(F)) {
    Name.resize(Name.rfind("::") + 2);
    Name += Method->getParent()->getName();
  }
  return "'" + Name + "'";
}

std::string verbOf(const Escape &E, const ASTContext &AST) {
  std::string Verb = E.Sure == Precision::Possible ? " may throw" : " throws";
  if (!E.Type.isNull())
    Verb += " '" + E.Type.getAsString(AST.getPrintingPolicy()) + "'";
  return Verb;
}

/// The text of \p Range in the function, where a macro has it the macro's use.
std::string BodyWalk::textOf(SourceRange Range) const {
  const SourceManager &SM = AST.getSourceManager();
  CharSourceRange File = SM.getExpansionRange(Range);
  SourceLocation End =
      File.isTokenRange()
          ? Lexer::getLocForEndOfToken(File.getEnd(), 0, SM, AST.getLangOpts())
          : File.getEnd();
  return "'" + snippetOf(File.getBegin(), End, AST, TextLimit) + "'";
}

void BodyWalk::possible(SourceLocation Where, std::string What, QualType Type) {
  addEscape(*Out, {Precision::Possible, Type, placeOf(Where), std::move(What)});
}

void BodyWalk::VisitCXXThrowExpr(const CXXThrowExpr *E) {
  const Expr *Thrown = E->getSubExpr();
  std::string Text = textOf(E->getSourceRange());
  if (!Thrown && Caught)
    return throwAgain(*Caught, E->getThrowLoc(),
                      Text + " throws on what was caught");
  VisitStmt(E);
  QualType Type = Thrown ? exceptionType(Thrown->getType()) : QualType();
  bool Plain = !E->getThrowLoc().isMacroID();
  addEscape(*Out, {Precision::Certain, Type, placeOf(E->getThrowLoc()),
                   Text + (Plain ? " is not caught" : " throws")});
}

void BodyWalk::call(const FunctionDecl &F, SourceLocation Where, bool Virtual) {
  if (isNothrow(F))
    return;
  std::optional<bool> Said = Known.throws(F);
  const FunctionDecl *Definition = Said || Virtual ? nullptr : Known.judged(F);
  std::string Name = nameOf(F);
  if (Said == true)
    addEscape(*Out, {Precision::Likely,
                     {},
                     placeOf(Where),
                     Name + " throws, as an overlay says",
                     nullptr,
                     1});
  if (Definition)
    for (const Escape &E : Known.escapes(*Definition)) {
      addEscape(*Out, {std::max(E.Sure, Precision::Likely),
                       E.Type,
                       placeOf(Where),
                       Name + verbOf(E, AST),
                       Definition,
                       E.Depth + 1,
                       {},
                       E.Awaited});
    }
  // C code doesn't throw; what the project declares so may be C++ all the same.
  bool Elsewhere = !Virtual && Known.isProjects(F);
  bool IsC = F.isExternC() && !Elsewhere;
  if (Said || Definition || IsC || F.getBuiltinID() ||
      isPlainLibraryFunction(F))
    return;
  Escape E;
  E.Where = placeOf(Where);
  E.What = Name + (Virtual ? ", a virtual function," : "") + " may throw";
  E.Awaited = Elsewhere ? F.getCanonicalDecl() : nullptr;
  addEscape(*Out, std::move(E));
}

/// A call through a pointer.
void BodyWalk::callThrough(const CallExpr &E) {
  const Expr *Callee = E.getCallee()->IgnoreParens();
  if (isa<CXXPseudoDestructorExpr>(Callee))
    return;
  QualType Type = Expr::findBoundMemberType(Callee);
  if (Type.isNull())
    Type = Callee->getType();
  if (!Type->getPointeeType().isNull())
    Type = Type->getPointeeType();
  const auto *Function = Type->getAs<FunctionProtoType>();
  if ((Function && Function->isNothrow()) || pointsToC(Callee))
    return;
  possible(E.getExprLoc(),
           "what " + textOf(Callee->getSourceRange()) + " points to may throw");
}

/// Whether \p E finds at run time which function it calls.
static bool isVirtualCall(const CallExpr &E, const FunctionDecl &F) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  if (!Method || !Method->isVirtual())
    return false;
  const auto *Call = dyn_cast<CXXMemberCallExpr>(&E);
  const auto *Member =
      Call ? dyn_cast<MemberExpr>(Call->getCallee()->IgnoreParens()) : nullptr;
  return !Member ||
         (!Member->hasQualifier() &&
          Method->getDevirtualizedMethod(Member->getBase(), false) != Method);
}

void BodyWalk::VisitCallExpr(const CallExpr *E) {
  unsigned Builtin = E->getBuiltinCallee();
  if (Builtin && AST.BuiltinInfo.isUnevaluated(Builtin))
    return;
  VisitStmt(E);
  const FunctionDecl *F = E->getDirectCallee();
  if (!F)
    return callThrough(*E);
  call(*F, E->getExprLoc(), isVirtualCall(*E, *F));
  if (!F->isExternC() || returnsBeforeCall(*F))
    return;
  // What is thrown by a function that C code calls passes through it.
  for (const Expr *Argument : E->arguments())
    for (const FunctionDecl *Callback : namedFunctions(Argument))
      call(*Callback, Argument->getExprLoc());
}

void BodyWalk::VisitCXXConstructExpr(const CXXConstructExpr *E) {
  VisitStmt(E);
  if (!E->isElidable())
    call(*E->getConstructor(), E->getExprLoc());
}

void BodyWalk::VisitCXXNewExpr(const CXXNewExpr *E) {
  VisitStmt(E);
  const FunctionDecl *New = E->getOperatorNew();
  if (!New || isNothrow(*New))
    return;
  if (Known.judged(*New))
    return call(*New, E->getBeginLoc());
  if (Known.throws(*New) != false)
    possible(E->getBeginLoc(), nameOf(*New) + " may throw",
             libraryException("bad_alloc", AST));
}

void BodyWalk::VisitCXXDeleteExpr(const CXXDeleteExpr *E) {
  VisitStmt(E);
  destroy(E->getDestroyedType(), E->getBeginLoc());
  if (const FunctionDecl *Delete = E->getOperatorDelete())
    call(*Delete, E->getBeginLoc());
}

void BodyWalk::VisitCXXDynamicCastExpr(const CXXDynamicCastExpr *E) {
  VisitStmt(E);
  if (E->getCastKind() != CK_Dynamic || !E->isGLValue())
    return;
  addEscape(*Out,
            {Precision::Likely, libraryException("bad_cast", AST),
             placeOf(E->getBeginLoc()),
             textOf(E->getSourceRange()) + " throws where the type is another",
             nullptr, 1});
}

void BodyWalk::VisitCXXTypeidExpr(const CXXTypeidExpr *E) {
  if (E->isTypeOperand() || !E->isPotentiallyEvaluated())
    return;
  VisitStmt(E);
  if (E->hasNullCheck())
    possible(E->getBeginLoc(),
             textOf(E->getSourceRange()) + " throws for a null pointer",
             libraryException("bad_typeid", AST));
}

void BodyWalk::destroy(QualType T, SourceLocation Where) {
  if (T.isNull())
    return;
  const auto *Class = T->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
  if (Class && Class->hasDefinition())
    if (const CXXDestructorDecl *Destructor = Class->getDestructor())
      call(*Destructor, Where);
}

void BodyWalk::VisitDeclStmt(const DeclStmt *S) {
  for (const Decl *D : S->decls()) {
    const auto *V = dyn_cast<VarDecl>(D);
    if (!V || V->isConstexpr() || V->hasAttr<ConstInitAttr>())
      continue;
    Visit(V->getInit());
    if (V->hasLocalStorage())
      destroy(V->getType(), V->getLocation());
  }
}

llvm::SmallVector<const FunctionDecl *, 2> namedFunctions(const Expr *E) {
  llvm::SmallVector<const FunctionDecl *, 2> Functions;
  for (const Expr *Operand : callableOperands(E)) {
    const auto *Ref = dyn_cast<DeclRefExpr>(Operand);
    const auto *F = Ref ? dyn_cast<FunctionDecl>(Ref->getDecl()) : nullptr;
    const CXXRecordDecl *Class = Operand->getType()->getAsCXXRecordDecl();
    if (!F && Class && Class->isCapturelessLambda() &&
        !Class->isGenericLambda())
      F = Class->getLambdaCallOperator();
    if (F)
      Functions.push_back(F);
  }
  return Functions;
}

} // namespace warrant
