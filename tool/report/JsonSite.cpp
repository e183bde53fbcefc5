//===- JsonSite.cpp - Sites and remarks as JSON ---------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "JsonSite.h"

using namespace warrant;
using llvm::StringRef;

namespace {

std::string text(StringRef Word) { return Word.str(); }

/// Null says "none" where an empty string would look like a value.
Json orNull(const std::string &Text) {
  return Text.empty() ? Json() : Json(Text);
}

Json orNull(const std::optional<std::string> &Text) {
  return Text ? Json(*Text) : Json();
}

void addPlace(Json &J, const Location &L) {
  J["file"] = L.File;
  J["line"] = L.Line;
  J["column"] = L.Column;
}

Json toJson(const Location &L) {
  Json J = Json::object();
  addPlace(J, L);
  return J;
}

Json toJson(const CommentRef &C) {
  return {{"text", C.Text},
          {"file", C.File},
          {"line", C.Line},
          {"placement", text(toString(C.Where))}};
}

Json toJson(const PropertyState &P) {
  return {{"name", text(toString(P.Name))},
          {"state", text(toString(P.Origin))},
          {"by", P.By}};
}

Json toJson(const Defect &D) {
  return {{"id", D.Id},
          {"precision", text(toString(D.Sure))},
          {"message", D.Message}};
}

Json toJson(const RelatedPlace &P) {
  Json J = toJson(P.Where);
  J["message"] = P.Message;
  return J;
}

template <typename Range> Json listOf(const Range &Elements) {
  Json J = Json::array();
  for (const auto &Element : Elements)
    J.push_back(toJson(Element));
  return J;
}

Location readLocation(const JsonReader &J) {
  return {J.member("file").string(), J.member("line").number(),
          J.member("column").number()};
}

std::string readTextOrNull(const JsonReader &J) {
  return J.isNull() ? std::string() : J.string();
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

void readLists(const JsonReader &J, Site &S) {
  J.member("expansions").each([&](JsonReader E) {
    S.Expansions.insert(readLocation(E));
  });
  for (std::string &Name : readStrings(J.member("configurations")))
    S.Configurations.insert(std::move(Name));
  J.member("properties").each([&](JsonReader E) {
    S.Properties.push_back({E.member("name").word(parseProperty),
                            E.member("state").word(parsePropertyOrigin),
                            E.member("by").string()});
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

Json warrant::toJson(const Site &S) {
  Json J = {{"check", S.Check},
            {"kind", S.Kind},
            {"status", text(toString(S.State))},
            {"precision", text(toString(S.Sure))},
            {"severity", text(toString(S.Level))}};
  addPlace(J, S.Where);
  J["endLine"] = S.EndLine;
  J["endColumn"] = S.EndColumn;
  J["function"] = S.Function;
  J["snippet"] = S.Snippet;
  if (!S.Register.empty())
    J["register"] = S.Register;
  J["macro"] = orNull(S.Macro);
  J["expansions"] = listOf(S.Expansions);
  J["configurations"] = S.Configurations;
  J["comment"] = S.Comment ? ::toJson(*S.Comment) : Json();
  J["properties"] = listOf(S.Properties);
  J["defects"] = listOf(S.Defects);
  J["related"] = listOf(S.Related);
  J["notes"] = S.Notes;
  J["excuse"] = orNull(S.Excuse);
  J["baseline"] = orNull(S.Baseline);
  J["fingerprint"] = S.Fingerprint;
  J["proof"] = orNull(S.Proof);
  J["rejection"] = orNull(S.Rejection);
  J["functionName"] = S.FunctionName;
  J["tokens"] = S.Tokens;
  J["token"] = ::toJson(S.Token);
  J["identity"] = orNull(S.Identity);
  return J;
}

Json warrant::toJson(const Remark &M) {
  Json J = Json::object();
  J["kind"] = M.Kind;
  addPlace(J, M.Where);
  J["message"] = M.Message;
  J["fingerprint"] = M.Fingerprint;
  J["subject"] = M.Subject;
  return J;
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
  return S;
}

Remark warrant::readRemark(const JsonReader &J) {
  Remark M;
  M.Kind = J.member("kind").string();
  M.Where = readLocation(J);
  M.Message = J.member("message").string();
  M.Fingerprint = J.member("fingerprint").string();
  M.Subject = J.member("subject").string();
  return M;
}

std::vector<std::string> warrant::readStrings(const JsonReader &J) {
  std::vector<std::string> Result;
  J.each([&](JsonReader E) { Result.push_back(E.string()); });
  return Result;
}

std::string warrant::print(const Json &J, bool Pretty) {
  return J.dump(Pretty ? 2 : -1, ' ', /*ensure_ascii=*/false,
                Json::error_handler_t::replace);
}
