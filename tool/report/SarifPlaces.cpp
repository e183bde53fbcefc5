//===- SarifPlaces.cpp - Places in a SARIF log ----------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SarifPlaces.h"
#include "LineHash.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/Path.h"
#include <algorithm>

using namespace warrant;
using llvm::StringRef;

namespace {

/// RFC 3986: everything but unreserved characters and the slash is encoded.
/// The colon too, which would make a scheme of what is before it.
std::string encodeUri(StringRef Path) {
  std::string Result;
  for (char C : Path) {
    if (llvm::isAlnum(C) || StringRef("-._~/").contains(C))
      Result += C;
    else
      Result += "%" + llvm::utohexstr(static_cast<unsigned char>(C),
                                      /*LowerCase=*/false, /*Width=*/2);
  }
  return Result;
}

bool isUnderRoot(StringRef File) {
  return !File.empty() && !llvm::sys::path::is_absolute(File) &&
         !File.starts_with("../");
}

StringRef languageOf(StringRef File) {
  return llvm::StringSwitch<StringRef>(llvm::sys::path::extension(File))
      .Case(".c", "c")
      .Cases(".cc", ".cpp", ".cxx", ".hh", ".hpp", ".hxx", "cplusplus")
      .Default("");
}

} // namespace

SarifPlaces::SarifPlaces(const Report &R, const SourceReader &Read)
    : R(R), Text(Read) {
  std::set<std::string> Files;
  for (const auto &[File, Facts] : R.Files)
    if (!Facts.Vendored)
      Files.insert(File);
  for (const UnitSummary &U : R.Units)
    Files.insert(U.File);
  for (const std::string &File : Files) {
    if (!isUnderRoot(File))
      continue;
    Json Artifact = Json::object();
    Artifact["location"]["uri"] = encodeUri(File);
    Artifact["location"]["uriBaseId"] = SourceRoot.str();
    Artifact["roles"] = Json::array({"analysisTarget"});
    if (StringRef Language = languageOf(File); !Language.empty())
      Artifact["sourceLanguage"] = Language.str();
    Index.emplace(File, Artifacts.size());
    Artifacts.push_back(std::move(Artifact));
  }
}

std::optional<Json>
SarifPlaces::artifactLocation(const std::string &File) const {
  if (!isUnderRoot(File))
    return std::nullopt;
  Json J = Json::object();
  J["uri"] = encodeUri(File);
  J["uriBaseId"] = SourceRoot.str();
  if (auto It = Index.find(File); It != Index.end())
    J["index"] = It->second;
  return J;
}

unsigned SarifPlaces::characterColumn(const std::string &File, unsigned Line,
                                      unsigned Column) {
  const std::optional<StringRef> Content = Text.line(File, Line);
  if (!Content || Column == 0)
    return Column;
  return countCharacters(Content->take_front(Column - 1)) + 1;
}

std::optional<std::string> SarifPlaces::exactText(const Site &S) {
  std::string Result;
  for (unsigned Line = S.Where.Line; Line <= S.EndLine; ++Line) {
    std::optional<StringRef> Content = Text.line(S.Where.File, Line);
    if (!Content)
      return std::nullopt;
    if (Line == S.EndLine)
      Content = Content->take_front(S.EndColumn - 1);
    if (Line == S.Where.Line)
      Content = Content->drop_front(
          std::min<size_t>(S.Where.Column - 1, Content->size()));
    else
      Result += '\n';
    Result += *Content;
  }
  return Result;
}

Json SarifPlaces::region(const Site &S) {
  Json J = Json::object();
  J["startLine"] = S.Where.Line;
  J["startColumn"] =
      characterColumn(S.Where.File, S.Where.Line, S.Where.Column);
  if (std::tie(S.EndLine, S.EndColumn) <=
      std::tie(S.Where.Line, S.Where.Column))
    return J;
  J["endLine"] = S.EndLine;
  J["endColumn"] = characterColumn(S.Where.File, S.EndLine, S.EndColumn);
  if (std::optional<std::string> Exact = exactText(S))
    J["snippet"]["text"] = *Exact;
  else if (S.EndLine == S.Where.Line && !S.Snippet.empty())
    J["snippet"]["text"] = S.Snippet;
  return J;
}

std::optional<Json> SarifPlaces::contextRegion(const Site &S) {
  auto It = R.Files.find(S.Where.File);
  if (It == R.Files.end() || S.EndLine < S.Where.Line)
    return std::nullopt;
  const unsigned First = std::max(S.Where.Line, 2U) - 1;
  const unsigned Last =
      std::min(S.EndLine + 1, std::max(S.EndLine, It->second.Lines));
  // It has to hold more than the region.
  if (First == S.Where.Line && Last <= S.EndLine)
    return std::nullopt;
  Json J = Json::object();
  J["startLine"] = First;
  J["endLine"] = Last;
  std::string Around;
  for (unsigned Line = First; Line <= Last; ++Line) {
    const std::optional<StringRef> Content = Text.line(S.Where.File, Line);
    if (!Content)
      return J;
    Around += Content->str() + "\n";
  }
  J["snippet"]["text"] = Around;
  return J;
}

Json SarifPlaces::location(const Site &S) {
  Json J = Json::object();
  Json &Physical = J["physicalLocation"];
  if (std::optional<Json> Artifact = artifactLocation(S.Where.File))
    Physical["artifactLocation"] = std::move(*Artifact);
  else
    Physical["artifactLocation"]["description"]["text"] =
        "A file outside the root.";
  Physical["region"] = region(S);
  if (std::optional<Json> Context = contextRegion(S))
    Physical["contextRegion"] = std::move(*Context);
  if (S.Function.empty())
    return J;
  Json Logical = Json::object();
  Logical["name"] = StringRef(S.FunctionName).rsplit("::").second.empty()
                        ? S.FunctionName
                        : StringRef(S.FunctionName).rsplit("::").second.str();
  Logical["fullyQualifiedName"] = S.Function;
  Logical["kind"] = "function";
  J["logicalLocations"] = Json::array({std::move(Logical)});
  return J;
}

std::optional<Json> SarifPlaces::location(const Location &L) {
  std::optional<Json> Artifact = artifactLocation(L.File);
  if (!Artifact)
    return std::nullopt;
  Json J = Json::object();
  Json &Physical = J["physicalLocation"];
  Physical["artifactLocation"] = std::move(*Artifact);
  if (L.Line == 0)
    return J;
  Physical["region"]["startLine"] = L.Line;
  if (L.Column != 0)
    Physical["region"]["startColumn"] =
        characterColumn(L.File, L.Line, L.Column);
  return J;
}

std::optional<Json> SarifPlaces::wholeFile(const std::string &File) const {
  std::optional<Json> Artifact = artifactLocation(File);
  if (!Artifact)
    return std::nullopt;
  auto It = R.Files.find(File);
  const unsigned Lines = It == R.Files.end() ? 1 : It->second.Lines;
  Json J = Json::object();
  Json &Physical = J["physicalLocation"];
  Physical["artifactLocation"] = std::move(*Artifact);
  Physical["region"] = {{"startLine", 1}, {"endLine", std::max(Lines, 1U)}};
  return J;
}

std::optional<std::string> SarifPlaces::lineHash(const Location &Where) {
  if (!isUnderRoot(Where.File))
    return std::nullopt;
  if (HashedFile != Where.File) {
    HashedFile = Where.File;
    Hashes = lineHashes(Text.whole(Where.File).value_or(""));
  }
  if (Where.Line == 0 || Where.Line > Hashes.size() || !Text.whole(Where.File))
    return std::nullopt;
  return Hashes[Where.Line - 1];
}
