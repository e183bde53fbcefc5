// The kind mmio-address: an integer becomes the address of volatile memory.
// RUN: %check-hosts %s -- -std=gnu17 -Wno-everything

typedef unsigned int u32;
typedef unsigned long size_t;
struct uart {
  volatile u32 data;
  u32 plain;
};
struct nested {
  struct uart ports[2];
};
enum { BASE = 0x40003000 };
static volatile struct uart *const uart0 =
    (volatile struct uart *)0x40001000; // expect: mmio-address:5
static volatile u32 *table[] = {
    (volatile u32 *)0x4000,             // expect: mmio-address:5
    [2] = (volatile u32 *)BASE,         // expect: mmio-address:11
};
void take(volatile u32 *);

volatile u32 *address(size_t base, u32 *plain, int i) {
  volatile u32 *r = (volatile u32 *)base;          // expect: mmio-address:21
  r = (volatile u32 *)(base + 4);                  // expect: mmio-address:7
  r = (volatile u32 *)((size_t)plain + 4);         // expect: mmio-address:7, proven: pointer-to-int
  r = (u32 volatile *)(size_t)i;                   // expect: mmio-address:7
  const volatile u32 *c = (const volatile u32 *)base; // expect: mmio-address:27
  struct uart *u = (struct uart *)0x40002000;      // expect: mmio-address:20
  struct nested *n = (struct nested *)base;        // expect: mmio-address:22
  volatile u32 (*rows)[4] = (volatile u32 (*)[4])base; // expect: mmio-address:29
  take((volatile u32 *)base);                      // expect: mmio-address:8
  r = &((struct uart *)base)->data;                // expect: mmio-address:9
  r = &((volatile u32 *)base)[1];                  // expect: mmio-address:9 subscript
  r = (volatile u32 *)base + 1;                    // expect: mmio-address:7 offset
  volatile void *v = (volatile void *)base;        // expect: mmio-address:22
  return (volatile u32 *)base;                     // expect: mmio-address:10
}

// What is accessed at once is the access's.
void accessed(size_t base) {
  u32 a = *(volatile u32 *)0x40000000;             // expect: read:11
  *(volatile u32 *)0x40000000 = 1;                 // expect: write:3
  *(volatile u32 *)(base + 8) |= 1;                // expect: read-modify-write:3
  ((volatile u32 *)base)[2] = 1;                   // expect: write:3 subscript:3
  ((struct uart *)base)->data = 1;                 // expect: write:3
  ((struct nested *)base)->ports[1].data = 1;      // expect: write:3, proven: array-index
  struct uart copy = *(struct uart *)base;         // expect: aggregate-copy:22
  ((struct uart *)base)->plain = 1;                // expect: mmio-address:4
}

// A name for a register is its definition's.
#define REG32(addr) (*(volatile u32 *)(addr))
#define UART0 ((struct uart *)0x40001000)          // expect: mmio-address:16
#define UART(n) ((struct uart *)(0x40001000 + (n) * 0x1000))
#define CONTROL REG32(0x40001008)                  // expect: mmio-address:17
#define CONTROL_OF(base) REG32((base) + 8)
void macros(size_t base, int n) {
  UART0->data = 1;                                 // expect: write:3
  UART0->data |= 1;                                // expect: read-modify-write:3
  UART(1)->data = 1;                               // expect: write:3
  struct uart *u = UART(n);                        // expect: mmio-address:20
  CONTROL = CONTROL | 1;                           // expect: write:3 read:13
  CONTROL_OF(base) = 1;                            // expect: write:3
  take(&REG32(base));                              // expect: mmio-address:9
}

// Through a pointer that knows nothing of volatile memory it is one step.
struct ops { u32 (*read)(volatile u32 *); };
void take_any(const volatile void *);
void take_void(void *);
void steps(size_t base, struct ops *ops, u32 *plain, void *v) {
  volatile u32 *r = (void *)base;                  // expect: mmio-address:21
  r = (void *)(base + 4);                          // expect: mmio-address:7
  r = (volatile u32 *)(void *)base;                // expect: mmio-address:7
  r = (volatile u32 *)((char *)base + 4);          // expect: mmio-address:7 offset:24
  r = (u32 *)base;                                 // expect: mmio-address:7
  r = (char *)base + 4;                            // expect: mmio-address:7 offset:7
  struct uart *u = (void *)base;                   // expect: mmio-address:20
  take((void *)base);                              // expect: mmio-address:8
  take_any((void *)(base + 8));                    // expect: mmio-address:12
  ops->read((void *)base);                         // expect: mmio-address:13
  *(volatile u32 *)((char *)base + 4) = 1;         // expect: write:3 offset:21
  take_void((void *)base);                         // expect: int-to-pointer:13
  v = (void *)base;                                // expect: int-to-pointer:7
  r = v;                                           // expect: from-void:7
  if (r == (void *)base)                           // expect: int-to-pointer:12
    return;
}
// Where a macro has a name for the address, that is its place.
#define PRCM_BASE ((void *)0x02001000)             // expect: mmio-address:20
#define PRCM(n) ((void *)(0x02001000 + (n) * 16))
void named(int n) {
  take(PRCM_BASE + 4);                             // expect: offset:8
  take(PRCM_BASE + 8);                             // expect: offset:8
  take(PRCM(n));                                   // expect: mmio-address:8
}
volatile void *returned(size_t base) {
  return (void *)base;                             // expect: mmio-address:10
}

volatile u32 *old(base) size_t base; {
  return (volatile u32 *)base;                     // expect: mmio-address:10
}

void none(size_t base, u32 *plain, void *v, volatile u32 *r) {
  r = (volatile u32 *)plain;
  r = plain;
  r = (volatile u32 *)0;
  r = 0;
  r = (volatile u32 *)v;                           // expect: from-void
  u32 *p = (u32 *)base;                            // expect: int-to-pointer
  volatile u32 **pp = (volatile u32 **)base;       // expect: int-to-pointer
  u32 *volatile q = (u32 *volatile)base;           // expect: int-to-pointer
  size_t n = (size_t)r;                            // proven: pointer-to-int
}
