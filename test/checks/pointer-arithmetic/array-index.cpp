// A built-in array is subscripted. What is proven is in proofs.cpp.
// RUN: %check-hosts %s -- -std=c++23 -Wno-everything
#include "Inputs/std.h"

enum Unscoped { Zero, One };
struct Index {
  operator int() const;
};
struct ArrayLike {
  using Type = int[8];
  operator Type &() const;
};
struct Table {
  int entries[8];
  int rows[2][3];
  static int shared[4];
  union {
    char raw[16];
    int words[4];
  };
  int tail[];
  int members(int i, Table *next, Table &other, int (Table::*m)[8]) const {
    entries[i];          // expect: array-index:5
    i[entries];          // expect: array-index:5
    this->entries[i];    // expect: array-index:5
    next->entries[i];    // expect: array-index:5
    other.entries[i];    // expect: array-index:5
    (*this).entries[i];  // expect: array-index:5
    next[i].entries[i];  // expect: subscript:5 array-index:5
    rows[i][i];          // expect: array-index:5 array-index:5
    shared[i];           // expect: array-index:5
    Table::shared[i];    // expect: array-index:5
    raw[i];              // expect: array-index:5
    tail[i];             // expect: array-index:5
    next->tail[i];       // expect: array-index:5
    (this->*m)[i];       // expect: array-index:5
    (other.*m)[i];       // expect: array-index:5
    return i[rows[i]];   // expect: array-index:12 array-index:14
  }
};

int global[8], matrix[2][8];
extern int unknown[];
thread_local int own[4];
void operators(int (*rows)[4], int (&r)[8], int (&&moved)[8], int (&open)[],
               Table t, Table *u, int i, Unscoped e, Index x, ArrayLike like,
               bool b, char c, int (*(&rr))[4], int *const (&pointers)[2]) {
  int local[4] = {};
  local[i] = 1;          // expect: array-index:3
  i[local] = 2;          // expect: array-index:3
  t.entries[i] = 1;      // expect: array-index:3
  u->entries[i]++;       // expect: array-index:3
  u->rows[i][i] += 2;    // expect: array-index:3 array-index:3
  (*rows)[i];            // expect: array-index:3
  (*rr)[i];              // expect: array-index:3
  i[*rows];              // expect: array-index:3
  r[i];                  // expect: array-index:3
  moved[i];              // expect: array-index:3
  open[i];               // expect: array-index:3
  global[i];             // expect: array-index:3
  ::global[i];           // expect: array-index:3
  unknown[i];            // expect: array-index:3
  own[i];                // expect: array-index:3
  matrix[i][i];          // expect: array-index:3 array-index:3
  (*matrix)[i];          // expect: array-index:3
  matrix[1][i];          // expect: array-index:3  proven: array-index
  pointers[i][i];        // expect: array-index:3 subscript:3
  local[e];              // expect: array-index:3
  local[One];            // proven: array-index:3
  local[x];              // expect: array-index:3
  like[i];               // expect: array-index:3
  local[c];              // expect: array-index:3
  local[(i, i)];         // expect: array-index:3
  local[b ? i : 1];      // expect: array-index:3
  local[local[i]];       // expect: array-index:3 array-index:9
  local[i++];            // expect: array-index:3
  (local)[i];            // expect: array-index:3
  (i, local)[i];         // expect: array-index:3
  (b ? local : local)[i];   // expect: array-index:3
  (*&local)[i];          // expect: array-index:3
  &local[i];             // expect: array-index:4
  "abc"[i];              // expect: array-index:3
  i["abc"];              // expect: array-index:3
  u8"abc"[i];            // expect: array-index:3
  __func__[i];           // expect: array-index:3
  (int[]){1, 2}[i];      // expect: array-index:3
  Table{}.entries[i];    // expect: array-index:3
  std::move(local)[i];   // expect: array-index:3
  static_cast<int(&&)[4]>(local)[i]; // expect: array-index:3
  ({ local; })[i];       // expect: subscript:3
}

// Deduced and aliased types.
using Ints = int[8];
typedef int Matrix[2][8];
struct Wrapped {
  Ints ints;
};
void deduced(Ints &alias, Matrix &m, Wrapped w, int n) {
  alias[n];              // expect: array-index
  m[n][n];               // expect: array-index array-index
  w.ints[n];             // expect: array-index
  auto &a = alias;
  a[n];                  // expect: array-index
  decltype(alias) b = alias;
  b[n];                  // expect: array-index
  auto &&[ints] = w;
  ints[n];               // expect: array-index
  auto [first, second] = m;
  first[n];              // expect: array-index
  for (auto &row : m)
    row[n];              // expect: array-index
  for (auto *row : m)
    row[n];              // expect: subscript
  auto copy = [m] { return m[1][8]; }; // expect: array-index  proven: array-index
}

// Vectors are arrays of a fixed extent.
typedef int Vector __attribute__((vector_size(16)));
typedef float Extended __attribute__((ext_vector_type(4)));
void vectors(Vector v, Extended e, Vector *p, int n) {
  v[n];                  // expect: array-index
  v[3];                  // proven: array-index
  v[4];                  // expect: array-index
  e[n] = 1;              // expect: array-index
  (*p)[n];               // expect: array-index
  p[n][n];               // expect: subscript array-index
  e.x;
}

// What looks alike and is none.
void negatives(std::array<int, 4> &a, std::vector<int> &v, int n, Table t) {
  a[n];
  v[n];
  int declared[4];
  new int[4];
  sizeof(global[n]);
  decltype(global[n]) x = n;
  noexcept(global[n]);
  for (int each : global)
    ;
  Table copy = t;
  int Table::*member = nullptr;
  t.*member;
}

// Places; the other contexts are in initializers.cpp.
int first = global[first];                       // expect: array-index:13
struct Places : Wrapped {
  int member = global[ints[0]];                  // expect: array-index:16  proven: array-index
  Places(int n) : Wrapped{.ints = {global[n]}}, member(ints[n]) {} // expect: array-index:36 array-index:56
  Places(char n) : Places(global[n]) {}          // expect: array-index:27
  int defaulted(int n = global[first]);          // expect: array-index:25
  int operator[](int n) noexcept(false) { return ints[n]; } // expect: array-index:50
};
Task coroutine(int n) {
  int local[4];
  co_yield local[n];                             // expect: array-index:12
}
int statements(int n) {
  int local[8] = {global[n], [4] = global[n]};   // expect: array-index:19 array-index:36
  for (int i = local[n]; i != local[n]; i += local[n]) // expect: array-index:16 array-index:31 array-index:46
    switch (local[n]) {                          // expect: array-index:13
    default:
      throw local[n];                            // expect: array-index:13
    }
  auto init = [q = local[n]] { return q; };      // expect: array-index:20
  auto inside = [&](int m) { return local[m]; }; // expect: array-index:37
  return [local](int m) { return local[m]; }(n); // expect: array-index:34
}

#define AT(a, i) ((a)[i])
#define CURRENT (global[first])                  // expect: array-index:18
int macros(int i) {
  int local[2];
  return AT(local, i) + CURRENT + CURRENT;       // expect: array-index:10
}

template <class T, int N> T pattern(T (&a)[N], T (*rows)[2][N], int n) {
  T local[N][4];
  a[n];                                          // expect: array-index~possible
  n[a];                                          // expect: array-index~possible
  local[n][n];                                   // expect: array-index~possible array-index~possible
  (*rows)[n][n];                                 // expect: array-index~possible array-index~possible
  return a[N - 1];                               // expect: array-index~possible
}
template <class T> struct Box {
  T cells[4];
  T at(int n) { return cells[n]; }               // expect: array-index
};
int boxed(Box<int> b, Box<char> c, int n) { return b.at(n) + c.at(n); }
