//===- Codec.h - Plain structs as bytes -------------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// How values of which fields() lists the members become bytes and come back: a
// table of all strings, then the fields in their order, numbers in LEB128.
// Around them is a frame: what it is and in which version, how many bytes
// follow, and their checksum.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REPORT_CODEC_H
#define WARRANT_REPORT_CODEC_H

#include "llvm/ADT/CachedHashString.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/LEB128.h"
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace warrant {

/// Bytes that are no text. Decoded ones lie in what was decoded.
struct Blob {
  llvm::StringRef Bytes;
};

inline void addNumber(uint64_t N, std::string &To) {
  do {
    uint8_t Low = N & 0x7f;
    N >>= 7;
    To += static_cast<char>(N ? Low | 0x80 : Low);
  } while (N);
}

/// Writes values by their fields.
class Encoder {
public:
  template <typename... T> void operator()(const T &...Values) {
    (put(Values), ...);
  }

  /// The strings, then the values.
  std::string take() {
    std::string All;
    addNumber(Strings.size(), All);
    for (const std::string &Each : Strings) {
      addNumber(Each.size(), All);
      All += Each;
    }
    return All += Values;
  }

private:
  void put(unsigned N) { addNumber(N, Values); }
  void put(uint64_t N) { addNumber(N, Values); }
  void put(const Blob &B) {
    addNumber(B.Bytes.size(), Values);
    Values += B.Bytes;
  }
  void put(bool B) { addNumber(B, Values); }

  void put(const std::string &Text) {
    auto [It, IsNew] =
        Numbers.try_emplace(llvm::CachedHashStringRef(Text), Strings.size());
    if (IsNew)
      Strings.push_back(llvm::json::isUTF8(Text) ? Text
                                                 : llvm::json::fixUTF8(Text));
    addNumber(It->second, Values);
  }

  template <typename T>
    requires std::is_enum_v<T>
  void put(T Word) {
    addNumber(static_cast<uint64_t>(Word), Values);
  }

  template <typename T> void put(const std::optional<T> &Value) {
    put(Value.has_value());
    if (Value)
      put(*Value);
  }

  template <typename T> void put(const std::vector<T> &All) { putAll(All); }
  template <typename T> void put(const std::set<T> &All) { putAll(All); }
  template <typename K, typename V> void put(const std::map<K, V> &All) {
    putAll(All);
  }
  template <typename T> void putAll(const T &All) {
    addNumber(All.size(), Values);
    for (const auto &Each : All)
      put(Each);
  }

  template <typename T>
    requires std::is_class_v<T>
  void put(const T &Struct) {
    fields(*this, Struct);
  }

  /// The keys are in the unit, which outlives this.
  llvm::DenseMap<llvm::CachedHashStringRef, size_t> Numbers;
  std::vector<std::string> Strings;
  std::string Values;
};

/// Reads what an Encoder wrote. The first thing that is wrong ends it: from
/// then on every value is an empty one.
class Decoder {
public:
  explicit Decoder(llvm::StringRef Bytes) : Rest(Bytes) {
    for (uint64_t Left = count(); Left && !Wrong; --Left)
      Strings.push_back(bytes(count()));
  }

  template <typename... T> void operator()(T &...Values) { (get(Values), ...); }

  bool isWholeAndRight() const { return !Wrong && Rest.empty(); }

private:
  uint64_t fail() {
    Wrong = true;
    Rest = {};
    return 0;
  }

  uint64_t number(uint64_t Largest) {
    unsigned Length = 0;
    const char *Error = nullptr;
    uint64_t N = llvm::decodeULEB128(Rest.bytes_begin(), &Length,
                                     Rest.bytes_end(), &Error);
    if (Error || N > Largest)
      return fail();
    Rest = Rest.drop_front(Length);
    return N;
  }

  /// Of things that take a byte at least: no damage makes it ask for more
  /// memory than a small multiple of what is there.
  uint64_t count() { return number(Rest.size()); }

  llvm::StringRef bytes(uint64_t Size) {
    if (Size > Rest.size())
      return fail(), llvm::StringRef();
    llvm::StringRef Found = Rest.take_front(Size);
    Rest = Rest.drop_front(Size);
    return Found;
  }

  void get(unsigned &N) { N = number(std::numeric_limits<unsigned>::max()); }
  void get(uint64_t &N) { N = number(std::numeric_limits<uint64_t>::max()); }
  void get(Blob &B) { B.Bytes = bytes(count()); }
  void get(bool &B) { B = number(1); }

  void get(std::string &Text) {
    uint64_t N = number(std::numeric_limits<uint64_t>::max());
    if (N >= Strings.size())
      fail();
    else
      Text = Strings[N].str();
  }

  template <typename T>
    requires std::is_enum_v<T>
  void get(T &Word) {
    Word = static_cast<T>(number(static_cast<uint64_t>(lastOf(T()))));
  }

  template <typename T> void get(std::optional<T> &Value) {
    if (number(1))
      get(Value.emplace());
  }

  template <typename T> void get(std::vector<T> &All) {
    for (uint64_t Left = count(); Left && !Wrong; --Left)
      get(All.emplace_back());
  }
  template <typename T> void get(std::set<T> &All) { getAll<T>(All); }
  template <typename K, typename V> void get(std::map<K, V> &All) {
    getAll<std::pair<K, V>>(All);
  }
  template <typename Element, typename T> void getAll(T &All) {
    for (uint64_t Left = count(); Left && !Wrong; --Left) {
      Element Each;
      get(Each);
      All.insert(All.end(), std::move(Each));
    }
  }

  template <typename T>
    requires std::is_class_v<T>
  void get(T &Struct) {
    fields(*this, Struct);
  }

  llvm::StringRef Rest;
  std::vector<llvm::StringRef> Strings;
  bool Wrong = false;
};

/// \p Payload in a frame of \p Magic, which has 8 bytes.
std::string framed(llvm::StringRef Magic, llvm::StringRef Payload);

/// How many of \p Bytes are the first frame's, which may be more than there
/// are; absence while its header is not there as a whole. What begins with
/// another magic is all one.
std::optional<size_t> framedSize(llvm::StringRef Magic, llvm::StringRef Bytes);

/// The payload of the one frame that \p Bytes are. The error begins with
/// \p What.
llvm::Expected<llvm::StringRef>
unframed(llvm::StringRef Magic, llvm::StringRef Bytes, llvm::StringRef What);

} // namespace warrant

#endif // WARRANT_REPORT_CODEC_H
