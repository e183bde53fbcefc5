// The kind aggregate-copy: a struct with volatile members is copied, in pieces
// of whatever width and order.
// RUN: %check-hosts %s -- -std=gnu17 -Wno-everything

typedef unsigned int u32;
struct uart {
  volatile u32 data;
  u32 plain;
};
struct flags {
  u32 ready, rest;
};
struct outer {
  struct uart ports[2];
};
union either {
  struct uart u;
  u32 words[2];
};
volatile struct flags global;
void take(struct uart);
void take_flags(struct flags);
void take_any(int, ...);

struct uart copy(struct uart *a, struct uart *b, volatile struct flags *v, struct outer *o, union either *e, int yes) {
  *a = *b;                          // expect: aggregate-copy:3
  struct uart c = *a;               // expect: aggregate-copy:19
  struct flags d = *v;              // expect: aggregate-copy:20
  *v = d;                           // expect: aggregate-copy:3
  global = d;                       // expect: aggregate-copy:3
  d = global;                       // expect: aggregate-copy:7
  o->ports[0] = *a;                 // expect: aggregate-copy:3, proven: array-index
  struct outer p = *o;              // expect: aggregate-copy:20
  union either f = *e;              // expect: aggregate-copy:20
  struct uart list[] = {*a, [1] = *b}; // expect: aggregate-copy:25 aggregate-copy:35
  struct outer made = {.ports = {*a}}; // expect: aggregate-copy:34
  take(*a);                         // expect: aggregate-copy:8
  take_flags(*v);                   // expect: aggregate-copy:14
  take_any(1, *a);                  // expect: aggregate-copy:15
  *a = *b = c;                      // expect: aggregate-copy:3 aggregate-copy:8
  c = yes ? *a : *b;                // expect: aggregate-copy:3
  c = ({ *a; });                    // expect: aggregate-copy:3 aggregate-copy:10
  *a = (struct uart){1, 2};         // expect: aggregate-copy:3
  u32 data = (*a).data;             // expect: read:14
  return *a;                        // expect: aggregate-copy:10
}
#define COPY(to, from) (*(to) = *(from))
#define UART0 ((struct uart *)0x4000) // expect: mmio-address:16
void macros(struct uart *a) {
  COPY(a, UART0);                   // expect: aggregate-copy:3
}
void old(a, b) struct uart *a, *b; {
  *a = *b;                          // expect: aggregate-copy:3
}
void none(struct uart *a, volatile struct flags *v, struct flags *f) {
  struct uart *b = a;
  struct flags d = *f;
  d = *f;
  struct uart made = {1, 2};
  volatile struct flags here = {1, 2};
  int n = sizeof *a;
  (void)a;
}
