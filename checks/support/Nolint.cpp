//===- Nolint.cpp - NOLINT comments and their reasons ---------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Nolint.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace warrant {
namespace {

constexpr llvm::StringLiteral Word = "NOLINT";
constexpr llvm::StringLiteral Justification = "NOLINTJUSTIFICATION";

class NolintReader {
public:
  explicit NolintReader(const ScannedFile &F) : F(F) {}

  std::vector<Nolint> read() {
    for (const CommentRun &R : F.Runs)
      for (const CommentLine &L : linesOf(F, R))
        readLine(L);
    for (size_t Open : Begun)
      Found[Open].Unclosed = true;
    return std::move(Found);
  }

private:
  void readLine(const CommentLine &L) {
    StringRef Text = L.Text;
    if (Text.consume_front(Justification)) {
      Pending = Text.ltrim(" \t:").str();
      PendingBegin = PendingLine = L.Line;
      return;
    }
    size_t At = Text.find(Word);
    if (At == StringRef::npos) {
      bool GoesOn = PendingLine + 1 == L.Line && !Pending.empty() &&
                    !Text.empty() && !isToolLine(Text);
      if (GoesOn) {
        Pending += " " + Text.str();
        PendingLine = L.Line;
      }
      return;
    }
    for (; At != StringRef::npos; At = Text.find(Word, At + Word.size()))
      readMark(Text.drop_front(At + Word.size()), L);
  }

  /// \p Text is what stands behind `NOLINT`.
  void readMark(StringRef Text, const CommentLine &L) {
    StringRef Form = Text.take_while(llvm::isAlpha);
    std::optional<NamesAndReason> Behind =
        readNamesAndReason(Text.drop_front(Form.size()));
    Nolint N;
    N.Offset = F.Comments[L.Comment].Begin;
    N.Line = N.ReasonLine = N.FirstLine = N.LastLine = L.Line;
    if (Behind) {
      N.Names = std::move(Behind->Names);
      N.Reason = Behind->Reason.str();
    }
    if (isToolLine(N.Reason)) // as another NOLINT
      N.Reason.clear();
    if (N.Reason.empty() && PendingLine && L.Line <= PendingLine + 1) {
      N.Reason = Pending;
      N.ReasonLine = PendingBegin;
    }
    if (Form == "END")
      return close(L.Line, N.Names);
    if (Form == "NEXTLINE")
      N.FirstLine = N.LastLine = L.Line + 1;
    else if (Form == "BEGIN")
      Begun.push_back(Found.size());
    else if (!Form.empty())
      return;
    Found.push_back(std::move(N));
  }

  /// Ends the innermost region that was begun with the same names.
  void close(unsigned Line, llvm::ArrayRef<std::string> Names) {
    for (size_t I = Begun.size(); I-- > 0;) {
      if (llvm::ArrayRef(Found[Begun[I]].Names) != Names)
        continue;
      Found[Begun[I]].LastLine = Line;
      Begun.erase(Begun.begin() + I);
      return;
    }
  }

  const ScannedFile &F;
  std::vector<Nolint> Found;
  std::vector<size_t> Begun; ///< indexes of regions without an end so far
  std::string Pending;       ///< the last NOLINTJUSTIFICATION
  unsigned PendingBegin = 0; ///< its first line
  unsigned PendingLine = 0;  ///< its last line
};

} // namespace

std::optional<NamesAndReason> readNamesAndReason(StringRef Text) {
  Text = Text.ltrim();
  if (!Text.consume_front("("))
    return std::nullopt;
  auto [List, Rest] = Text.split(')');
  llvm::SmallVector<StringRef, 4> Names;
  List.split(Names, ',', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  NamesAndReason Out;
  for (StringRef Name : Names)
    Out.Names.push_back(Name.trim().str());
  Rest = Rest.ltrim();
  Out.Promised = Rest.consume_front(":") || Rest.consume_front("--");
  if (Out.Promised)
    Out.Reason = Rest.trim();
  return Out;
}

std::vector<Nolint> readNolints(const ScannedFile &F) {
  if (!StringRef(F.Text).contains(Word))
    return {};
  return NolintReader(F).read();
}

} // namespace warrant
