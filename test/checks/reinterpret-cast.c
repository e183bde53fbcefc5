// The check reinterpret-cast in C, where conversions need no cast.
// RUN: %check-hosts %s -- -std=c17 -Wno-everything

typedef unsigned long size_t;
void *malloc(size_t);
void *calloc(size_t, size_t);
void *lookup(int);
void *pool(size_t) __attribute__((malloc));

struct item {
  int value;
};
struct other {
  float value;
};
void take(struct item *i, void *context);
void compare(const void *a, const void *b);

struct item *implicit(void *v, const void *k) {
  struct item *i = v;        // expect: from-void:20
  i = v;                     // expect: from-void:7
  take(v, v);                // expect: from-void:8
  take(i, i);
  struct item *list[2] = {v, i}; // expect: from-void:27
  const struct item *c = k;  // expect: from-void
  char *bytes = v;           // proven: from-void
  i = 0;
  i = (void *)0;
  i = lookup(1);             // expect: from-void:7
  if (i == v)
    return v;                // expect: from-void:12
  return i ? i : v;            // expect: from-void
}

struct item *allocators(size_t n) {
  struct item *i = malloc(sizeof *i);            // proven: from-void
  i = calloc(n, sizeof *i);                      // proven: from-void
  i = (struct item *)malloc(n * sizeof *i);      // proven: from-void
  i = pool(sizeof(struct item));                 // proven: from-void
  i = pool(n);                                   // expect: from-void
  void *v = malloc(n);
  return v;                                      // expect: from-void
}

void explicit(void *v, struct item *i, size_t n, const struct item *k) {
  i = (struct item *)v;               // expect: from-void:7
  struct other *o = (struct other *)i; // expect: reinterpret:21
  o = i;                              // expect: reinterpret:7
  unsigned char *b = (unsigned char *)i; // proven: reinterpret
  i = (struct item *)n;               // expect: int-to-pointer:7
  n = (size_t)i;                      // proven: pointer-to-int
  unsigned narrow = (unsigned)i;      // expect: pointer-to-int
  i = (struct item *)k;               // expect: cast-away:7
  void (*f)(void) = (void (*)(void))take; // expect: function-pointer:21
  f = (void (*)(void))v;              // expect: function-pointer
  v = i;
  v = (void *)i;
  i = ((struct item *)(v));           // expect: from-void:8
}

union number {
  float f;
  unsigned u;
};

unsigned bits(float f) {
  union number n;
  n.f = f;
  return n.u; // expect: union-pun:10
}
