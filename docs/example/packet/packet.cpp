#include "packet.h"

#include <cstring>

namespace example {

Parser::Parser(std::span<const std::uint8_t> Packet)
    : Begin(Packet.data()), Cursor(Begin),
      // SAFETY(bounds, overflow, lifetime): `data()` and `size()` are of one
      // span, so this is one past its end; the caller keeps the packet alive.
      End(Begin + Packet.size()) {}

std::optional<Header> Parser::header() const {
  // SAFETY(same-object): both point into the packet of the constructor.
  const auto Size = static_cast<std::size_t>(End - Begin);
  if (Size < sizeof(Header))
    return std::nullopt;
  Header Result;
  std::memcpy(&Result, Begin, sizeof Result);
  if (Result.Magic != PacketMagic)
    return std::nullopt;
  return Result;
}

std::optional<Record> Parser::next() {
  if (Cursor == Begin)
    Cursor += sizeof(Header);
  if (End - Cursor < 2)
    return std::nullopt;

  // SAFETY(bounds, lifetime): at least two bytes are left, as was just checked,
  // and the packet outlives the parser.
  const std::uint8_t Kind = Cursor[0], Length = Cursor[1];
  // SAFETY(bounds, overflow, lifetime): the same two bytes; this is at most one
  // past the end of the packet, which outlives the parser.
  const std::uint8_t *Bytes = Cursor + 2;
  if (End - Bytes < Length)
    return std::nullopt;

  Cursor = Bytes + Length;
  // SAFETY(bounds, overflow, lifetime): `Length` bytes are left behind `Bytes`,
  // as was just checked; the record's user keeps the packet alive.
  return Record{Kind, std::span(Bytes, Length)};
}

std::uint32_t checksum(const std::uint8_t *Bytes, std::size_t Size) {
  std::uint32_t Sum = 0;
  for (std::size_t I = 0; I < Size; ++I)
    Sum += Bytes[I];
  return Sum;
}

std::uint32_t peekSequence(const std::uint8_t *Bytes) {
  return reinterpret_cast<const Header *>(Bytes)->Sequence;
}

std::span<const std::uint8_t> following(const std::uint8_t *Bytes,
                                        std::size_t Size) {
  // SAFETY: TODO
  const auto *First = reinterpret_cast<const Header *>(Bytes);
  const std::size_t Skip = sizeof(Header) + First->Length;
  return std::span(Bytes + Skip, Size - Skip);
}

} // namespace example
