//===- Actions.cpp - What can be done about an operation ------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Document.h"
#include "checks/support/Skeleton.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using mlir::lsp::Position;
using mlir::lsp::Range;

namespace warrant {

static json::Value edit(Range Where, StringRef Text) {
  return json::Object{{"range", Where}, {"newText", Text.str()}};
}

static json::Value action(const Document &D, const Twine &Title,
                          json::Array Edits, bool IsPreferred = false) {
  json::Object J{
      {"title", Title.str()},
      {"kind", "quickfix"},
      {"edit", json::Object{{"changes", json::Object{{D.Uri.uri().str(),
                                                      std::move(Edits)}}}}}};
  if (IsPreferred)
    J["isPreferred"] = true;
  return J;
}

/// The comment to fill in, with the questions of all sites that share its
/// place.
static void addSkeletons(const Document &D, ArrayRef<const Site *> Sites,
                         const TextPlaces &Places, json::Array &Out) {
  std::set<std::pair<unsigned, unsigned>> Asked;
  for (const Site *S : Sites)
    if (awaitsComment(*S) && S->NoteLine)
      Asked.insert({S->NoteLine, S->NoteColumn});
  std::vector<const Site *> Sharing;
  for (const Site &S : D.Found->Audit.Sites)
    if (S.Where.File == D.Unit->item().Display && awaitsComment(S) &&
        Asked.count({S.NoteLine, S.NoteColumn}))
      Sharing.push_back(&S);
  auto Skeletons = skeletonsFor(D.Unit->item().Display, D.Found->Text, Sharing);
  if (!Skeletons) {
    consumeError(Skeletons.takeError()); // there is no harmless place
    return;
  }
  for (const Insertion &Each : *Skeletons)
    Out.push_back(action(
        D, "Write a SAFETY comment for '" + Each.First->Snippet + "'",
        json::Array{edit(Range(Places.positionOf(Each.Offset)), Each.Text)},
        /*IsPreferred=*/true));
}

/// Whether a comment line of its own fits above the site.
static bool hasLineAbove(const Site &S) { return S.NoteLine && !S.NoteColumn; }

static void addExcuse(const Document &D, const Site &S,
                      const TextPlaces &Places, json::Array &Out) {
  if (S.State > Status::Partial || S.Excuse || !hasLineAbove(S))
    return;
  StringRef Line = Places.line(S.NoteLine);
  StringRef Indent =
      Line.take_while([](char C) { return C == ' ' || C == '\t'; });
  StringRef Break = Line.ends_with("\r\n") ? "\r\n" : "\n";
  Out.push_back(
      action(D, "Set '" + S.Snippet + "' aside, with a reason",
             json::Array{edit(Range(Places.position(S.NoteLine, 1)),
                              (Indent + "/* WARRANT-IGNORE(" + S.Kind +
                               "): TODO: the reason */" + Break)
                                  .str())}));
}

/// Where the colon behind an untagged marker stands in \p Line, or npos.
static size_t untaggedColon(StringRef Line) {
  const size_t Marker = Line.find_insensitive("safety:");
  return Marker == StringRef::npos ? Marker : Marker + strlen("safety");
}

/// Tags for what the comment's words are about already: the claim is the
/// author's, and stays.
static void addTags(const Document &D, const Site &S, const TextPlaces &Places,
                    json::Array &Out) {
  if (!S.Comment || S.Comment->File != S.Where.File)
    return;
  std::vector<std::string> Names;
  for (const PropertyState &P : S.Properties)
    if (P.Origin == PropertyOrigin::Text &&
        !is_contained(Names, toString(P.Name)))
      Names.push_back(toString(P.Name).str());
  const size_t Colon = untaggedColon(Places.line(S.Comment->Line));
  if (Names.empty() || Colon == StringRef::npos)
    return;
  const std::string Tags = "(" + join(Names, ", ") + ")";
  const auto Column = static_cast<unsigned>(Colon) + 1;
  Out.push_back(
      action(D, "Tag the comment: SAFETY" + Tags + ":",
             json::Array{
                 edit(Range(Places.position(S.Comment->Line, Column)), Tags)}));
}

/// The forms that the language makes right.
static void addSafer(const Document &D, const Site &S, const TextPlaces &Places,
                     json::Array &Out) {
  for (const SaferForm &Form : S.Safer) {
    json::Array Edits;
    for (const TextEdit &E : Form.Edits)
      Edits.push_back(edit(Range(Places.position(E.Line, E.Column),
                                 Places.position(E.EndLine, E.EndColumn)),
                           E.Text));
    Out.push_back(
        action(D, "Write '" + Form.Code + "' instead", std::move(Edits)));
  }
}

static bool touches(const Site &S, const Range &Where,
                    const TextPlaces &Places) {
  const Range Own = Places.range(S);
  return !(Own.end < Where.start) && !(Where.end < Own.start);
}

json::Value actionsIn(const Document &D, Range Where) {
  const TextPlaces Places(D.Found->Text);
  std::vector<const Site *> Sites;
  for (const Site &S : D.Found->Audit.Sites)
    if (S.Where.File == D.Unit->item().Display && touches(S, Where, Places))
      Sites.push_back(&S);
  json::Array Out;
  addSkeletons(D, Sites, Places, Out);
  for (const Site *S : Sites) {
    addSafer(D, *S, Places, Out);
    addTags(D, *S, Places, Out);
    addExcuse(D, *S, Places, Out);
  }
  return Out;
}

} // namespace warrant
