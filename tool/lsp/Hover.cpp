//===- Hover.cpp - What is known of an operation --------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Document.h"
#include "tool/report/Wording.h"
#include "warrant/CheckInfo.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace warrant {

/// \p Text in backquotes, more than it has itself.
static std::string code(StringRef Text) {
  std::string Fence = "`";
  while (Text.contains(Fence))
    Fence += '`';
  const bool NeedsSpace = Text.starts_with("`") || Text.ends_with("`");
  const std::string Space = NeedsSpace ? " " : "";
  return (Fence + Space + Text + Space + Fence).str();
}

/// \p Text with what Markdown would take for markup escaped.
static std::string plain(StringRef Text) {
  std::string Out;
  for (char C : Text) {
    if (StringRef("\\`*_{}[]<>#|!&").contains(C))
      Out += '\\';
    Out += C == '\n' ? ' ' : C;
  }
  return Out;
}

static std::string propertyLine(const PropertyState &P) {
  std::string Line = "- " + code(toString(P.Name)) + plain(ofSubject(P)) + ": ";
  if (P.Origin == PropertyOrigin::Missing)
    return Line + "**open** - " + plain(question(P.Name)) +
           (P.By.empty() ? "" : " (" + plain(P.By) + ")") + "\n";
  return Line + toString(P.Origin).str() +
         (P.By.empty() ? "" : ", " + plain(P.By)) + "\n";
}

/// The check's page where it is installed, else how to read it.
static std::string pageOf(StringRef Check) {
  SmallString<256> Page(sys::path::parent_path(
      sys::path::parent_path(sys::fs::getMainExecutable(nullptr, nullptr))));
  sys::path::append(Page, "share", "doc", "warrant", "docs");
  sys::path::append(Page, "checks");
  sys::path::append(Page, Check + ".md");
  if (sys::fs::exists(Page)) {
    if (auto Uri = mlir::lsp::URIForFile::fromFile(Page))
      return ("[warrant-" + Check + "](" + Uri->uri() + ")").str();
    else
      consumeError(Uri.takeError());
  }
  return code(("warrant explain " + Check).str());
}

static void addComment(const Site &S, std::string &Out) {
  if (S.Comment)
    Out += "\nDocumented by line " + std::to_string(S.Comment->Line) +
           (S.Comment->File == S.Where.File ? std::string()
                                            : " of " + code(S.Comment->File)) +
           ": " + plain(S.Comment->Text) + "\n";
  if (!S.Rejection.empty())
    Out += "\nNot counted: " + plain(S.Rejection) + "\n";
  if (S.Excuse)
    Out += "\nSet aside: " + plain(*S.Excuse) + "\n";
  if (S.Looked.empty() && S.State < Status::Documented)
    Out += "\nNo comment stands where one would count.\n";
  if (!S.Looked.empty())
    Out += "\nComments considered, nearest first:\n\n";
  for (const std::string &Line : S.Looked)
    Out += "- " + plain(Line) + "\n";
}

static std::string describe(const Site &S) {
  const CheckInfo *Check = findCheck(S.Check);
  const KindInfo *Kind = Check ? findKind(*Check, S.Kind) : nullptr;
  std::string Out = "**" + toString(S.State).str() + "** " + code(S.Snippet) +
                    " - " + plain(S.Kind);
  if (Kind)
    Out += ": " + plain(Kind->Summary);
  Out += "\n\n" + toString(S.Level).str() + " severity, " +
         toString(S.Sure).str() + ", " + pageOf(S.Check) + "\n";
  for (const Defect &D : S.Defects)
    Out += "\nDefect " + code(D.Id) + ": " + plain(D.Message) + "\n";
  if (!S.Proof.empty())
    Out += "\nProven: " + plain(S.Proof) + "\n";
  if (!S.Properties.empty())
    Out += "\nWhat must hold:\n\n";
  for (const PropertyState &P : S.Properties)
    Out += propertyLine(P);
  addComment(S, Out);
  for (const SaferForm &Form : S.Safer)
    Out += "\nA safer form: " + code(Form.Code) + "\n";
  return Out;
}

json::Value hoverAt(const Document &D, mlir::lsp::Position At) {
  std::vector<const Site *> Sites = sitesAt(D, At);
  if (Sites.empty())
    return nullptr;
  std::string Text;
  for (const Site *S : Sites)
    Text += (Text.empty() ? "" : "\n---\n\n") + describe(*S);
  const TextPlaces Places(D.Found->Text);
  return json::Object{
      {"contents", json::Object{{"kind", "markdown"}, {"value", Text}}},
      {"range", Places.range(*Sites.front())}};
}

} // namespace warrant
