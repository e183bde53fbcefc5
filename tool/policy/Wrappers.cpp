//===- Wrappers.cpp - The accessors of registers in use -------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Wrappers.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"

using namespace llvm;

namespace warrant {

ArrayRef<WrapperSet> wrapperSets() {
  static constexpr WrapperSet Sets[] = {
#include "BuiltinWrappers.inc"
  };
  return Sets;
}

namespace {

/// The key that names the functions, and the kind of what they do.
constexpr std::pair<StringLiteral, StringLiteral> Verbs[] = {
    {"read", "read"}, {"write", "write"}, {"modify", "read-modify-write"}};
constexpr StringLiteral Numbers[] = {"address", "value", "width"};
constexpr int64_t LastArgument = 31;

SmallVector<StringRef, 4> setNames() {
  SmallVector<StringRef, 4> Names;
  for (const WrapperSet &Each : wrapperSets())
    Names.push_back(Each.Name);
  return Names;
}

/// Reads one entry.
class EntryReader {
public:
  EntryReader(YamlValues &Values) : Values(Values) {}
  std::optional<Wrapper> read(yaml::MappingNode &Entry, SMLoc At);

private:
  void readKey(StringRef Key, SMLoc At, yaml::Node &N);
  void readNames(StringLiteral Kind, SMLoc At, yaml::Node &N);
  void readWidth(SMLoc At, yaml::Node &N);

  YamlValues &Values;
  Wrapper Result;
};

} // namespace

void EntryReader::readNames(StringLiteral Kind, SMLoc At, yaml::Node &N) {
  if (!Result.Kind.empty())
    return Values.mistake(At, "an entry says one of read, write and modify");
  Result.Kind = Kind.str();
  auto Names = isa<yaml::ScalarNode>(N)
                   ? Values.commaList(N, At, ValueForm::Text)
                   : Values.list(N, At, ValueForm::Text);
  if (Names && Names->empty())
    Values.mistake(At, "the list names no function");
  if (Names)
    Result.Names = std::move(*Names);
}

void EntryReader::readWidth(SMLoc At, yaml::Node &N) {
  std::optional<int64_t> Bits = Values.integer(N, At, 8, 128);
  if (Bits && !isPowerOf2_64(*Bits))
    return Values.mistake(startOf(N, At), "a width is 8, 16, 32, 64 or 128");
  Result.Width = static_cast<unsigned>(Bits.value_or(0));
}

void EntryReader::readKey(StringRef Key, SMLoc At, yaml::Node &N) {
  for (const auto &[Verb, Kind] : Verbs)
    if (Key == Verb)
      return readNames(Kind, At, N);
  if (Key == "width")
    return readWidth(At, N);
  if (is_contained(Numbers, Key)) {
    std::optional<int64_t> Index = Values.integer(N, At, 0, LastArgument);
    if (Key == "value")
      Result.Value = Index;
    else
      Result.Address = static_cast<unsigned>(Index.value_or(0));
    return;
  }
  SmallVector<StringRef, 8> Known(std::begin(Numbers), std::end(Numbers));
  for (const auto &[Verb, Kind] : Verbs)
    Known.push_back(Verb);
  Values.mistake(At, "unknown key '" + Key + "'" + didYouMean(Key, Known));
}

std::optional<Wrapper> EntryReader::read(yaml::MappingNode &Entry, SMLoc At) {
  size_t Before = Values.Mistakes.size();
  SMLoc Start = startOf(Entry, At);
  for (yaml::KeyValueNode &Each : Entry) {
    auto *Key = dyn_cast_or_null<yaml::ScalarNode>(Each.getKey());
    yaml::Node *Value = Key ? Each.getValue() : nullptr;
    if (!Value)
      continue;
    SmallString<16> Storage;
    readKey(Key->getValue(Storage), startOf(*Key, At), *Value);
  }
  if (Result.Kind.empty() && Values.Mistakes.size() == Before)
    Values.mistake(Start, "an entry says what it is: read, write or modify");
  if (Values.Mistakes.size() != Before)
    return std::nullopt;
  return std::move(Result);
}

static std::optional<Wrapper> readSet(YamlValues &Values, yaml::Node &N,
                                      SMLoc At) {
  std::optional<std::string> Name = Values.text(N, At, "a name or an entry");
  if (!Name)
    return std::nullopt;
  if (!is_contained(setNames(), *Name)) {
    Values.mistake(startOf(N, At), "'" + *Name + "' is no set of wrappers" +
                                       didYouMean(*Name, setNames()));
    return std::nullopt;
  }
  Wrapper Result;
  Result.Set = std::move(*Name);
  return Result;
}

std::optional<std::vector<Wrapper>> readWrappers(YamlValues &Values,
                                                 yaml::Node &N, SMLoc At) {
  auto *List = dyn_cast<yaml::SequenceNode>(&N);
  if (!List) {
    Values.mistake(startOf(N, At),
                   "expected a list, as '[linux, {read: my_read32}]', not " +
                       describe(N));
    return std::nullopt;
  }
  size_t Before = Values.Mistakes.size();
  std::vector<Wrapper> Result;
  for (yaml::Node &Each : *List) {
    auto *Map = dyn_cast<yaml::MappingNode>(&Each);
    std::optional<Wrapper> Read =
        Map ? EntryReader(Values).read(*Map, At) : readSet(Values, Each, At);
    if (Read)
      Result.push_back(std::move(*Read));
  }
  if (Values.Mistakes.size() != Before)
    return std::nullopt;
  return Result;
}

/// The entries of the set \p Name.
static std::vector<Wrapper> entriesOf(StringRef Name) {
  const WrapperSet *Set = find_if(
      wrapperSets(), [&](const WrapperSet &Each) { return Each.Name == Name; });
  assert(Set != wrapperSets().end() && "readSet() refuses others");
  YamlValues Values(MemoryBufferRef(Set->Yaml, Name));
  yaml::Stream Stream(Values.Buffer, Values.Sources);
  auto Read = readWrappers(Values, *Stream.begin()->getRoot(), SMLoc());
  assert(Read && "a set is right");
  return Read ? std::move(*Read) : std::vector<Wrapper>();
}

WrapperTable accessorsOf(ArrayRef<Wrapper> Wrappers) {
  WrapperTable Table;
  for (const Wrapper &Each : Wrappers) {
    for (const std::string &Name : Each.Names)
      Table.insert_or_assign(Name, Each);
    if (!Each.Set.empty())
      for (auto &[Name, Entry] : accessorsOf(entriesOf(Each.Set)))
        Table.insert_or_assign(Name, Entry);
  }
  return Table;
}

json::Value wrapperAsJSON(const Wrapper &W) {
  if (!W.Set.empty())
    return json::fixUTF8(W.Set);
  json::Array Names;
  for (const std::string &Name : W.Names)
    Names.push_back(json::fixUTF8(Name));
  json::Object Result{{"address", W.Address}};
  for (const auto &[Verb, Kind] : Verbs)
    if (Kind == W.Kind)
      Result[Verb] = std::move(Names);
  if (W.Value)
    Result["value"] = *W.Value;
  if (W.Width)
    Result["width"] = W.Width;
  return Result;
}

json::Object wrappersSchema() {
  json::Object Properties;
  json::Array Required;
  const json::Value Word = json::Object{{"type", "string"}, {"minLength", 1}};
  for (const auto &[Verb, Kind] : Verbs) {
    json::Object List{{"type", "array"}, {"minItems", 1}, {"items", Word}};
    Properties[Verb] =
        json::Object{{"description", "functions and macros whose use is a '" +
                                         Kind.str() + "' of a register"},
                     {"anyOf", json::Array{Word, std::move(List)}}};
    Required.push_back(json::Object{{"required", json::Array{Verb}}});
  }
  for (StringRef Key : {"address", "value"})
    Properties[Key] = json::Object{
        {"type", "integer"}, {"minimum", 0}, {"maximum", LastArgument}};
  Properties["width"] = json::Object{{"enum", {8, 16, 32, 64, 128}}};
  json::Object Entry{{"type", "object"},
                     {"additionalProperties", false},
                     {"properties", std::move(Properties)},
                     {"oneOf", std::move(Required)}};
  json::Object Set{{"enum", json::Array(setNames())}};
  json::Object Item{{"anyOf", json::Array{std::move(Set), std::move(Entry)}}};
  return json::Object{{"type", "array"}, {"items", std::move(Item)}};
}

} // namespace warrant
