//===- PointerRanges.cpp - Ranges made from pointers ----------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PointerRanges.h"
#include "MemoryRange.h"
#include "StdCalls.h"
#include "Types.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace warrant {
namespace {

constexpr llvm::StringLiteral Views[] = {"basic_string_view", "span", "mdspan",
                                         "subrange"};
constexpr llvm::StringLiteral Owners[] = {"basic_string",
                                          "vector",
                                          "deque",
                                          "list",
                                          "forward_list",
                                          "set",
                                          "multiset",
                                          "map",
                                          "multimap",
                                          "unordered_set",
                                          "unordered_multiset",
                                          "unordered_map",
                                          "unordered_multimap",
                                          "flat_set",
                                          "flat_multiset",
                                          "flat_map",
                                          "flat_multimap",
                                          "priority_queue",
                                          "queue",
                                          "stack",
                                          "valarray",
                                          "initializer_list",
                                          "inplace_vector",
                                          "path"};

/// The type that a template's first argument is, or null.
QualType firstType(const TemplateArgumentList &Arguments) {
  return Arguments.size() != 0 &&
                 Arguments[0].getKind() == TemplateArgument::Type
             ? Arguments[0].getAsType()
             : QualType();
}

/// Finds ranges at one node.
class Finder {
public:
  Finder(const Context &C, IsRangeType IsFurther)
      : C(C), IsFurther(IsFurther) {}

  std::optional<RangeView> constructed(const CXXConstructExpr &E) const;
  std::optional<RangeView> member(const CXXMemberCallExpr &E) const;
  std::optional<RangeView> emplaced(const CXXMemberCallExpr &E) const;
  std::optional<RangeView> called(const CallExpr &E) const;
  std::optional<RangeView>
  unresolved(const CXXUnresolvedConstructExpr &E) const;
  std::optional<RangeView> initializer(const Expr &List) const;

private:
  /// An initializer's arguments, without a known constructor.
  struct Making {
    QualType Made;
    llvm::ArrayRef<const Expr *> Arguments;
    bool Braced;
    SourceLocation Token;
    SourceRange Range;
  };

  bool isRange(const NamedDecl &Class, bool Braced) const;
  bool isRange(QualType T, bool Braced) const;
  std::optional<RangeView> viewOf(const Making &M) const;
  std::optional<std::pair<QualType, SourceLocation>>
  initialized(const Expr &List) const;

  const Context &C;
  IsRangeType IsFurther;
};

/// Whether \p Class believes a length, or an end, that it is made from. What is
/// in the braces that make an owner may be its elements.
bool Finder::isRange(const NamedDecl &Class, bool Braced) const {
  if (!Class.getIdentifier())
    return false;
  if (isWithinStd(&Class))
    return llvm::is_contained(Views, Class.getName()) ||
           (!Braced && llvm::is_contained(Owners, Class.getName()));
  return IsFurther(Class.getQualifiedNameAsString());
}

bool Finder::isRange(QualType T, bool Braced) const {
  if (T.isNull())
    return false;
  const TemplateDecl *Template = nullptr;
  if (const auto *Named = T->getAs<TemplateSpecializationType>())
    Template = Named->getTemplateName().getAsTemplateDecl();
  else if (const auto *Deduced = T->getAs<DeducedTemplateSpecializationType>())
    Template = Deduced->getTemplateName().getAsTemplateDecl();
  if (Template)
    return isRange(*Template, Braced);
  const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  return Class && isRange(*Class, Braced);
}

std::optional<RangeView> Finder::constructed(const CXXConstructExpr &E) const {
  if (E.getNumArgs() < 2 || !isPointerOperand(E.getArg(0)))
    return std::nullopt;
  const Expr *Bound = E.getArg(1);
  bool Length = Bound->getType()->isIntegerType();
  if (isa<CXXDefaultArgExpr>(Bound) || (!Length && !isPointerOperand(Bound)))
    return std::nullopt;
  const CXXConstructorDecl *Constructor = E.getConstructor();
  if (Constructor->isInheritingConstructor())
    Constructor = Constructor->getInheritedConstructor().getConstructor();
  if (!isRange(*Constructor->getParent(), /*Braced=*/false))
    return std::nullopt;
  return RangeView{E.getArg(0), Bound, Length, E.getLocation(),
                   E.getSourceRange()};
}

/// `s.append(p, n)`, `v.insert(at, p, p + n)`: copied as by a constructor.
std::optional<RangeView> Finder::member(const CXXMemberCallExpr &E) const {
  static constexpr llvm::StringLiteral Names[] = {"append", "assign", "insert",
                                                  "replace"};
  const CXXMethodDecl *Method = E.getMethodDecl();
  if (!Method || !Method->getIdentifier() || E.getNumArgs() < 2 ||
      !llvm::is_contained(Names, Method->getName()) ||
      !isRange(*Method->getParent(), /*Braced=*/false))
    return emplaced(E);
  const Expr *Pointer = E.getArg(E.getNumArgs() - 2);
  const Expr *Bound = E.getArg(E.getNumArgs() - 1);
  bool Length = Bound->getType()->isIntegerType();
  if (!isPointerOperand(Pointer) || (!Length && !isPointerOperand(Bound)))
    return std::nullopt;
  return RangeView{Pointer, Bound, Length, E.getExprLoc(), E.getSourceRange()};
}

/// `v.emplace_back(p, n)` of a container of ranges.
std::optional<RangeView> Finder::emplaced(const CXXMemberCallExpr &E) const {
  static constexpr llvm::StringLiteral Names[] = {"emplace", "emplace_back",
                                                  "emplace_front"};
  static constexpr llvm::StringLiteral Holders[] = {
      "vector",   "deque",         "list",  "forward_list",       "set",
      "multiset", "unordered_set", "stack", "unordered_multiset", "queue",
      "optional"};
  const CXXMethodDecl *Method = E.getMethodDecl();
  const auto *Holder = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Method ? Method->getParent() : nullptr);
  if (!Holder || !isWithinStd(Holder) || !Method->getIdentifier() ||
      !llvm::is_contained(Names, Method->getName()) ||
      !llvm::is_contained(Holders, Holder->getName()))
    return std::nullopt;
  return viewOf({firstType(Holder->getTemplateArgs()),
                 llvm::ArrayRef(E.getArgs(), E.getNumArgs()),
                 /*Braced=*/false, E.getExprLoc(), E.getSourceRange()});
}

/// `std::views::counted(p, n)`, `std::make_unique<std::string>(p, n)`.
std::optional<RangeView> Finder::called(const CallExpr &E) const {
  static constexpr llvm::StringLiteral Makers[] = {"make_unique", "make_shared",
                                                   "make_optional"};
  std::optional<StdCall> Call = asStdCall(E);
  if (!Call || Call->Arguments.size() < 2 ||
      !isPointerOperand(Call->Arguments[0]))
    return std::nullopt;
  if (Call->Name == "counted")
    return RangeView{Call->Arguments[0], Call->Arguments[1], /*IsLength=*/true,
                     Call->Token, E.getSourceRange()};
  const FunctionDecl *Callee = E.getDirectCallee();
  if (!llvm::is_contained(Makers, Call->Name) || !Callee ||
      !Callee->getTemplateSpecializationArgs())
    return std::nullopt;
  return viewOf({firstType(*Callee->getTemplateSpecializationArgs()),
                 Call->Arguments, /*Braced=*/false, Call->Token,
                 E.getSourceRange()});
}

std::optional<RangeView> Finder::viewOf(const Making &M) const {
  if (M.Arguments.size() < 2 || !isRange(M.Made, M.Braced) ||
      !isPointerOperand(M.Arguments[0]))
    return std::nullopt;
  const Expr *Bound = M.Arguments[1];
  bool End = isPointerOperand(Bound);
  if (!End && !Bound->isTypeDependent() && !Bound->getType()->isIntegerType())
    return std::nullopt;
  return RangeView{M.Arguments[0], Bound, !End, M.Token, M.Range};
}

std::optional<RangeView>
Finder::unresolved(const CXXUnresolvedConstructExpr &E) const {
  llvm::SmallVector<const Expr *, 4> Arguments(E.arguments());
  const auto *List = Arguments.size() == 1
                         ? dyn_cast<InitListExpr>(Arguments.front())
                         : nullptr;
  if (List)
    Arguments.assign(List->inits().begin(), List->inits().end());
  // Not the type of the expression: a deduced one is dependent as a whole.
  return viewOf({E.getTypeSourceInfo()->getType(), Arguments, List != nullptr,
                 E.getBeginLoc(), E.getSourceRange()});
}

/// What \p List initializes: its type, and where the instantiated constructor
/// call says that it stands.
std::optional<std::pair<QualType, SourceLocation>>
Finder::initialized(const Expr &List) const {
  const auto *New = dyn_cast_or_null<CXXNewExpr>(C.parent());
  if (New && New->getInitializer() == &List)
    return std::pair(
        New->getAllocatedType(),
        New->getAllocatedTypeSourceInfo()->getTypeLoc().getBeginLoc());
  if (const auto *V = dyn_cast_or_null<VarDecl>(C.Holder);
      V && V->getInit() == &List)
    return std::pair(V->getType(), V->getInitStyle() == VarDecl::CInit
                                       ? List.getBeginLoc()
                                       : V->getLocation());
  if (const auto *F = dyn_cast_or_null<FieldDecl>(C.Holder);
      F && F->getInClassInitializer() == &List)
    return std::pair(F->getType(), List.getBeginLoc());
  const auto *Constructor = dyn_cast_or_null<CXXConstructorDecl>(C.Function);
  if (!Constructor || C.parent())
    return std::nullopt;
  for (const CXXCtorInitializer *Init : Constructor->inits())
    if (Init->getInit() == &List && Init->isAnyMemberInitializer())
      return std::pair(Init->getAnyMember()->getType(),
                       Init->getMemberLocation());
  return std::nullopt;
}

std::optional<RangeView> Finder::initializer(const Expr &List) const {
  llvm::SmallVector<const Expr *, 4> Arguments;
  const auto *Braces = dyn_cast<InitListExpr>(&List);
  for (const Stmt *Child : List.children())
    Arguments.push_back(cast<Expr>(Child));
  if (Arguments.size() < 2)
    return std::nullopt;
  auto Target = initialized(List);
  if (!Target)
    return std::nullopt;
  SourceLocation Begin = Target->second;
  return viewOf({Target->first, Arguments, Braces != nullptr, Begin,
                 SourceRange(Begin, List.getEndLoc())});
}

std::optional<uint64_t> sizeOfElement(const Expr *Pointer,
                                      const ASTContext &AST) {
  QualType T = Pointer->getType();
  T = T->isPointerType() ? T->getPointeeType() : QualType();
  if (T.isNull() || T->isDependentType() || T->isIncompleteType() ||
      !T->isObjectType())
    return std::nullopt;
  return AST.getTypeSizeInChars(T).getQuantity();
}

/// Whether \p Length reaches the range as large as it was written.
bool isWide(const Expr *Length, const ASTContext &AST) {
  QualType Given = strip(Length)->getType(), Taken = Length->getType();
  return Given->isUnsignedIntegerType() && Taken->isUnsignedIntegerType() &&
         AST.getTypeSize(Given) <= AST.getTypeSize(Taken);
}

} // namespace

std::optional<RangeView> asRange(const Stmt &S, const Context &C,
                                 IsRangeType IsFurther) {
  Finder F(C, IsFurther);
  if (const auto *E = dyn_cast<CXXConstructExpr>(&S))
    return F.constructed(*E);
  if (const auto *E = dyn_cast<CXXMemberCallExpr>(&S))
    return F.member(*E);
  if (const auto *E = dyn_cast<CallExpr>(&S))
    return F.called(*E);
  if (const auto *E = dyn_cast<CXXUnresolvedConstructExpr>(&S))
    return F.unresolved(*E);
  const auto *List = dyn_cast<Expr>(&S);
  if (List && isa<ParenListExpr, InitListExpr>(S) &&
      List->isInstantiationDependent())
    return F.initializer(*List);
  return std::nullopt;
}

std::string proveLength(const Expr *Pointer, const Expr *Length,
                        ASTContext &AST) {
  std::string Index = proveIndex(Pointer, Length, /*OnePast=*/true, AST);
  std::optional<uint64_t> Element = sizeOfElement(Pointer, AST);
  if (!Index.empty() || !Element)
    return Index;
  std::optional<uint64_t> Largest = largestValue(Length, AST);
  std::optional<MemoryRange> Known = knownRange(Pointer, AST);
  if (Largest && Known && !Known->IsFlexible &&
      *Largest <= Known->Bytes / *Element)
    return "at most " + std::to_string(*Largest * *Element) + " of the " +
           std::to_string(Known->Bytes) + " bytes of " + Known->Of;
  bool SameUnit = sizeOfElement(withoutPointerCasts(Pointer), AST) == Element;
  if (!SameUnit || !isWide(Length, AST))
    return {};
  std::string Own = ownSizeFact(Pointer, Length, AST);
  return Own.empty() ? pairFact(Pointer, Length, AST) : Own;
}

/// Why \p End is no further than what \p Begin leads to, by the way in which
/// the two are written.
static std::string proveEnd(const Expr *Begin, const Expr *End,
                            ASTContext &AST) {
  const auto *Sum = dyn_cast<BinaryOperator>(strip(End));
  if (Sum && Sum->getOpcode() == BO_Add) {
    const Expr *Base = Sum->getLHS(), *Offset = Sum->getRHS();
    bool Same = isSameOperand(Begin, Base, AST) ||
                (!ownSizeFact(Begin, Offset, AST).empty() &&
                 !ownSizeFact(Base, Offset, AST).empty());
    return Same ? proveLength(Begin, Offset, AST) : std::string();
  }
  auto WholeArray = [](const Expr *E, StringRef Name) -> const Expr * {
    const auto *Call = dyn_cast<CallExpr>(strip(E));
    std::optional<StdCall> Std = Call ? asStdCall(*Call) : std::nullopt;
    return Std && Std->Name == Name && Std->Arguments.size() == 1 &&
                   Std->Arguments[0]->getType()->isArrayType()
               ? Std->Arguments[0]
               : nullptr;
  };
  const Expr *First = WholeArray(Begin, "begin");
  const Expr *Last = WholeArray(End, "end");
  bool Same = First && Last && isSameOperand(First, Last, AST);
  return Same ? "begin() and end() of one array" : std::string();
}

std::string proveRange(const RangeView &R, ASTContext &AST) {
  if (!R.IsLength)
    return proveEnd(R.Pointer, R.Bound, AST);
  // Nothing is said of where an empty range is.
  if (largestValue(R.Bound, AST) == 0)
    return "a length of 0";
  return proveLength(R.Pointer, R.Bound, AST);
}

} // namespace warrant
