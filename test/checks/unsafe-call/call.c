// The kind call in C.
// RUN: %check-hosts %s -- -std=gnu17 -Wno-everything

// SAFETY: p points to n ints.
int sum(const int *p, int n);
int old(); // SAFETY: it gets a pointer to two ints.
/* SAFETY: p points to n ints. */
static inline int inlined(const int *p, int n) {
  return sum(p, n); // the caller's own contract hands it on
}
int safe(const int *p);
static const int values[] = {1, 2};
struct table {
  int (*f)(const int *, int);
};

int call(const int *q, struct table *t) {
  int a = sum(q, 1);                    // expect: call:11
  a += (*sum)(q, 1);                    // expect: call:8
  a += inlined(q, 1);                   // expect: call:8
  a += safe(q);
  a += ({ sum(q, 1); });                // expect: call:11
  a += _Generic(q, const int *: sum(q, 1), default: 0); // expect: call:33
  a += _Generic(q, const int *: sum, default: safe)(q, 1); // expect: call:8
  struct { int m; } s = {.m = sum(q, 1)}; // expect: call:31
  a += ((int[]){sum(q, 1)})[0];         // expect: call:17, proven: array-index
  a += t->f(q, 1);
  return a + sizeof(sum(q, 1));
}
int kr(q) const int *q; {
  return sum(q, 1);                     // expect: call:10
}
