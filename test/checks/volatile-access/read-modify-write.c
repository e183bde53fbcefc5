// The kind read-modify-write: volatile memory is read and written back by one
// operator.
// RUN: %check-hosts %s -- -std=gnu17 -Wno-everything

typedef unsigned int u32;
struct uart {
  volatile u32 data;
  u32 plain;
};
volatile int tick;
volatile int ticks[4];
volatile float level;
volatile unsigned char *bytes;
_Atomic volatile int shared;

void readModifyWrite(volatile u32 *r, struct uart *u, int i) {
  *r |= 1;             // expect: read-modify-write:3
  u->data &= ~1u;      // expect: read-modify-write:3
  u->data ^= 1u;       // expect: read-modify-write:3
  tick += 1;           // expect: read-modify-write:3
  tick -= 1;           // expect: read-modify-write:3
  tick *= 2;           // expect: read-modify-write:3
  tick <<= 2;          // expect: read-modify-write:3
  tick %= 2;           // expect: read-modify-write:3
  level /= 2;          // expect: read-modify-write:3
  ++*r;                // expect: read-modify-write:3
  (*r)--;              // expect: read-modify-write:3
  tick++;              // expect: read-modify-write:3
  ++u->data;           // expect: read-modify-write:3
  ticks[1] += 1;       // expect: read-modify-write:3, proven: array-index
  r[i] |= 1;           // expect: read-modify-write:3 subscript
  i = tick++;          // expect: read-modify-write:7
  tick |= tick;        // expect: read-modify-write:3 read:11
  *bytes++ |= 1;       // expect: read-modify-write:3 step
  while (tick--)       // expect: read-modify-write:10
    ;
  u->plain |= 1;
  i += tick;           // expect: read:8
}
void old(p) volatile int *p; {
  ++*p;                // expect: read-modify-write:3
}
// One operator, one indivisible change.
void atomics(void) {
  shared |= 1;         // proven: read-modify-write:3
  shared++;            // proven: read-modify-write:3
  shared = shared + 1; // proven: write:3 read:12
}
void assembly(volatile u32 *r) {
  __asm__("" : "+r"(*r)); // expect: read-modify-write:21
}

#define REG32(addr) (*(volatile u32 *)(addr))
#define SET_BIT(reg, bit) ((reg) |= (bit))
#define CLEAR_BIT(reg, bit) ((reg) &= ~(bit))
#define MODIFY(reg, mask, value) ((reg) = ((reg) & ~(mask)) | (value))
void macros(struct uart *u) {
  REG32(0x4000) |= 1;      // expect: read-modify-write:3
  SET_BIT(u->data, 1);     // expect: read-modify-write:3
  CLEAR_BIT(REG32(4), 1);  // expect: read-modify-write:3
  MODIFY(u->data, 3, 1);   // expect: write:3 read:10
}
