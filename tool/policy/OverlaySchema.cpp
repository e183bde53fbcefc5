//===- OverlaySchema.cpp - The keys of overlay files and their schema -----===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "OverlayKeys.h"
#include "warrant/CheckInfo.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"

using namespace llvm;

namespace warrant {

ArrayRef<FactKey> factKeys() {
  using Kind = OverlayFact::Kind;
  static constexpr FactKey Keys[] = {
      {"reads", Kind::Reads, FactForm::Extent,
       "so much can be read where the pointer points"},
      {"writes", Kind::Writes, FactForm::Extent,
       "so much can be written where the pointer points"},
      {"reads-string", Kind::ReadsString, FactForm::Extent,
       "so much can be read there, or a string ends before"},
      {"no-overlap", Kind::NoOverlap, FactForm::Two,
       "what the two pointers point to shares no byte"},
      {"trivially-copyable", Kind::TriviallyCopyable, FactForm::Parameters,
       "the objects are trivially copyable"},
      {"no-padding", Kind::NoPadding, FactForm::Parameters,
       "the objects have no padding"},
      {"nul-terminated", Kind::NulTerminated, FactForm::Parameters,
       "the strings end with a NUL"},
      {"aligned", Kind::Aligned, FactForm::Alignment,
       "the pointer is aligned to so many bytes"},
      {"printf", Kind::Printf, FactForm::Parameter,
       "a format of printf and the arguments agree: in their types, or, where "
       "the property is 'bounds', in that strings end"},
      {"scanf", Kind::Scanf, FactForm::Parameter,
       "a format of scanf and the arguments agree: in their types, or, where "
       "the property is 'bounds', in that strings have room"},
  };
  return Keys;
}

ArrayRef<StringRef> functionKeys() {
  static constexpr StringRef Keys[] = {"name",       "header",     "kind",
                                       "parameters", "conditions", "throws"};
  return Keys;
}

ArrayRef<StringRef> conditionKeys() {
  static constexpr StringRef Keys[] = {"text", "property"};
  return Keys;
}

ArrayRef<StringRef> extentKeys() {
  static constexpr StringRef Keys[] = {"pointer", "bytes", "elements", "string",
                                       "fixed"};
  return Keys;
}

std::vector<StringRef> overlayKinds() {
  std::vector<StringRef> Names;
  if (const CheckInfo *Check = findCheck("memory-function"))
    for (const KindInfo &Kind : Check->Kinds)
      Names.push_back(Kind.Name);
  return Names;
}

//===----------------------------------------------------------------------===//
// Schema
//===----------------------------------------------------------------------===//

static json::Object text() {
  return json::Object{{"type", "string"}, {"minLength", 1}};
}

static json::Object listOf(json::Object Item, unsigned Min, unsigned Max = 0) {
  json::Object List{
      {"type", "array"}, {"items", std::move(Item)}, {"minItems", Min}};
  if (Max)
    List["maxItems"] = Max;
  return List;
}

static json::Object either(json::Object A, json::Object B) {
  return json::Object{{"anyOf", json::Array{std::move(A), std::move(B)}}};
}

static json::Object object(json::Object Properties,
                           ArrayRef<StringRef> Required) {
  return json::Object{{"type", "object"},
                      {"additionalProperties", false},
                      {"properties", std::move(Properties)},
                      {"required", json::Array(Required)}};
}

static json::Object parameter() {
  return either(text(), json::Object{{"type", "integer"}, {"minimum", 0}});
}

static json::Object number() {
  return json::Object{{"type", "integer"}, {"minimum", 1}};
}

static json::Object factSchema(FactForm Form) {
  switch (Form) {
  case FactForm::Extent: {
    json::Object Product = either(parameter(), listOf(parameter(), 1));
    return object(json::Object{{"pointer", parameter()},
                               {"bytes", json::Object(Product)},
                               {"elements", std::move(Product)},
                               {"string", parameter()},
                               {"fixed", number()}},
                  {"pointer"});
  }
  case FactForm::Alignment:
    return object(json::Object{{"pointer", parameter()}, {"to", number()}},
                  {"pointer", "to"});
  case FactForm::Parameter:
    return parameter();
  case FactForm::Parameters:
    return listOf(parameter(), 1);
  case FactForm::Two:
    return listOf(parameter(), 2, 2);
  }
  llvm_unreachable("not a form");
}

static json::Object conditionSchema() {
  json::Array Words;
  for (Property P : allProperties())
    Words.push_back(toString(P));
  json::Object Properties{
      {"text", text()}, {"property", json::Object{{"enum", std::move(Words)}}}};
  for (const FactKey &Key : factKeys()) {
    json::Object Schema = factSchema(Key.Form);
    Schema["description"] = Key.Help;
    Properties[Key.Name] = std::move(Schema);
  }
  return either(text(), object(std::move(Properties), {"text"}));
}

void writeOverlaySchema(raw_ostream &OS) {
  json::Object Function =
      object(json::Object{{"name", either(text(), listOf(text(), 1))},
                          {"header", text()},
                          {"kind",
                           json::Object{{"enum", json::Array(overlayKinds())}}},
                          {"parameters", listOf(text(), 0)},
                          {"conditions", listOf(conditionSchema(), 0)},
                          {"throws", json::Object{{"type", "boolean"}}}},
             {"name"});
  // A kind is about conditions.
  Function["anyOf"] = json::Array{
      json::Object{{"required", json::Array{"conditions"}}},
      json::Object{{"required", json::Array{"throws"}},
                   {"not", json::Object{{"required", json::Array{"kind"}}}}}};
  json::Value Schema = json::Object{
      {"$schema", "http://json-schema.org/draft-07/schema#"},
      {"title", "An overlay of Warrant: contracts for code of others"},
      {"type", "object"},
      {"additionalProperties", false},
      {"required", json::Array{"functions"}},
      {"properties",
       json::Object{{"functions", listOf(std::move(Function), 0)}}}};
  OS << formatv("{0:2}", Schema) << "\n";
}

} // namespace warrant
