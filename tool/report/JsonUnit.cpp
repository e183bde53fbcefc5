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

void addPlace(JsonStream &J, const Location &L) {
  addText(J, L.File);
  J.value(L.Line);
  J.value(L.Column);
}

// Places are arrays here: a unit names the functions of each header it sees.
void addPlaces(JsonStream &J, StringRef Key, const std::set<Location> &Set) {
  J.attributeArray(Key, [&] {
    for (const Location &L : Set)
      J.array([&] { addPlace(J, L); });
  });
}

void addDeclarations(JsonStream &J, StringRef Key,
                     const std::set<LinkageDeclaration> &Set) {
  J.attributeArray(Key, [&] {
    for (const LinkageDeclaration &D : Set)
      J.array([&] {
        addPlace(J, D.Where);
        addText(J, D.Configuration);
        addText(J, D.Type);
        addText(J, D.Compared);
        addText(J, D.Passing);
        J.value(D.IsDefinition);
      });
  });
}

std::set<LinkageDeclaration> readDeclarations(const JsonReader &J) {
  std::set<LinkageDeclaration> Set;
  J.each([&](JsonReader E) {
    const Location Where = {E.element(0).string(), E.element(1).number(),
                            E.element(2).number()};
    Set.insert({Where, E.element(3).string(), E.element(4).string(),
                E.element(5).string(), E.element(6).string(),
                E.element(7).boolean()});
  });
  return Set;
}

/// A site with what only `warrant explain` needs, and reports leave out.
void addUnitSite(JsonStream &J, const Site &S) {
  addMembers(J, S);
  addTexts(J, "looked", S.Looked);
  J.attributeArray("note", [&] {
    J.value(S.NoteLine);
    J.value(S.NoteColumn);
  });
  addTexts(J, "operands", S.Operands);
  J.attributeArray("conditions", [&] {
    for (const auto &[Number, Text] : S.Conditions)
      J.array([&] {
        addText(J, Number);
        addText(J, Text);
      });
  });
  addText(J, "object", S.Object);
  J.attribute("rewrites", S.Rewrites);
  addDeclarations(J, "declarations", S.Declarations);
}

void addFacts(JsonStream &J, const FileFacts &F) {
  J.attribute("lines", F.Lines);
  J.attribute("vendored", F.Vendored);
  addPlaces(J, "functions", F.Functions);
  addPlaces(J, "functionsWithOperations", F.FunctionsWithOperations);
  addPlaces(J, "public", F.Public);
  addPlaces(J, "publicWithContract", F.PublicWithContract);
  J.attributeArray("excluded", [&] {
    for (const LineRange &R : F.Excluded)
      J.array([&] {
        J.value(R.Begin);
        J.value(R.End);
      });
  });
}

template <typename Range>
void addRemarks(JsonStream &J, StringRef Key, const Range &Remarks) {
  J.attributeArray(Key, [&] {
    for (const Remark &M : Remarks)
      J.object([&] { addMembers(J, M); });
  });
}

void addFindings(JsonStream &J, const UnitResult &U) {
  J.attributeArray("sites", [&] {
    for (const Site &S : U.Sites)
      J.object([&] { addUnitSite(J, S); });
  });
  addRemarks(J, "remarks", U.Remarks);
  addRemarks(J, "suspected", U.Suspected);
  J.attributeArray("refuted", [&] {
    for (const RemarkPlace &P : U.Refuted)
      J.array([&] {
        addPlace(J, P.Where);
        addText(J, P.Kind);
        addText(J, P.Subject);
      });
  });
}

void addExceptions(JsonStream &J, StringRef Symbol, const ExceptionFacts &F) {
  J.attributeArray(Symbol, [&] {
    J.value(F.Returns);
    J.value(F.Open);
    J.object([&] {
      for (const auto &[Awaited, Name] : F.Awaits)
        addText(J, Awaited, Name);
    });
  });
}

void addUnit(JsonStream &J, const UnitResult &U) {
  addText(J, "file", U.File);
  addText(J, "configuration", U.Configuration);
  J.attribute("status", toString(U.State));
  addTexts(J, "messages", U.Messages);
  addFindings(J, U);
  addTexts(J, "declared", U.Declared);
  J.attributeObject("files", [&] {
    for (const auto &[File, Facts] : U.Files)
      J.attributeObject(File, [&] { addFacts(J, Facts); });
  });
  J.attributeObject("cDefinitions", [&] {
    for (const auto &[Name, Declarations] : U.CDefinitions)
      addDeclarations(J, Name, Declarations);
  });
  J.attributeObject("exceptions", [&] {
    for (const auto &[Symbol, Facts] : U.Exceptions)
      addExceptions(J, Symbol, Facts);
  });
  J.attributeObject("handlerUses", [&] {
    for (const auto &[Object, Use] : U.HandlerUses)
      J.attributeObject(Object, [&] {
        addTexts(J, "handlers", Use.Handlers);
        J.attribute("writes", Use.Writes);
      });
  });
  addPlaces(J, "indirectCalls", U.IndirectCalls);
  addPlaces(J, "patterns", U.Patterns);
  addPlaces(J, "instantiatedPatterns", U.InstantiatedPatterns);
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
  S.Object = J.member("object").string();
  S.Rewrites = J.member("rewrites").boolean();
  S.Declarations = readDeclarations(J.member("declarations"));
  return S;
}

RemarkPlace readRemarkPlace(const JsonReader &J) {
  return {{J.element(0).string(), J.element(1).number(), J.element(2).number()},
          J.element(3).string(),
          J.element(4).string()};
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
  F.Public = readPlaces(J.member("public"));
  F.PublicWithContract = readPlaces(J.member("publicWithContract"));
  J.member("excluded").each([&](JsonReader E) {
    F.Excluded.push_back({E.element(0).number(), E.element(1).number()});
  });
  return F;
}

} // namespace

void warrant::writeUnit(const UnitResult &U, llvm::raw_ostream &OS) {
  JsonStream J(OS);
  J.object([&] { addUnit(J, U); });
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
  J.member("exceptions")
      .eachMember([&](const std::string &Symbol, JsonReader E) {
        ExceptionFacts &Facts = U.Exceptions[Symbol];
        Facts.Returns = E.element(0).boolean();
        Facts.Open = E.element(1).boolean();
        E.element(2).eachMember(
            [&](const std::string &Awaited, JsonReader Name) {
              Facts.Awaits[Awaited] = Name.string();
            });
      });
  J.member("handlerUses")
      .eachMember([&](const std::string &Object, JsonReader E) {
        std::vector<std::string> Handlers = readStrings(E.member("handlers"));
        U.HandlerUses[Object] = {{Handlers.begin(), Handlers.end()},
                                 E.member("writes").boolean()};
      });
  U.IndirectCalls = readPlaces(J.member("indirectCalls"));
  U.Patterns = readPlaces(J.member("patterns"));
  U.InstantiatedPatterns = readPlaces(J.member("instantiatedPatterns"));
  if (llvm::Error Wrong = takeError(First))
    return std::move(Wrong);
  return U;
}
