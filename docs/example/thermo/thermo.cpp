#include "thermo.h"

#include "../packet/packet.h"

#include <new>

namespace {

constexpr std::uint8_t ReadingKind = 7;

std::int32_t bigEndian(const std::uint8_t *Bytes) {
  const std::uint32_t Value = std::uint32_t{Bytes[0]} << 24 |
                              std::uint32_t{Bytes[1]} << 16 |
                              std::uint32_t{Bytes[2]} << 8 | Bytes[3];
  return static_cast<std::int32_t>(Value);
}

// Gathers readings for the test of the board.
struct Gatherer {
  std::int32_t *Readings;
  std::size_t Count;
};

extern "C" {
static void gather(void *Context, std::int32_t Reading) {
  // SAFETY(type, lifetime, alignment, layout): `gather` is registered with the
  // address of a `Gatherer` only, which lives as long as the thermometer.
  auto *Self = static_cast<Gatherer *>(Context);
  Self->Readings[Self->Count++] = Reading;
}
}

} // namespace

struct thermo {
  thermo_callback Callback;
  void *Context;
  std::int32_t Last;
};

int thermo_count = 0;

thermo *thermo_new(thermo_callback callback, void *context) {
  auto *Self = new (std::nothrow) thermo{callback, context, 0};
  thermo_count += Self != nullptr;
  return Self;
}

void thermo_free(thermo *self) {
  thermo_count -= self != nullptr;
  delete self;
}

size_t thermo_feed(thermo *self, const uint8_t *packet, size_t size) {
  example::Parser Parser(std::span(packet, size));
  if (!Parser.header()) {
    board_log("not a packet", 12);
    return 0;
  }
  size_t Count = 0;
  while (auto Record = Parser.next()) {
    if (Record->Kind != ReadingKind || Record->Bytes.size() != 4)
      continue;
    self->Last = bigEndian(Record->Bytes.data());
    self->Callback(self->Context, self->Last);
    ++Count;
  }
  return Count;
}

int32_t thermo_last(const thermo *self) { return self->Last; }

extern "C" int32_t thermo_self_test(const uint8_t *packet, size_t size) {
  std::int32_t Readings[64] = {};
  Gatherer Self{Readings, 0};
  thermo *Thermo = thermo_new(gather, &Self);
  if (Thermo == nullptr)
    return -1;
  const size_t Count = thermo_feed(Thermo, packet, size);
  thermo_free(Thermo);
  return Count == 0 ? -1 : Readings[Count - 1];
}
