//===- JsonSite.cpp - Sites and remarks as JSON ---------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "JsonSite.h"
#include "llvm/ADT/STLExtras.h"
#include <tuple>

using namespace warrant;
using llvm::StringRef;

namespace {

void addPlace(JsonStream &J, const Location &L) {
  addText(J, "file", L.File);
  J.attribute("line", L.Line);
  J.attribute("column", L.Column);
}

void addTextOrNull(JsonStream &J, StringRef Key,
                   const std::optional<std::string> &Text) {
  if (Text)
    addText(J, Key, *Text);
  else
    J.attribute(Key, nullptr);
}

void addMembers(JsonStream &J, const Location &L) { addPlace(J, L); }

void addMembers(JsonStream &J, const CommentRef &C) {
  addText(J, "text", C.Text);
  addText(J, "file", C.File);
  J.attribute("line", C.Line);
  J.attribute("placement", toString(C.Where));
}

void addMembers(JsonStream &J, const PropertyState &P) {
  J.attribute("name", toString(P.Name));
  J.attribute("state", toString(P.Origin));
  addText(J, "by", P.By);
  if (!P.Subject.empty())
    addText(J, "subject", P.Subject);
}

void addMembers(JsonStream &J, const Defect &D) {
  addText(J, "id", D.Id);
  J.attribute("precision", toString(D.Sure));
  addText(J, "message", D.Message);
}

void addMembers(JsonStream &J, const RelatedPlace &P) {
  addPlace(J, P.Where);
  addText(J, "message", P.Message);
}

void addMembers(JsonStream &J, const TextEdit &E) {
  J.attribute("line", E.Line);
  J.attribute("column", E.Column);
  J.attribute("endLine", E.EndLine);
  J.attribute("endColumn", E.EndColumn);
  addText(J, "text", E.Text);
}

template <typename Range>
void addObjects(JsonStream &J, StringRef Key, const Range &Elements) {
  J.attributeArray(Key, [&] {
    for (const auto &Element : Elements)
      J.object([&] { addMembers(J, Element); });
  });
}

void addSafer(JsonStream &J, const Site &S) {
  J.attributeArray("safer", [&] {
    for (const SaferForm &F : S.Safer)
      J.object([&] {
        addText(J, "code", F.Code);
        addObjects(J, "edits", F.Edits);
      });
  });
}

/// What `warrant annotate` needs of \p S.
void addSkeleton(JsonStream &J, const Site &S) {
  J.attribute("line", S.NoteLine);
  J.attribute("column", S.NoteColumn);
  addTexts(J, "operands", S.Operands);
  J.attributeArray("conditions", [&] {
    for (const auto &[Number, Text] : S.Conditions)
      J.object([&] {
        addText(J, "number", Number);
        addText(J, "text", Text);
      });
  });
}

SaferForm readSafer(const JsonReader &J) {
  SaferForm F;
  F.Code = J.member("code").string();
  J.member("edits").each([&](JsonReader E) {
    F.Edits.push_back({E.member("line").number(), E.member("column").number(),
                       E.member("endLine").number(),
                       E.member("endColumn").number(),
                       E.member("text").string()});
  });
  return F;
}

Location readLocation(const JsonReader &J) {
  return {J.member("file").string(), J.member("line").number(),
          J.member("column").number()};
}

std::optional<std::string> readOptional(const JsonReader &J) {
  if (J.isNull())
    return std::nullopt;
  return J.string();
}

std::optional<CommentRef> readComment(const JsonReader &J) {
  if (J.isNull())
    return std::nullopt;
  return CommentRef{J.member("text").string(), J.member("file").string(),
                    J.member("line").number(),
                    J.member("placement").word(parsePlacement)};
}

void readSkeleton(const JsonReader &J, Site &S) {
  S.NoteLine = J.member("line").number();
  S.NoteColumn = J.member("column").number();
  S.Operands = readStrings(J.member("operands"));
  J.member("conditions").each([&](JsonReader E) {
    S.Conditions.emplace_back(E.member("number").string(),
                              E.member("text").string());
  });
}

void readLists(const JsonReader &J, Site &S) {
  J.member("expansions").each([&](JsonReader E) {
    S.Expansions.insert(readLocation(E));
  });
  for (std::string &Name : readStrings(J.member("configurations")))
    S.Configurations.insert(std::move(Name));
  J.member("properties").each([&](JsonReader E) {
    S.Properties.push_back(
        {E.member("name").word(parseProperty),
         E.member("state").word(parsePropertyOrigin), E.member("by").string(),
         E.has("subject") ? E.member("subject").string() : std::string()});
  });
  J.member("defects").each([&](JsonReader E) {
    S.Defects.push_back({E.member("id").string(),
                         E.member("precision").word(parsePrecision),
                         E.member("message").string()});
  });
  J.member("related").each([&](JsonReader E) {
    S.Related.push_back({readLocation(E), E.member("message").string()});
  });
  for (std::string &Note : readStrings(J.member("notes")))
    S.Notes.insert(std::move(Note));
}

} // namespace

void warrant::addText(JsonStream &J, StringRef Key, StringRef Text) {
  J.attributeBegin(Key);
  addText(J, Text);
  J.attributeEnd();
}

void warrant::addText(JsonStream &J, StringRef Text) {
  // Nearly all text needs no look at each of its characters again.
  auto IsPlain = [](unsigned char C) {
    return C >= 0x20 && C < 0x7f && C != '"' && C != '\\';
  };
  if (llvm::all_of(Text, IsPlain))
    J.rawValue([&](llvm::raw_ostream &OS) { OS << '"' << Text << '"'; });
  else if (llvm::json::isUTF8(Text))
    J.value(Text);
  else
    J.value(llvm::json::fixUTF8(Text));
}

void warrant::addTextOrNull(JsonStream &J, StringRef Key,
                            const std::string &Text) {
  if (Text.empty())
    J.attribute(Key, nullptr);
  else
    addText(J, Key, Text);
}

std::string warrant::readTextOrNull(const JsonReader &J) {
  return J.isNull() ? std::string() : J.string();
}

void warrant::addDocument(JsonStream &J, const Json &Document, unsigned Depth) {
  const std::string Text =
      Document.dump(/*indent=*/2, ' ',
                    /*ensure_ascii=*/false, Json::error_handler_t::replace);
  J.rawValue([&](llvm::raw_ostream &OS) {
    // A line break inside a string is escaped, so each one is the printer's.
    auto [Line, Rest] = StringRef(Text).split('\n');
    OS << Line;
    while (!Rest.empty()) {
      std::tie(Line, Rest) = Rest.split('\n');
      OS << '\n';
      OS.indent(Depth) << Line;
    }
  });
}

void warrant::addMembers(JsonStream &J, const Site &S) {
  addText(J, "check", S.Check);
  addText(J, "kind", S.Kind);
  J.attribute("status", toString(S.State));
  J.attribute("precision", toString(S.Sure));
  J.attribute("severity", toString(S.Level));
  addPlace(J, S.Where);
  J.attribute("endLine", S.EndLine);
  J.attribute("endColumn", S.EndColumn);
  addText(J, "function", S.Function);
  addText(J, "snippet", S.Snippet);
  if (!S.Register.empty())
    addText(J, "register", S.Register);
  addTextOrNull(J, "macro", S.Macro);
  addObjects(J, "expansions", S.Expansions);
  addTexts(J, "configurations", S.Configurations);
  if (S.Comment)
    J.attributeObject("comment", [&] { ::addMembers(J, *S.Comment); });
  else
    J.attribute("comment", nullptr);
  addObjects(J, "properties", S.Properties);
  addObjects(J, "defects", S.Defects);
  addObjects(J, "related", S.Related);
  addTexts(J, "notes", S.Notes);
  ::addTextOrNull(J, "excuse", S.Excuse);
  ::addTextOrNull(J, "baseline", S.Baseline);
  addText(J, "fingerprint", S.Fingerprint);
  addTextOrNull(J, "proof", S.Proof);
  addTextOrNull(J, "rejection", S.Rejection);
  addText(J, "functionName", S.FunctionName);
  addText(J, "tokens", S.Tokens);
  J.attributeObject("token", [&] { addPlace(J, S.Token); });
  addTextOrNull(J, "identity", S.Identity);
  if (S.State == Status::Undocumented && S.NoteLine)
    J.attributeObject("skeleton", [&] { addSkeleton(J, S); });
  if (!S.Safer.empty())
    addSafer(J, S);
}

void warrant::addMembers(JsonStream &J, const Remark &M) {
  addText(J, "kind", M.Kind);
  addPlace(J, M.Where);
  addText(J, "message", M.Message);
  addText(J, "fingerprint", M.Fingerprint);
  addText(J, "subject", M.Subject);
  ::addTextOrNull(J, "baseline", M.Baseline);
}

Site warrant::readSite(const JsonReader &J) {
  Site S;
  S.Check = J.member("check").string();
  S.Kind = J.member("kind").string();
  S.State = J.member("status").word(parseStatus);
  S.Sure = J.member("precision").word(parsePrecision);
  S.Level = J.member("severity").word(parseSeverity);
  S.Where = readLocation(J);
  S.EndLine = J.member("endLine").number();
  S.EndColumn = J.member("endColumn").number();
  S.Function = J.member("function").string();
  S.Snippet = J.member("snippet").string();
  if (J.has("register"))
    S.Register = J.member("register").string();
  S.Macro = readTextOrNull(J.member("macro"));
  S.Comment = readComment(J.member("comment"));
  readLists(J, S);
  S.Excuse = readOptional(J.member("excuse"));
  S.Baseline = readOptional(J.member("baseline"));
  S.Fingerprint = J.member("fingerprint").string();
  S.Proof = readTextOrNull(J.member("proof"));
  S.Rejection = readTextOrNull(J.member("rejection"));
  S.FunctionName = J.member("functionName").string();
  S.Tokens = J.member("tokens").string();
  S.Token = readLocation(J.member("token"));
  S.Identity = readTextOrNull(J.member("identity"));
  if (J.has("skeleton"))
    readSkeleton(J.member("skeleton"), S);
  if (J.has("safer"))
    J.member("safer").each(
        [&](JsonReader E) { S.Safer.push_back(readSafer(E)); });
  return S;
}

Remark warrant::readRemark(const JsonReader &J) {
  Remark M;
  M.Kind = J.member("kind").string();
  M.Where = readLocation(J);
  M.Message = J.member("message").string();
  M.Fingerprint = J.member("fingerprint").string();
  M.Subject = J.member("subject").string();
  M.Baseline = readOptional(J.member("baseline"));
  return M;
}

std::vector<std::string> warrant::readStrings(const JsonReader &J) {
  std::vector<std::string> Result;
  J.each([&](JsonReader E) { Result.push_back(E.string()); });
  return Result;
}
