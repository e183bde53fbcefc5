// A pointer is subscripted.
// RUN: %check-hosts %s -- -std=c++23 -Wno-everything
#include "Inputs/std.h"

enum Unscoped { Zero, One };
struct Index {
  operator unsigned() const;
};
struct PointerLike {
  operator int *() const;
};
struct Holder {
  int *p;
  int *&reference;
  int *const *table;
  const char *names[4];
  int *get() const;
  int members(int n, Holder *next, int *Holder::*m) const {
    p[n];              // expect: subscript:5
    n[p];              // expect: subscript:5
    this->p[n];        // expect: subscript:5
    next->p[n];        // expect: subscript:5
    next[n].p[n];      // expect: subscript:5 subscript:5
    reference[n];      // expect: subscript:5
    table[n][n];       // expect: subscript:5 subscript:5
    names[1][n];       // expect: subscript:5  proven: array-index
    this[n];           // expect: subscript:5
    this[1].p;         // expect: subscript:5
    (*this).p[n];      // expect: subscript:5
    (this->*m)[n];     // expect: subscript:5
    get()[n];          // expect: subscript:5
    return (n + 1)[p]; // expect: subscript:12
  }
};

int operators(int *p, int a[], int b[4], int (*rows)[4], int **q, int i,
              Unscoped e, Index x, PointerLike like, char c, bool f,
              int *volatile v, int *&r, int *const k, int *&&moved,
              int b2[2][4], int (*const fixed)[4]) {
  p[i] = 1;            // expect: subscript:3
  i[p] = 1;            // expect: subscript:3
  0[p];                // expect: subscript:3
  a[i] = 1;            // expect: subscript:3
  b[i] = 1;            // expect: subscript:3
  q[i][i] = 1;         // expect: subscript:3 subscript:3
  i[i[q]];             // expect: subscript:3 subscript:5
  (*q)[i];             // expect: subscript:3
  *q[i];               // expect: subscript:4
  rows[i][i] = 1;      // expect: subscript:3 array-index:3
  b2[i][i];            // expect: subscript:3 array-index:3
  fixed[i];            // expect: subscript:3
  (&p)[i];             // expect: subscript:3
  (&i)[i];             // expect: subscript:3
  (&rows[0])[i];       // expect: subscript:3 subscript:5
  p[e];                // expect: subscript:3
  p[One];              // expect: subscript:3
  p[x];                // expect: subscript:3
  x[p];                // expect: subscript:3
  like[i];             // expect: subscript:3
  i[like];             // expect: subscript:3
  p[c];                // expect: subscript:3
  p[f];                // expect: subscript:3
  p[(i, i)];           // expect: subscript:3
  p[f ? i : 1];        // expect: subscript:3
  p[p[i]];             // expect: subscript:3 subscript:5
  p[i++]++;            // expect: subscript:3
  p[-1];               // expect: subscript:3
  v[i];                // expect: subscript:3, proven: read:3
  r[i];                // expect: subscript:3
  k[i];                // expect: subscript:3
  moved[i];            // expect: subscript:3
  (f ? p : k)[i];      // expect: subscript:3
  (p ?: k)[i];         // expect: subscript:3
  (i, p)[i];           // expect: subscript:3
  (p = a)[i];          // expect: subscript:3
  (p + 1)[i];          // expect: subscript:3 offset:4
  (p)[i];              // expect: subscript:3
  &p[i];               // expect: subscript:4
  &p[i] + 1;           // expect: subscript:4 offset:3
  ({ p; })[i];         // expect: subscript:3
  (new int[i])[1];     // expect: subscript:3
  ((char *)p)[i];      // expect: subscript:3  proven: reinterpret
  reinterpret_cast<unsigned char *>(p)[i]; // expect: subscript:3  proven: reinterpret
  std::to_address(p)[i];    // expect: subscript:3
  std::addressof(i)[1];     // expect: subscript:3
  std::move(p)[i];     // expect: subscript:3
  _Generic(i, int: p, default: a)[i]; // expect: subscript:3
  __builtin_choose_expr(true, p, i)[i]; // expect: subscript:3
  p[i] = p[i + 1];     // expect: subscript:3 subscript:10
  p[i] += 2;           // expect: subscript:3
  return p[
      i];              // expect(-1): subscript:10
}

// Deduced and aliased types.
using Ints = int *;
typedef int Row[8];
Ints ints();
struct Pair {
  int *data;
  int count;
};
void deduced(Pair pair, Row row, Row *rows, int *(&ends)[2], int n,
             const Ints alias) {
  alias[n];            // expect: subscript
  row[n];              // expect: subscript
  rows[n][n];          // expect: subscript array-index
  auto p = ints();
  p[n];                // expect: subscript
  auto &&r = ints();
  r[n];                // expect: subscript
  decltype(auto) s = (p);
  s[n];                // expect: subscript
  decltype(p) t = p;
  t[n];                // expect: subscript
  auto [data, count] = pair;
  data[count];         // expect: subscript
  auto &[first, last] = ends;
  last[n];             // expect: subscript
  auto a = "text";
  a[n];                // expect: subscript
  auto b = &row;
  b[n][n];             // expect: subscript subscript
  auto c = rows[0];    // expect: subscript
  c[n];                // expect: subscript
}

// What looks alike and is none.
struct Table {
  int &operator[](int);
  int *operator()(int);
};
void negatives(Table t, std::vector<int> &v, std::string_view s, int n,
               std::span<int> p, std::string &str, int *q, Table *u) {
  t[n];
  (*u)[n];
  v[n];
  s[n];
  p[n];
  p.subspan(n);
  str[n];
  v.begin()[n];
  s.begin()[n];
  auto i = s.begin();
  i[n];
  sizeof(q[n]);
  decltype(q[n]) x = n;
  noexcept(q[n]);
  [](int) {}(n);
}
void taken(std::vector<int> &v, std::string_view s, std::span<int> p, int n,
           std::string &str, std::array<int, 4> &a) {
  v.data()[n];         // expect: subscript:3
  (&v[0])[n];          // expect: subscript:3
  s.data()[n];         // expect: subscript:3
  p.data()[n];         // expect: subscript:3
  str.c_str()[n];      // expect: subscript:3
  a.data()[n];         // expect: subscript:3
}

// Places; the other contexts are in initializers.cpp.
int *global = ints();
int first = global[1];                          // expect: subscript:13
int designators[8] = {[0] = global[2], [1 ... 7] = 3[global]}; // expect: subscript:29 subscript:52
struct Places : Pair {
  int member = global[1];                       // expect: subscript:16
  Places(int *p) : Pair{.data = &p[1]}, member(p[2]) {} // expect: subscript:34 subscript:48
  Places(int **p) : Places(p[1]) {}             // expect: subscript:28
  int defaulted(int n = global[1]);             // expect: subscript:25
  int operator[](int n) noexcept(false) { return data[n]; } // expect: subscript:50
  friend int hidden(Places &p) { return p.data[1]; } // expect: subscript:41
  template <class T> T later(int n);
};
template <class T> T Places::later(int n) {
  return data[n];                               // expect: subscript:10
}

Task coroutine(int *p, int n) {
  co_yield p[n];                                // expect: subscript:12
}

int statements(int *p, int n, int **q) {
  for (int i = p[0]; i < p[1]; i += p[2])       // expect: subscript:16 subscript:26 subscript:37
    p[i] = 0;                                   // expect: subscript:5
  for (int *r = q[0]; int x : {r[1], 2})        // expect: subscript:17 subscript:32
    continue;
  if (int i = p[0]; i)                          // expect: subscript:15
    switch (int j = p[1]; p[j]) {               // expect: subscript:21 subscript:27
    case 1:
      throw p[2];                               // expect: subscript:13
    }
  while (int *r = q[1])                         // expect: subscript:19
    return r[2];                                // expect: subscript:12
  new (&p[1]) int(p[2]);                        // expect: subscript:9 subscript:19
  new int[p[1]]{p[2]};                          // expect: subscript:11 subscript:17
  delete q[1];                                  // expect: subscript:10
  asm("" : "=r"(p[1]) : "r"(p[2]));             // expect: subscript:17 subscript:29
  auto init = [q = p[1]] { return q; };         // expect: subscript:20
  auto inside = [=](int n = global[2]) -> decltype(p[n]) { return p[n]; }; // expect: subscript:29 subscript:67
  int bound[p[n]];                              // expect: subscript:13
  int(*pointer)[p[n]];                          // expect: subscript:17
  typedef int Rows[p[n]];                       // expect: subscript:20
  using More = int[p[n]];                       // expect: subscript:20
  (int(*)[p[n]])p;                              // expect: subscript:11 reinterpret:3
  static int once = p[1];                       // expect: subscript:21
  struct Local {
    int f(int *q) { return q[1]; }              // expect: subscript:28
  };
  return [] { return [](int *q) { return q[1]; }; }()(p); // expect: subscript:42
}

// Lambdas in types run where they are called.
using Less = decltype([](int *a, int *b) { return a[0] < b[0]; }); // expect: subscript:51 subscript:58
template <auto F> struct Called {};
Called<[](int *p) { return p[1]; }> called;     // expect: subscript:28
std::function<int(int *)> wrapped = [](int *p) { return p[1]; }; // expect: subscript:57

#define AT(p, i) ((p)[i])
#define CURRENT (global[first])                 // expect: subscript:18
#define PASTE(a) (glo##a[first])
int macros(int *p, int i) {
  return AT(p, i) + CURRENT + CURRENT + PASTE(bal); // expect: subscript:10 subscript:41
}

template <class T> T pattern(T *p, T **q, T (*rows)[4], int n) {
  p[n];                                         // expect: subscript~possible
  n[p];                                         // expect: subscript~possible
  q[n][n];                                      // expect: subscript~possible subscript~possible
  rows[n][n];                                   // expect: subscript~possible array-index~possible
  (*q)[n];                                      // expect: subscript~possible
  return p[sizeof(T)];                          // expect: subscript~possible
}
template <class T> T instantiated(T *p, int n) {
  return p[n];                                  // expect: subscript
}
template int instantiated(int *, int);
template long instantiated(long *, int);
