//===- JsonReader.h - Reading JSON with checks ------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What is read may be of another version, cut off or edited by hand. A reader
// gives a value of the type asked for in any case, and the first thing that
// was missing or wrong sticks, by its JSON pointer, until takeError().
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REPORT_JSONREADER_H
#define WARRANT_REPORT_JSONREADER_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace warrant {

using Json = nlohmann::ordered_json;

/// The document of \p Text, or what is wrong with it.
llvm::Expected<Json> parseJson(llvm::StringRef Text);

/// A value inside a document. A reader knows its place by the reader that it
/// came from, and must not outlive that one: reading costs no memory then.
class JsonReader {
public:
  /// The first mistake, shared by all readers of one document.
  using Mistake = std::optional<std::string>;

  JsonReader(const Json &Document, Mistake &First)
      : Value(&Document), First(&First) {}

  JsonReader member(llvm::StringRef Name) const;
  bool has(llvm::StringRef Name) const { return Value->contains(Name.str()); }
  bool isNull() const { return Value->is_null(); }
  std::string string() const;
  unsigned number() const;
  bool boolean() const;
  void each(llvm::function_ref<void(JsonReader)> Element) const;
  void
  eachMember(llvm::function_ref<void(const std::string &, JsonReader)> F) const;
  /// The N-th element of an array.
  JsonReader element(size_t N) const;

  /// The string as one of our words.
  template <typename Enum>
  Enum word(std::optional<Enum> (*Parse)(llvm::StringRef)) const {
    const std::string Word = string();
    if (std::optional<Enum> Found = Parse(Word))
      return *Found;
    complain("unknown word '" + Word + "'");
    return Enum();
  }

  /// Notes that this value is wrong.
  void complain(const std::string &Why) const;

private:
  JsonReader(const Json *Value, const JsonReader *Parent, llvm::StringRef Name,
             size_t Index)
      : Value(Value), Parent(Parent), Name(Name), Index(Index),
        First(Parent->First) {}

  std::string pointer() const;

  const Json *Value;
  const JsonReader *Parent = nullptr;
  llvm::StringRef Name; ///< in the parent; empty in an array
  size_t Index = 0;
  Mistake *First;
};

/// The mistake as an error, or success.
llvm::Error takeError(const JsonReader::Mistake &First);

} // namespace warrant

#endif // WARRANT_REPORT_JSONREADER_H
