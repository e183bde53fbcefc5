//===- UnitCodec.cpp - A unit's result as bytes ---------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitCodec.h"
#include "Codec.h"
#include "UnitFields.h"

using namespace warrant;
using llvm::StringRef;

/// Bumped with every change of the structs or of how they are written.
static constexpr StringRef Magic("warrant\6", 8);

/// \p Value in its frame.
template <typename T> static std::string encode(const T &Value) {
  Encoder Code;
  Code(Value);
  return framed(Magic, Code.take());
}

template <typename T> static llvm::Expected<T> decode(StringRef Bytes) {
  constexpr StringRef What = "a unit's result";
  llvm::Expected<StringRef> Payload = unframed(Magic, Bytes, What);
  if (!Payload)
    return Payload.takeError();
  Decoder Code(*Payload);
  T Value;
  Code(Value);
  if (!Code.isWholeAndRight())
    return llvm::createStringError(What + " that makes no sense");
  return Value;
}

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
  return framedSize(Magic, Bytes);
}
