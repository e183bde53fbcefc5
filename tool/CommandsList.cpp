//===- CommandsList.cpp - warrant list ------------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "CommandsDescribe.h"
#include "CommandsProject.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace warrant {

static void listText(const Config &C, bool Kinds, raw_ostream &OS) {
  size_t Width = 0;
  for (const CheckInfo *Check : allChecks()) {
    Width = std::max(Width, Check->Name.size());
    for (const KindInfo &Kind : Check->Kinds)
      Width = std::max(Width, Kind.Name.size());
  }
  for (const CheckInfo *Check : allChecks()) {
    OS << left_justify(Check->Name, Width + 2)
       << (C.isCheckEnabled(*Check) ? "on   " : "off  ") << Check->Summary
       << "\n";
    if (!Kinds)
      continue;
    for (const KindInfo &Kind : Check->Kinds)
      OS << "  " << left_justify(Kind.Name, Width + 2)
         << left_justify(toString(Kind.Level), 8) << Kind.Summary << "\n";
  }
}

static json::Object kindAsJSON(const KindInfo &Kind) {
  json::Array Properties;
  for (Property P : allProperties())
    if (Kind.Required.contains(P))
      Properties.push_back(toString(P));
  return json::Object{
      {"name", Kind.Name},
      {"summary", Kind.Summary},
      {"severity", toString(Kind.Level)},
      {"properties", std::move(Properties)},
      {"cwe", json::Array(Kind.Refs.Cwe)},
      {"misraC2012", json::Array(Kind.Refs.MisraC2012)},
      {"misraCpp2023", json::Array(Kind.Refs.MisraCpp2023)},
      {"cert", json::Array(Kind.Refs.Cert)},
      {"coreGuidelines", json::Array(Kind.Refs.CoreGuidelines)}};
}

static void listJSON(const Config &C, raw_ostream &OS) {
  json::Array Result;
  for (const CheckInfo *Check : allChecks()) {
    json::Array Kinds, Options;
    for (const KindInfo &Kind : Check->Kinds)
      Kinds.push_back(kindAsJSON(Kind));
    for (const OptionInfo &Option : Check->Options)
      Options.push_back(json::Object{{"name", Option.Name},
                                     {"type", typeName(Option)},
                                     {"default", Option.Default},
                                     {"help", Option.Help}});
    Result.push_back(json::Object{{"name", Check->Name},
                                  {"summary", Check->Summary},
                                  {"onByDefault", Check->OnByDefault},
                                  {"on", C.isCheckEnabled(*Check)},
                                  {"explanation", Check->Explanation},
                                  {"badExample", Check->BadExample},
                                  {"goodExample", Check->GoodExample},
                                  {"limits", Check->Limits},
                                  {"kinds", std::move(Kinds)},
                                  {"options", std::move(Options)}});
  }
  OS << formatv("{0:2}", json::Value(std::move(Result))) << "\n";
}

static Error writePage(StringRef Folder, StringRef Name,
                       function_ref<void(raw_ostream &)> Write) {
  SmallString<256> Path(Folder);
  sys::path::append(Path, Name);
  std::string Text;
  raw_string_ostream OS(Text);
  Write(OS);
  return writeFile(Path, StringRef(Text).rtrim('\n').str() + "\n");
}

static Error writePages(StringRef Folder) {
  if (std::error_code Code = sys::fs::create_directories(Folder))
    return createFileError(Folder, Code);
  for (const CheckInfo *Check : allChecks())
    if (Error E =
            writePage(Folder, (Check->Name + ".md").str(),
                      [&](raw_ostream &OS) { writeCheckPage(*Check, OS); }))
      return E;
  return writePage(Folder, "README.md", writeCheckIndex);
}

int runList(const ListRequest &Request) {
  if (!Request.MarkdownFolder.empty()) {
    Error E = writePages(Request.MarkdownFolder);
    return E ? fail(std::move(E)) : 0;
  }
  Expected<Config> C = openProject(Request.Project);
  if (!C)
    return fail(C.takeError());
  std::string Text;
  raw_string_ostream OS(Text);
  if (Request.Json)
    listJSON(*C, OS);
  else
    listText(*C, Request.Kinds, OS);
  return printOutput(Text);
}

} // namespace warrant
