// The kind bit-field: a bit-field of volatile memory is accessed, which reads
// and writes its neighbours too.
// RUN: %check-hosts %s -- -std=gnu17 -Wno-everything

typedef unsigned int u32;
struct flags {
  u32 ready : 1;
  u32 rest : 31;
};
struct own {
  volatile u32 mode : 2;
  u32 plain : 2;
};
struct port {
  volatile struct flags flags;
  volatile struct flags list[2];
};
union either {
  volatile u32 word;
  volatile struct flags bits;
};
volatile struct flags global;

int access(struct port *p, volatile struct flags *f, struct own *o, union either *e) {
  p->flags.ready = 1;      // expect: bit-field:3
  int a = p->flags.ready;  // expect: bit-field:11
  f->rest |= 2;            // expect: bit-field:3
  f->rest++;               // expect: bit-field:3
  ++f->rest;               // expect: bit-field:3
  (*f).ready = 1;          // expect: bit-field:3
  f[1].ready = 1;          // expect: bit-field:3 subscript
  o->mode = 1;             // expect: bit-field:3
  o->plain = 1;
  p->list[1].rest = 2;     // expect: bit-field:3, proven: array-index
  e->bits.ready = 1;       // expect: bit-field:3
  e->word = 1;             // expect: write:3
  global.ready = f->ready; // expect: bit-field:3 bit-field:18
  a = f->ready = 1;        // expect: bit-field:7
  if (f->ready)            // expect: bit-field:7
    f->ready;              // expect: bit-field:5
  while (!global.ready)    // expect: bit-field:11
    ;
  return global.rest;      // expect: bit-field:10
}
#define PORT ((struct port *)0x40000000) // expect: mmio-address:15
#define READY(p) ((p)->flags.ready)
int macros(struct port *p) {
  PORT->flags.ready = 1;   // expect: bit-field:3
  return READY(p);         // expect: bit-field:10
}
void none(struct flags *g, struct port *p, struct own *o) {
  g->ready = 1;
  g->rest |= 1;
  volatile struct flags *f = &p->flags;
  int n = sizeof *f + o->plain;
}
