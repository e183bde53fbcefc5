//===- Skeleton.cpp - SAFETY comments to fill in --------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Skeleton.h"
#include "CodeText.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;

namespace warrant {
namespace {

constexpr llvm::StringLiteral Marker = "SAFETY: ";

llvm::Error mistake(const llvm::Twine &Message) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), Message);
}

/// Whether \p Text reads well in a question, and ends no comment.
bool isQuotable(StringRef Text, size_t Limit) {
  return !Text.empty() && Text.size() <= Limit &&
         Text.find_first_of("\n\r\\?") == StringRef::npos &&
         !Text.contains("/*") && !Text.contains("*/") && !Text.contains("//");
}

std::string questionOf(const Site &S, Property P) {
  constexpr size_t Limit = 30;
  bool Indexed = S.Kind == "subscript" || S.Kind == "array-index";
  if (P == Property::Bounds && Indexed && S.Operands.size() == 2 &&
      isQuotable(S.Operands[0], Limit) && isQuotable(S.Operands[1], Limit))
    return "why is " + S.Operands[1] + " within " + S.Operands[0] + "?";
  if (isQuotable(S.Register, Limit) && P == Property::Address)
    return "where does the address of " + S.Register +
           " come from, and why is it mapped?";
  return question(P).str();
}

/// `TODO(1): why does this hold: p points to n ints?`
std::string questionOf(StringRef Number, StringRef Condition) {
  constexpr size_t Limit = 100;
  Condition = Condition.rtrim(". ");
  std::string Out =
      Number.empty() ? "TODO: " : ("TODO(" + Number + "): ").str();
  if (isQuotable(Condition, Limit))
    return Out + ("why does this hold: " + Condition + "?").str();
  return Out + "why does this condition of its contract hold?";
}

enum class CommentForm : uint8_t { Line, Block };

/// `//` is no comment in C90.
CommentForm formFor(StringRef File, StringRef Text) {
  StringRef Extension = llvm::sys::path::extension(File);
  bool MayBeC90 = Extension == ".c" || Extension == ".h";
  return MayBeC90 && !hasLineComments(Text) ? CommentForm::Block
                                            : CommentForm::Line;
}

std::string commented(StringRef Line, CommentForm Form) {
  return Form == CommentForm::Block ? ("/* " + Line + " */").str()
                                    : ("// " + Line).str();
}

struct Line {
  size_t Offset;
  StringRef Text; ///< with its break
};

/// The lines of a text as Clang counts them.
std::vector<Line> linesOf(StringRef Text) {
  std::vector<Line> Lines;
  for (size_t Begin = 0; Begin < Text.size();) {
    size_t End = std::min(Text.find_first_of("\r\n", Begin), Text.size() - 1);
    End += Text.substr(End).starts_with("\r\n") ? 2 : 1;
    Lines.push_back({Begin, Text.slice(Begin, End)});
    Begin = End;
  }
  return Lines;
}

StringRef breakOf(StringRef Line) {
  return Line.drop_front(Line.rtrim("\r\n").size());
}

constexpr llvm::StringLiteral ByteOrderMark = "\xEF\xBB\xBF";

using Place = std::pair<unsigned, unsigned>;
using Group = std::vector<const Site *>;

class Writer {
public:
  Writer(StringRef Text, CommentForm Form) : Form(Form), Lines(linesOf(Text)) {
    if (!Lines.empty() && !breakOf(Lines.front().Text).empty())
      Break = breakOf(Lines.front().Text);
  }

  /// What goes to \p Where; nothing where the file is not the one analysed.
  std::optional<Insertion> insertion(Place Where, const Group &Sites) const {
    auto [Number, Column] = Where;
    if (Number > Lines.size())
      return std::nullopt;
    auto [Offset, Text] = Lines[Number - 1];
    if (Column > Text.size())
      return std::nullopt;
    if (Column)
      return Insertion{Offset + Column - 1, between(Sites), Sites.front()};
    if (Number == 1 && Text.consume_front(ByteOrderMark))
      Offset += ByteOrderMark.size();
    return Insertion{Offset, above(Text, Sites), Sites.front()};
  }

private:
  /// Between code one comment has to do.
  std::string between(const Group &Sites) const {
    std::vector<std::string> Texts = skeletonOf(Sites);
    for (std::string &Text : llvm::drop_begin(Texts))
      Text.erase(0, Marker.size());
    return commented(llvm::join(Texts, " "), CommentForm::Block) + " ";
  }

  std::string above(StringRef Code, const Group &Sites) const {
    StringRef Indent =
        Code.take_while([](char C) { return C == ' ' || C == '\t'; });
    StringRef End = breakOf(Code).empty() ? Break : breakOf(Code);
    std::string Out;
    for (const std::string &Text : skeletonOf(Sites))
      Out += (Indent + commented(Text, Form) + End).str();
    return Out;
  }

  CommentForm Form;
  std::vector<Line> Lines;
  StringRef Break = "\n"; ///< of the first line
};

/// Whether the code of \p Text, which \p Code has lexed, stays the same. Only
/// the lines around the insertions are lexed anew, where that says it.
bool keepCode(const CodeText &Code, StringRef Text,
              llvm::ArrayRef<Insertion> Insertions) {
  for (auto Rest = Insertions; !Rest.empty();) {
    const auto [Begin, End] = Code.linesAround(Rest.front().Offset);
    std::vector<Insertion> Here;
    for (; !Rest.empty() && (Here.empty() || Rest.front().Offset < End);
         Rest = Rest.drop_front()) {
      Here.push_back(Rest.front());
      Here.back().Offset -= Begin;
    }
    if (!Code.isSameCode(Begin, End,
                         applyInsertions(Text.slice(Begin, End), Here)))
      return isSameCode(Text, applyInsertions(Text, Insertions));
  }
  return true;
}

} // namespace

bool awaitsComment(const Site &S) {
  return S.State == Status::Undocumented && S.Rejection.empty() && !S.Excuse;
}

std::vector<std::string> skeletonOf(llvm::ArrayRef<const Site *> Sites) {
  std::vector<std::string> Out;
  auto Add = [&](std::string Line) {
    if (!llvm::is_contained(Out, Line))
      Out.push_back(std::move(Line));
  };
  for (Property P : allProperties())
    for (const Site *S : Sites)
      for (const PropertyState &State : S->Properties) {
        if (State.Name != P || State.Origin != PropertyOrigin::Missing)
          continue;
        Add((Marker + "TODO(" + toString(P) + "): ").str() + questionOf(*S, P));
      }
  for (const Site *S : Sites)
    for (const auto &[Number, Text] : S->Conditions)
      Add(Marker.str() + questionOf(Number, Text));
  if (Out.empty())
    Out.push_back((Marker + "TODO: why is this sound?").str());
  return Out;
}

llvm::Expected<std::vector<Insertion>>
skeletonsFor(StringRef File, StringRef Text,
             llvm::ArrayRef<const Site *> Sites) {
  const CodeText Code(Text);
  if (!Code.holds(Sites))
    return mistake("'" + File +
                   "' was changed while it was analysed; run this again");
  std::map<Place, Group> ByPlace;
  for (const Site *S : Sites)
    if (S->NoteLine)
      ByPlace[{S->NoteLine, S->NoteColumn}].push_back(S);
  const Writer Writes(Text, formFor(File, Text));
  std::vector<Insertion> Out;
  for (const auto &[Where, Group] : ByPlace)
    if (std::optional<Insertion> Each = Writes.insertion(Where, Group))
      Out.push_back(std::move(*Each));
  if (!keepCode(Code, Text, Out))
    return mistake("comments in '" + File +
                   "' would change its code, which is a mistake of this "
                   "program");
  return Out;
}

std::string applyInsertions(StringRef Text,
                            llvm::ArrayRef<Insertion> Insertions) {
  std::string Out;
  size_t Done = 0;
  for (const Insertion &Each : Insertions) {
    Out += Text.slice(Done, Each.Offset);
    Out += Each.Text;
    Done = Each.Offset;
  }
  Out += Text.drop_front(Done);
  return Out;
}

} // namespace warrant
