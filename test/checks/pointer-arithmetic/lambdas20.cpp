// Lambdas as C++20 and C++23 have them.
// RUN: %check-hosts %s -- -std=c++23 -Wno-everything
#include "Inputs/std.h"

template <class T> concept Pointer = requires(T t) { *t; };

int forms(int *p, int n) {
  auto explicitly = []<class T>(T *i, int m) { return i[m]; };    // expect: subscript:55
  auto bare = []<class T>(T i) { return i[1]; };                  // expect: subscript:41~possible
  auto constrained = [](Pointer auto i) { return i[1]; };         // expect: subscript:50~possible
  auto required = [](auto i) requires requires { i[1]; } { return i[2]; }; // expect: subscript:67~possible
  auto branches = [](auto i) {
    if constexpr (Pointer<decltype(i)>)
      return i[1];                                                // expect: subscript:14~possible
    else
      return i;
  };
  auto folded = []<class... N>(int *q, N... m) { return (q + ... + m); }; // expect: offset:58
  auto self = [](this auto &&me, int *q, int k) -> int {
    return k ? me(q + 1, k - 1) : *q;                             // expect: offset:19
  };
  auto fixed = [](int *q) static { return q[1]; };                // expect: subscript:43
  auto constant = []<int N>(int *q) { return q[N]; };             // expect: subscript:46
  auto never = [](const int *q) consteval { return q[1]; };
  return explicitly(p, n) + bare(p) + constrained(p) + required(p) + branches(p) + branches(n) +
         *folded(p, n, n) + self(p, n) + constant.operator()<3>(p);
}

struct Cursor {
  int *at;
  auto &next(this auto &self) { return ++self.at, self; }         // expect: step:40~possible
  int peek(this Cursor self) { return self.at[1]; }               // expect: subscript:39
};
int deducing(Cursor c) { return c.next().peek(); }

struct Table {
  int *rows;
  int operator[](int i, int j) const { return rows[i + j]; }      // expect: subscript:47
  static int operator()(int *p) { return p[1]; }                  // expect: subscript:42
};
int table(Table t) { return t[1, 2]; }

// Abbreviated templates.
auto both(auto *p, auto n) { return p[n] + *(p + n); }            // expect: subscript:37 offset:46
auto bare(auto p) { return *++p; }                                // expect: step:29~possible
auto nobody(auto *p) { return p[1]; }                             // expect: subscript:31~possible
int abbreviated(int *p) { return both(p, 1) + bare(p); }

// Lambdas in types, where they are called.
template <class Less = decltype([](int *a, int *b) { return a < b; })> // expect: order:61
struct Sorted {};
Sorted<> sorted;
struct Members {
  decltype([](int *p) { return p[1]; }) get;                      // expect: subscript:32
  std::unique_ptr<int[], decltype([](int *p) { ++p; })> owned;    // expect: step:48
};
template <auto F> int called(int *p) { return F(p); }
int viaArgument(int *p) { return called<[](int *q) { return q[1]; }>(p); } // expect: subscript:61
void parameters(decltype([](int *p) { return p[1]; }) f, int *p); // expect: subscript:46

// What is only asked for its type never runs.
using Never = decltype([](int *p) { return p[1]; }((int *)nullptr));
static_assert(sizeof([](int *p) { return p[1]; }) == 1);
