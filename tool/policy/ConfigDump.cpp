//===- ConfigDump.cpp - The configuration as YAML, digest and schema ------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ConfigKeys.h"
#include "PolicyReader.h"
#include "Wrappers.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/BLAKE3.h"
#include "llvm/Support/JSON.h"

using namespace llvm;

namespace warrant {

//===----------------------------------------------------------------------===//
// Values as flow YAML, of which JSON is a part.
//===----------------------------------------------------------------------===//

static json::Value toJSON(bool Value) { return Value; }
static json::Value toJSON(unsigned Value) { return Value; }
static json::Value toJSON(const std::string &Value) {
  return json::fixUTF8(Value);
}
static json::Value toJSON(const std::vector<std::string> &Value) {
  json::Array Result;
  for (const std::string &Item : Value)
    Result.push_back(json::fixUTF8(Item));
  return Result;
}

static json::Value toJSON(const std::vector<Wrapper> &Value) {
  json::Array Result;
  for (const Wrapper &Each : Value)
    Result.push_back(wrapperAsJSON(Each));
  return Result;
}

static json::Value toJSON(const std::vector<PolicyRule> &Value) {
  return json::Array(map_range(Value, ruleAsJSON));
}

static json::Value toJSON(const std::vector<PolicyExcuse> &Value) {
  return json::Array(map_range(Value, excuseAsJSON));
}

static json::Value valueOf(const Config &C, const ConfigKey &Key) {
  return std::visit([&](auto Where) { return toJSON(C.*Where); }, Key.Where);
}

static json::Value valueOf(const Config &C, const CheckInfo &Check,
                           const OptionInfo &Option) {
  switch (Option.Kind) {
  case OptionInfo::Type::Bool:
    return C.boolOption(Check, Option.Name);
  case OptionInfo::Type::Integer:
    return C.integerOption(Check, Option.Name);
  case OptionInfo::Type::String:
    return toJSON(C.stringOption(Check, Option.Name));
  case OptionInfo::Type::StringList:
    return toJSON(C.listOption(Check, Option.Name));
  }
  llvm_unreachable("not a type of option");
}

//===----------------------------------------------------------------------===//
// Dump
//===----------------------------------------------------------------------===//

namespace {

/// Prints `key: value # origin` lines, with the group's line before those of
/// a group.
class Dumper {
public:
  Dumper(const Config &C, raw_ostream &OS) : C(C), OS(OS) {}

  void print(StringRef Name, const json::Value &Value) {
    auto [NewGroup, Key] = Name.contains('.')
                               ? Name.split('.')
                               : std::pair<StringRef, StringRef>("", Name);
    if (!NewGroup.empty() && NewGroup != Group)
      OS << NewGroup << ":\n";
    Group = NewGroup.str();
    auto Origin = C.Origins.find(Name.str());
    OS << (Group.empty() ? "" : "  ") << Key << ": " << Value << "  # "
       << (Origin == C.Origins.end() ? "default" : Origin->second) << "\n";
  }

private:
  const Config &C;
  raw_ostream &OS;
  std::string Group; ///< of the line before
};

} // namespace

static void printBuiltinVendored(raw_ostream &OS) {
  OS << "# Vendored without configuration, in any case:";
  size_t Column = 80;
  for (StringRef Glob : builtinVendoredGlobs()) {
    if (Column + Glob.size() > 76) {
      OS << "\n#  ";
      Column = 3;
    }
    OS << ' ' << Glob;
    Column += Glob.size() + 1;
  }
  OS << "\n";
}

void dumpConfig(const Config &C, raw_ostream &OS) {
  printBuiltinVendored(OS);
  Dumper D(C, OS);
  for (const ConfigKey &Key : configKeys())
    D.print(Key.Name, valueOf(C, Key));
  for (const CheckInfo *Check : allChecks())
    for (const OptionInfo &Option : Check->Options)
      D.print((Check->Name + "." + Option.Name).str(),
              valueOf(C, *Check, Option));
}

json::Object configValues(const Config &C) {
  json::Object Values;
  for (const ConfigKey &Key : configKeys())
    if (Key.Form != ValueForm::Folder)
      Values[Key.Name] = valueOf(C, Key);
  for (const CheckInfo *Check : allChecks())
    for (const OptionInfo &Option : Check->Options)
      Values[(Check->Name + "." + Option.Name).str()] =
          valueOf(C, *Check, Option);
  return Values;
}

std::string configDigest(const Config &C) {
  std::string Text;
  raw_string_ostream OS(Text);
  for (const ConfigKey &Key : configKeys())
    if (Key.Form != ValueForm::Folder)
      OS << Key.Name << ": " << valueOf(C, Key) << "\n";
  for (const std::string &Text : C.OverlayTexts)
    OS << "overlay: " << toHex(BLAKE3::hash<16>(arrayRefFromStringRef(Text)))
       << "\n";
  for (const std::string &Digest : C.DeviceDigests)
    OS << "device: " << Digest << "\n";
  for (const Deviation &Each : C.Deviations)
    OS << Each.Id << ": " << join(Each.Rules, ", ") << ": " << Each.Text
       << "\n";
  for (const CheckInfo *Check : allChecks())
    for (const OptionInfo &Option : Check->Options)
      OS << Check->Name << "." << Option.Name << ": "
         << valueOf(C, *Check, Option) << "\n";
  return toHex(BLAKE3::hash<16>(arrayRefFromStringRef(Text)),
               /*LowerCase=*/true);
}

//===----------------------------------------------------------------------===//
// Schema
//===----------------------------------------------------------------------===//

static json::Object listOfStrings() {
  return json::Object{
      {"type", "array"},
      {"items", json::Object{{"type", "string"}, {"minLength", 1}}}};
}

static json::Object typeOf(const ConfigKey &Key) {
  if (std::holds_alternative<bool Config::*>(Key.Where))
    return json::Object{{"type", "boolean"}};
  if (std::holds_alternative<unsigned Config::*>(Key.Where))
    return json::Object{
        {"type", "integer"}, {"minimum", Key.Min}, {"maximum", Key.Max}};
  if (std::holds_alternative<std::string Config::*>(Key.Where))
    return Key.Form == ValueForm::Plain
               ? json::Object{{"type", "string"}}
               : json::Object{{"type", "string"}, {"minLength", 1}};
  if (std::holds_alternative<std::vector<Wrapper> Config::*>(Key.Where))
    return wrappersSchema();
  if (std::holds_alternative<std::vector<PolicyRule> Config::*>(Key.Where))
    return rulesSchema();
  if (std::holds_alternative<std::vector<PolicyExcuse> Config::*>(Key.Where))
    return excusesSchema(/*OfUnits=*/Key.Name == "units");
  if (Key.Form == ValueForm::Convention)
    return json::Object{
        {"type", "array"},
        {"items", json::Object{{"enum", json::Array(conventionNames())}}}};
  if (Key.Form != ValueForm::CheckGlob)
    return listOfStrings();
  json::Object OneString{{"type", "string"}, {"minLength", 1}};
  return json::Object{
      {"anyOf", json::Array{listOfStrings(), std::move(OneString)}}};
}

static json::Object typeOf(const OptionInfo &Option) {
  switch (Option.Kind) {
  case OptionInfo::Type::Bool:
    return json::Object{{"type", "boolean"}};
  case OptionInfo::Type::Integer:
    return json::Object{{"type", "integer"}};
  case OptionInfo::Type::String:
    return json::Object{{"type", "string"}};
  case OptionInfo::Type::StringList:
    return listOfStrings();
  }
  llvm_unreachable("not a type of option");
}

static json::Object group(StringRef Description) {
  return json::Object{{"type", "object"},
                      {"additionalProperties", false},
                      {"description", Description},
                      {"properties", json::Object()}};
}

/// Puts \p Schema at \p Name, which is below a group where it has a dot.
static void place(json::Object &Properties, StringRef Name,
                  json::Object Schema) {
  auto [Group, Key] = Name.split('.');
  if (Key.empty()) {
    Properties[Name.str()] = std::move(Schema);
    return;
  }
  (*Properties.getObject(Group)->getObject("properties"))[Key.str()] =
      std::move(Schema);
}

static json::Object properties() {
  json::Object Result;
  Config Defaults;
  Result["limits"] = group("what one unit may take");
  Result["misra"] = group("where the convention misra looks things up");
  Result["policy"] = group("what the project allows itself");
  Result["contracts"] = group("what makes a contract of documentation");
  for (const ConfigKey &Key : configKeys()) {
    json::Object Schema = typeOf(Key);
    Schema["description"] = Key.Help;
    if (Key.Form != ValueForm::Folder)
      Schema["default"] = valueOf(Defaults, Key);
    place(Result, Key.Name, std::move(Schema));
  }
  for (const CheckInfo *Check : allChecks()) {
    Result[Check->Name] = group(Check->Summary);
    for (const OptionInfo &Option : Check->Options) {
      json::Object Schema = typeOf(Option);
      Schema["description"] = Option.Help;
      Schema["default"] = valueOf(Defaults, *Check, Option);
      place(Result, (Check->Name + "." + Option.Name).str(), std::move(Schema));
    }
  }
  return Result;
}

void writeConfigSchema(raw_ostream &OS) {
  // Draft 7 is what the YAML language servers of editors read.
  json::Value Schema =
      json::Object{{"$schema", "http://json-schema.org/draft-07/schema#"},
                   {"title", ".warrant.yaml, the configuration of Warrant"},
                   {"type", json::Array{"object", "null"}},
                   {"additionalProperties", false},
                   {"properties", properties()}};
  OS << formatv("{0:2}", Schema) << "\n";
}

} // namespace warrant
