//===- SafetyComments.h - Which comment documents which operation -*- C++ -*-=//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The one implementation of docs/safety-comments.md. It works on a file's text
// and on offsets: scanComments() lexes the buffer once, the walker says in an
// Anchor which constructs enclose an operation, associate() finds the comment
// that documents it and tells of every comment it considered. Nothing here
// knows an AST, so every host (scanner, clang-tidy, with a PCH or a preamble)
// gets the same answer.
//
// Offsets count bytes from 0 in the buffer as it is on disk. Ranges are half
// open.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SAFETYCOMMENTS_H
#define WARRANT_SAFETYCOMMENTS_H

#include "warrant/Config.h"
#include "warrant/Words.h"
#include "llvm/ADT/SmallVector.h"
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace warrant {

struct ConventionFile;
struct ScannedFile;

/// A construct that encloses an operation, as the walker saw it.
struct EnclosingLevel {
  enum class Kind : uint8_t {
    /// A full statement, a condition with its keyword (`if (...)`), a
    /// `return`, an expression statement: [Begin, End).
    Statement,
    /// A control statement in whose body the operation is. Begin is its
    /// keyword (for `else if` the `if`), End the end of its header, so that
    /// the body begins on a later line when the line of the body's statement
    /// that holds the operation differs from End's.
    Control,
    /// A variable, field, parameter or member initializer that holds it.
    Declaration,
    /// A compound statement that is nothing's body: `{` to behind `}`.
    BareBlock,
    /// A compound statement that is the body of a control statement, as above.
    Body,
    LambdaBody,
    FunctionBody,
    /// The macro definition in which the operation stands: from the `#` to
    /// the end of the last continued line.
    MacroDefinition,
    /// A function's or variable's declaration that *is* the site (boundary
    /// checks): its documentation counts.
    BoundaryDeclaration,
  };
  Kind What;
  unsigned Begin = 0;
  unsigned End = 0;
};

/// Where an operation stands in a file.
struct Anchor {
  unsigned Begin = 0; ///< of the operation's text
  unsigned End = 0;
  unsigned Token = 0;                          ///< the operator
  llvm::SmallVector<EnclosingLevel, 8> Levels; ///< innermost first
};

/// A comment with a marker, read.
struct SafetyText {
  unsigned Offset = 0; ///< of the comment that holds the marker
  unsigned Line = 0;   ///< of the marker
  /// Behind the marker, to the comment run's end or the next marker or
  /// heading; white space folded.
  std::string Text;
  std::vector<std::string> Tags; ///< `bounds`, `lifetime`, `function`, ...
  bool HasTags = false;
  /// Written as a heading (`# Safety`, `@safety`): states a contract and
  /// documents declarations and macro definitions only.
  bool Contract = false;
};

/// One comment that associate() looked at, for `warrant explain FILE:LINE`.
struct Considered {
  unsigned Line = 0;
  std::string Text;
  std::string Rule; ///< `taken: directly above the statement`, ...
  bool Taken = false;
  /// Where it stands, when that is not the operation's file; associate() leaves
  /// it empty.
  std::string File;
};

/// associate()'s answer.
struct Association {
  /// What documents the operation. Where one comment run holds several
  /// markers this is all of them, with their tags united.
  std::optional<SafetyText> Comment;
  Placement Where = Placement::AboveStatement;
  /// Where the comment stands, when the caller looked in another file than the
  /// operation's; associate() leaves it empty.
  std::string File;
  /// Set when the nearest comment justifies nothing: why.
  std::string Rejection;
  /// The same of another convention's words around the operation, for where no
  /// contract documents it either.
  std::string Placeholder;
  std::vector<Considered> Looked; ///< nearest first
};

/// Of what kind an operation is: other conventions speak of some kinds only.
struct OperationKind {
  const CheckInfo *Check = nullptr;
  const KindInfo *Kind = nullptr;
};

/// A comment that sets sites aside: `WARRANT-IGNORE(...)` or a NOLINT of one of
/// Warrant's names.
struct ExcuseText {
  unsigned Offset = 0; ///< of the comment that holds it
  unsigned Line = 0;
  /// Globs over checks (with or without the prefix), kinds and defects.
  std::vector<std::string> Names;
  std::string Reason; ///< empty: it sets nothing aside
  /// Why the reason is none: it is empty, a placeholder, ...
  std::optional<std::string> Rejection;
  /// The lines a NOLINT speaks of; 0: it counts where a SAFETY comment would.
  unsigned FirstLine = 0, LastLine = 0;

  bool names(llvm::StringRef CheckOrKindOrDefect) const;
};

/// What is wrong with a comment as it stands, whatever is under it.
struct TextFault {
  std::string Kind; ///< of the remark: `placeholder`, `misspelled`, ...
  unsigned Offset = 0;
  unsigned Line = 0;
  std::string Message;
  std::string Subject;
};

/// The comments of one declaration, a line a line, with their empty lines.
struct DeclarationComments {
  struct Inner {
    unsigned Offset = 0;
    /// It stands before what it speaks of, as in `(/* out */ int *p`.
    bool Before = false;
    std::string Text;
  };
  std::string Doc; ///< above it, or below
  unsigned DocLine = 0;
  std::vector<Inner> Within; ///< between its first token and its end's line
};

/// What a file's text is lexed as.
struct ScanOptions {
  /// In C before C23 `R"(` is an identifier and a string; in C++ a raw string.
  bool RawStrings = true;
};

/// The comments and the shape of one file. Build once a file; copies are
/// cheap and share what was scanned.
class CommentIndex {
public:
  /// \p Buffer need not outlive the index. \p C gives markers and rejects.
  static CommentIndex scan(llvm::StringRef Buffer, const Config &C,
                           ScanOptions Options = {});

  /// Without \p What no convention but SAFETY comments counts.
  Association associate(const Anchor &A, OperationKind What = {}) const;

  /// The documentation text directly above (or else trailing on) the
  /// declaration that begins at \p Begin, across attributes: marker or not,
  /// a line of the comment a line. Empty when there is none.
  std::string documentationAbove(unsigned Begin) const;

  /// What is written around the declaration that begins at \p Begin. \p Below:
  /// this file documents below its declarations.
  DeclarationComments commentsOf(unsigned Begin, bool Below) const;

  /// The line and the text of what stands above the file's first declaration
  /// and speaks of none.
  std::pair<unsigned, std::string> headComment() const;

  /// Every text behind a marker in the file, in its order.
  std::vector<SafetyText> texts() const;

  /// Every text with one of its rules at \p A, whichever is the nearest and
  /// whether it justifies anything or not.
  std::vector<SafetyText> textsAround(const Anchor &A) const;

  /// Above which line a comment for \p A is written, and, where a line above
  /// would belong to other code, before which column of it; line 0: nowhere.
  std::pair<unsigned, unsigned> notePlace(const Anchor &A) const;

  /// Faults that show without a look at the code.
  std::vector<TextFault> faults(const Config &C) const;

  /// Whether there is anything that textsAround() or excusesAround() could
  /// find.
  bool isSilent() const;
  /// Whether the comment at \p Offset stands in or directly above a macro's
  /// definition, or on a directive's line.
  bool isAtDirective(unsigned Offset) const;

  /// Every excuse in the file, in its order.
  llvm::ArrayRef<ExcuseText> excuses() const;
  /// Those that could speak of \p A, the nearest first.
  std::vector<ExcuseText> excusesAround(const Anchor &A) const;

  /// What was scanned.
  llvm::StringRef text() const;
  /// Line (from 1) and column (from 1, bytes) of \p Offset.
  std::pair<unsigned, unsigned> position(unsigned Offset) const;
  unsigned lineCount() const;

private:
  explicit CommentIndex(std::shared_ptr<const ScannedFile> File)
      : File(std::move(File)) {}
  std::shared_ptr<const ScannedFile> File;
  /// The same with excuses in place of texts; null where there are none.
  std::shared_ptr<const ScannedFile> Excuses;
  /// What other conventions say; null where nothing.
  std::shared_ptr<const ConventionFile> Conventions;
};

/// Why \p Text justifies nothing (`empty`, `a placeholder`, `says only that
/// it is safe`), or absence where it does. \p Reject holds further texts.
std::optional<std::string> rejectionOf(llvm::StringRef Text,
                                       llvm::ArrayRef<std::string> Reject);

/// The names that a comment may lean on where it stands. The host that knows
/// the code fills it, for the words that the comment has (possibleNames()).
struct NamesInScope {
  /// Operands, parameters, locals and members: they count however written.
  std::set<std::string> Near;
  /// Of the whole unit: they count where they are written as code, since
  /// `index` and `time` are words of prose too.
  std::set<std::string> Far;
  /// The comment stands at the declaration that it speaks of.
  bool AtDeclaration = false;
};

/// The words of \p Text that could be names of the code.
std::set<std::string> possibleNames(llvm::StringRef Text);

/// The first of \p Names that \p Sentence has, or nothing.
std::string nameIn(llvm::StringRef Sentence, const NamesInScope &Names);

/// The names in the expressions between backticks in \p Text, but for
/// qualified ones: what is behind a namespace the unit may not know.
std::set<std::string> quotedNames(llvm::StringRef Text);

/// The clause of \p Text that says that callers see to something, or nothing.
std::string callersPromise(llvm::StringRef Text);

/// The words that claim \p P where nothing denies or hedges them.
std::vector<llvm::StringRef> claimPhrases(Property P);

/// How a property is answered, and by which words; for Missing why the words
/// that are there do not count, or nothing.
using PropertyAnswer = std::pair<PropertyOrigin, std::string>;

/// For each required property how \p Comment answers it: by tag, by the words
/// of the lexicon, or not. With \p Names, in strict mode, the words must be
/// said of one of them, and a tag does not make up for hedges.
std::vector<std::pair<Property, PropertyAnswer>>
addressedProperties(const SafetyText &Comment, PropertySet Required,
                    const NamesInScope *Names = nullptr);

} // namespace warrant

#endif // WARRANT_SAFETYCOMMENTS_H
