//===- ConventionsMacros.cpp - Chromium's and WebKit's macros -------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Both projects silence -Wunsafe-buffer-usage by macros and pragmas; those that
// stand around code which nobody has looked at yet leave it undocumented.
//
//===----------------------------------------------------------------------===//

#include "Conventions.h"

using namespace clang;
using llvm::StringRef;

namespace warrant {
namespace {

constexpr llvm::StringLiteral RegionBegin =
    "WTF_ALLOW_UNSAFE_BUFFER_USAGE_BEGIN";
constexpr llvm::StringLiteral RegionEnd = "WTF_ALLOW_UNSAFE_BUFFER_USAGE_END";

ConventionRegion placeholder(const ScannedFile &F, StringRef Word, Span Range,
                             unsigned Offset) {
  ConventionRegion R;
  R.Where = Placement::Region;
  R.Range = Range;
  R.Said.Safety.Offset = Offset;
  R.Said.Safety.Line = F.lineOf(Offset);
  R.Said.Safety.Text = Word.str();
  R.Said.Rejection = "a placeholder, " + Word.str();
  R.Said.About = Subject();
  return R;
}

/// The offset of `#pragma allow_unsafe_buffers`, in code or not.
std::optional<unsigned> allowingPragma(const ScannedFile &F) {
  for (const Directive &D : F.Directives) {
    unsigned Hash = F.Lines[D.FirstLine].TokenBegin;
    if (Hash + 2 < F.Tokens.size() &&
        F.spelling(F.Tokens[Hash + 1]) == "pragma" &&
        F.spelling(F.Tokens[Hash + 2]) == "allow_unsafe_buffers")
      return F.Tokens[Hash].Begin;
  }
  return std::nullopt;
}

/// The comment that ends on the line above \p Line: its SAFETY text, else all
/// of it but what is for tools.
std::optional<SafetyText> commentAbove(const ScannedFile &F, unsigned Line) {
  const CommentRun *R = Line > 1 ? F.runTouching(Line - 1) : nullptr;
  if (!R || R->Trailing || R->LastLine + 1 != Line ||
      F.Lines[Line - 1].hasCode())
    return std::nullopt;
  if (R->hasText())
    return F.textsOf(*R).front().Safety;
  SafetyText Out;
  Out.Offset = F.beginOf(*R);
  Out.Line = R->FirstLine;
  for (const CommentLine &L : linesOf(F, *R))
    if (!isToolLine(L.Text))
      Out.Text += (Out.Text.empty() ? "" : " ") + L.Text.str();
  return Out;
}

ConventionRegion openRegion(const ScannedFile &F, const Config &C,
                            const CodeToken &Begin) {
  ConventionRegion R =
      placeholder(F, RegionBegin, {Begin.Begin, 0}, Begin.Begin);
  std::optional<SafetyText> Above = commentAbove(F, F.lineOf(Begin.Begin));
  if (!Above || Above->Text.empty())
    return R;
  R.Said.Rejection = rejectionOf(Above->Text, C.Reject);
  R.Said.Safety = std::move(*Above);
  R.How = ("above the region of " + RegionBegin).str();
  return R;
}

} // namespace

void readChromium(const ScannedFile &F, ConventionFile &Out) {
  if (std::optional<unsigned> Pragma = allowingPragma(F))
    Out.Regions.push_back(placeholder(F, "#pragma allow_unsafe_buffers",
                                      {0, static_cast<unsigned>(F.Text.size())},
                                      *Pragma));
  for (Span Use : usesOfMacros(F, {"UNSAFE_TODO"})) {
    Out.Regions.push_back(placeholder(F, "UNSAFE_TODO", Use, Use.Begin));
    Out.Regions.back().Overrides = true;
  }
}

void readWebKit(const ScannedFile &F, const Config &C, ConventionFile &Out) {
  std::vector<ConventionRegion> Open;
  for (const CodeToken &T : F.Tokens) {
    if (T.Kind != tok::raw_identifier || T.InDirective)
      continue;
    StringRef Word = F.spelling(T);
    if (Word == RegionBegin) {
      Open.push_back(openRegion(F, C, T));
    } else if (Word == RegionEnd && !Open.empty()) {
      Open.back().Range.End = T.Begin;
      Out.Regions.push_back(std::move(Open.back()));
      Open.pop_back();
    }
  }
}

} // namespace warrant
