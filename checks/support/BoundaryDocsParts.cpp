//===- BoundaryDocsParts.cpp - The headings in a doc comment --------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Doxygen, JavaDoc, kernel-doc, GTK-doc, Markdown and plain lists: which lines
// of a documentation speak of which parameter.
//
//===----------------------------------------------------------------------===//

#include "BoundaryDocsText.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

using llvm::StringRef;

namespace warrant {
namespace {

using Kind = DocPart::Kind;

bool isNameByte(char C) { return llvm::isAlnum(C) || C == '_'; }

/// What a line opens, with what is left of the line.
struct Heading {
  DocPart Part;
  StringRef Rest;
};

StringRef takeName(StringRef &Line) {
  StringRef Name = Line.take_while(isNameByte);
  Line = Line.drop_front(Name.size());
  return Name;
}

/// What is behind the command `@NAME` or `\NAME` of Doxygen.
std::optional<Heading> readCommand(StringRef Name, StringRef Rest,
                                   const DocFunction &F) {
  Heading H{{}, Rest.ltrim(": \t")};
  Kind What = llvm::StringSwitch<Kind>(Name)
                  .Cases("param", "arg", "tparam", Kind::Parameter)
                  .Cases("return", "returns", "result", Kind::Result)
                  .Cases("retval", "retvals", Kind::Code)
                  .Default(Kind::Function);
  H.Part.What = What;
  if (What != Kind::Parameter)
    return H;
  if (Rest.consume_front("["))
    Rest = Rest.split(']').second;
  Rest = Rest.ltrim();
  do {
    Rest = Rest.ltrim("*&`, \t");
    StringRef Each = takeName(Rest);
    if (std::optional<unsigned> Index = parameterNamed(Each, F))
      H.Part.Owners.insert(*Index);
    Rest.consume_front("`");
  } while (Rest.starts_with(","));
  // What is said of a parameter that isn't there is said of nobody.
  if (H.Part.Owners.empty())
    H.Part.What = Kind::Function;
  H.Rest = Rest.ltrim(":- \t");
  return H;
}

/// Inline commands stand in sentences and open nothing.
bool isInlineCommand(StringRef Name) {
  return llvm::StringSwitch<bool>(Name)
      .Cases("p", "a", "c", "e", "em", "b", "ref", true)
      .Cases("link", "endlink", "code", "n", true)
      .Default(false);
}

/// `Returns:`, `Return value:`, `RETURN VALUE`.
bool isResultTitle(StringRef Title) {
  std::string Lower = Title.trim().lower();
  return llvm::StringSwitch<bool>(Lower)
      .Cases("return", "returns", "return value", "return values", true)
      .Cases("result", "results", "retval", true)
      .Default(false);
}

/// `# Parameters`, `Errors:`: what is under it names its own subjects, or is
/// said of the whole.
bool isListTitle(StringRef Title) {
  std::string Lower = Title.trim().lower();
  return llvm::StringSwitch<bool>(Lower)
      .Cases("parameters", "params", "arguments", "args", true)
      .Cases("inputs", "outputs", "input", "output", true)
      .Cases("errors", "safety", "note", "notes", "context", true)
      .Cases("description", "remarks", "example", "examples", true)
      .Default(false);
}

std::optional<Heading> readTitle(StringRef Line) {
  bool Markdown = Line.starts_with("#") || Line.starts_with("==");
  StringRef Title = Line.ltrim("#= \t").rtrim("#= \t");
  auto [Before, Behind] = Title.split(':');
  if (isResultTitle(Before) && (Markdown || Before.size() != Title.size()))
    return Heading{{Kind::Result, {}, ""}, Behind};
  if (isListTitle(Before) && (Markdown || Title.ends_with(":")))
    return Heading{{}, Behind};
  if (Markdown && Line.starts_with("#"))
    return Heading{{}, ""};
  return std::nullopt;
}

/// `@buf: text`, `- buf: text`, `* |buf| - text`, "`buf` -- text".
std::optional<Heading> readItem(StringRef Line, const DocFunction &F) {
  bool Kernel = Line.consume_front("@");
  if (!Kernel)
    Line = Line.ltrim("-*+ \t");
  StringRef Rest = Line.ltrim("`|*");
  StringRef Name = takeName(Rest);
  Rest = Rest.ltrim("`|");
  StringRef Spaced = Rest.ltrim();
  std::optional<unsigned> Index = parameterNamed(Name, F);
  bool Parted = Rest.starts_with(":") || Spaced.starts_with(": ") ||
                (Rest.starts_with(" ") &&
                 (Spaced.starts_with("- ") || Spaced.starts_with("-- ") ||
                  Spaced.starts_with("= ") || Spaced.starts_with("\u2013")));
  if (Kernel && Rest.starts_with(":") && isResultTitle(Name))
    return Heading{{Kind::Result, {}, ""}, Rest.drop_front()};
  if (!Index || !Parted || Rest.starts_with("::"))
    return std::nullopt;
  return Heading{{Kind::Parameter, {*Index}, ""}, Spaced.ltrim(":-= \t\u2013")};
}

std::optional<Heading> headingOf(StringRef Line, const DocFunction &F) {
  if (std::optional<Heading> Item = readItem(Line, F))
    return Item;
  if (Line.starts_with("@") || Line.starts_with("\\")) {
    StringRef Rest = Line.drop_front();
    StringRef Name = takeName(Rest);
    if (!Name.empty() && !isInlineCommand(Name) && !parameterNamed(Name, F))
      return readCommand(Name, Rest, F);
    return std::nullopt;
  }
  return readTitle(Line);
}

/// Whether \p Line is an item of a list, which no sentence reaches across.
bool isBullet(StringRef Line) {
  return Line.starts_with("- ") || Line.starts_with("* ") ||
         Line.starts_with("+ ") || Line.starts_with("o ");
}

/// Names between backticks that are marked in other ways: `\p buf`, `@buf`,
/// `|buf|`.
std::string withBackticks(StringRef Line) {
  std::string Out;
  while (!Line.empty()) {
    char Sign = Line.front();
    StringRef Rest = Line.drop_front();
    bool Begins = Out.empty() || !isNameByte(Out.back());
    bool Command = (Sign == '\\' || Sign == '@') && Rest.size() > 2 &&
                   StringRef("pace").contains(Rest[0]) && Rest[1] == ' ';
    if (Command)
      Rest = Rest.drop_front(2);
    StringRef Name = Rest.take_while(isNameByte);
    bool Marks = Command || Sign == '@' || (Sign == '|' && Rest.contains('|'));
    if (!Begins || !Marks || Name.empty()) {
      Out += Sign;
      Line = Line.drop_front();
      continue;
    }
    Out += "`" + Name.str() + "`";
    Line = Rest.drop_front(Name.size());
    if (Sign == '|')
      Line.consume_front("|");
  }
  return Out;
}

void endSentence(std::string &Text) {
  if (!Text.empty() && !StringRef(".;:?!,").contains(Text.back()))
    Text += '.';
}

} // namespace

std::optional<unsigned> parameterNamed(StringRef Name, const DocFunction &F) {
  if (Name.empty())
    return std::nullopt;
  for (const auto &[I, P] : llvm::enumerate(F.Parameters))
    if (P.Names.count(Name.str()))
      return I;
  return std::nullopt;
}

std::vector<DocPart> partsOf(StringRef Lines, const DocFunction &F) {
  std::vector<DocPart> Out(1);
  for (StringRef Line : llvm::split(Lines, '\n')) {
    Line = Line.trim();
    if (Line.empty()) {
      // A paragraph ends a parameter's part, though not one that is empty yet.
      endSentence(Out.back().Text);
      if (Out.back().What != Kind::Function && !Out.back().Text.empty())
        Out.emplace_back();
      continue;
    }
    if (std::optional<Heading> H = headingOf(Line, F)) {
      Out.push_back(std::move(H->Part));
      Line = H->Rest.trim();
    } else if (isBullet(Line)) {
      endSentence(Out.back().Text);
    }
    std::string &Text = Out.back().Text;
    Text += (Text.empty() || Line.empty() ? "" : " ") + withBackticks(Line);
  }
  llvm::erase_if(Out, [](const DocPart &P) { return P.Text.empty(); });
  return Out;
}

} // namespace warrant
