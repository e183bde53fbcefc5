//===- MemoryFunction.cpp - Functions that work on raw memory -------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Which functions these are, and what each demands, stands in the overlays
// (checks/overlays); what of it a call's own text shows is found behind the
// check (support/MemoryFacts.h).
//
//===----------------------------------------------------------------------===//

#include "support/Check.h"
#include "support/OverlayMatch.h"

using namespace clang;

namespace warrant::checks {
namespace {

constexpr llvm::StringLiteral RangeCwe[] = {"CWE-119", "CWE-120", "CWE-125",
                                            "CWE-787"};
constexpr llvm::StringLiteral FillCwe[] = {"CWE-119", "CWE-787"};
constexpr llvm::StringLiteral VectorCwe[] = {"CWE-119", "CWE-125", "CWE-787"};
constexpr llvm::StringLiteral StringCwe[] = {"CWE-119", "CWE-125", "CWE-170"};
constexpr llvm::StringLiteral FormatCwe[] = {"CWE-134", "CWE-686", "CWE-787"};
constexpr llvm::StringLiteral CompareCwe[] = {"CWE-125", "CWE-188"};
constexpr llvm::StringLiteral SortCwe[] = {"CWE-119", "CWE-686"};
constexpr llvm::StringLiteral MapCwe[] = {"CWE-825", "CWE-416"};
constexpr llvm::StringLiteral LookupCwe[] = {"CWE-686", "CWE-843"};
constexpr llvm::StringLiteral ThreadCwe[] = {"CWE-362", "CWE-416"};

constexpr llvm::StringLiteral CopyC[] = {"Rule 19.1", "Rule 21.15",
                                         "Rule 21.18"};
constexpr llvm::StringLiteral FillC[] = {"Rule 21.18"};
constexpr llvm::StringLiteral CompareC[] = {"Rule 21.14", "Rule 21.16",
                                            "Rule 21.18"};
constexpr llvm::StringLiteral StringC[] = {"Rule 21.17"};
constexpr llvm::StringLiteral FormatC[] = {"Rule 21.6"};
constexpr llvm::StringLiteral SortC[] = {"Rule 21.9"};
constexpr llvm::StringLiteral CopyCpp[] = {"Rule 24.5.2"};
constexpr llvm::StringLiteral StringCpp[] = {"Rule 21.2.2"};
constexpr llvm::StringLiteral FormatCpp[] = {"Rule 30.0.1"};

constexpr llvm::StringLiteral CopyCert[] = {"ARR38-C", "OOP57-CPP"};
constexpr llvm::StringLiteral CompareCert[] = {"ARR38-C", "EXP42-C",
                                               "EXP62-CPP", "FLP37-C"};
constexpr llvm::StringLiteral StringCert[] = {"STR32-C"};
constexpr llvm::StringLiteral StringCopyCert[] = {"STR31-C", "STR32-C",
                                                  "STR50-CPP"};
constexpr llvm::StringLiteral FormatCert[] = {"FIO30-C", "FIO47-C", "STR31-C"};
constexpr llvm::StringLiteral LibraryCert[] = {"ARR38-C"};
constexpr llvm::StringLiteral ThreadCert[] = {"CON34-C", "POS50-C"};
constexpr llvm::StringLiteral VectorCert[] = {"EXP36-C"};

constexpr llvm::StringLiteral CopyCore[] = {"SL.con.4"};
constexpr llvm::StringLiteral StringCore[] = {"SL.str.3"};
constexpr llvm::StringLiteral FormatCore[] = {"SL.io.3", "Type.8"};

constexpr KindInfo Kinds[] = {
    {"copy",
     "bytes are copied from one range to another",
     Severity::High,
     {Property::Bounds, Property::Overlap, Property::Type},
     {RangeCwe, CopyC, CopyCpp, CopyCert, CopyCore}},
    {"fill",
     "a range is filled with bytes",
     Severity::High,
     {Property::Bounds, Property::Type},
     {FillCwe, FillC, {}, CopyCert, CopyCore}},
    {"compare",
     "bytes of ranges are compared or searched",
     Severity::Medium,
     {Property::Bounds, Property::Layout},
     {CompareCwe, CompareC, CopyCpp, CompareCert, CopyCore}},
    {"string",
     "a string is read up to its NUL",
     Severity::Low,
     {Property::Bounds},
     {StringCwe, StringC, StringCpp, StringCert, StringCore}},
    {"string-copy",
     "a string is written as far as another one goes",
     Severity::High,
     {Property::Bounds, Property::Overlap},
     {RangeCwe, StringC, StringCpp, StringCopyCert, StringCore}},
    {"format",
     "arguments are formatted by conversions that the compiler does not bind",
     Severity::High,
     {Property::Bounds, Property::Type},
     {FormatCwe, FormatC, FormatCpp, FormatCert, FormatCore}},
    {"scan",
     "input is stored where conversions and pointers say",
     Severity::High,
     {Property::Bounds, Property::Type},
     {FormatCwe, FormatC, FormatCpp, FormatCert, FormatCore}},
    {"sort",
     "elements are moved or compared by size and callback",
     Severity::Medium,
     {Property::Bounds, Property::Type, Property::Signature},
     {SortCwe, SortC, {}, LibraryCert, {}}},
    {"transfer",
     "bytes go to or come from a file, a socket or a pipe",
     Severity::High,
     {Property::Bounds, Property::Type},
     {RangeCwe, FormatC, FormatCpp, LibraryCert, {}}},
    {"map",
     "memory is mapped, unmapped or protected by address",
     Severity::High,
     {Property::Bounds, Property::Address, Property::Lifetime},
     {MapCwe, {}, {}, {}, {}}},
    {"lookup",
     "a symbol's address comes from its name",
     Severity::High,
     {Property::Signature, Property::Lifetime},
     {LookupCwe, {}, {}, {}, {}}},
    {"thread",
     "a pointer is handed to another thread",
     Severity::Medium,
     {Property::Lifetime, Property::Thread},
     {ThreadCwe, {}, {}, ThreadCert, {}}},
    {"vector",
     "an intrinsic loads or stores a vector through a pointer",
     Severity::High,
     {Property::Bounds, Property::Alignment},
     {VectorCwe, {}, {}, VectorCert, {}}},
};

constexpr OptionInfo Options[] = {
    {"overlays", OptionInfo::Type::StringList, "[c, posix, vector]",
     "which of the built-in overlays say what is a memory function"},
};

/// What \p Call calls; of a call that depends on template parameters what its
/// name finds.
const FunctionDecl *calledFunction(const CallExpr &Call) {
  if (const FunctionDecl *F = Call.getDirectCallee())
    return F;
  const auto *Names =
      dyn_cast<OverloadExpr>(Call.getCallee()->IgnoreParenImpCasts());
  if (!Names || Names->getNumDecls() == 0)
    return nullptr;
  return dyn_cast<FunctionDecl>((*Names->decls_begin())->getUnderlyingDecl());
}

/// In C every type can be copied by its bytes.
bool isVoid(const OverlayCondition &Condition, const Context &C) {
  return Condition.Fact.Is == OverlayFact::Kind::TriviallyCopyable &&
         !C.language().CPlusPlus;
}

void atStmt(const Stmt &S, const Context &C, Sink &Out) {
  const auto *Call = dyn_cast<CallExpr>(&S);
  const FunctionDecl *Callee = Call ? calledFunction(*Call) : nullptr;
  if (!Callee)
    return;
  std::optional<OverlayUse> Use = findOverlay(*Callee, C.Settings);
  // Without a kind it is the contract of a function: unsafe-call's.
  if (!Use || Use->Entry->Kind.empty() || Use->Entry->Conditions.empty())
    return;
  Operation Op;
  Op.Kind = Use->Entry->Kind;
  Op.Token = Call->getCallee()->getExprLoc();
  Op.Range = Call->getSourceRange();
  Op.Overlay = Use->Entry;
  Op.Arguments.assign(Call->arg_begin(), Call->arg_end());
  Use->fit(Op.Arguments);
  Op.Selectors.assign(Op.Arguments.begin(), Op.Arguments.end());
  for (Property P : allProperties())
    Op.Void.insert(P);
  for (const OverlayCondition &Each : Use->Entry->Conditions)
    if (Each.About && !isVoid(Each, C))
      Op.Void.erase(*Each.About);
  Out.report(std::move(Op));
}

constexpr CheckInfo Info = {
    "memory-function",
    "calls of functions that work on raw memory",
    /*OnByDefault=*/false,
    Kinds,
    Options,
    R"md(What `memcpy`, `strlen`, `snprintf`, `qsort`, `read`, `mmap` and vector intrinsics
are handed is a pointer and, at best, a number beside it: no type says that the two
belong together. Each call is a site, and its kind says what has to hold. Which
functions are meant, and what each of them demands in which words, stands in
overlays; those for the C library, for POSIX and for vector intrinsics are built in.
`overlays: []` below this check's name turns them off, and an overlay of your own adds
functions, or replaces what is said of one: see docs/overlays.md.

A call is proven where types and constants show every condition: the object that is
named has the size that is copied, the two ranges are different objects and their
types are trivially copyable; the format is a literal, its conversions match the
arguments and each string is constant. A size that a check bounds on every path to the
call is known too. A size beyond the object, a copy over an object that is not trivially
copyable, the size of a pointer in place of what it points to, and a string that is
scanned without a width are defects.

Builtins (`__builtin_memcpy`), the names in namespace `std` and the fortified forms that
a C library's macros make of a call are the same functions, and one site a call.

A good reason names what the size is the size of: "out has kMaxLength bytes, and
length was checked against that above".)md",
    R"cpp(extern "C" void *memcpy(void *to, const void *from, unsigned long size);

void bad(char *to, const char *from, unsigned long n) { memcpy(to, from, n); }
)cpp",
    R"cpp(extern "C" void *memcpy(void *to, const void *from, unsigned long size);

struct Header {
  int length;
};

void good(const Header &from) {
  Header to;
  memcpy(&to, &from, sizeof(to));
}
)cpp",
    R"md(- Functions that no overlay names are not listed; your own need an overlay.
- A length that is computed in another function is not followed.)md",
};

} // namespace

extern const Check MemoryFunction;
const Check MemoryFunction = {&Info, atStmt, nullptr};

} // namespace warrant::checks
