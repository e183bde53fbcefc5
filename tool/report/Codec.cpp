//===- Codec.cpp - Plain structs as bytes ---------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Codec.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/xxhash.h"
#include <array>

using llvm::StringRef;

static constexpr size_t HeaderSize = 24;

static void addFixed(uint64_t N, std::string &To) {
  std::array<char, 8> Bytes;
  llvm::support::endian::write64le(Bytes.data(), N);
  To.append(Bytes.begin(), Bytes.end());
}

/// The little-endian number at \p At of a header that is there.
static uint64_t headerNumber(StringRef Bytes, size_t At) {
  return llvm::support::endian::read64le(Bytes.substr(At).data());
}

std::string warrant::framed(StringRef Magic, StringRef Payload) {
  std::string Bytes = Magic.str();
  addFixed(Payload.size(), Bytes);
  addFixed(llvm::xxh3_64bits(Payload), Bytes);
  return Bytes += Payload;
}

std::optional<size_t> warrant::framedSize(StringRef Magic, StringRef Bytes) {
  if (!Bytes.starts_with(Magic.take_front(Bytes.size())))
    return Bytes.size();
  if (Bytes.size() < HeaderSize)
    return std::nullopt;
  return llvm::SaturatingAdd<uint64_t>(HeaderSize, headerNumber(Bytes, 8));
}

llvm::Expected<StringRef> warrant::unframed(StringRef Magic, StringRef Bytes,
                                            StringRef What) {
  auto Wrong = [&](const char *How) {
    return llvm::createStringError(llvm::inconvertibleErrorCode(), What + How);
  };
  if (!Bytes.starts_with(Magic))
    return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                   "not " + What + ", or of another version");
  if (framedSize(Magic, Bytes) != Bytes.size())
    return Wrong(" that is cut off");
  StringRef Payload = Bytes.drop_front(HeaderSize);
  if (llvm::xxh3_64bits(Payload) != headerNumber(Bytes, 16))
    return Wrong(" that is damaged");
  return Payload;
}
