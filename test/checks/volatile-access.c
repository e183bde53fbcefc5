// Every kind of the check volatile-access in its plain form in C, and beside it
// what looks alike and is none.
// RUN: %check-hosts %s -- -std=c17 -Wno-everything

typedef unsigned int u32;
typedef unsigned long size_t;
void *memcpy(void *to, const void *from, size_t n);
void *memset(void *to, int value, size_t n);

struct uart {
  volatile u32 data;
  volatile u32 status;
  u32 plain;
};
struct flags {
  u32 ready : 1;
  u32 rest : 31;
};
struct port {
  volatile struct flags flags;
};
volatile int tick;
volatile int ticks[4];
static volatile struct uart *const uart0 =
    (volatile struct uart *)0x40001000; // expect: mmio-address:5

int read(volatile u32 *r, struct uart *u, volatile int *const *pp, int i) {
  int a = *r;          // expect: read:11
  a = r[0];            // expect: read:7  expect: subscript
  a += u->status;      // expect: read:8
  a += (*u).status;    // expect: read:8
  a += tick;           // expect: read:8
  a += ticks[1];       // expect: read:8  proven: array-index
  a += **pp;           // expect: read:8
  a += u->plain;
  a += uart0->status;  // expect: read:8
  (void)*r;            // expect: read:9
  *r;                  // expect: read:3
  if (u->status & 1)   // expect: read:7
    return *r ? 1 : 0; // expect: read:12
  while (!(u->status)) // expect: read:12
    ;
  volatile u32 *other = r;
  other = &u->data;
  other = &r[0];       // expect: subscript
  u32 *mine = (u32 *)r; // expect: cast-away
  return a;
}

void write(volatile u32 *r, struct uart *u, int i) {
  *r = 1;              // expect: write:3
  u->data = 1;         // expect: write:3
  tick = 1;            // expect: write:3
  ticks[i & 3] = 2;    // expect: write:3  proven: array-index
  u->plain = 1;
  *r = *r;             // expect: write:3 read:8
  i = *r = 4;          // expect: write:7
  volatile int local = 3;
}

void readModifyWrite(volatile u32 *r, struct uart *u) {
  *r |= 1;             // expect: read-modify-write:3
  u->data &= ~1u;      // expect: read-modify-write:3
  ++*r;                // expect: read-modify-write:3
  (*r)--;              // expect: read-modify-write:3
  tick++;              // expect: read-modify-write:3
  u->plain |= 1;
  *r = *r | 1;         // expect: write:3 read:8
}

void address(size_t base, u32 *plain) {
  volatile u32 *r = (volatile u32 *)base;          // expect: mmio-address:21
  r = (volatile u32 *)(base + 4);                  // expect: mmio-address:7
  struct uart *u = (struct uart *)0x40002000;      // expect: mmio-address:20
  r = (volatile u32 *)plain;
  r = plain;
  r = (volatile u32 *)0;
  u32 *p = (u32 *)base;                            // expect: int-to-pointer
  u32 a = *(volatile u32 *)0x40000000;             // expect: read:11
  *(volatile u32 *)0x40000000 = 1;                 // expect: write:3
  *(volatile u32 *)(base + 8) |= 1; // expect: read-modify-write:3
  ((volatile u32 *)base)[2] = 1;    // expect: write:3 subscript:3
  ((struct uart *)base)->data = 1;  // expect: write:3
}

void copy(struct uart *a, struct uart *b, volatile struct flags *v) {
  *a = *b;             // expect: aggregate-copy:3
  struct uart c = *a;  // expect: aggregate-copy:19
  struct flags d = *v; // expect: aggregate-copy:20
  *v = d;              // expect: aggregate-copy:3
  struct flags e = d;
}

void bitField(struct port *p, volatile struct flags *f, struct flags *g) {
  p->flags.ready = 1;      // expect: bit-field:3
  int a = p->flags.ready;  // expect: bit-field:11
  f->rest |= 2;            // expect: bit-field:3
  g->ready = 1;
}

void block(volatile u32 *r, u32 *p, struct uart *u, const volatile char *c) {
  memcpy((void *)r, p, 4);        // expect: block-copy:3 cast-away:10
  memcpy(p, (const void *)c, 4);  // expect: block-copy:3 cast-away:13
  memset(u, 0, sizeof *u);        // expect: block-copy:3
  __builtin_memcpy(p, u, 4);      // expect: block-copy:3
  memcpy(p, &p[1], 4);            // expect: subscript
}

void plain(size_t base) {
  *(u32 *)0x40000000 = 1;         // expect: non-volatile-mmio:3 int-to-pointer:4
  u32 a = *(u32 *)0x40000000;     // expect: non-volatile-mmio:11 int-to-pointer:12
  ((u32 *)0x40000000)[1] = 2;     // expect: non-volatile-mmio int-to-pointer subscript
  ((struct flags *)0x40000000)->ready = 2; // expect: non-volatile-mmio int-to-pointer
  *(u32 *)base = 1;               // expect: int-to-pointer
  u32 *p = &((u32 *)0x40000000)[1]; // expect: int-to-pointer subscript
}
