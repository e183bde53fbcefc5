//===- TraitPromise.cpp - Promises that other code builds on --------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "support/Check.h"
#include "support/Options.h"
#include "support/Types.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace warrant::checks {
namespace {

constexpr llvm::StringLiteral Cwe[] = {"CWE-758", "CWE-664"};
constexpr References Refs = {Cwe, {}, {}, {}, {}};

constexpr PropertySet Any = {Property::Bounds, Property::Lifetime,
                             Property::Alignment, Property::Type};

constexpr KindInfo Kinds[] = {
    {"specialization", "a specialization promises something of a type",
     Severity::High, Any, Refs},
    {"member-type", "a member type promises something of its class",
     Severity::High, Any, Refs},
    {"trivial-abi",
     "objects with functions of their own are passed by their bytes",
     Severity::High,
     {Property::Type},
     Refs},
};

constexpr OptionInfo Options[] = {
    {"templates", OptionInfo::Type::StringList,
     "[std::ranges::enable_borrowed_range, std::ranges::enable_view, "
     "ranges::enable_borrowed_range, folly::IsRelocatable, "
     "folly::IsZeroInitializable, BloombergLP::bslmf::IsBitwiseMoveable, "
     "BloombergLP::bslmf::IsBitwiseCopyable, "
     "boost::serialization::is_bitwise_serializable, QTypeInfo, "
     "llvm::PointerLikeTypeTraits, WTF::VectorTraits]",
     "qualified names of the templates whose specializations are promises"},
    {"member-types", OptionInfo::Type::StringList,
     "[IsRelocatable, is_relocatable, is_trivially_relocatable]",
     "names of the member types that are promises, where they are no "
     "false_type"},
};

/// What a promise that goes by \p Name is about; the type, if nothing is known.
Property subjectOf(llvm::StringRef Name) {
  if (Name.ends_with("::enable_borrowed_range") ||
      Name.ends_with("::enable_view"))
    return Property::Lifetime;
  if (Name == "llvm::PointerLikeTypeTraits")
    return Property::Alignment;
  return Name == "iterator_concept" ? Property::Bounds : Property::Type;
}

Operation makeOperation(llvm::StringRef Kind, const NamedDecl &D,
                        Property About) {
  Operation Op;
  Op.Kind = Kind;
  Op.Token = D.getLocation();
  Op.Range = D.getLocation();
  Op.Boundary = &D;
  Op.Void = Any;
  Op.Void.erase(About);
  return Op;
}

/// Whether \p T is, or derives from, std::false_type.
bool isFalseType(QualType T) {
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  if (const auto *S = dyn_cast_or_null<ClassTemplateSpecializationDecl>(R);
      S && isInStd(S) && S->getName() == "integral_constant")
    return S->getTemplateArgs().size() == 2 &&
           S->getTemplateArgs()[1].getKind() == TemplateArgument::Integral &&
           S->getTemplateArgs()[1].getAsIntegral().isZero();
  R = R ? R->getDefinition() : nullptr;
  return R && llvm::any_of(R->bases(), [](const CXXBaseSpecifier &Base) {
           return isFalseType(Base.getType());
         });
}

/// Whether the variable \p V is known to be false.
bool isFalse(const VarDecl &V) {
  const Expr *Value = V.getInit();
  bool Truth = true;
  return Value && !Value->isValueDependent() &&
         Value->EvaluateAsBooleanCondition(Truth, V.getASTContext()) && !Truth;
}

/// Those templates of namespace std that look like type traits and may be
/// specialized all the same.
bool maySpecialize(llvm::StringRef Name) {
  static constexpr llvm::StringLiteral Allowed[] = {
      "is_error_code_enum", "is_error_condition_enum", "is_bind_expression",
      "is_placeholder"};
  return llvm::is_contained(Allowed, Name);
}

/// Whether \p Template is a type trait of the standard library's, which nobody
/// else may specialize ([meta.rqmts]).
bool isLibraryTrait(const NamedDecl &Template) {
  llvm::StringRef Name = Template.getName();
  return isInStd(&Template) &&
         Template.getDeclContext()->getRedeclContext()->isStdNamespace() &&
         (Name.starts_with("is_") || Name.starts_with("has_")) &&
         !maySpecialize(Name);
}

void reportSpecialization(const NamedDecl &D, const NamedDecl &Template,
                          const Context &C, Sink &Out) {
  std::string Name = Template.getQualifiedNameAsString();
  bool Forbidden = isLibraryTrait(Template);
  if (!Forbidden && !isListed(Template, "trait-promise", "templates", C))
    return;
  Operation Op = makeOperation("specialization", D, subjectOf(Name));
  if (Forbidden)
    Op.Defects.push_back(
        {"specialized-library-trait", Precision::Certain,
         "'" + Name + "' may not be specialized by a program"});
  Out.report(std::move(Op));
}

void reportMemberType(const TypedefNameDecl &D, const Context &C, Sink &Out) {
  if (!D.getDeclContext()->isRecord())
    return;
  QualType T = D.getUnderlyingType();
  llvm::StringRef Name = D.getName();
  const CXXRecordDecl *Tag = T->getAsCXXRecordDecl();
  bool Contiguous = Name == "iterator_concept" && Tag && isInStd(Tag) &&
                    Tag->getName() == "contiguous_iterator_tag";
  bool Listed = llvm::is_contained(
      C.Settings.listOption(*findCheck("trait-promise"), "member-types"), Name);
  if (Contiguous || (Listed && !isFalseType(T)))
    Out.report(makeOperation("member-type", D, subjectOf(Name)));
}

/// What `trivial_abi` changes something for.
bool hasOwnFunctions(const CXXRecordDecl &R) {
  return R.isDependentContext() || R.hasNonTrivialDestructor() ||
         R.hasNonTrivialCopyConstructor() || R.hasNonTrivialMoveConstructor();
}

void atDecl(const Decl &D, const Context &C, Sink &Out) {
  if (const auto *V = dyn_cast<VarTemplateSpecializationDecl>(&D)) {
    if (V->isExplicitSpecialization() && !isFalse(*V))
      reportSpecialization(*V, *V->getSpecializedTemplate(), C, Out);
    return;
  }
  if (const auto *T = dyn_cast<TypedefNameDecl>(&D))
    return reportMemberType(*T, C, Out);
  const auto *R = dyn_cast<CXXRecordDecl>(&D);
  if (!R || !R->isThisDeclarationADefinition())
    return;
  if (R->hasAttr<TrivialABIAttr>() && hasOwnFunctions(*R))
    Out.report(makeOperation("trivial-abi", *R, Property::Type));
  const auto *S = dyn_cast<ClassTemplateSpecializationDecl>(R);
  if (!S || !S->isExplicitSpecialization() ||
      isFalseType(C.AST.getTypeDeclType(S)))
    return;
  reportSpecialization(*S, *S->getSpecializedTemplate(), C, Out);
}

constexpr CheckInfo Info = {
    "trait-promise",
    "specializations and attributes that promise something of a type",
    /*OnByDefault=*/false,
    Kinds,
    Options,
    R"md(Some traits are promises: other code does unsafe things because of them, and trusts
that they are true. Rust has `unsafe impl` for that. `enable_borrowed_range` lets iterators
outlive their range (`lifetime`); "relocatable" traits let a container move objects by their
bytes and never destroy the originals (`type`); `PointerLikeTypeTraits` hands out the low bits
of a pointer (`alignment`); a `contiguous_iterator_tag` lets algorithms copy memory between two
iterators (`bounds`). Each such promise is a site at its declaration, and a doc comment
that answers the question counts as well.

Found are explicit and partial specializations of the templates in the option `templates`,
which promise nothing where their value is `false` or they derive from `false_type`; member types
`iterator_concept = std::contiguous_iterator_tag` and those of the option `member-types`; the
attribute `trivial_abi` on a class with a destructor, copy or move of its own.

A specialization of a type trait of the standard library's, as `std::is_trivially_copyable`, is a
defect: the standard forbids it. Not reported is what merely takes a possibility away, as
`std::ranges::disable_sized_range`, and what only affects results, as a `std::hash`.

A good reason says why the promise is true of the type: "iterators point into the shared
arena, which outlives every view".)md",
    R"cpp(namespace std::ranges {
template <class T> constexpr bool enable_borrowed_range = false;
}
struct Words {};

template <> constexpr bool std::ranges::enable_borrowed_range<Words> = true;
)cpp",
    R"cpp(namespace std::ranges {
template <class T> constexpr bool enable_borrowed_range = false;
}
struct Words {};

// SAFETY(lifetime): iterators point into the dictionary, which lives as long as
// the program and so outlives every Words.
template <> constexpr bool std::ranges::enable_borrowed_range<Words> = true;
)cpp",
    R"md(- Found are the promises of the standard library, of Clang and those that options name; others look like any specialization.)md",
};

} // namespace

extern const Check TraitPromise;
const Check TraitPromise = {&Info, nullptr, atDecl};

} // namespace warrant::checks
