// The kind read: volatile memory is read, wherever a value is taken.
// RUN: %check-hosts %s -- -std=gnu17 -Wno-everything

typedef unsigned int u32;
typedef int sig_atomic_t;
struct uart {
  volatile u32 data;
  volatile u32 status;
  u32 plain;
};
struct bank {
  struct uart ports[2];
  volatile u32 fifo[4];
  struct uart *next;
};
volatile int tick;
volatile int ticks[4];
volatile int grid[2][2];
volatile struct { int x, y; } point;
volatile sig_atomic_t stopped;
_Atomic volatile int shared;
extern const volatile u32 readonly;
void take(int, ...);
volatile u32 *regs[4];

int lvalues(volatile u32 *r, struct uart *u, volatile int *const *pp, struct bank *b, int i) {
  int a = *r;          // expect: read:11
  a = r[0];            // expect: read:7  expect: subscript
  a = 0[r];            // expect: read:7  expect: subscript
  a += u->status;      // expect: read:8
  a += (*u).status;    // expect: read:8
  a += tick;           // expect: read:8
  a += ((tick));       // expect: read:10
  a += ticks[1];       // expect: read:8  proven: array-index
  a += grid[1][0];     // expect: read:8  proven: array-index array-index
  a += **pp;           // expect: read:8
  a += u->plain;
  a += b->ports[1].data;  // expect: read:8, proven: array-index
  a += b->next->data;  // expect: read:8
  a += b->fifo[0];     // expect: read:8, proven: array-index
  a += point.x;        // expect: read:8
  a += readonly;       // expect: read:8
  a += *regs[1];       // expect: read:8, proven: array-index
  a += regs[1][0];     // expect: read:8 subscript, proven: array-index
  a += *(r + i);       // expect: read:8 offset
  a += *r++;           // expect: read:8 step
  a += stopped;        // expect: read:8
  return a;            // this one is not volatile
}

int contexts(volatile u32 *r, struct uart *u, int *p) {
  (void)*r;            // expect: read:9
  *r;                  // expect: read:3
  *r, tick;            // expect: read:3 read:7
  if (u->status & 1)   // expect: read:7
    return *r ? 1 : 0; // expect: read:12
  while (!(u->status)) // expect: read:12
    ;
  for (int i = tick; i < tick; i += tick) // expect: read:16 read:26 read:37
    ;
  do {
  } while (tick);      // expect: read:12
  switch (*r) {        // expect: read:11
  case 1:
    take(tick, tick);  // expect: read:10 read:16
  }
  int list[] = {tick, [1] = tick};    // expect: read:17 read:29
  struct { int m; } s = {.m = tick};  // expect: read:31
  int index = p[tick];                // expect: read:17 subscript
  index = tick && *r || !u->data;     // expect: read:11 read:19 read:26
  index = index ? tick : *r;          // expect: read:19 read:26
  index = (tick, 1);                  // expect: read:12
  index = (int)tick;                  // expect: read:16
  index = ({ tick; });                // expect: read:14
  index = _Generic(tick, int: tick);  // expect: read:31
  tick = *r;                          // expect: read:10 write:3
  return tick;                        // expect: read:10
}
int old(p) volatile int *p; {
  return *p;           // expect: read:10
}
int locals(volatile int p) {
  volatile int local = 3;
  return local + p;    // proven: read:10 read:18
}

// An atomic object is read in one piece and in order.
int atomics(void) {
  return shared;       // proven: read:10
}

// Assembly reads what it is handed.
void assembly(volatile u32 *r) {
  __asm__("" : : "r"(*r)); // expect: read:22
  __asm__("" : : "m"(*r)); // expect: read:22
}

// A register's accessors, and macros as vendors write them.
#define REG32(addr) (*(volatile u32 *)(addr))
#define STATUS REG32(0x40001004)  // expect: mmio-address:16
#define READ_ONCE(x) (*(const volatile typeof(x) *)&(x))
static inline u32 readl(const volatile void *addr) {
  return *(const volatile u32 *)addr; // expect: read:10 from-void:11
}
int macros(int plain, unsigned long base) {
  int a = REG32(0x40001000);  // expect: read:11
  a += REG32(base + 4);       // expect: read:8
  a += STATUS;                // expect: read:8
  while (!(STATUS & 1))       // expect: read:12
    ;
  a += READ_ONCE(plain);      // expect: read:8
  return readl((void *)base); // expect: mmio-address:16
}

// Nothing is read.
void none(volatile u32 *r, struct uart *u, volatile int *const *pp) {
  volatile u32 *other = r;
  other = &u->data;
  other = *&r;
  volatile int *q = *pp;
  q = ticks;
  q = &ticks[1];              // proven: array-index
  q = &tick;
  unsigned n = sizeof *r + sizeof(tick) + _Alignof(tick);
  typeof(tick) local;
  if (r == &u->data || !r)
    return;
  (void)r;
  u->plain = u->plain;
}
