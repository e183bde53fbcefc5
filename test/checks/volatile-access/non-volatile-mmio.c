// The kind non-volatile-mmio: a constant address is accessed without volatile.
// RUN: %check-hosts %s -- -std=gnu17 -Wno-everything

typedef unsigned int u32;
typedef unsigned long size_t;
struct plain {
  u32 data;
  u32 list[4];
  struct { u32 x; } inner;
};
struct uart {
  volatile u32 data;
};
enum { BASE = 0x40000000 };
static const size_t base = 0x40000000;
void take(u32 *);

void access(int i) {
  *(u32 *)0x40000000 = 1;                  // expect: non-volatile-mmio:3 int-to-pointer:4
  u32 a = *(u32 *)0x40000000;              // expect: non-volatile-mmio:11 int-to-pointer:12
  *(u32 *)0x40000000 |= 1;                 // expect: non-volatile-mmio:3 int-to-pointer
  (*(u32 *)0x40000000)++;                  // expect: non-volatile-mmio:4 int-to-pointer
  *(u32 *)BASE = 1;                        // expect: non-volatile-mmio:3 int-to-pointer
  *(u32 *)(BASE + 4) = 1;                  // expect: non-volatile-mmio:3 int-to-pointer
  *(unsigned char *)(size_t)0x1000 = 1;    // expect: non-volatile-mmio:3 int-to-pointer
  ((u32 *)0x40000000)[1] = 2;              // expect: non-volatile-mmio int-to-pointer subscript
  ((u32 *)0x40000000)[i] = 2;              // expect: non-volatile-mmio int-to-pointer subscript
  ((struct plain *)0x40000000)->data = 2;  // expect: non-volatile-mmio:3 int-to-pointer
  ((struct plain *)0x40000000)->inner.x = 2; // expect: non-volatile-mmio:3 int-to-pointer
  (*(struct plain *)0x40000000).data = 2;  // expect: non-volatile-mmio:4 int-to-pointer
  struct plain copy = *(struct plain *)0x40000000; // expect: non-volatile-mmio:23 int-to-pointer
  if (*(u32 *)0x40000000)                  // expect: non-volatile-mmio:7 int-to-pointer
    return;
}
#define PLAIN(addr) (*(u32 *)(addr))
#define PORT ((struct plain *)0x40000000)  // expect: int-to-pointer:15
#define TRACE(channel, word) (((u32 *)0xE0000000)[channel] = (word)) // expect: non-volatile-mmio:31 int-to-pointer:32
void macros(void) {
  TRACE(1, 2);                             // expect: subscript:3
  TRACE(2, 3);                             // expect: subscript:3
  PLAIN(0x40000000) = 1;                   // expect: non-volatile-mmio:3 int-to-pointer:3
  PORT->data = 1;                          // expect: non-volatile-mmio:3
}

void none(size_t n, u32 *p) {
  *(u32 *)n = 1;                           // expect: int-to-pointer
  *p = 1;
  p = &((u32 *)0x40000000)[1];             // expect: int-to-pointer subscript
  p = (u32 *)0x40000000;                   // expect: int-to-pointer
  take((u32 *)0x40000000);                 // expect: int-to-pointer
  p = &((struct plain *)0x40000000)->data; // expect: int-to-pointer
  p = ((struct plain *)0x40000000)->list;  // expect: int-to-pointer
  size_t off = (size_t)&((struct plain *)0)->data; // proven: pointer-to-int
  off = sizeof(*(u32 *)0x40000000);
  ((void (*)(void))0x1000)();              // expect: function-pointer
  *(volatile u32 *)0x40000000 = 1;         // expect: write
  ((struct uart *)0x40000000)->data = 1;   // expect: write
}
