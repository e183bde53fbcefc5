// Two pointers are subtracted, or compared for order, in C.
// RUN: %check-hosts %s -- -std=gnu2x -Wno-everything

struct buffer {
  char *begin, *end;
  char data[16], tail[];
};
extern char memory[64], heap_end[];

long difference(int *p, const int *q, int v[], struct buffer *b, void *any,
                void *other, int n, int (*vla)[n], int **pp) {
  n = p - q;               // expect: difference:7
  n += p - v;              // expect: difference:8
  n = n - (v - p);         // expect: difference:12
  b->end - b->begin;       // expect: difference:3
  b->end - b->data;        // expect: difference:3
  b->tail - b->data;       // expect: difference:3
  b - b;                   // proven: difference:3
  heap_end - memory;       // expect: difference:3
  any - other;             // expect: difference:3
  vla - vla;               // proven: difference:3
  *vla - p;                // expect: difference:3
  *pp - p;                 // expect: difference:3
  &v[n] - p;               // expect: difference:3 subscript:4
  (char *)p - b->begin;    // expect: difference:3  proven: reinterpret
  difference - difference; // expect: difference:3
  (n ? p : v) - q;         // expect: difference:3
  (p ?: v) - q;            // expect: difference:3
  ({ p; }) - q;            // expect: difference:3
  (int[]){1} - p;          // expect: difference:3
  &&one - &&two;           // expect: difference:3
one:
two:
  return _Generic(n, int: p - q, default: q - p); // expect: difference:27
}

int order(int *p, const int *q, int v[], struct buffer *b, void *any, int n,
          int (*f)(void), int (*g)(void)) {
  n = p < q;               // expect: order:7
  n |= p >= v;             // expect: order:8
  b->begin <= b->end;      // expect: order:3
  b->begin > memory;       // expect: order:3
  b->data < memory + 64;   // expect: order:3  proven: offset
  any < p;                 // expect: order:3
  p > 0;                   // expect: order:3
  p < (int *)0x1000;       // expect: order:3 int-to-pointer:7
  f < g;                   // expect: order:3
  f > order;               // expect: order:3
  for (char *c = b->begin; c < b->end; c++) // expect: order:28 step:40
    ;
  return p < q ? p < v : 0; // expect: order:10 order:18
}

static const long size = sizeof(memory) / 2;
static long span = memory + 8 - memory; // expect: difference:20  proven: offset

#define LENGTH(b) ((b)->end - (b)->begin)
#define LESS(p, q) ((p) < (q))
int macro(struct buffer *b) {
  return LENGTH(b) + LESS(b->begin, b->end); // expect: difference:10 order:22
}

void negatives(int n, int *p, int *q, double d) {
  n - n;
  d < n;
  p == q;
  p != 0;
  !p;
  sizeof(p - q);
  sizeof(p < q);
  typeof(p - q) x = n;
  _Generic(p - q, long: n, default: p < q);
  __builtin_constant_p(p < q);
}
