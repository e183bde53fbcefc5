// Two pointers are compared for order.
// RUN: %check-hosts %s -- -std=c++23 -Wno-everything
#include "Inputs/std.h"

struct PointerLike {
  operator const int *() const;
};
struct Pair {
  int *begin, *end;
  int cells[8];
  bool within(const int *p, Pair *other, int *Pair::*m) const {
    p >= begin;            // expect: order:5
    this->end > p;         // expect: order:5
    p < cells;             // expect: order:5
    other->end <= end;     // expect: order:5
    this < other;          // expect: order:5
    this->*m < p;          // expect: order:5
    return begin <= p && p < end; // expect: order:12 order:26
  }
};

int global[8];
int *data();
void operators(int *p, int *q, const int *c, void *v, const void *w, int i,
               int a[], int (*rows)[4], int **pp, PointerLike like, bool b,
               void (*f)(), void (*g)(), int *const &r, char *volatile s) {
  b = p < q;               // expect: order:7
  b = p > q;               // expect: order:7
  b = p <= q;              // expect: order:7
  b = p >= c;              // expect: order:7
  b |= v <= w;             // expect: order:8
  b = p < v;               // expect: order:7
  b = !(p < q);            // expect: order:9
  b = p > q + i;           // expect: order:7 offset:11
  b = p <=> q < nullptr;   // expect: order:7
  a < p;                   // expect: order:3
  p < global;              // expect: order:3
  global + 8 > p;          // expect: order:3  proven: offset
  rows < rows;             // expect: order:3
  *rows < p;               // expect: order:3
  *pp < p;                 // expect: order:3
  pp < &p;                 // expect: order:3
  like < p;                // expect: order:3
  r < p;                   // expect: order:3
  s < s;                   // expect: order:3, proven: read:3 read:7
  f < g;                   // expect: order:3
  (b ? p : q) < c;         // expect: order:3
  (i, p) < q;              // expect: order:3
  p++ < --q;               // expect: order:3 step:3 step:9
  (p = q) < c;             // expect: order:3
  &p[0] < &p[i];           // expect: order:3 subscript:4 subscript:12
  p < (q < c ? q : p);     // expect: order:3 order:8
  (char *)p < "text";      // expect: order:3  proven: reinterpret
  ({ p; }) < q;            // expect: order:3
  data() < data();         // expect: order:3
  p < std::to_address(q);  // expect: order:3
}

// std::less orders all pointers, of one object or of several: nothing has to
// hold, and it is what one writes instead.
void ordered(int *p, int *q) {
  std::less<int *>()(p, q);
  std::less<>{}(p, q);
  std::min(p, q);
}

// Deduced and aliased types.
using Ints = int *;
void deduced(Ints a, const Ints b, Pair pair) {
  a < b;                   // expect: order
  auto p = data();
  auto *q = data();
  p < q;                   // expect: order
  auto &[begin, end, cells] = pair;
  begin < end;             // expect: order
  p < cells;               // expect: order
}

// What looks alike and is none.
struct Cursor {
  bool operator<(Cursor) const;
  bool operator<(int *) const;
};
void negatives(Cursor c, std::vector<int> &v, std::string_view s, int n, int *p,
               int *q, int Pair::*m) {
  c < c;
  c < p;
  v.begin() < v.end();
  s.begin() < s.end();
  for (auto i = s.begin(), e = s.end(); i < e;)
    ;
  p == q;
  p != q;
  !p;
  p && q;
  p == nullptr && n < 3;
  *p < *q;
  (unsigned long)p;        // proven: pointer-to-int
  sizeof(p < q);
  noexcept(p < q);
  static_assert(global < global + 1);
}

// Places; the other contexts are in initializers.cpp.
bool compared = data() < data();             // expect: order:17
struct Places : Pair {
  bool member = begin < end;                 // expect: order:17
  Places(Pair p) : Pair(p), member(p.begin < p.end) {} // expect: order:36
  bool defaulted(bool b = data() < global);  // expect: order:27
  bool operator<(Places &p) noexcept(false) { return begin < p.begin; } // expect: order:54
};
Task coroutine(int *p, int *q) {
  while (p < q)                              // expect: order:10
    co_yield p < q;                          // expect: order:14
}
bool statements(const char *b, const char *e, int *p, int *q) {
  for (const char *c = b; c < e; ++c)        // expect: order:27 step:34
    if (bool less = p < q; p > q)            // expect: order:21 order:28
      throw p < q;                           // expect: order:13
  do
    switch (p < q) {}                        // expect: order:13
  while (p < q);                             // expect: order:10
  auto init = [n = p < q] { return n; };     // expect: order:20
  auto inside = [=](bool n = global < data()) { return p < q; }; // expect: order:30 order:56
  return p < q ? p >= q : false;             // expect: order:10 order:18
}

#define LESS(p, q) ((p) < (q))
#define AT_END (last >= global)              // expect: order:17
#define PASTE(op) (last op##= global)        // expect: order:20
extern int *last;
bool macros(int *p, int *q) {
  return LESS(p, q) + AT_END + AT_END + PASTE(<); // expect: order:10
}

template <class T> bool pattern(T *p, T *q, T (&a)[4], int n) {
  p + n < q;                                 // expect: order~possible offset~possible
  p < a;                                     // expect: order~possible
  return p >= q;                             // expect: order~possible
}
template <class T> bool instantiated(T *p, T *q) {
  return p < q;                              // expect: order
}
template bool instantiated(int *, int *);
template bool instantiated(long *, long *);
