//===- YamlValues.cpp - Typed values from YAML nodes ----------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "YamlValues.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringSwitch.h"

using namespace llvm;

namespace warrant {

SMLoc startOf(const yaml::Node &N, SMLoc Otherwise) {
  // LLVM places an alias, and what has a tag, at the token behind.
  if (const auto *Alias = dyn_cast<yaml::AliasNode>(&N))
    return SMLoc::getFromPointer(Alias->getName().begin() - 1);
  if (!N.getRawTag().empty())
    return SMLoc::getFromPointer(N.getRawTag().begin());
  SMLoc Start = N.getSourceRange().Start;
  return Start.isValid() ? Start : Otherwise;
}

StringRef describe(const yaml::Node &N) {
  if (isa<yaml::MappingNode>(N))
    return "a mapping";
  if (isa<yaml::SequenceNode>(N))
    return "a list";
  if (isa<yaml::NullNode>(N))
    return "nothing";
  return "text";
}

YamlValues::YamlValues(MemoryBufferRef Buffer) : Buffer(Buffer) {
  Sources.setDiagHandler(
      [](const SMDiagnostic &D, void *Self) {
        // SAFETY(type, alignment, layout, lifetime): Self is the `this` below,
        // and owns the Sources that call.
        static_cast<YamlValues *>(Self)->syntaxMistake(D);
      },
      this);
}

std::string YamlValues::place(SMLoc Where) const {
  auto [Line, Column] = Sources.getLineAndColumn(Where);
  return (Buffer.getBufferIdentifier() + ":" + Twine(Line) + ":" +
          Twine(Column))
      .str();
}

void YamlValues::mistake(SMLoc Where, const Twine &What) {
  Mistakes.push_back(place(Where) + ": error: " + What.str());
}

void YamlValues::syntaxMistake(const SMDiagnostic &D) {
  Mistakes.push_back((Buffer.getBufferIdentifier() + ":" +
                      Twine(std::max(1, D.getLineNo())) + ":" +
                      Twine(D.getColumnNo() + 1) +
                      ": error: not valid YAML: " + D.getMessage())
                         .str());
}

std::optional<std::string> YamlValues::text(yaml::Node &N, SMLoc At,
                                            StringRef Expected) {
  if (auto *Block = dyn_cast<yaml::BlockScalarNode>(&N))
    return Block->getValue().trim().str();
  auto *Scalar = dyn_cast<yaml::ScalarNode>(&N);
  if (Scalar && N.getRawTag().empty()) {
    SmallString<64> Storage;
    return Scalar->getValue(Storage).str();
  }
  // What looks like text to its author, but not to YAML.
  SMLoc Start = startOf(N, At);
  if (isa<yaml::AliasNode>(N) || !N.getRawTag().empty())
    mistake(Start, "quote text that begins with '*' or '!'");
  else
    mistake(Start, "expected " + Expected + ", not " + describe(N));
  return std::nullopt;
}

/// Whether \p N is written without quotes, so that \p Word, its text, may be
/// more than text. What follows up to a comment is part of the raw value.
static bool isPlain(const yaml::Node &N, StringRef Word) {
  const auto *Scalar = dyn_cast<yaml::ScalarNode>(&N);
  return Scalar && Scalar->getRawValue().rtrim() == Word;
}

std::optional<bool> YamlValues::boolean(yaml::Node &N, SMLoc At) {
  std::optional<std::string> Word = text(N, At, "true or false");
  if (!Word)
    return std::nullopt;
  bool Plain = isPlain(N, *Word);
  if (Plain && (*Word == "true" || *Word == "false"))
    return *Word == "true";
  StringRef Meant = StringSwitch<StringRef>(*Word)
                        .CasesLower("true", "yes", "on", "1", "true")
                        .CasesLower("false", "no", "off", "0", "false")
                        .Default("");
  std::string Hint =
      Meant.empty() ? "" : ("; did you mean '" + Meant + "'?").str();
  mistake(startOf(N, At), "expected true or false, not '" + *Word + "'" + Hint);
  return std::nullopt;
}

std::optional<int64_t> YamlValues::integer(yaml::Node &N, SMLoc At, int64_t Min,
                                           int64_t Max) {
  std::optional<std::string> Word = text(N, At, "a number");
  if (!Word)
    return std::nullopt;
  int64_t Value = 0;
  bool Plain = isPlain(N, *Word);
  if (!Plain || StringRef(*Word).getAsInteger(10, Value)) {
    mistake(startOf(N, At), "expected a number, not '" + *Word + "'");
    return std::nullopt;
  }
  if (Value >= Min && Value <= Max)
    return Value;
  mistake(startOf(N, At), "expected a number from " + Twine(Min) + " to " +
                              Twine(Max) + ", not " + *Word);
  return std::nullopt;
}

bool YamlValues::hasForm(ValueForm Form, StringRef Value, SMLoc At) {
  Error E = validateForm(Form, Value);
  if (!E)
    return true;
  mistake(At, toString(std::move(E)));
  return false;
}

std::optional<std::vector<std::string>>
YamlValues::list(yaml::Node &N, SMLoc At, ValueForm Form) {
  auto *Sequence = dyn_cast<yaml::SequenceNode>(&N);
  if (!Sequence) {
    mistake(startOf(N, At), "expected a list, as '[a, b]', not " + describe(N));
    return std::nullopt;
  }
  std::vector<std::string> Result;
  bool Good = true;
  for (yaml::Node &Item : *Sequence) {
    SMLoc Start = startOf(Item, At);
    std::optional<std::string> Value = text(Item, At, "text");
    Good &= Value && hasForm(Form, *Value, Start);
    if (Good)
      Result.push_back(std::move(*Value));
  }
  return Good ? std::optional(std::move(Result)) : std::nullopt;
}

std::optional<std::vector<std::string>>
YamlValues::commaList(yaml::Node &N, SMLoc At, ValueForm Form) {
  std::optional<std::string> Text = text(N, At, "text");
  if (!Text)
    return std::nullopt;
  SmallVector<StringRef, 8> Items;
  StringRef(*Text).split(Items, ',');
  std::vector<std::string> Result;
  bool Good = true;
  for (StringRef Item : Items) {
    Good &= hasForm(Form, Item.trim(), startOf(N, At));
    Result.push_back(Item.trim().str());
  }
  return Good ? std::optional(std::move(Result)) : std::nullopt;
}

std::vector<std::string> parseFlowList(StringRef Yaml) {
  SourceMgr Sources;
  yaml::Stream Stream(Yaml, Sources);
  std::vector<std::string> Result;
  auto *Sequence =
      dyn_cast_or_null<yaml::SequenceNode>(Stream.begin()->getRoot());
  if (!Sequence)
    return Result;
  for (yaml::Node &Item : *Sequence) {
    SmallString<64> Storage;
    if (auto *Scalar = dyn_cast<yaml::ScalarNode>(&Item))
      Result.push_back(Scalar->getValue(Storage).str());
  }
  return Result;
}

} // namespace warrant
