//===- SafetyComment.cpp - Remarks about SAFETY comments ------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Its kinds are of remarks, not of operations: CommentAudit makes them while
// the other checks run.
//
//===----------------------------------------------------------------------===//

#include "support/Check.h"

namespace warrant::checks {
namespace {

constexpr References NoRefs = {{}, {}, {}, {}, {}};

constexpr KindInfo remark(llvm::StringLiteral Name,
                          llvm::StringLiteral Summary) {
  return {Name, Summary, Severity::Low, {}, NoRefs};
}

constexpr KindInfo Kinds[] = {
    remark("placeholder", "a SAFETY comment is still to be written"),
    remark("vacuous", "a SAFETY comment gives no reason"),
    remark("orphan", "no operation is under a SAFETY comment"),
    remark("misspelled", "a marker is misspelled, so the comment counts for "
                         "nothing"),
    remark("unknown-tag", "a tag of a SAFETY comment is no property"),
    remark("unknown-deviation",
           "a comment refers to a deviation that is not recorded"),
    remark("stale", "a SAFETY comment names in backticks what is not there"),
    remark("unbacked", "a SAFETY comment relies on callers, and neither a "
                       "contract nor a doc comment tells them"),
    remark("broad", "one SAFETY comment covers many operations"),
    remark("copy-paste", "the same SAFETY comment stands at operations on "
                         "different operands"),
    remark("bare-excuse", "an excuse gives no reason, and so does nothing"),
    remark("stale-excuse", "an excuse has no site to set aside"),
    remark("missing-contract",
           "a function that others call works on what they hand in, and has no "
           "contract"),
    remark("hidden-contract",
           "a contract stands at a definition, where callers do not see it"),
    remark("override-contract",
           "a contract demands more than that of the function it overrides"),
};

constexpr OptionInfo Options[] = {
    {"allow-orphan", OptionInfo::Type::Bool, "false",
     "SAFETY comments may stand where there is no operation"},
    {"broad-limit", OptionInfo::Type::Integer, "8",
     "how many operations one SAFETY comment may cover"},
    {"copy-paste", OptionInfo::Type::Bool, "false",
     "remark the same text at operations on different operands"},
};

constexpr CheckInfo Info = {
    "safety-comment",
    "SAFETY comments and excuses that are not worth their words",
    /*OnByDefault=*/true,
    Kinds,
    Options,
    R"md(A SAFETY comment is worth as much as what it says. This check makes
remarks rather than sites: about comments that say nothing, that are misspelled,
that have no operation under them any more, or that cover too much.

What a comment lacks is decided when all units are merged: a header's comment is
an `orphan` only where no unit saw an operation under it, of any check, on or off.
Comments that no unit saw live, behind an `#if`, are left alone, and so are those
at macro definitions and at function declarations, which are contracts.

`copy-paste` is off. `warrant scan --copied-since REV` makes it of the comments
alone that were added since git's REV, the option of all.

A tag is a property, as `bounds` in `SAFETY(bounds): ...`, or `function`.

A comment is `stale` where a name in backticks is neither in the code of the
function nor declared anywhere in the project. It is `unbacked` where it relies on
callers ("the caller guarantees", "required from callers") whom no contract of the
enclosing function asks for anything; `contracts.headings` says which
headings beside `# Safety` make one.

`WARRANT-IGNORE(name): reason`, where a SAFETY comment would count, and
`NOLINT(warrant-name): reason` set sites aside: their status stays, and the
gates pass them. The name is a check, a kind or a defect. Without a reason they do
nothing.)md",
    R"cpp(int second(const int *P) {
  // SAFTEY: P points to two elements at least.
  return P[1];
}
)cpp",
    R"cpp(int second(const int *P) {
  // SAFETY: P points to two elements at least.
  return P[1];
}
)cpp",
    R"md(- Words are compared with a lexicon and with names in scope; whether a claim is true only a person can tell.
- Comments in languages other than English are taken as text without the words of the lexicon.)md",
};

} // namespace

extern const Check SafetyComment;
const Check SafetyComment = {&Info, nullptr, nullptr};

} // namespace warrant::checks
