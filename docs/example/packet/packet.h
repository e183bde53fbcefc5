// A parser of packets: a header, then records of a kind, a length and bytes.

#ifndef EXAMPLE_PACKET_H
#define EXAMPLE_PACKET_H

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace example {

/// A packet's first bytes, in the machine's byte order.
struct Header {
  std::uint16_t Magic;
  std::uint16_t Length; ///< of what follows the header
  std::uint32_t Sequence;
};

inline constexpr std::uint16_t PacketMagic = 0x5750;

/// One record of a packet; its bytes stay the packet's.
struct Record {
  std::uint8_t Kind;
  std::span<const std::uint8_t> Bytes;
};

/// Reads a packet's records one after another.
class Parser {
public:
  explicit Parser(std::span<const std::uint8_t> Packet);

  /// The header, or nothing where the packet is too short or is none.
  std::optional<Header> header() const;

  /// The next record, or nothing at the end or where one is cut off.
  std::optional<Record> next();

private:
  const std::uint8_t *Begin;
  const std::uint8_t *Cursor;
  const std::uint8_t *End;
};

/// The sum of all bytes.
///
/// # Safety
/// - `Bytes` points to `Size` readable bytes.
std::uint32_t checksum(const std::uint8_t *Bytes, std::size_t Size);

/// The sequence number of the packet at \p Bytes.
std::uint32_t peekSequence(const std::uint8_t *Bytes);

/// The packet behind the one at \p Bytes.
std::span<const std::uint8_t> following(const std::uint8_t *Bytes,
                                        std::size_t Size);

} // namespace example

#endif
