//===- OverlayReader.cpp - Overlay files as they are written --------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "OverlayReader.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace warrant {

//===----------------------------------------------------------------------===//
// Forms
//===----------------------------------------------------------------------===//

/// Calls \p Read for each key of \p N that is one of \p Keys.
void OverlayReader::readKeys(yaml::Node &N, SMLoc At, ArrayRef<StringRef> Keys,
                             Entry Read) {
  auto *Map = dyn_cast<yaml::MappingNode>(&N);
  if (!Map)
    return Values.mistake(startOf(N, At),
                          "expected 'key: value', not " + describe(N));
  StringMap<SMLoc> Seen;
  for (yaml::KeyValueNode &Each : *Map) {
    auto *Key = dyn_cast_or_null<yaml::ScalarNode>(Each.getKey());
    if (!Key) {
      if (Each.getKey() && !Map->failed())
        Values.mistake(startOf(*Each.getKey(), At), "a key must be a word");
      continue;
    }
    SmallString<32> Storage;
    std::string Name = Key->getValue(Storage).str();
    SMLoc Where = startOf(*Key, At);
    yaml::Node *Value = Each.getValue();
    if (!Seen.try_emplace(Name, Where).second)
      Values.mistake(Where, "duplicate key '" + Name + "'");
    else if (!is_contained(Keys, Name))
      Values.mistake(Where,
                     "unknown key '" + Name + "'" + didYouMean(Name, Keys));
    else if (Value)
      Read(Name, Where, *Value);
  }
}

void OverlayReader::readItems(yaml::Node &N, SMLoc At,
                              function_ref<void(yaml::Node &)> Read) {
  auto *List = dyn_cast<yaml::SequenceNode>(&N);
  if (!List)
    return Values.mistake(startOf(N, At),
                          "expected a list, not " + describe(N));
  for (yaml::Node &Item : *List)
    Read(Item);
}

/// One word, or a list of them.
std::vector<ParameterRef> OverlayReader::refs(yaml::Node &N, SMLoc At) {
  std::vector<ParameterRef> Found;
  auto Add = [&](yaml::Node &Item) {
    std::optional<std::string> Text = Values.text(Item, At);
    if (Text && Text->empty())
      Values.mistake(startOf(Item, At), "the text must not be empty");
    else if (Text)
      Found.push_back({*Text, startOf(Item, At)});
  };
  if (isa<yaml::SequenceNode>(N))
    readItems(N, At, Add);
  else
    Add(N);
  return Found;
}

//===----------------------------------------------------------------------===//
// Functions
//===----------------------------------------------------------------------===//

void OverlayReader::readFunction(yaml::Node &N,
                                 function_ref<void(RawFunction &)> Each) {
  RawFunction F;
  F.At = startOf(N, SMLoc());
  F.Value.HasConditions = false;
  F.Value.File = Values.Buffer.getBufferIdentifier().str();
  F.Value.Line = Values.Sources.getLineAndColumn(F.At).first;
  auto Read = [&](StringRef Key, SMLoc At, yaml::Node &Value) {
    if (Key == "name")
      F.Names = refs(Value, At);
    else if (Key == "header")
      F.Value.Header = Values.text(Value, At).value_or("");
    else if (Key == "kind") {
      F.Value.Kind = Values.text(Value, At).value_or("");
      F.KindAt = startOf(Value, At);
    } else if (Key == "parameters") {
      F.ParametersAt = At;
      readParameters(Value, At, F.Value);
    } else if (Key == "throws") {
      F.Value.Throws = Values.boolean(Value, At);
    } else {
      F.Value.HasConditions = true;
      readItems(Value, At, [&](yaml::Node &Item) { readCondition(Item, F); });
    }
  };
  unsigned Before = Values.Mistakes.size();
  readKeys(N, F.At, functionKeys(), Read);
  if (Values.Mistakes.size() == Before)
    Each(F);
}

void OverlayReader::readParameters(yaml::Node &N, SMLoc At,
                                   OverlayFunction &F) {
  F.HasParameters = true;
  if (!isa<yaml::SequenceNode>(N))
    return readItems(N, At, [](yaml::Node &) {});
  for (const ParameterRef &P : refs(N, At)) {
    if (F.Variadic)
      Values.mistake(P.At, "no parameter can follow '...'");
    else if (P.Text == "...")
      F.Variadic = true;
    else if (is_contained(F.Parameters, P.Text))
      Values.mistake(P.At, "two parameters have the name '" + P.Text + "'");
    else if (isDigit(P.Text.front()))
      Values.mistake(P.At, "a parameter's name begins with a letter");
    else
      F.Parameters.push_back(P.Text);
  }
}

void OverlayReader::readCondition(yaml::Node &N, RawFunction &F) {
  RawCondition C;
  if (isa<yaml::ScalarNode, yaml::BlockScalarNode>(N)) {
    C.Value.Text = Values.text(N, F.At).value_or("");
    F.Conditions.push_back(std::move(C));
    return;
  }
  SmallVector<StringRef, 16> Keys(conditionKeys());
  for (const FactKey &Key : factKeys())
    Keys.push_back(Key.Name);
  auto Read = [&](StringRef Name, SMLoc At, yaml::Node &Value) {
    for (const FactKey &Key : factKeys())
      if (Key.Name == Name)
        return readFact(Key, Value, At, C);
    std::string Text = Values.text(Value, At).value_or("");
    if (Name == "text") {
      C.Value.Text = Text;
      return;
    }
    C.PropertyAt = startOf(Value, At);
    readProperty(Text, C);
  };
  SMLoc At = startOf(N, F.At);
  readKeys(N, At, Keys, Read);
  if (C.Value.Text.empty())
    Values.mistake(At, "a condition needs a 'text'");
  F.Conditions.push_back(std::move(C));
}

void OverlayReader::readProperty(const std::string &Text, RawCondition &C) {
  C.Value.About = parseProperty(Text);
  if (C.Value.About)
    return;
  SmallVector<StringRef, 32> Words;
  for (Property P : allProperties())
    Words.push_back(toString(P));
  Values.mistake(C.PropertyAt,
                 "'" + Text + "' is no property" + didYouMean(Text, Words));
}

//===----------------------------------------------------------------------===//
// Facts
//===----------------------------------------------------------------------===//

void OverlayReader::readFact(const FactKey &Key, yaml::Node &N, SMLoc At,
                             RawCondition &C) {
  RawFact F;
  F.Key = &Key;
  F.At = At;
  unsigned Wanted = 0;
  switch (Key.Form) {
  case FactForm::Extent:
    readExtent(N, At, F);
    Wanted = 1;
    break;
  case FactForm::Alignment:
    readAlignment(N, At, F);
    Wanted = 1;
    break;
  case FactForm::Parameter:
    F.Parameters = refs(N, At);
    Wanted = 1;
    break;
  case FactForm::Two:
    Wanted = 2;
    [[fallthrough]];
  case FactForm::Parameters:
    F.Parameters = refs(N, At);
  }
  unsigned Found = F.Parameters.size();
  if (Wanted ? Found != Wanted : !Found)
    Values.mistake(At, "'" + Key.Name + "' names " +
                           (Wanted == 1   ? "one parameter"
                            : Wanted == 2 ? "two parameters"
                                          : "parameters") +
                           ", not " + Twine(Found));
  C.Facts.push_back(std::move(F));
}

void OverlayReader::readAlignment(yaml::Node &N, SMLoc At, RawFact &F) {
  auto Read = [&](StringRef Name, SMLoc Where, yaml::Node &Value) {
    if (Name == "pointer")
      F.Parameters = refs(Value, Where);
    else
      F.Amount.Number = Values.integer(Value, Where, 1, 65536).value_or(0);
  };
  unsigned Before = Values.Mistakes.size();
  readKeys(N, At, {"pointer", "to"}, Read);
  if (!F.Amount.Number && Values.Mistakes.size() == Before)
    Values.mistake(startOf(N, At), "'aligned' needs 'to'");
}

void OverlayReader::readExtent(yaml::Node &N, SMLoc At, RawFact &F) {
  unsigned Sizes = 0;
  using Unit = OverlaySize::Unit;
  auto Read = [&](StringRef Name, SMLoc Where, yaml::Node &Value) {
    if (Name == "pointer") {
      F.Parameters = refs(Value, Where);
      return;
    }
    ++Sizes;
    F.Amount.In = Name == "bytes"      ? Unit::Bytes
                  : Name == "elements" ? Unit::Elements
                  : Name == "string"   ? Unit::String
                                       : Unit::Fixed;
    if (F.Amount.In == Unit::Fixed)
      F.Amount.Number = Values.integer(Value, Where, 1, INT64_MAX).value_or(0);
    else
      F.Size = refs(Value, Where);
  };
  unsigned Before = Values.Mistakes.size();
  readKeys(N, At, extentKeys(), Read);
  if (Sizes != 1 && Values.Mistakes.size() == Before)
    Values.mistake(startOf(N, At), "a range has one size: 'bytes', 'elements', "
                                   "'string' or 'fixed'");
}

void OverlayReader::read(function_ref<void(RawFunction &)> Each) {
  StringRef File = Values.Buffer.getBufferIdentifier();
  yaml::Stream Stream(Values.Buffer, Values.Sources);
  yaml::document_iterator Document = Stream.begin();
  SMLoc Start = SMLoc::getFromPointer(Values.Buffer.getBufferStart());
  auto ReadTop = [&](StringRef, SMLoc At, yaml::Node &Value) {
    readItems(Value, At, [&](yaml::Node &Item) { readFunction(Item, Each); });
  };
  if (yaml::Node *Top = Document->getRoot()) {
    if (isa<yaml::NullNode>(Top))
      Values.mistake(Start, "an overlay has the key 'functions'");
    else
      readKeys(*Top, Start, {"functions"}, ReadTop);
  }
  if (!Stream.failed() && ++Document != Stream.end())
    if (yaml::Node *Second = Document->getRoot())
      Values.mistake(startOf(*Second, SMLoc()), "a second document");
  if (Values.Mistakes.empty() && Stream.failed())
    Values.Mistakes.push_back((File + ":1:1: error: not valid YAML").str());
}

} // namespace warrant
