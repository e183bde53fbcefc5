//===- Skeleton.cpp - SAFETY comments to fill in --------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Skeleton.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;

namespace warrant {
namespace {

constexpr llvm::StringLiteral Marker = "SAFETY: ";

/// Whether an operand reads well in a sentence, and ends no comment.
bool isShort(StringRef Operand) {
  constexpr size_t Limit = 30;
  return !Operand.empty() && Operand.size() <= Limit &&
         llvm::none_of(Operand,
                       [](char C) {
                         return C == '\n' || C == '\r' || C == '\\' || C == '?';
                       }) &&
         !Operand.contains("/*") && !Operand.contains("*/") &&
         !Operand.contains("//");
}

std::string questionOf(const Site &S, Property P) {
  bool Indexed = S.Kind == "subscript" || S.Kind == "array-index";
  if (P == Property::Bounds && Indexed && S.Operands.size() == 2 &&
      isShort(S.Operands[0]) && isShort(S.Operands[1]))
    return "why is " + S.Operands[1] + " within " + S.Operands[0] + "?";
  return question(P).str();
}

/// `//` is no comment in C90.
bool needsBlocks(StringRef File) {
  StringRef Extension = llvm::sys::path::extension(File);
  return Extension == ".c" || Extension == ".h";
}

std::string commented(StringRef Line, bool Blocks) {
  return Blocks ? ("/* " + Line + " */").str() : ("// " + Line).str();
}

using Place = std::pair<unsigned, unsigned>;

/// The skeleton's text at \p Where in the line \p Line of code.
std::string insertedAt(Place Where, StringRef Line,
                       llvm::ArrayRef<const Site *> Sites, bool Blocks) {
  StringRef Indent =
      Line.take_while([](char C) { return C == ' ' || C == '\t'; });
  StringRef Break = Line.ends_with("\r\n") ? "\r\n" : "\n";
  std::vector<std::string> Texts = skeletonOf(Sites);
  if (Where.second) {
    // Between code one comment has to do.
    for (std::string &Text : llvm::drop_begin(Texts))
      Text.erase(0, Marker.size());
    return commented(llvm::join(Texts, " "), /*Blocks=*/true) + " ";
  }
  std::string Out;
  for (const std::string &Text : Texts)
    Out += (Indent + commented(Text, Blocks) + Break).str();
  return Out;
}

} // namespace

std::vector<std::string> skeletonOf(llvm::ArrayRef<const Site *> Sites) {
  std::vector<std::string> Out;
  for (Property P : allProperties())
    for (const Site *S : Sites)
      for (const PropertyState &State : S->Properties) {
        if (State.Name != P || State.Origin != PropertyOrigin::Missing)
          continue;
        std::string Line =
            (Marker + "TODO(" + toString(P) + "): ").str() + questionOf(*S, P);
        if (!llvm::is_contained(Out, Line))
          Out.push_back(std::move(Line));
      }
  if (Out.empty())
    Out.push_back((Marker + "TODO: why is this sound?").str());
  return Out;
}

std::string insertSkeletons(StringRef Text, StringRef File,
                            llvm::ArrayRef<const Site *> Sites) {
  std::map<Place, std::vector<const Site *>> ByPlace;
  for (const Site *S : Sites)
    if (S->NoteLine)
      ByPlace[{S->NoteLine, S->NoteColumn}].push_back(S);
  bool Blocks = needsBlocks(File);
  std::string Out;
  for (unsigned Number = 1; !Text.empty(); ++Number) {
    size_t Length = std::min(Text.find('\n'), Text.size() - 1) + 1;
    StringRef Line = Text.take_front(Length);
    Text = Text.drop_front(Length);
    size_t Done = 0;
    for (auto It = ByPlace.lower_bound({Number, 0});
         It != ByPlace.end() && It->first.first == Number; ++It) {
      size_t At = It->first.second ? It->first.second - 1 : 0;
      Out += Line.slice(Done, At);
      Done = At;
      Out += insertedAt(It->first, Line, It->second, Blocks);
    }
    Out += Line.drop_front(Done);
  }
  return Out;
}

} // namespace warrant
