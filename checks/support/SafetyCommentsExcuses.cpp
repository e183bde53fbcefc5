//===- SafetyCommentsExcuses.cpp - Comments that set sites aside ----------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `WARRANT-IGNORE(names): reason` counts where a SAFETY comment would, so it
// is read into a copy of the file in which it takes the place of those. A
// NOLINT speaks of lines, as clang-tidy reads it.
//
//===----------------------------------------------------------------------===//

#include "CommentScan.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/GlobPattern.h"

using llvm::StringRef;

namespace warrant {
namespace {

constexpr llvm::StringLiteral Marker = "WARRANT-IGNORE";
constexpr llvm::StringLiteral Prefix = "warrant-";

/// What stands behind an excuse's word.
struct Behind {
  std::vector<std::string> Names;
  StringRef Reason;
};

/// Reads `(a, b): reason`.
std::optional<Behind> readBehind(StringRef Text) {
  Text = Text.ltrim();
  if (!Text.consume_front("("))
    return std::nullopt;
  auto [List, Rest] = Text.split(')');
  llvm::SmallVector<StringRef, 4> Names;
  List.split(Names, ',', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  Behind Out;
  for (StringRef Name : Names)
    Out.Names.push_back(Name.trim().str());
  Rest = Rest.ltrim();
  if (Rest.consume_front(":"))
    Out.Reason = Rest.trim();
  return Out;
}

class ExcuseReader {
public:
  explicit ExcuseReader(ScannedFile &F) : F(F) {}

  void read() {
    F.Texts.clear();
    for (CommentRun &R : F.Runs) {
      // To an excuse a SAFETY text is nothing that stands in between.
      R.Skippable |= R.hasText();
      R.TextBegin = F.Texts.size();
      Open = false;
      for (const CommentLine &L : linesOf(F, R))
        readLine(L, R);
      R.TextEnd = F.Texts.size();
    }
    llvm::append_range(F.Excuses, OfLines);
  }

private:
  void readLine(const CommentLine &L, const CommentRun &R) {
    readNolint(L);
    StringRef Text = L.Text;
    if (Text.consume_front(Marker)) {
      open(L, R, readBehind(Text).value_or(Behind()));
      return;
    }
    Open = Open && !L.Text.empty() && !isToolLine(L.Text) &&
           !L.Text.starts_with_insensitive("SAFETY");
    if (Open)
      F.Excuses.back().Reason += " " + L.Text.str();
  }

  void open(const CommentLine &L, const CommentRun &R, const Behind &B) {
    ScannedText &T = F.Texts.emplace_back();
    // SAFETY: R is an element of F.Runs, which does not grow meanwhile.
    T.Run = &R - F.Runs.data();
    T.Safety.Offset = F.Comments[L.Comment].Begin;
    T.Safety.Line = L.Line;
    F.Excuses.push_back(
        {T.Safety.Offset, L.Line, B.Names, B.Reason.str(), 0, 0});
    Open = !B.Reason.empty();
  }

  void readNolint(const CommentLine &L) {
    size_t At = L.Text.find("NOLINT");
    if (At == StringRef::npos)
      return;
    StringRef Text = L.Text.drop_front(At + StringRef("NOLINT").size());
    StringRef Word = Text.take_while(llvm::isAlpha);
    std::optional<Behind> B = readBehind(Text.drop_front(Word.size()));
    bool Ours = B && llvm::any_of(B->Names, [](StringRef Name) {
                  return Name.starts_with(Prefix);
                });
    if (!Ours)
      return;
    if (Word == "END") {
      close(L.Line, B->Names);
      return;
    }
    unsigned First = Word == "NEXTLINE" ? L.Line + 1 : L.Line;
    unsigned Last =
        Word == "BEGIN" ? static_cast<unsigned>(F.LineStarts.size()) : First;
    if (Word == "BEGIN")
      Begun.push_back(OfLines.size());
    else if (!Word.empty() && Word != "NEXTLINE")
      return;
    llvm::erase_if(B->Names,
                   [](StringRef Name) { return !Name.starts_with(Prefix); });
    OfLines.push_back({F.Comments[L.Comment].Begin, L.Line, B->Names,
                       B->Reason.str(), First, Last});
  }

  /// Ends the innermost region that was begun with the same names.
  void close(unsigned Line, std::vector<std::string> Names) {
    llvm::erase_if(Names,
                   [](StringRef Name) { return !Name.starts_with(Prefix); });
    for (size_t I = Begun.size(); I-- > 0;) {
      if (OfLines[Begun[I]].Names != Names)
        continue;
      OfLines[Begun[I]].LastLine = Line;
      Begun.erase(Begun.begin() + I);
      return;
    }
  }

  ScannedFile &F;
  std::vector<ExcuseText> OfLines;
  std::vector<size_t> Begun; ///< indexes of regions without an end so far
  bool Open = false;         ///< the next line goes on with the last reason
};

} // namespace

bool ExcuseText::names(StringRef Word) const {
  return llvm::any_of(Names, [&](StringRef Name) {
    if (Name == Word)
      return true;
    llvm::Expected<llvm::GlobPattern> Glob = llvm::GlobPattern::create(Name);
    if (Glob)
      return Glob->match(Word);
    llvm::consumeError(Glob.takeError()); // no glob, so a name like another
    return false;
  });
}

std::shared_ptr<const ScannedFile> readExcuses(const ScannedFile &F) {
  StringRef Text = F.Text;
  bool Nolint = Text.contains("NOLINT") && Text.contains(Prefix);
  if (!Nolint && !Text.contains(Marker))
    return nullptr;
  auto Copy = std::make_shared<ScannedFile>(F);
  ExcuseReader(*Copy).read();
  return Copy;
}

} // namespace warrant
