// A raw pointer is moved by a function of the standard library.
// RUN: %check-hosts %s -- -std=c++23 -Wno-everything
#include "Inputs/std.h"

struct PointerLike {
  operator int *() const;
};
struct Point {
  int x, y;
};
struct Holder {
  int *p;
  int cells[8];
  int *members(int n, Holder *other) {
    std::advance(p, n);           // expect: advance:5
    std::next(this->p);           // expect: advance:5
    std::prev(other->p, n);       // expect: advance:5
    std::next(this);              // expect: advance:5
    return std::next(cells, n);   // expect: advance:12
  }
};

int global[8];
int *data();
void operators(int *p, int *&r, int a[], int (&whole)[8], int **pp, int n,
               PointerLike like, const Point *point, const int *const c,
               bool b) {
  p = std::next(p);               // expect: advance:7
  p = std::next(p, 3);            // expect: advance:7
  p = std::prev(p);               // expect: advance:7
  p = std::prev(p, n);            // expect: advance:7
  std::advance(p, 2);             // expect: advance:3
  std::advance(r, -n);            // expect: advance:3
  std::advance(*pp, n);           // expect: advance:3
  std::next(a, n);                // expect: advance:3
  std::next(whole, n);            // expect: advance:3
  std::next(global);              // expect: advance:3
  std::next(std::begin(global), n); // expect: advance:3
  std::next(c);                   // expect: advance:3
  std::next(&n);                  // expect: advance:3
  std::next(point)->x;            // expect: advance:3
  *std::next(p) = *std::prev(p);  // expect: advance:4 advance:20
  std::next(std::next(p));        // expect: advance:3 advance:13
  std::next(p + 1);               // expect: advance:3 offset:13
  std::next(p)[n];                // expect: advance:3 subscript:3
  std::next("text");              // expect: advance:3
  std::next(b ? p : r);           // expect: advance:3
  std::next((n, p));              // expect: advance:3
  std::next(data());              // expect: advance:3
  std::next<int *>(like);         // expect: advance:3
  std::next<const int *>(p);      // expect: advance:3
  ::std::next(p);                 // expect: advance:3
  (std::next)(p, 1);              // expect: advance:3
  using std::next;
  next(p);                        // expect: advance:3
  namespace s = std;
  s::prev(p);                     // expect: advance:3
}

// The function objects of std::ranges.
void ranges(int *p, int *end, int n) {
  std::ranges::next(p);           // expect: advance:3
  std::ranges::next(p, n);        // expect: advance:3
  std::ranges::prev(p, n);        // expect: advance:3
  std::ranges::advance(p, n);     // expect: advance:3
  std::ranges::next(global, n);   // expect: advance:3
  std::ranges::next(p, n, end);   // expect: advance:3
  namespace r = std::ranges;
  r::next(p);                     // expect: advance:3
  using std::ranges::prev;
  prev(p);                        // expect: advance:3
}

// Deduced and aliased types.
using Ints = int *;
void deduced(Ints a, int *(&ends)[2]) {
  std::next(a);                   // expect: advance
  auto p = data();
  std::advance(p, 1);             // expect: advance
  auto &[first, last] = ends;
  std::advance(first, 1);         // expect: advance
}

// What looks alike and is none.
struct Cursor {
  Cursor operator+(std::ptrdiff_t);
  Cursor operator-(std::ptrdiff_t);
  void operator+=(std::ptrdiff_t);
};
namespace mine {
int *next(int *p);
struct {
  int *operator()(int *p) const;
} prev;
} // namespace mine
void negatives(Cursor c, std::vector<int> &v, std::string_view s, int *p) {
  std::next(c);
  std::prev(v.begin());
  std::next(s.begin());
  auto i = s.begin();
  std::advance(i, 1);
  std::ranges::next(i);
  std::ranges::prev(v.end());
  mine::next(p);
  mine::prev(p);
  std::to_address(p);
  std::addressof(p);
  std::begin(global);
  sizeof(std::next(p));
  decltype(std::next(p)) q = p;
  noexcept(std::next(p));
  constexpr const int *third = std::ranges::next(&global[0]);
}

// Places; the other contexts are in initializers.cpp.
int *second = std::next(data());            // expect: advance:15
struct Places : Holder {
  int *member = std::next(data());          // expect: advance:17
  Places(int *p) : Holder{std::next(p)}, member(std::prev(p)) {} // expect: advance:27 advance:49
  void defaulted(int *p = std::next(data())); // expect: advance:27
};
Task coroutine(int *p) {
  co_yield std::next(p);                    // expect: advance:12
}
void statements(int *p) {
  for (auto *q = std::next(p); q; std::advance(q, 1)) // expect: advance:18 advance:35
    throw std::prev(p);                     // expect: advance:11
  new (std::next(p)) int;                   // expect: advance:8
  auto init = [q = std::next(p)] { return q; }; // expect: advance:20
  auto inside = [=](int *q = std::next(data())) { return std::prev(p); }; // expect: advance:30 advance:58
}

#define NEXT(p) std::next(p)
#define SECOND (std::next(last))            // expect: advance:17
#define PASTE(name) (std::n##name(last))    // expect: advance:22
extern int *last;
int macros(int *p) {
  return *NEXT(p) + *SECOND + *SECOND + *PASTE(ext); // expect: advance:11
}

template <class T> T *pattern(T *p, T (&a)[4], int n) {
  std::advance(p, n);                       // expect: advance~possible
  std::next(a, n);                          // expect: advance~possible
  std::next(p + n);                         // expect: advance~possible offset~possible
  std::ranges::next(p);                     // expect: advance~possible
  return std::next(p);                      // expect: advance~possible
}
template <class T> T *instantiated(T *p) {
  std::ranges::advance(p, 1);               // expect: advance
  return std::next(p);                      // expect: advance
}
template int *instantiated(int *);
template long *instantiated(long *);
template <class It> It bare(It i, int n) {
  std::advance(i, n);                       // expect: advance~possible
  using std::next;
  return next(i, n);                        // expect: advance~possible
}
template int *bare(int *, int);
template Cursor bare(Cursor, int);
