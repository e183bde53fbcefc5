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
  const auto *Members = Value->get_ptr<const Json::object_t *>();
  if (!Members) {
    complain("expected an object");
    return {&nothing(), this, Name, 0};
  }
  for (const auto &[Key, Member] : *Members)
    if (Name == Key)
      return {&Member, this, Name, 0};
  JsonReader Absent(&nothing(), this, Name, 0);
  Absent.complain("missing");
  return Absent;
}

JsonReader JsonReader::element(size_t N) const {
  if (!Value->is_array()) {
    complain("expected an array");
    return {&nothing(), this, "", N};
  }
  if (N < Value->size())
    return {&(*Value)[N], this, "", N};
  JsonReader Absent(&nothing(), this, "", N);
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
  const auto *Members = Value->get_ptr<const Json::object_t *>();
  if (!Members)
    return complain("expected an object");
  for (const auto &[Key, Member] : *Members)
    F(Key, {&Member, this, Key, 0});
}

std::string JsonReader::pointer() const {
  if (!Parent)
    return {};
  return Parent->pointer() + "/" +
         (Parent->Value->is_array() ? std::to_string(Index)
                                    : escapeToken(Name));
}

void JsonReader::complain(const std::string &Why) const {
  if (*First)
    return;
  const std::string Where = pointer();
  *First = (Where.empty() ? std::string("/") : Where) + ": " + Why;
}

llvm::Error warrant::takeError(const JsonReader::Mistake &First) {
  if (!First)
    return llvm::Error::success();
  return llvm::createStringError(*First);
}
