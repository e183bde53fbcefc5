//===- JsonUnit.cpp - A unit's result as one line of JSON -----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "JsonSite.h"
#include "warrant/Writers.h"

using namespace warrant;
using llvm::StringRef;

namespace {

// Places are arrays here: a unit names the functions of each header it sees.
Json places(const std::set<Location> &Set) {
  Json J = Json::array();
  for (const Location &L : Set)
    J.push_back(Json::array({L.File, L.Line, L.Column}));
  return J;
}

Json ranges(const std::vector<LineRange> &Ranges) {
  Json J = Json::array();
  for (const LineRange &R : Ranges)
    J.push_back(Json::array({R.Begin, R.End}));
  return J;
}

Json toUnitJson(const std::set<LinkageDeclaration> &Set) {
  Json J = Json::array();
  for (const LinkageDeclaration &D : Set)
    J.push_back(
        Json::array({D.Where.File, D.Where.Line, D.Where.Column,
                     D.Configuration, D.Type, D.Passing, D.IsDefinition}));
  return J;
}

std::set<LinkageDeclaration> readDeclarations(const JsonReader &J) {
  std::set<LinkageDeclaration> Set;
  J.each([&](JsonReader E) {
    const Location Where = {E.element(0).string(), E.element(1).number(),
                            E.element(2).number()};
    Set.insert({Where, E.element(3).string(), E.element(4).string(),
                E.element(5).string(), E.element(6).boolean()});
  });
  return Set;
}

/// A site with what only `warrant explain` needs, and reports leave out.
Json toUnitJson(const Site &S) {
  Json J = toJson(S);
  J["looked"] = S.Looked;
  J["note"] = Json::array({S.NoteLine, S.NoteColumn});
  J["operands"] = S.Operands;
  Json Conditions = Json::array();
  for (const auto &[Number, Text] : S.Conditions)
    Conditions.push_back(Json::array({Number, Text}));
  J["conditions"] = std::move(Conditions);
  J["declarations"] = toUnitJson(S.Declarations);
  return J;
}

Site readUnitSite(const JsonReader &J) {
  Site S = readSite(J);
  S.Looked = readStrings(J.member("looked"));
  const JsonReader Note = J.member("note");
  S.NoteLine = Note.element(0).number();
  S.NoteColumn = Note.element(1).number();
  S.Operands = readStrings(J.member("operands"));
  J.member("conditions").each([&](JsonReader E) {
    S.Conditions.push_back({E.element(0).string(), E.element(1).string()});
  });
  S.Declarations = readDeclarations(J.member("declarations"));
  return S;
}

Json toUnitJson(const Remark &M) { return toJson(M); }

Json toUnitJson(const RemarkPlace &P) {
  return Json::array(
      {P.Where.File, P.Where.Line, P.Where.Column, P.Kind, P.Subject});
}

RemarkPlace readRemarkPlace(const JsonReader &J) {
  return {{J.element(0).string(), J.element(1).number(), J.element(2).number()},
          J.element(3).string(),
          J.element(4).string()};
}

template <typename Range> Json listOf(const Range &Elements) {
  Json J = Json::array();
  for (const auto &Element : Elements)
    J.push_back(toUnitJson(Element));
  return J;
}

Json toJson(const FileFacts &F) {
  return {{"lines", F.Lines},
          {"vendored", F.Vendored},
          {"functions", places(F.Functions)},
          {"functionsWithOperations", places(F.FunctionsWithOperations)},
          {"excluded", ranges(F.Excluded)}};
}

std::set<Location> readPlaces(const JsonReader &J) {
  std::set<Location> Result;
  J.each([&](JsonReader E) {
    Result.insert(
        {E.element(0).string(), E.element(1).number(), E.element(2).number()});
  });
  return Result;
}

FileFacts readFacts(const JsonReader &J) {
  FileFacts F;
  F.Lines = J.member("lines").number();
  F.Vendored = J.member("vendored").boolean();
  F.Functions = readPlaces(J.member("functions"));
  F.FunctionsWithOperations = readPlaces(J.member("functionsWithOperations"));
  J.member("excluded").each([&](JsonReader E) {
    F.Excluded.push_back({E.element(0).number(), E.element(1).number()});
  });
  return F;
}

} // namespace

void warrant::writeUnit(const UnitResult &U, llvm::raw_ostream &OS) {
  Json J = {{"file", U.File},
            {"configuration", U.Configuration},
            {"status", toString(U.State).str()},
            {"messages", U.Messages},
            {"sites", listOf(U.Sites)},
            {"remarks", listOf(U.Remarks)},
            {"suspected", listOf(U.Suspected)},
            {"refuted", listOf(U.Refuted)},
            {"declared", U.Declared}};
  J["files"] = Json::object();
  for (const auto &[File, Facts] : U.Files)
    J["files"][File] = ::toJson(Facts);
  J["cDefinitions"] = Json::object();
  for (const auto &[Name, Declarations] : U.CDefinitions)
    J["cDefinitions"][Name] = toUnitJson(Declarations);
  J["indirectCalls"] = places(U.IndirectCalls);
  J["patterns"] = places(U.Patterns);
  J["instantiatedPatterns"] = places(U.InstantiatedPatterns);
  OS << print(J, /*Pretty=*/false);
}

llvm::Expected<UnitResult> warrant::readUnit(StringRef Text) {
  llvm::Expected<Json> Document = parseJson(Text);
  if (!Document)
    return Document.takeError();
  JsonReader::Mistake First;
  const JsonReader J(*Document, First);
  UnitResult U;
  U.File = J.member("file").string();
  U.Configuration = J.member("configuration").string();
  U.State = J.member("status").word(parseUnitStatus);
  U.Messages = readStrings(J.member("messages"));
  J.member("sites").each(
      [&](JsonReader E) { U.Sites.push_back(readUnitSite(E)); });
  J.member("remarks").each(
      [&](JsonReader E) { U.Remarks.push_back(readRemark(E)); });
  J.member("suspected").each([&](JsonReader E) {
    U.Suspected.insert(readRemark(E));
  });
  J.member("refuted").each(
      [&](JsonReader E) { U.Refuted.insert(readRemarkPlace(E)); });
  for (std::string &Name : readStrings(J.member("declared")))
    U.Declared.insert(std::move(Name));
  J.member("files").eachMember([&](const std::string &File, JsonReader E) {
    U.Files[File] = readFacts(E);
  });
  J.member("cDefinitions")
      .eachMember([&](const std::string &Name, JsonReader E) {
        U.CDefinitions[Name] = readDeclarations(E);
      });
  U.IndirectCalls = readPlaces(J.member("indirectCalls"));
  U.Patterns = readPlaces(J.member("patterns"));
  U.InstantiatedPatterns = readPlaces(J.member("instantiatedPatterns"));
  if (llvm::Error Wrong = takeError(First))
    return std::move(Wrong);
  return U;
}
