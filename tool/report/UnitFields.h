//===- UnitFields.h - The fields of a unit's values -------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each struct's fields once, for writing (a const value) and for reading. They
// are named by a structured binding, so that a field which is added to a struct
// and not here does not compile.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REPORT_UNITFIELDS_H
#define WARRANT_REPORT_UNITFIELDS_H

#include "UnitsFile.h"
#include "warrant/Aside.h"
#include "warrant/Site.h"
#include <concepts>

namespace warrant {

/// \p T is \p Value, or that and const.
template <typename T, typename Value>
concept Is = std::same_as<std::remove_const_t<T>, Value>;

void fields(auto &Code, Is<Location> auto &L) {
  auto &[File, Line, Column] = L;
  Code(File, Line, Column);
}

void fields(auto &Code, Is<CommentRef> auto &C) {
  auto &[Text, File, Line, Where] = C;
  Code(Text, File, Line, Where);
}

void fields(auto &Code, Is<PropertyState> auto &P) {
  auto &[Name, Origin, By, Subject] = P;
  Code(Name, Origin, By, Subject);
}

void fields(auto &Code, Is<Defect> auto &D) {
  auto &[Id, Sure, Message] = D;
  Code(Id, Sure, Message);
}

void fields(auto &Code, Is<RelatedPlace> auto &P) {
  auto &[Where, Message] = P;
  Code(Where, Message);
}

void fields(auto &Code, Is<LinkageDeclaration> auto &D) {
  auto &[Where, Configuration, Type, Compared, Passing, IsDefinition] = D;
  Code(Where, Configuration, Type, Compared, Passing, IsDefinition);
}

void fields(auto &Code, Is<TextEdit> auto &E) {
  auto &[Line, Column, EndLine, EndColumn, Text] = E;
  Code(Line, Column, EndLine, EndColumn, Text);
}

void fields(auto &Code, Is<SaferForm> auto &F) {
  auto &[Shown, Edits] = F;
  Code(Shown, Edits);
}

void fields(auto &Code, Is<Site> auto &S) {
  auto &[Check, Kind, State, Sure, Level, Where, EndLine, EndColumn, Token,
         Identity, Function, FunctionName, Snippet, Tokens, Register, Macro,
         Expansions, Configurations, Comment, Properties, Defects, Related,
         Notes, Proof, Rejection, Looked, NoteLine, NoteColumn, Operands,
         Conditions, Object, Rewrites, Declarations, Excuse, Fingerprint,
         Baseline, Safer] = S;
  Code(Check, Kind, State, Sure, Level, Where, EndLine, EndColumn, Token,
       Identity, Function, FunctionName, Snippet, Tokens, Register, Macro,
       Expansions, Configurations, Comment, Properties, Defects, Related, Notes,
       Proof, Rejection, Looked, NoteLine, NoteColumn, Operands, Conditions,
       Object, Rewrites, Declarations, Excuse, Fingerprint, Baseline, Safer);
}

void fields(auto &Code, Is<Remark> auto &R) {
  auto &[Kind, Where, Message, Subject, Fingerprint, Baseline] = R;
  Code(Kind, Where, Message, Subject, Fingerprint, Baseline);
}

void fields(auto &Code, Is<LineRange> auto &R) {
  auto &[Begin, End] = R;
  Code(Begin, End);
}

void fields(auto &Code, Is<FileFacts> auto &F) {
  auto &[Lines, Vendored, Functions, FunctionsWithOperations, Excluded, Public,
         PublicWithContract] = F;
  Code(Lines, Vendored, Functions, FunctionsWithOperations, Excluded, Public,
       PublicWithContract);
}

void fields(auto &Code, Is<RemarkPlace> auto &P) {
  auto &[Where, Kind, Subject] = P;
  Code(Where, Kind, Subject);
}

void fields(auto &Code, Is<ExceptionFacts> auto &E) {
  auto &[Returns, Open, Awaits] = E;
  Code(Returns, Open, Awaits);
}

void fields(auto &Code, Is<HandlerUse> auto &H) {
  auto &[Handlers, Writes] = H;
  Code(Handlers, Writes);
}

void fields(auto &Code, Is<UnitInput> auto &I) {
  auto &[Kind, Path, Answer] = I;
  Code(Kind, Path, Answer);
}

void fields(auto &Code, Is<UnitResult> auto &U) {
  auto &[File, Configuration, State, Messages, Sites, Remarks, Suspected,
         Refuted, Declared, Files, CDefinitions, Exceptions, HandlerUses,
         IndirectCalls, Patterns, InstantiatedPatterns, Inputs, Command,
         Prefix] = U;
  Code(File, Configuration, State, Messages, Sites, Remarks, Suspected, Refuted,
       Declared, Files, CDefinitions, Exceptions, HandlerUses, IndirectCalls,
       Patterns, InstantiatedPatterns, Inputs, Command, Prefix);
}

void fields(auto &Code, Is<PhaseTime> auto &P) {
  auto &[What, Begin, End] = P;
  Code(What, Begin, End);
}

void fields(auto &Code, Is<UnitAside> auto &A) {
  auto &[Phases, PeakKilobytes, Cached, HasPrefix, Refusal] = A;
  Code(Phases, PeakKilobytes, Cached, HasPrefix, Refusal);
}

void fields(auto &Code, Is<UnitsInfo> auto &I) {
  auto &[Tool, Revision, ConfigDigest, Configurations, Commands, BuildFolders,
         Part, Parts, Units] = I;
  Code(Tool, Revision, ConfigDigest, Configurations, Commands, BuildFolders,
       Part, Parts, Units);
}

template <typename A, typename B>
void fields(auto &Code, const std::pair<A, B> &P) {
  Code(P.first, P.second);
}

template <typename A, typename B> void fields(auto &Code, std::pair<A, B> &P) {
  Code(P.first, P.second);
}

/// The last of each enumeration; what is larger is none of it.
constexpr Status lastOf(Status) { return Status::Proven; }
constexpr Precision lastOf(Precision) { return Precision::Possible; }
constexpr Severity lastOf(Severity) { return Severity::Low; }
constexpr UnitStatus lastOf(UnitStatus) { return UnitStatus::Skipped; }
constexpr Phase lastOf(Phase) { return Phase::Encode; }
constexpr Placement lastOf(Placement) { return Placement::Region; }
constexpr PropertyOrigin lastOf(PropertyOrigin) {
  return PropertyOrigin::Missing;
}
constexpr InputKind lastOf(InputKind) { return InputKind::RealPath; }
constexpr Property lastOf(Property) { return Property(NumProperties - 1); }

} // namespace warrant

#endif // WARRANT_REPORT_UNITFIELDS_H
