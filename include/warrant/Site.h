//===- Site.h - Sites, remarks and unit results as plain values -*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What one translation unit tells: analyzeUnit() returns a UnitResult, which
// crosses a pipe as JSON and is merged with the others into a Report. From
// here on nothing knows Clang. All paths are relative to the root with '/'
// (or absolute where a file lies outside it); lines and columns count from 1,
// columns in bytes. Whatever is counted in a report is a set here, so that
// merging in any order and any grouping gives the same report.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SITE_H
#define WARRANT_SITE_H

#include "warrant/Inputs.h"
#include "warrant/Words.h"
#include <compare>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace warrant {

/// A point in a file.
struct Location {
  std::string File;
  unsigned Line = 0;
  unsigned Column = 0;
  friend auto operator<=>(const Location &, const Location &) = default;
};

/// The comment that documents a site.
struct CommentRef {
  std::string Text; ///< behind the marker, white space folded
  std::string File;
  unsigned Line = 0;
  Placement Where = Placement::AboveStatement;
  friend auto operator<=>(const CommentRef &, const CommentRef &) = default;
};

/// The state of one required property; \c By says which words or which fact.
struct PropertyState {
  Property Name = Property::Bounds;
  PropertyOrigin Origin = PropertyOrigin::Missing;
  std::string By;
  /// Of a boundary's pointers the one that is asked about: a parameter's name
  /// or `result`. Empty where the operation as a whole is.
  std::string Subject = {};
  friend auto operator<=>(const PropertyState &,
                          const PropertyState &) = default;
};

/// What is wrong whatever a comment says.
struct Defect {
  std::string Id; ///< `misaligned-address`
  Precision Sure = Precision::Certain;
  std::string Message;
  friend auto operator<=>(const Defect &, const Defect &) = default;
};

/// A place that helps to understand a site.
struct RelatedPlace {
  Location Where;
  std::string Message;
  friend auto operator<=>(const RelatedPlace &, const RelatedPlace &) = default;
};

/// A change of a file: what stands in [Line:Column, EndLine:EndColumn) becomes
/// \c Text.
struct TextEdit {
  unsigned Line = 0;
  unsigned Column = 0;
  unsigned EndLine = 0;
  unsigned EndColumn = 0;
  std::string Text;
  friend auto operator<=>(const TextEdit &, const TextEdit &) = default;
};

/// Code that does what an operation does where that is defined, and that needs
/// no reason or less of one.
struct SaferForm {
  std::string Code; ///< as it is shown
  /// In the order of the text, in the site's file.
  std::vector<TextEdit> Edits;
  friend auto operator<=>(const SaferForm &, const SaferForm &) = default;
};

/// How one declaration of what has C linkage spells its type, for comparing it
/// with the others of its name.
struct LinkageDeclaration {
  Location Where;
  std::string Configuration;
  /// Without typedefs and qualifiers of parameters: `int (const char *)`. Empty
  /// where it states none, as a function of C without a prototype.
  std::string Type;
  /// The same for comparing: what a pointer to a class is called is the matter
  /// of each side, which may know it as a handle only.
  std::string Compared;
  /// How values pass: of two types of one passing code cannot tell.
  std::string Passing;
  bool IsDefinition = false;
  friend auto operator<=>(const LinkageDeclaration &,
                          const LinkageDeclaration &) = default;
};

/// One operation at its place, with its status.
struct Site {
  std::string Check;
  std::string Kind;
  Status State = Status::Undocumented;
  Precision Sure = Precision::Certain;
  Severity Level = Severity::High;

  /// Where the operation begins; [Where, End) is shown.
  Location Where;
  unsigned EndLine = 0;
  unsigned EndColumn = 0;
  /// The operator's token: with check and kind the site's identity. Differs
  /// in its file from Where for an operation that stands at a macro's use.
  Location Token;
  /// Not empty for a site that is one for the whole project, wherever units
  /// saw it (boundaries: the linkage name). Then (Check, Identity) is the key.
  std::string Identity;

  std::string Function;     ///< `ns::f(int *)`; empty at namespace scope
  std::string FunctionName; ///< qualified, without types: for fingerprints
  std::string Snippet;      ///< source text, white space folded
  std::string Tokens;       ///< the tokens without white space and comments
  std::string Register;     ///< the register it accesses, or empty
  std::string Macro;        ///< the macro it was expanded from, or empty
  std::set<Location> Expansions; ///< of a site that stands at a definition
  std::set<std::string> Configurations;
  std::optional<CommentRef> Comment;
  std::vector<PropertyState> Properties; ///< as in Properties.def, by subject
  std::vector<Defect> Defects;           ///< sorted
  std::vector<RelatedPlace> Related;     ///< sorted
  std::set<std::string> Notes; ///< what is worth knowing, and no defect
  std::string Proof;           ///< why it is proven; empty otherwise
  std::string Rejection;       ///< why a comment that is there does not count
  /// A line for each comment that was considered and the rule that took or
  /// rejected it, for `warrant explain FILE:LINE`; no part of reports.
  std::vector<std::string> Looked;
  /// Above which line `warrant annotate` writes a comment; 0: nowhere. With a
  /// column it writes there, since a line above would belong to other code.
  /// Reports have these and the operands' texts of undocumented sites only.
  unsigned NoteLine = 0;
  unsigned NoteColumn = 0;
  std::vector<std::string> Operands;
  /// Of a use of what has a contract, the conditions that are left open, each
  /// with its number where there are several.
  std::vector<std::pair<std::string, std::string>> Conditions;
  /// Of a volatile access that no handler of its unit may interrupt, the object
  /// where other units can name it; and whether what is written was made of
  /// what was read. No part of reports.
  std::string Object;
  bool Rewrites = false;
  /// Of a boundary, how the project's files declare it.
  std::set<LinkageDeclaration> Declarations;
  /// Why a person set it aside; the status stays.
  std::optional<std::string> Excuse;

  // Filled by merge(), and where there is a baseline by applyBaseline().
  std::string Fingerprint;
  std::optional<std::string> Baseline; ///< `new`, `known`
  /// That every unit allows; sorted.
  std::vector<SaferForm> Safer;

  friend bool operator==(const Site &, const Site &) = default;
};

/// A finding about a comment or a contract rather than an operation.
struct Remark {
  std::string Kind;
  Location Where;
  std::string Message;
  /// What it is about, as the comment's text or the function's qualified
  /// name: with kind and path what the fingerprint is made of.
  std::string Subject;
  std::string Fingerprint;                  ///< filled by merge()
  std::optional<std::string> Baseline = {}; ///< as a site's
  friend auto operator<=>(const Remark &, const Remark &) = default;
};

/// An inclusive range of lines.
struct LineRange {
  unsigned Begin = 0;
  unsigned End = 0;
  friend auto operator<=>(const LineRange &, const LineRange &) = default;
};

/// What a unit saw of one project file.
struct FileFacts {
  unsigned Lines = 0;
  bool Vendored = false;
  std::set<Location> Functions; ///< definitions, by where their name stands
  std::set<Location> FunctionsWithOperations;
  /// Lines that the preprocessor left out, sorted, disjoint. Merging
  /// intersects: a line is never live when every unit left it out.
  std::vector<LineRange> Excluded;
  /// Functions that the unit defines and that others may call, by where callers
  /// see them declared; and those of them that have a contract there.
  std::set<Location> Public;
  std::set<Location> PublicWithContract;
  friend bool operator==(const FileFacts &, const FileFacts &) = default;
};

/// A place and a remark's kind there, of one subject or of any.
struct RemarkPlace {
  Location Where;
  std::string Kind;
  std::string Subject; ///< empty: of any
  friend auto operator<=>(const RemarkPlace &, const RemarkPlace &) = default;
};

/// Whether exceptions may leave a function that the project defines.
struct ExceptionFacts {
  bool Returns = false; ///< a value
  /// Something in it may throw, whatever those do that it awaits.
  bool Open = false;
  /// The functions of other units that it calls, by their symbols, with the
  /// names that messages have for them. It throws only if one of these does.
  std::map<std::string, std::string> Awaits;
  friend bool operator==(const ExceptionFacts &,
                         const ExceptionFacts &) = default;
};

/// What interrupt handlers of a unit do with a volatile object.
struct HandlerUse {
  std::set<std::string> Handlers; ///< `the interrupt handler 'f'`
  bool Writes = false;
  friend bool operator==(const HandlerUse &, const HandlerUse &) = default;
};

/// Everything that one unit of one configuration tells.
struct UnitResult {
  std::string File;
  std::string Configuration;
  UnitStatus State = UnitStatus::Ok;
  std::vector<std::string> Messages;
  std::vector<Site> Sites; ///< one entry an identity
  std::vector<Remark> Remarks;
  /// Remarks that hold where no unit refutes them, as that no operation is
  /// under a comment; a line that no unit saw live has none.
  std::set<Remark> Suspected;
  std::set<RemarkPlace> Refuted;
  /// The names that project files declare: a comment of another unit may speak
  /// of them.
  std::set<std::string> Declared;
  std::map<std::string, FileFacts> Files;
  /// What a C unit defines in project files, by linkage name: a function makes
  /// an `import` that a C++ unit saw an `export`.
  std::map<std::string, std::set<LinkageDeclaration>> CDefinitions;
  /// What units ask of functions that they see no body of, by symbol.
  std::map<std::string, ExceptionFacts> Exceptions;
  /// By the names that other units have for the objects.
  std::map<std::string, HandlerUse> HandlerUses;
  std::set<Location> IndirectCalls;
  std::set<Location> Patterns;             ///< with a dependent operation
  std::set<Location> InstantiatedPatterns; ///< of those
  /// What the result depends on, for the cache and for nothing else: sorted,
  /// and empty where it was not recorded.
  std::vector<UnitInput> Inputs;
  std::string Command; ///< a digest of the command, as Inputs for the cache
  std::string Prefix;  ///< that the parse used; for the cache, too
  friend bool operator==(const UnitResult &, const UnitResult &) = default;
};

} // namespace warrant

#endif // WARRANT_SITE_H
