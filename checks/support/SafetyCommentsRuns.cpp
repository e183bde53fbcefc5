//===- SafetyCommentsRuns.cpp - Comment runs and the texts in them --------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Which comments read as one, and what stands behind the markers in them.
//
//===----------------------------------------------------------------------===//

#include "CommentScan.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace warrant {
namespace {

constexpr StringRef Space = " \t\v\f\r\n";

bool isLineComment(const ScannedFile &F, const CommentToken &C) {
  return StringRef(F.Text).substr(C.Begin).starts_with("//");
}

/// The column of \p Offset as an editor with that tab width shows it, in
/// characters rather than bytes.
unsigned shownColumn(const ScannedFile &F, unsigned Offset, unsigned Tab) {
  unsigned Column = 0;
  for (unsigned I = F.lineBegin(F.lineOf(Offset)); I < Offset; ++I) {
    auto Byte = static_cast<unsigned char>(F.Text[I]);
    if (Byte == '\t')
      Column += Tab - Column % Tab;
    else if ((Byte & 0xC0) != 0x80) // not a continuation byte of UTF-8
      ++Column;
  }
  return Column;
}

/// Nobody says how wide a tab is: the usual widths are tried.
bool inSameColumn(const ScannedFile &F, unsigned A, unsigned B) {
  return llvm::any_of(std::initializer_list<unsigned>{8, 4, 2},
                      [&](unsigned Tab) {
                        return shownColumn(F, A, Tab) == shownColumn(F, B, Tab);
                      });
}

/// Whether the comment \p C goes on with what the trailing comment \p First
/// began on a line above.
bool continuesTrailing(const ScannedFile &F, const CommentToken &First,
                       const CommentToken &C) {
  if (!isLineComment(F, First) || !isLineComment(F, C) ||
      !inSameColumn(F, First.Begin, C.Begin))
    return false;
  // Aligned with the code below it, it is that code's own comment.
  bool Above = C.NextCode < F.Tokens.size() &&
               inSameColumn(F, C.Begin, F.Tokens[C.NextCode].Begin);
  return !Above || opensNextLine(F, First.FirstLine);
}

bool joins(const ScannedFile &F, const CommentRun &R, const CommentToken &C) {
  const CommentToken &First = F.Comments[R.FirstComment];
  const CommentToken &Last = F.Comments[R.LastComment];
  if (Last.NextCode != C.NextCode || C.FirstLine > Last.LastLine + 1)
    return false;
  if (!R.Trailing || C.FirstLine == Last.LastLine)
    return true;
  return continuesTrailing(F, First, C);
}

void groupComments(ScannedFile &F) {
  for (unsigned I = 0; I < F.Comments.size(); ++I) {
    CommentToken &C = F.Comments[I];
    if (F.Runs.empty() || !joins(F, F.Runs.back(), C)) {
      CommentRun R;
      R.FirstComment = I;
      R.FirstLine = C.FirstLine;
      R.Trailing = C.CodeBefore;
      F.Runs.push_back(R);
    }
    CommentRun &R = F.Runs.back();
    R.LastComment = I;
    R.LastLine = C.LastLine;
    R.Leading = C.CodeAfter;
    C.Run = F.Runs.size() - 1;
  }
}

/// Takes the comment's own signs off one of its lines.
StringRef stripSigns(StringRef Line, bool First, bool Last, bool LineComment) {
  Line = Line.ltrim(Space);
  if (First)
    Line = Line.drop_front(std::min<size_t>(2, Line.size()));
  if (Last && !LineComment)
    Line.consume_back("*/");
  Line = Line.rtrim(Space);
  if (Line.consume_back("\\")) // a continued line
    Line = Line.rtrim(Space);
  if (!LineComment)
    Line = Line.rtrim('*').ltrim('*');
  else if (First)
    Line = Line.ltrim('/');
  if (First)
    Line = Line.ltrim('!').ltrim('<');
  return Line.trim(Space);
}

bool startsWithWord(StringRef Line, StringRef Word) {
  return Line.starts_with_insensitive(Word) &&
         (Line.size() == Word.size() || !llvm::isAlnum(Line[Word.size()]));
}

bool isTodo(StringRef Line) {
  return llvm::any_of(
      std::initializer_list<StringRef>{"TODO", "FIXME", "XXX", "HACK",
                                       "WARRANT-IGNORE"},
      [&](StringRef Word) { return startsWithWord(Line, Word); });
}

/// What a line that opens a text says behind its marker.
struct Opening {
  bool Contract = false;
  bool HasTags = false;
  StringRef Tags;
  StringRef Rest;
};

std::optional<Opening> readMarker(StringRef Line, StringRef Marker) {
  if (!Line.consume_front_insensitive(Marker))
    return std::nullopt;
  Opening O;
  Line = Line.ltrim(Space);
  if (Line.consume_front("(")) {
    size_t Close = Line.find(')');
    if (Close == StringRef::npos)
      return std::nullopt;
    O.HasTags = true;
    O.Tags = Line.take_front(Close);
    Line = Line.drop_front(Close + 1).ltrim(Space);
  }
  if (!Line.consume_front(":") || Line.starts_with(":")) // Safety::f() is code
    return std::nullopt;
  O.Rest = Line.trim(Space);
  return O;
}

/// The text of a Markdown heading, or absence.
std::optional<StringRef> markdownHeading(StringRef Line) {
  StringRef Title = Line.ltrim('#');
  size_t Level = Line.size() - Title.size();
  if (!Level || Level > 6 || !Title.starts_with(" "))
    return std::nullopt;
  return Title.rtrim("#: ").trim(Space);
}

std::optional<Opening> readContract(StringRef Line) {
  Opening O;
  O.Contract = true;
  if (std::optional<StringRef> Title = markdownHeading(Line))
    return Title->equals_insensitive("safety") ? std::optional(O)
                                               : std::nullopt;
  if (!Line.starts_with("@") && !Line.starts_with("\\"))
    return std::nullopt;
  Line = Line.drop_front();
  if (!startsWithWord(Line, "safety"))
    return std::nullopt;
  O.Rest = Line.drop_front(StringRef("safety").size()).trim(" \t:");
  return O;
}

/// A heading that ends the text above it.
bool isHeading(StringRef Line) {
  if (markdownHeading(Line))
    return true;
  if (!Line.starts_with("@") && !Line.starts_with("\\"))
    return false;
  StringRef Word = Line.drop_front().take_while(llvm::isAlpha);
  static constexpr StringRef Commands[] = {
      "param", "tparam", "return",     "returns", "retval",    "brief",
      "pre",   "post",   "invariant",  "note",    "warning",   "attention",
      "see",   "sa",     "throw",      "throws",  "exception", "since",
      "todo",  "bug",    "deprecated", "remark",  "remarks",   "details",
      "par",   "file",   "ingroup",    "example", "author",    "copyright"};
  return llvm::is_contained(Commands, Word);
}

std::vector<std::string> splitTags(StringRef Tags) {
  std::vector<std::string> Out;
  while (!Tags.empty()) {
    StringRef Word =
        Tags.take_until([](char C) { return StringRef(",; \t").contains(C); });
    Tags = Tags.drop_front(std::min(Word.size() + 1, Tags.size()));
    if (!Word.empty())
      Out.push_back(Word.lower());
  }
  return Out;
}

/// Reads the texts of one run, line by line.
class RunReader {
public:
  RunReader(ScannedFile &F, CommentRun &R, llvm::ArrayRef<std::string> Markers)
      : F(F), R(R), Markers(Markers) {}

  void read() {
    R.TextBegin = F.Texts.size();
    R.Skippable = true;
    for (const CommentLine &L : linesOf(F, R))
      readLine(L);
    R.TextEnd = F.Texts.size();
    R.Skippable &= !R.hasText();
  }

private:
  void readLine(const CommentLine &L) {
    if (isToolLine(L.Text))
      return;
    if (std::optional<Opening> O = opening(L.Text)) {
      open(*O, L);
      return;
    }
    if (isTodo(L.Text) && !(Current && Current->Text.empty())) {
      Current = nullptr;
      InTodo = true;
      return;
    }
    if (InTodo)
      return;
    R.Skippable = false;
    if (isHeading(L.Text))
      Current = nullptr;
    if (Current && !L.Text.empty())
      Current->Text += (Current->Text.empty() ? "" : " ") + fold(L.Text);
  }

  std::optional<Opening> opening(StringRef Line) const {
    if (std::optional<Opening> O = readMarker(Line, "SAFETY"))
      return O;
    for (StringRef Marker : Markers)
      if (std::optional<Opening> O = readMarker(Line, Marker.rtrim(':')))
        return O;
    return readContract(Line);
  }

  void open(const Opening &O, const CommentLine &L) {
    InTodo = false;
    ScannedText &T = F.Texts.emplace_back();
    // SAFETY(same-object): R is an element of F.Runs.
    T.Run = &R - F.Runs.data();
    T.Safety.Offset = F.Comments[L.Comment].Begin;
    T.Safety.Line = L.Line;
    T.Safety.Text = fold(O.Rest);
    T.Safety.Tags = splitTags(O.Tags);
    T.Safety.HasTags = O.HasTags;
    T.Safety.Contract = O.Contract;
    Current = &T.Safety;
  }

  static std::string fold(StringRef Line) {
    llvm::SmallVector<StringRef, 16> Words;
    llvm::SplitString(Line, Words, Space);
    return llvm::join(Words, " ");
  }

  ScannedFile &F;
  CommentRun &R;
  llvm::ArrayRef<std::string> Markers;
  SafetyText *Current = nullptr; ///< what the next line goes on with
  bool InTodo = false;
};

} // namespace

bool isToolLine(StringRef Line) {
  static constexpr StringRef Prefixes[] = {
      "NOLINT",       "clang-format", "clang-tidy",  "IWYU",
      "LCOV_",        "GCOV_",        "GCOVR_",      "LINT.",
      "NOSONAR",      "cppcheck-",    "coverity",    "codechecker_",
      "noinspection", "PRQA",         "parasoft",    "polyspace",
      "Flawfinder",   "fallthrough",  "FALLTHROUGH", "FALLTHRU",
      "fall through", "Fall through", "-V5",         "-V1"};
  if (llvm::none_of(Line,
                    [](char C) { return llvm::isAlnum(C) || (C & 0x80); }))
    return true; // a ruler or an empty line
  return llvm::any_of(Prefixes,
                      [&](StringRef P) { return Line.starts_with(P); });
}

std::vector<CommentLine> linesOf(const ScannedFile &F, const CommentRun &R) {
  std::vector<CommentLine> Out;
  for (unsigned I = R.FirstComment; I <= R.LastComment; ++I) {
    const CommentToken &C = F.Comments[I];
    bool LineComment = isLineComment(F, C);
    for (unsigned L = C.FirstLine; L <= C.LastLine; ++L) {
      StringRef Line = StringRef(F.Text).slice(
          std::max(C.Begin, F.lineBegin(L)), std::min(C.End, F.lineEnd(L)));
      Out.push_back(
          {stripSigns(Line, L == C.FirstLine, L == C.LastLine, LineComment), L,
           I});
    }
  }
  return Out;
}

void readRuns(ScannedFile &F, const Config &C) {
  groupComments(F);
  for (CommentRun &R : F.Runs)
    RunReader(F, R, C.Markers).read();
  for (ScannedText &T : F.Texts) {
    bool AnythingGoes = T.Safety.Contract && T.Safety.Text == "none";
    if (!AnythingGoes)
      T.Rejection = rejectionOf(T.Safety.Text, C.Reject);
  }
}

} // namespace warrant
