// A name in backticks that is not there, and whose code the comment stands at.
//
// RUN: rm -rf %t && split-file %s %t && touch %t/.warrant.yaml
// RUN: %warrant scan -p %t %t --root %t > %t/text
// RUN: grep ': stale:' %t/text > %t/stale
// RUN: FileCheck %t/a.cpp --implicit-check-not=a.cpp < %t/stale
// RUN: FileCheck %t/h.h --implicit-check-not=h.h < %t/stale
// RUN: FileCheck %t/c.c --implicit-check-not=c.c < %t/stale

//--- compile_commands.json
[{"directory": ".", "file": "a.cpp", "command": "c++ -std=c++20 -c a.cpp"},
 {"directory": ".", "file": "other.cpp", "command": "c++ -c other.cpp"},
 {"directory": ".", "file": "c.c", "command": "cc -c c.c"}]
//--- other.cpp
#include "h.h"
// Other units know names that a comment may speak of.
void startOfOther() {}
enum OfOther { FirstOfOther };
#define MACRO_OF_OTHER 4
int seenHere;
//--- h.h
template <typename T> inline T atOf(const T *p, int i) {
  // Only one of the units knows `seenHere`.
  // SAFETY: i is below `seenHere`.
  return p[i];
}
inline int at(const int *p, int i) {
  // CHECK: h.h:[[#@LINE+1]]:3: warning: stale: the SAFETY comment speaks of 'len', and nothing here has that name
  // SAFETY: i is below `len`.
  return p[i];
}
//--- a.cpp
#include "h.h"
struct View {
  const int *data;
  int count;
  int get(int i) const {
    // SAFETY: `i` is below `count`, and `data` has as many elements.
    return data[i];
  }
  int gone(int i) const {
    // CHECK: a.cpp:[[#@LINE+1]]:5: warning: stale: {{.*}} 'size'
    // SAFETY: `i` is below `size`.
    return data[i];
  }
};
enum Limit { MostEntries = 4 };
constexpr int Least = 2;
using Word = unsigned;
#define MOST 8

int renamed(const int *p, int length) {
  // CHECK: a.cpp:[[#@LINE+1]]:3: warning: stale: {{.*}} 'len'
  // SAFETY: `len` elements are in `p`.
  return p[length - 1];
}
int local(const int *p) {
  int n = p[0];
  for (int k = 0; k < n; ++k) {
    auto [first, second] = View{p, n};
    // SAFETY: `k < n`, `second` is `n`, and `first[k]` is there.
    n += first[k];
  }
  // CHECK: a.cpp:[[#@LINE+1]]:3: warning: stale: {{.*}} 'kk'
  // SAFETY: below `kk`, `n` and `p->n`.
  return p[n];
}
int everything(const int *p, View v) {
  // SAFETY: `MostEntries`, `Limit`, `Least`, `Word`, `MOST`, `View::count`,
  // `v.count`, `local(p)`, `everything`, `std::span`, `nullptr`, `const`,
  // `malloc`, `memcpy()`, `uint8_t`, `SIZE_MAX`, `NULL`, `uart.c`, `-O2`,
  // `make test`, `/dev/mem`, `mmap(2)`, `startOfOther()`, `FirstOfOther`,
  // `MACRO_OF_OTHER`, `__restrict`, `bounds`, `errno`, `ERANGE`, `INT_MAX`,
  // `FILE`, `uintptr_t`, `ptrdiff_t`.
  return p[1];
}
void fill(int *target, int amount);
struct Filler {
  explicit Filler(int *goal);
};
int parameters(int *p) {
  fill(p, 2);
  Filler filler(p);
  // SAFETY: fill() wrote `amount` elements to its `target`, which is `goal`.
  int first = p[1];
  return first;
}
int parametersOfNobody(int *p) {
  // CHECK: a.cpp:[[#@LINE+1]]:3: warning: stale: {{.*}} 'amount'
  // SAFETY: somebody wrote `amount` elements.
  return p[1];
}
int notQuoted(const int *p) {
  // SAFETY: len is not marked as a name.
  return p[1];
}
int excluded(const int *p) {
#ifdef WINDOWS
  int handles = 4;
#endif
  // SAFETY: `handles` and `OnWindows` are there in other configurations.
  return p[1];
}
#ifdef WINDOWS
enum { OnWindows };
// SAFETY: `never` is not asked for here.
#endif
int lambda(const int *p, int n) {
  return [=](int i) {
    // SAFETY: `i < n`, and `p` has `n` elements.
    return p[i];
  }(0);
}
template <typename Element, int Size> Element first(const Element (*p)[Size]) {
  // SAFETY: `p` has `Size` of `Element`.
  const Element *e = *p + 1;
  // CHECK: a.cpp:[[#@LINE+1]]:3: warning: stale: {{.*}} 'Count'
  // SAFETY: `e` has `Count` elements.
  return e[0] + e[1];
}
int use(const int *p, const int (*q)[4]) { return atOf(p, 1) + first(q); }
// SAFETY: `p` has `i` elements more.
#define AT(p, i) (table_##p[i])
// SAFETY: `q` is what the caller has, and `p` leads to it.
int contract(const int *q);
int contract(const int *p);
// CHECK: a.cpp:[[#@LINE+1]]:1: warning: stale: {{.*}} 'r'
// SAFETY: `r` leads to 4 elements.
int staleContract(const int *q);
const int Table[] = {1, 2};
// SAFETY: `Table` has two elements, and so has `Tables`.
// CHECK: a.cpp:[[#@LINE-1]]:1: warning: stale: {{.*}} 'Tables'
const int *Last = Table + 1;
int several(const int *p, int n) {
  {
    // SAFETY: the bounds are those of `twice`.
    int a = p[n];
    int b = [&] { int twice = 2; return twice; }() + p[n + 1];
    return a + b;
  }
}
//--- c.c
struct header { unsigned short length; };
int read_at(const unsigned char *bytes, unsigned at) {
  struct header *h = (struct header *)0;
  // SAFETY: `at` is below `h->length`, `nullptr` and `this` are no C.
  int first = bytes[at];
  // CHECK: c.c:[[#@LINE+1]]:3: warning: stale: {{.*}} 'offset'
  // SAFETY: `offset + 1` is below `header.length`.
  return first + bytes[at + 1];
}
