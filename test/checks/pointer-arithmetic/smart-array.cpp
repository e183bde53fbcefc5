// A smart pointer to an array is subscripted.
// RUN: %check-hosts %s -- -std=c++23 -Wno-everything
#include "Inputs/std.h"

enum Unscoped { Zero, One };
struct Index {
  operator std::size_t() const;
};
struct Deleter {};
struct Holder {
  std::unique_ptr<int[]> owned;
  std::shared_ptr<int[]> shared;
  std::unique_ptr<int[]> rows[4];
  int members(int i, Holder *other) {
    owned[i];                      // expect: smart-array:5
    this->owned[i];                // expect: smart-array:5
    other->shared[i];              // expect: smart-array:5
    rows[i][i];                    // expect: array-index:5 smart-array:5
    return (*other).owned[i]++;    // expect: smart-array:12
  }
};
struct Derived : std::unique_ptr<int[]> {};
using Bytes = std::unique_ptr<unsigned char[]>;
std::unique_ptr<int[]> make();

void operators(std::unique_ptr<int[]> &u, std::shared_ptr<int[]> s, int i,
               const std::unique_ptr<int[], Deleter> &d, Bytes &&bytes,
               std::shared_ptr<int[8]> fixed, std::unique_ptr<int *[]> pp,
               std::unique_ptr<int[]> *up, std::vector<Bytes> &v, Derived &x,
               std::unique_ptr<int[][4]> m, Unscoped e, Index index, bool b) {
  u[i] = 1;                        // expect: smart-array:3
  s[i] = 1;                        // expect: smart-array:3
  d[i] = 1;                        // expect: smart-array:3
  bytes[i] = 1;                    // expect: smart-array:3
  fixed[i];                        // expect: smart-array:3
  pp[i][i];                        // expect: smart-array:3 subscript:3
  (*up)[i];                        // expect: smart-array:3
  up[i][i];                        // expect: subscript:3 smart-array:3
  v[i][i];                         // expect: smart-array:3
  x[i];                            // expect: smart-array:3
  m[i][i];                         // expect: smart-array:3 array-index:3
  u[e];                            // expect: smart-array:3
  u[index];                        // expect: smart-array:3
  u[0];                            // expect: smart-array:3
  u[u[i]];                         // expect: smart-array:3 smart-array:5
  u[i] += s[i];                    // expect: smart-array:3 smart-array:11
  &u[i];                           // expect: smart-array:4
  (b ? u : *up)[i];                // expect: smart-array:3
  (i, u)[i];                       // expect: smart-array:3
  make()[i];                       // expect: smart-array:3
  std::make_unique<int[]>(8)[i];   // expect: smart-array:3
  std::move(u)[i];                 // expect: smart-array:3
  u.operator[](i);                 // expect: smart-array:3
  up->operator[](i);               // expect: smart-array:3
  auto &alias = u;
  alias[i];                        // expect: smart-array:3
  auto made = make();
  made[i];                         // expect: smart-array:3
  auto &[owned, shared, rows] = *(Holder *)nullptr;
  owned[i];                        // expect: smart-array:3
}

// What looks alike and is none.
struct Array {
  int &operator[](int);
};
namespace mine {
template <class T> struct unique_ptr {
  int &operator[](int);
};
} // namespace mine
void negatives(std::vector<int> &v, std::array<int, 4> a, Array &array, int i,
               mine::unique_ptr<int> &u, std::unique_ptr<int[]> &owned) {
  v[i];
  a[i];
  array[i];
  array.operator[](i);
  u[i];
  owned.get()[i];                  // expect: subscript:3
  owned.get() + i;                 // expect: offset:3
  sizeof(owned[i]);
  decltype(owned[i]) x = i;
  noexcept(owned[i]);
}

// Places; the other contexts are in initializers.cpp.
int first = make()[1];                          // expect: smart-array:13
struct Places : Holder {
  int member = owned[1];                        // expect: smart-array:16
  Places(Holder &h) : member(h.owned[2]) {}     // expect: smart-array:30
  int defaulted(int n = make()[3]);             // expect: smart-array:25
};
Task coroutine(Bytes b, int n) {
  co_yield b[n];                                // expect: smart-array:12
}
int statements(Bytes &b, int n) {
  for (int i = b[0]; i < b[1]; i += b[2])       // expect: smart-array:16 smart-array:26 smart-array:37
    switch (b[n]) {                             // expect: smart-array:13
    default:
      throw b[n];                               // expect: smart-array:13
    }
  auto init = [q = b[n]] { return q; };         // expect: smart-array:20
  auto inside = [&](int m = make()[1]) { return b[m]; }; // expect: smart-array:29 smart-array:49
  return [b = make()](int m) { return b[m]; }(n); // expect: smart-array:39
}

#define AT(p, i) ((p)[i])
#define CURRENT (global[1])                     // expect: smart-array:18
extern std::unique_ptr<int[]> global;
int macros(Bytes &b) {
  return AT(b, 1) + CURRENT + CURRENT;          // expect: smart-array:10
}

template <class T>
void pattern(std::unique_ptr<T[]> &u, std::shared_ptr<T[]> *s, int n) {
  u[n];                                         // expect: smart-array~possible
  (*s)[n];                                      // expect: smart-array~possible
}
template <class T> struct Buffer {
  std::unique_ptr<T[]> owned;
  std::unique_ptr<T> one;
  T &at(int n) { return owned[n]; }             // expect: smart-array
  T &quiet(int n) { return owned[n]; }          // expect: smart-array~possible
};
int buffers(Buffer<int> &b, Buffer<char> &c) { return b.at(1) + c.at(2); }
template <class P> auto bare(P &p, int n) {
  return p[n];                                  // expect: smart-array~possible subscript~possible
}
template auto bare(std::unique_ptr<int[]> &, int);
template auto bare(std::vector<int> &, int);
template auto bare(int *&, int);
