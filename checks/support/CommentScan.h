//===- CommentScan.h - One file's tokens, comments and lines ----*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What CommentIndex keeps of a file, for the files that implement it and for
// nobody else. Everything is a sorted vector, so that association is a few
// binary searches however long the file is. Lines count from 1; entry 0 of
// Lines is not used.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_COMMENTSCAN_H
#define WARRANT_CHECKS_SUPPORT_COMMENTSCAN_H

#include "warrant/SafetyComments.h"
#include "clang/Basic/TokenKinds.h"
#include <memory>

namespace warrant {

/// A half-open range of offsets.
struct Span {
  unsigned Begin = 0, End = 0;
  bool contains(unsigned Offset) const {
    return Begin <= Offset && Offset < End;
  }
};

/// A token of code; comments are kept apart.
struct CodeToken {
  unsigned Begin = 0, End = 0;
  clang::tok::TokenKind Kind = clang::tok::unknown;
  bool InDirective = false;
};

/// One comment token.
struct CommentToken {
  unsigned Begin = 0, End = 0;
  unsigned FirstLine = 0, LastLine = 0;
  unsigned NextCode = 0; ///< the first code token behind it
  unsigned Run = 0;
  bool CodeBefore = false; ///< on its first line
  bool CodeAfter = false;  ///< on its last line
};

/// A preprocessing directive.
struct Directive {
  enum class Kind : uint8_t { If, Else, Endif, Diagnostic, Other };
  Kind What = Kind::Other;
  unsigned FirstLine = 0, LastLine = 0;
  unsigned IfLine = 0; ///< of an Else: where its `#if` begins
};

/// What stands on one line.
struct LineShape {
  unsigned TokenBegin = 0, TokenEnd = 0; ///< code tokens that touch it
  unsigned Directive = 0;                ///< its index plus 1, or 0
  bool hasCode() const { return TokenBegin != TokenEnd; }
};

/// Comments that read as one: lines of comment without a gap, or a trailing
/// comment with the lines that continue it in its column.
struct CommentRun {
  unsigned FirstComment = 0, LastComment = 0; ///< inclusive
  unsigned FirstLine = 0, LastLine = 0;
  unsigned TextBegin = 0, TextEnd = 0; ///< of ScannedFile::Texts
  bool Trailing = false;               ///< behind code on its first line
  bool Leading = false;                ///< before code on its last line
  /// Only NOLINT, TODO, rulers and the like: reads as if it were not there.
  bool Skippable = false;
  bool hasText() const { return TextBegin != TextEnd; }
};

/// Which kinds a text of another convention speaks of.
struct Subject {
  enum class Words : uint8_t {
    Bounds, ///< all that require bounds, and uses of what has a contract
    Misra,  ///< those that serve a rule: `Rule 11.3`
    Core,   ///< those that serve a rule or a profile: `bounds.1`, `type`
    Tidy    ///< those that a check of clang-tidy covers, or a glob over checks
  };
  Words What = Words::Bounds;
  std::vector<std::string> Names;
  bool covers(OperationKind K) const;
};

/// A SAFETY text with what is known of it once and for all.
struct ScannedText {
  SafetyText Safety;
  unsigned Run = 0;
  std::optional<std::string> Rejection;
  std::optional<Subject> About; ///< of another convention's text
};

struct ScannedFile {
  std::string Text;
  std::vector<unsigned> LineStarts; ///< offset of line N at N - 1
  std::vector<CodeToken> Tokens;
  std::vector<CommentToken> Comments;
  std::vector<Directive> Directives;
  std::vector<LineShape> Lines;
  std::vector<CommentRun> Runs;
  std::vector<ScannedText> Texts; ///< by offset
  /// Uses of the macros that mark operations as audited, `UNSAFE_BUFFERS(...)`,
  /// where the configuration knows them.
  std::vector<Span> Marked;
  /// In the copy that readExcuses() makes, one for each of Texts, and behind
  /// them those that speak of lines.
  std::vector<ExcuseText> Excuses;

  unsigned lineOf(unsigned Offset) const;
  unsigned lineBegin(unsigned Line) const { return LineStarts[Line - 1]; }
  /// Behind the line's break.
  unsigned lineEnd(unsigned Line) const {
    return Line < LineStarts.size() ? LineStarts[Line] : Text.size();
  }
  /// The first code token that ends behind \p Offset.
  unsigned tokenAt(unsigned Offset) const;
  llvm::StringRef spelling(const CodeToken &T) const {
    return llvm::StringRef(Text).slice(T.Begin, T.End);
  }
  /// The run of the last comment that begins on \p Line or above and reaches
  /// it, or null.
  const CommentRun *runTouching(unsigned Line) const;
  /// The run that stands behind the last code of \p Line, or null.
  const CommentRun *runBehind(unsigned Line) const;
  /// The run that stands before the first code of \p Line, or null.
  const CommentRun *runBefore(unsigned Line) const;
  /// The runs that begin in [Begin, End).
  llvm::ArrayRef<CommentRun> runsIn(unsigned Begin, unsigned End) const;
  llvm::ArrayRef<ScannedText> textsOf(const CommentRun &R) const {
    return llvm::ArrayRef(Texts).slice(R.TextBegin, R.TextEnd - R.TextBegin);
  }
  unsigned beginOf(const CommentRun &R) const {
    return Comments[R.FirstComment].Begin;
  }
  unsigned endOf(const CommentRun &R) const {
    return Comments[R.LastComment].End;
  }
};

/// Lexes \p F.Text into everything but the runs and their texts.
void lexFile(ScannedFile &F, ScanOptions Options);

/// Groups the comments of \p F into runs and reads their texts.
void readRuns(ScannedFile &F, const Config &C);

/// \p F with its excuses read in place of its SAFETY texts; null where it has
/// none.
std::shared_ptr<const ScannedFile> readExcuses(const ScannedFile &F,
                                               const Config &C);

/// The lines of the comments of \p R without their leaders, each with its
/// line number and the comment it belongs to.
struct CommentLine {
  llvm::StringRef Text;
  unsigned Line = 0;
  unsigned Comment = 0;
};
std::vector<CommentLine> linesOf(const ScannedFile &F, const CommentRun &R);

/// Whether \p Line is a tool's (`NOLINT`, `clang-format off`) or a ruler.
bool isToolLine(llvm::StringRef Line);

/// Where the lines begin that stand between \p Line, which ends with them, and
/// what they belong to below: attributes, attribute macros, labels, access
/// specifiers, template heads. 0 when \p Line is other code.
unsigned crossedFrom(const ScannedFile &F, unsigned Line);

/// Whether a comment behind the last code of \p Line speaks of the next line,
/// as behind `=`, `(` and `return`.
bool opensNextLine(const ScannedFile &F, unsigned Line);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_COMMENTSCAN_H
