//===- ConfigLoader.cpp - Reads .warrant.yaml -----------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// LLVM's YAML nodes are read directly rather than through YAMLTraits, which
// stops at the first mistake and knows neither duplicates nor where a value
// came from.
//
//===----------------------------------------------------------------------===//

#include "PolicyReader.h"
#include "Wrappers.h"
#include "YamlValues.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace warrant {
namespace {

/// Reads one document; collects every mistake that it can.
class Loader {
public:
  Loader(MemoryBufferRef Buffer, Config &C) : C(C), Values(Buffer) {}
  Error run();

private:
  using Strings = std::vector<std::string>;

  void readDocument(yaml::Node &Top);
  void readMapping(yaml::MappingNode &Map, StringRef Prefix);
  void readEntry(StringRef Name, SMLoc At, yaml::Node &Value);
  void readBelow(StringRef Name, SMLoc At, yaml::Node &Value);
  void unknownKey(StringRef Name, SMLoc At);
  void readKey(const ConfigKey &Key, SMLoc At, yaml::Node &Value);
  std::optional<Strings> readOption(const OptionInfo &Option, SMLoc At,
                                    yaml::Node &Value);

  std::optional<bool> read(bool *, const ConfigKey &Key, SMLoc At,
                           yaml::Node &N);
  std::optional<unsigned> read(unsigned *, const ConfigKey &Key, SMLoc At,
                               yaml::Node &N);
  std::optional<std::string> read(std::string *Before, const ConfigKey &Key,
                                  SMLoc At, yaml::Node &N);
  std::optional<Strings> read(Strings *, const ConfigKey &Key, SMLoc At,
                              yaml::Node &N);
  std::optional<std::vector<Wrapper>>
  read(std::vector<Wrapper> *, const ConfigKey &Key, SMLoc At, yaml::Node &N);
  std::optional<std::vector<PolicyRule>>
  read(std::vector<PolicyRule> *, const ConfigKey &, SMLoc At, yaml::Node &N) {
    return readRules(Values, N, At);
  }
  std::optional<std::vector<PolicyExcuse>> read(std::vector<PolicyExcuse> *,
                                                const ConfigKey &Key, SMLoc At,
                                                yaml::Node &N) {
    return readExcuses(Values, N, At, /*OfUnits=*/Key.Name == "units");
  }

  Config &C;
  YamlValues Values;
};

} // namespace

Error Loader::run() {
  StringRef File = Values.Buffer.getBufferIdentifier();
  yaml::Stream Stream(Values.Buffer, Values.Sources);
  yaml::document_iterator Document = Stream.begin();
  if (yaml::Node *Top = Document->getRoot())
    readDocument(*Top);
  if (!Stream.failed() && ++Document != Stream.end())
    if (yaml::Node *Second = Document->getRoot())
      Values.mistake(startOf(*Second, SMLoc()), "a second document");
  if (Values.Mistakes.empty() && Stream.failed())
    Values.Mistakes.push_back((File + ":1:1: error: not valid YAML").str());
  if (Values.Mistakes.empty())
    return Error::success();
  return createStringError(inconvertibleErrorCode(),
                           join(Values.Mistakes, "\n"));
}

void Loader::readDocument(yaml::Node &Top) {
  if (isa<yaml::NullNode>(Top))
    return;
  if (auto *Map = dyn_cast<yaml::MappingNode>(&Top))
    return readMapping(*Map, "");
  const char *Start = Values.Buffer.getBufferStart();
  Values.mistake(startOf(Top, SMLoc::getFromPointer(Start)),
                 "expected 'key: value' lines, not " + describe(Top));
}

void Loader::readMapping(yaml::MappingNode &Map, StringRef Prefix) {
  StringMap<SMLoc> Seen;
  for (yaml::KeyValueNode &Entry : Map) {
    auto *Key = dyn_cast_or_null<yaml::ScalarNode>(Entry.getKey());
    yaml::Node *Value = Key ? Entry.getValue() : nullptr;
    if (!Value) {
      if (Entry.getKey() && !Map.failed())
        Values.mistake(startOf(*Entry.getKey(), SMLoc()),
                       "a key must be a word");
      continue;
    }
    SmallString<32> Storage;
    std::string Name = (Prefix + Key->getValue(Storage)).str();
    SMLoc At = startOf(*Key, SMLoc());
    auto [First, New] = Seen.try_emplace(Name, At);
    if (New)
      readEntry(Name, At, *Value);
    else
      Values.mistake(
          At, "duplicate key '" + Name + "', first given in line " +
                  Twine(Values.Sources.getLineAndColumn(First->second).first));
  }
}

void Loader::readEntry(StringRef Name, SMLoc At, yaml::Node &Value) {
  for (const ConfigKey &Key : configKeys())
    if (Key.Name == Name)
      return readKey(Key, At, Value);
  for (const CheckInfo *Check : allChecks())
    for (const OptionInfo &Option : Check->Options)
      if ((Check->Name + "." + Option.Name).str() == Name) {
        if (auto Read = readOption(Option, At, Value)) {
          C.CheckOptions[Name.str()] = std::move(*Read);
          C.Origins[Name.str()] = Values.place(At);
        }
        return;
      }
  std::string Prefix = (Name + ".").str();
  bool IsGroup = any_of(configKeys(), [&](const ConfigKey &Key) {
    return Key.Name.starts_with(Prefix);
  });
  IsGroup |= any_of(
      allChecks(), [&](const CheckInfo *Check) { return Check->Name == Name; });
  return IsGroup ? readBelow(Name, At, Value) : unknownKey(Name, At);
}

void Loader::readBelow(StringRef Name, SMLoc At, yaml::Node &Value) {
  if (auto *Map = dyn_cast<yaml::MappingNode>(&Value))
    return readMapping(*Map, (Name + ".").str());
  Values.mistake(startOf(Value, At),
                 "expected keys below '" + Name + "', not " + describe(Value));
}

void Loader::unknownKey(StringRef Name, SMLoc At) {
  if (is_contained(reservedConfigKeys(), Name))
    return Values.mistake(At, "the key '" + Name +
                                  "' is not supported by this version");
  // Candidates are the keys beside which the unknown one stands.
  size_t Dot = Name.rfind('.');
  StringRef Prefix = Dot == StringRef::npos ? "" : Name.take_front(Dot + 1);
  SmallVector<StringRef, 32> Candidates;
  auto Add = [&](StringRef Candidate) {
    if (Candidate.consume_front(Prefix))
      Candidates.push_back(Candidate.split('.').first);
  };
  for (const ConfigKey &Key : configKeys())
    Add(Key.Name);
  std::vector<std::string> Options;
  for (const CheckInfo *Check : allChecks()) {
    if (Prefix.empty())
      Candidates.push_back(Check->Name);
    for (const OptionInfo &Option : Check->Options)
      Options.push_back((Check->Name + "." + Option.Name).str());
  }
  for_each(Options, Add);
  Values.mistake(At,
                 "unknown key '" + Name + "'" +
                     didYouMean(Name.drop_front(Prefix.size()), Candidates));
}

void Loader::readKey(const ConfigKey &Key, SMLoc At, yaml::Node &N) {
  if (isa<yaml::NullNode>(N))
    return Values.mistake(At, "'" + Key.Name +
                                  "' has no value; give one or remove the key");
  auto Set = [&](auto Where) {
    auto Value = read(&(C.*Where), Key, At, N);
    if (!Value)
      return;
    C.*Where = std::move(*Value);
    C.Origins[Key.Name.str()] = Values.place(At);
  };
  std::visit(Set, Key.Where);
}

std::optional<bool> Loader::read(bool *, const ConfigKey &, SMLoc At,
                                 yaml::Node &N) {
  return Values.boolean(N, At);
}

std::optional<unsigned> Loader::read(unsigned *, const ConfigKey &Key, SMLoc At,
                                     yaml::Node &N) {
  std::optional<int64_t> Value = Values.integer(N, At, Key.Min, Key.Max);
  return Value ? std::optional(static_cast<unsigned>(*Value)) : std::nullopt;
}

std::optional<std::string> Loader::read(std::string *Before,
                                        const ConfigKey &Key, SMLoc At,
                                        yaml::Node &N) {
  std::optional<std::string> Value = Values.text(N, At);
  if (!Value || !Values.hasForm(Key.Form, *Value, startOf(N, At)))
    return std::nullopt;
  if (Key.Form != ValueForm::Folder || sys::path::is_absolute(*Value))
    return Value;
  SmallString<128> Absolute(*Before);
  sys::path::append(Absolute, *Value);
  sys::path::remove_dots(Absolute, /*remove_dot_dot=*/true);
  return Absolute.str().str();
}

std::optional<Loader::Strings> Loader::read(Strings *, const ConfigKey &Key,
                                            SMLoc At, yaml::Node &N) {
  if (Key.Form == ValueForm::CheckGlob && isa<yaml::ScalarNode>(N))
    return Values.commaList(N, At, Key.Form);
  return Values.list(N, At, Key.Form);
}

std::optional<std::vector<Wrapper>> Loader::read(std::vector<Wrapper> *,
                                                 const ConfigKey &, SMLoc At,
                                                 yaml::Node &N) {
  std::optional<std::vector<Wrapper>> Read = readWrappers(Values, N, At);
  if (Read)
    C.Accessors = accessorsOf(*Read);
  return Read;
}

std::optional<Loader::Strings> Loader::readOption(const OptionInfo &Option,
                                                  SMLoc At, yaml::Node &N) {
  auto Single = [](const std::optional<std::string> &Text) {
    return Text ? std::optional(Strings{*Text}) : std::nullopt;
  };
  switch (Option.Kind) {
  case OptionInfo::Type::Bool: {
    std::optional<bool> Value = Values.boolean(N, At);
    return Value ? Single(*Value ? "true" : "false") : std::nullopt;
  }
  case OptionInfo::Type::Integer: {
    std::optional<int64_t> Value = Values.integer(N, At, INT64_MIN, INT64_MAX);
    return Value ? Single(std::to_string(*Value)) : std::nullopt;
  }
  case OptionInfo::Type::String:
    return Single(Values.text(N, At));
  case OptionInfo::Type::StringList:
    return Values.list(N, At, ValueForm::Text);
  }
  llvm_unreachable("not a type of option");
}

Error loadConfig(MemoryBufferRef Buffer, Config &C) {
  Config Loaded = C;
  if (Error E = Loader(Buffer, Loaded).run())
    return E;
  C = std::move(Loaded);
  return Error::success();
}

} // namespace warrant
