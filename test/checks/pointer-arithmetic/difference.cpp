// Two pointers are subtracted.
// RUN: %check-hosts %s -- -std=c++23 -Wno-everything
#include "Inputs/std.h"

struct PointerLike {
  operator const int *() const;
};
struct Pair {
  int *begin, *end;
  int cells[8];
  long length(Pair *other, int *Pair::*m) const {
    end - begin;             // expect: difference:5
    this->end - this->begin; // expect: difference:5
    other->end - begin;      // expect: difference:5
    end - cells;             // expect: difference:5
    this - other;            // expect: difference:5
    this->*m - end;          // expect: difference:5
    return *&end - begin;    // expect: difference:12
  }
};

int global[8], matrix[2][8];
int *data();
void operators(int *p, int *q, const int *c, Pair *a, const Pair *b, long n,
               int v[], int w[8], int (*rows)[4], int (*other)[4], int **pp,
               int *volatile vp, PointerLike like, char *bytes, bool f,
               int *const &r) {
  n = p - q;               // expect: difference:7
  n += a - b;              // expect: difference:8
  n = p - c;               // expect: difference:7
  n -= p - q;              // expect: difference:8
  n = n - (p - q);         // expect: difference:12
  p - q - 1;               // expect: difference:3
  p - (q - n);             // expect: difference:3 offset:8
  p - n - q;               // expect: difference:3 offset:3
  (p + n) - q;             // expect: difference:3 offset:4
  p + (q - c);             // expect: offset:3 difference:8
  v - w;                   // expect: difference:3
  p - global;              // expect: difference:3
  global - p;              // expect: difference:3
  global - global;         // proven: difference:3
  rows - other;            // expect: difference:3
  *rows - *other;          // expect: difference:3
  matrix[1] - matrix[0];   // expect: difference:3  proven: array-index array-index
  pp - &p;                 // expect: difference:3
  *pp - p;                 // expect: difference:3
  vp - p;                  // expect: difference:3, proven: read:3
  like - p;                // expect: difference:3
  like - like;             // expect: difference:3
  &p[1] - &p[0];           // expect: difference:3 subscript:4 subscript:12
  &n - &n;                 // proven: difference:3
  "text" - bytes;          // expect: difference:3
  bytes - (char *)a;       // expect: difference:3  proven: reinterpret
  (f ? p : q) - p;         // expect: difference:3
  (n, p) - q;              // expect: difference:3
  (p) - (q);               // expect: difference:3
  (p = q) - p;             // expect: difference:3
  p++ - --q;               // expect: difference:3 step:3 step:9
  ({ p; }) - q;            // expect: difference:3
  r - p;                   // expect: difference:3
  data() - data();         // expect: difference:3
  std::to_address(p) - q;  // expect: difference:3
  std::begin(global) - q;  // expect: difference:3
  if (p - q > n)           // expect: difference:7
    p[q - p];              // expect: subscript:5 difference:7
}

// A distance of raw pointers is their difference.
void distances(int *p, int *q, long n) {
  n = std::distance(p, q);         // expect: difference:7
  std::distance(p, p + n);         // proven: difference:3  expect: offset:20
  std::distance(global, q);        // expect: difference:3
  std::distance(std::begin(global), q); // expect: difference:3
  std::ranges::distance(p, q);     // expect: difference:3
  using std::distance;
  distance(p, q);                  // expect: difference:3
}

// Deduced and aliased types.
using Ints = int *;
void deduced(Ints a, const Ints b, Pair pair) {
  a - b;                   // expect: difference
  auto p = data();
  auto *q = data();
  p - q;                   // expect: difference
  decltype(p) r = p;
  r - p;                   // proven: difference
  auto [begin, end, cells] = pair;
  end - begin;             // expect: difference
  cells - begin;           // expect: difference
}

// What looks alike and is none.
struct Cursor {
  long operator-(Cursor) const;
  friend long operator-(int *, Cursor);
};
void negatives(Cursor c, std::vector<int> &v, std::string_view s, long n,
               std::array<int, 4> a, int *p, int *q) {
  c - c;
  p - c;
  v.end() - v.begin();
  s.end() - s.begin();
  a.end() - a.begin();
  std::distance(v.begin(), v.end());
  std::distance(s.begin(), s.end());
  n - n;
  n -= n;
  *p - *q;
  sizeof(p - q);
  decltype(p - q) x = n;
  noexcept(p - q);
  static_assert(global + 1 - global == 1);
  using Difference = decltype((char *)0 - (char *)0);
  p == q;
}

// Places; the other contexts are in initializers.cpp.
long offset = data() - data();               // expect: difference:15
struct Places : Pair {
  long member = end - begin;                 // expect: difference:17
  Places(Pair p) : Pair(p), member(p.end - p.begin) {} // expect: difference:36
  long defaulted(long n = data() - global);  // expect: difference:27
  long operator()() noexcept(false) { return cells - end; } // expect: difference:46
};
Task coroutine(int *p, int *q) {
  co_yield p - q;                            // expect: difference:12
}
long statements(int *p, int *q) {
  for (long n = q - p; n < q - p; n += q - p) // expect: difference:17 difference:28 difference:40
    switch (p - q) {                         // expect: difference:13
    default:
      throw q - p;                           // expect: difference:13
    }
  auto init = [n = p - q] { return n; };     // expect: difference:20
  auto inside = [=](long n = global - data()) { return p - q; }; // expect: difference:30 difference:56
  return new int[q - p] - p;                 // expect: difference:10 difference:18
}

#define LENGTH(p, q) ((q) - (p))
#define GLOBAL_LENGTH (last - global)        // expect: difference:24
extern int *last;
long macros(int *p, int *q) {
  return LENGTH(p, q) + GLOBAL_LENGTH + GLOBAL_LENGTH; // expect: difference:10
}

template <class T> long pattern(T *p, T *q, T (&a)[4], int n) {
  (p + n) - q;                               // expect: difference~possible offset~possible
  a - p;                                     // expect: difference~possible
  std::distance(p, q);                       // expect: difference~possible
  return p - q;                              // expect: difference~possible
}
template <class T> long instantiated(T *p, T *q) {
  return q - p + std::distance(p, q);        // expect: difference difference
}
template long instantiated(int *, int *);
template long instantiated(long *, long *);
