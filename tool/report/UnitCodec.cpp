//===- UnitCodec.cpp - A unit's result as bytes ---------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitCodec.h"
#include "UnitFields.h"
#include "llvm/ADT/CachedHashString.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/LEB128.h"
#include "llvm/Support/xxhash.h"

using namespace warrant;
using llvm::StringRef;

namespace {

/// Bumped with every change of the structs or of how they are written.
constexpr StringRef Magic("warrant\3", 8);
constexpr size_t HeaderSize = 24;

void addNumber(uint64_t N, std::string &To) {
  do {
    uint8_t Low = N & 0x7f;
    N >>= 7;
    To += static_cast<char>(N ? Low | 0x80 : Low);
  } while (N);
}

void addFixed(uint64_t N, std::string &To) {
  std::array<char, 8> Bytes;
  llvm::support::endian::write64le(Bytes.data(), N);
  To.append(Bytes.begin(), Bytes.end());
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
  explicit Decoder(StringRef Bytes) : Rest(Bytes) {
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

  StringRef bytes(uint64_t Size) {
    if (Size > Rest.size())
      return fail(), StringRef();
    StringRef Found = Rest.take_front(Size);
    Rest = Rest.drop_front(Size);
    return Found;
  }

  void get(unsigned &N) { N = number(std::numeric_limits<unsigned>::max()); }
  void get(uint64_t &N) { N = number(std::numeric_limits<uint64_t>::max()); }
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

  StringRef Rest;
  std::vector<StringRef> Strings;
  bool Wrong = false;
};

/// The little-endian number at \p At of a header that is there.
uint64_t headerNumber(StringRef Bytes, size_t At) {
  return llvm::support::endian::read64le(Bytes.substr(At).data());
}

/// \p Value behind its header.
template <typename T> std::string encode(const T &Value) {
  Encoder Code;
  Code(Value);
  std::string Payload = Code.take();
  std::string Bytes = Magic.str();
  addFixed(Payload.size(), Bytes);
  addFixed(llvm::xxh3_64bits(Payload), Bytes);
  return Bytes += Payload;
}

template <typename T> llvm::Expected<T> decode(StringRef Bytes) {
  if (!Bytes.starts_with(Magic))
    return llvm::createStringError(
        "not the result of a unit, or of another version");
  if (encodedSize(Bytes) != Bytes.size())
    return llvm::createStringError("a unit's result that is cut off");
  StringRef Payload = Bytes.drop_front(HeaderSize);
  if (llvm::xxh3_64bits(Payload) != headerNumber(Bytes, 16))
    return llvm::createStringError("a unit's result that is damaged");
  Decoder Code(Payload);
  T Value;
  Code(Value);
  if (!Code.isWholeAndRight())
    return llvm::createStringError("a unit's result that makes no sense");
  return Value;
}

} // namespace

std::string warrant::encodeUnit(const UnitResult &U) { return encode(U); }

llvm::Expected<UnitResult> warrant::decodeUnit(StringRef Bytes) {
  return decode<UnitResult>(Bytes);
}

std::string warrant::encodeAside(const UnitAside &A) { return encode(A); }

llvm::Expected<UnitAside> warrant::decodeAside(StringRef Bytes) {
  return decode<UnitAside>(Bytes);
}

std::string warrant::encodeInfo(const UnitsInfo &I) { return encode(I); }

llvm::Expected<UnitsInfo> warrant::decodeInfo(StringRef Bytes) {
  return decode<UnitsInfo>(Bytes);
}

std::optional<size_t> warrant::encodedSize(StringRef Bytes) {
  if (!Bytes.starts_with(Magic.take_front(Bytes.size())))
    return Bytes.size();
  if (Bytes.size() < HeaderSize)
    return std::nullopt;
  return llvm::SaturatingAdd<uint64_t>(HeaderSize, headerNumber(Bytes, 8));
}
