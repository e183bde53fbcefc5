// A driver: registers, buffers and tables, as firmware has them. @ is a number.
struct device_@ {
  volatile uint32_t control, status, data, reserved[5];
};
// SAFETY(address): the manual's memory map, page @.
#define DEVICE_@ ((struct device_@ *)(0x40000000u + @u * 0x400u))
#define SET_BIT(r, b) ((r) |= (1u << (b)))
#define RING 64u

struct ring_@ {
  uint8_t bytes[RING];
  unsigned head, tail;
};
static struct ring_@ ring_@;
static const uint16_t table_@[] = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512};

static unsigned push_@(struct ring_@ *r, const uint8_t *from, size_t size) {
  size_t n = 0;
  while (n < size && r->head - r->tail < RING) {
    // SAFETY(bounds): masked by a power of two, which is the array's size
    r->bytes[r->head++ & (RING - 1)] = from[n++];
  }
  return (unsigned)n;
}

static uint32_t word_@(const uint8_t *p) {
  // SAFETY: the caller's packet is aligned to four and holds four bytes
  return *(const uint32_t *)p;
}

void device_@_start(void) {
  DEVICE_@->control = 1u;
  SET_BIT(DEVICE_@->control, 3);
  while (!(DEVICE_@->status & 1u))
    ;
}

int device_@_send(const uint8_t *packet, size_t size, const uint8_t *end) {
  const uint8_t *at = packet;
  uint32_t sum = 0;
  if (size < 8 || packet + size > end)
    return -1;
  for (size_t i = 0; i < sizeof(table_@) / sizeof *table_@; ++i)
    sum += table_@[i] * at[i % 8];
  while (at + 4 <= end && (size_t)(at - packet) < size) {
    sum ^= word_@(at);
    DEVICE_@->data = sum;
    at += 4;
  }
  // SAFETY(bounds): size is eight at least, as was checked above
  sum += packet[size - 1];
  return (int)(push_@(&ring_@, packet, size) + (sum & 0xffu));
}

void *device_@_context(void *opaque, uintptr_t address) {
  struct ring_@ *r = (struct ring_@ *)opaque;
  if (address)
    r = (struct ring_@ *)address;
  return (void *)((uintptr_t)r & ~(uintptr_t)3u);
}
