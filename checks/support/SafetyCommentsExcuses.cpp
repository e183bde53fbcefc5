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

#include "Nolint.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/GlobPattern.h"

using llvm::StringRef;

namespace warrant {
namespace {

constexpr llvm::StringLiteral Marker = "WARRANT-IGNORE";
constexpr llvm::StringLiteral Prefix = "warrant-";

class ExcuseReader {
public:
  ExcuseReader(ScannedFile &F, const Config &C) : F(F), C(C) {}

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
    for (Nolint &N : readNolints(F))
      readNolint(std::move(N));
    for (ExcuseText &E : F.Excuses)
      if (!E.Rejection)
        E.Rejection = rejectionOf(E.Reason, C.Reject);
  }

private:
  void readLine(const CommentLine &L, const CommentRun &R) {
    StringRef Text = L.Text;
    if (Text.consume_front(Marker)) {
      open(L, R, readNamesAndReason(Text).value_or(NamesAndReason()));
      return;
    }
    Open = Open && !L.Text.empty() && !isToolLine(L.Text) &&
           !L.Text.starts_with_insensitive("SAFETY");
    if (!Open)
      return;
    std::string &Reason = F.Excuses.back().Reason;
    Reason += (Reason.empty() ? "" : " ") + L.Text.str();
  }

  void open(const CommentLine &L, const CommentRun &R,
            const NamesAndReason &B) {
    ScannedText &T = F.Texts.emplace_back();
    // SAFETY: R is an element of F.Runs, which does not grow meanwhile.
    T.Run = &R - F.Runs.data();
    T.Safety.Offset = F.Comments[L.Comment].Begin;
    T.Safety.Line = L.Line;
    F.Excuses.push_back(
        {T.Safety.Offset, L.Line, B.Names, B.Reason.str(), {}, 0, 0});
    Open = B.Promised;
  }

  /// A NOLINT of Warrant's names is an excuse.
  void readNolint(Nolint N) {
    llvm::erase_if(N.Names,
                   [](StringRef Name) { return !Name.starts_with(Prefix); });
    if (N.Names.empty())
      return;
    std::optional<std::string> Why;
    if (N.Unclosed)
      Why = "no NOLINTEND ends it";
    F.Excuses.push_back({N.Offset, N.Line, std::move(N.Names),
                         std::move(N.Reason), std::move(Why), N.FirstLine,
                         N.LastLine});
  }

  ScannedFile &F;
  const Config &C;
  bool Open = false; ///< the next line goes on with the last reason
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

std::shared_ptr<const ScannedFile> readExcuses(const ScannedFile &F,
                                               const Config &C) {
  StringRef Text = F.Text;
  bool Nolint = Text.contains("NOLINT") && Text.contains(Prefix);
  if (!Nolint && !Text.contains(Marker))
    return nullptr;
  auto Copy = std::make_shared<ScannedFile>(F);
  ExcuseReader(*Copy, C).read();
  return Copy;
}

} // namespace warrant
