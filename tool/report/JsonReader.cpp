//===- JsonReader.cpp - Reading JSON with checks --------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "JsonReader.h"
#include <limits>

using namespace warrant;
using llvm::StringRef;

namespace {

/// What stands for a value that is not there.
const Json &nothing() {
  static const Json Null;
  return Null;
}

/// RFC 6901: `~` and `/` are written `~0` and `~1`.
std::string escapeToken(StringRef Name) {
  std::string Result;
  for (char C : Name) {
    if (C == '~')
      Result += "~0";
    else if (C == '/')
      Result += "~1";
    else
      Result += C;
  }
  return Result;
}

} // namespace

llvm::Expected<Json> warrant::parseJson(StringRef Text) {
  Json Document = Json::parse(Text.begin(), Text.end(), /*cb=*/nullptr,
                              /*allow_exceptions=*/false);
  if (Document.is_discarded())
    return llvm::createStringError("not a JSON document, or one cut short");
  return Document;
}

JsonReader JsonReader::member(StringRef Name) const {
  std::string Below = Pointer + "/" + escapeToken(Name);
  if (!Value->is_object()) {
    complain("expected an object");
    return {&nothing(), std::move(Below), First};
  }
  auto It = Value->find(Name.str());
  if (It != Value->end())
    return {&*It, std::move(Below), First};
  JsonReader Absent(&nothing(), std::move(Below), First);
  Absent.complain("missing");
  return Absent;
}

JsonReader JsonReader::element(size_t N) const {
  std::string Below = Pointer + "/" + std::to_string(N);
  if (Value->is_array() && N < Value->size())
    return {&(*Value)[N], std::move(Below), First};
  JsonReader Absent(&nothing(), std::move(Below), First);
  Absent.complain("missing");
  return Absent;
}

std::string JsonReader::string() const {
  if (const auto *Text = Value->get_ptr<const Json::string_t *>())
    return *Text;
  complain("expected a string");
  return {};
}

unsigned JsonReader::number() const {
  const auto *Number = Value->get_ptr<const Json::number_unsigned_t *>();
  if (Number && *Number <= std::numeric_limits<unsigned>::max())
    return static_cast<unsigned>(*Number);
  complain("expected a number from 0 to 4294967295");
  return 0;
}

bool JsonReader::boolean() const {
  if (const auto *Flag = Value->get_ptr<const Json::boolean_t *>())
    return *Flag;
  complain("expected true or false");
  return false;
}

void JsonReader::each(llvm::function_ref<void(JsonReader)> Element) const {
  if (!Value->is_array())
    return complain("expected an array");
  for (size_t N = 0; N != Value->size(); ++N)
    Element(element(N));
}

void JsonReader::eachMember(
    llvm::function_ref<void(const std::string &, JsonReader)> F) const {
  if (!Value->is_object())
    return complain("expected an object");
  for (auto It = Value->begin(); It != Value->end(); ++It)
    F(It.key(), {&*It, Pointer + "/" + escapeToken(It.key()), First});
}

void JsonReader::complain(const std::string &Why) const {
  if (!*First)
    *First = (Pointer.empty() ? std::string("/") : Pointer) + ": " + Why;
}

llvm::Error warrant::takeError(const JsonReader::Mistake &First) {
  if (!First)
    return llvm::Error::success();
  return llvm::createStringError(*First);
}
