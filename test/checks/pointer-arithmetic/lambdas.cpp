// Lambdas and function objects, generic ones too, that are handed to
// algorithms, threads and comparators of a library.
// RUN: %check-hosts %s -- -std=c++14 -Wno-everything
// RUN: %check-hosts %s -- -std=c++17 -Wno-everything
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything
#include "Inputs/std.h"

struct Row {
  int *cells;
  int count;
};

void algorithms(Row *first, Row *last, int **p, int **q, int *out, int n) {
  std::for_each(first, last, [](Row &r) { r.cells[1] = 0; }); // expect: subscript:43
  std::for_each(first, last, [n](auto &r) { r.cells[n] = 0; }); // expect: subscript:45~possible
  std::for_each(p, q, [](auto *i) { ++i; });             // expect: step:37
  std::for_each(p, q, [](auto i) { ++i; });              // expect: step:36~possible
  std::for_each(out, out + n, [](auto i) { ++i; });      // expect: offset:22
  std::for_each(p, p + n, [=](auto &&i) { i += n; });    // expect: offset:20 offset:43~possible
  std::sort(p, q, [](auto a, auto b) { return a[0] < b[0]; }); // expect: subscript:47~possible subscript:54~possible
  std::sort(p, q, [](const int *a, const int *b) { return a < b; }); // expect: order:59
  std::sort(p, q, [](auto *a, decltype(a) b) { return a < b; }); // expect: order:55~possible
  std::transform(p, q, out, [](auto i) { return *(i + 1); }); // expect: offset:51~possible
  auto at = [n](auto i) { return i[n]; };                // expect: subscript:34~possible
  std::transform(p, q, out, at);
  std::for_each(first, last, [&](Row &r) {
    std::for_each(r.cells, r.cells + r.count, [&](auto &c) { // expect: offset:28
      c += r.cells[n];                                   // expect: subscript:12
    });
  });
}

// A function object with a template, and one that is a template.
struct Increment {
  template <class It> void operator()(It i) const { ++i; } // expect: step:53~possible
};
template <class T> struct Less {
  bool operator()(T a, T b) const { return a[0] < b[0]; } // expect: subscript:44~possible subscript:51~possible
};
struct Compare {
  bool operator()(const int *a, const int *b) const { return a < b; } // expect: order:62
};
void objects(int **p, int **q) {
  std::for_each(p, q, Increment());
  std::sort(p, q, Less<int *>());
  std::sort(p, q, Compare());
}

void threads(int *p, int n) {
  std::thread([p, n] { p[n] = 1; });                     // expect: subscript:24
  std::thread([](int *q) { ++q; }, p);                   // expect: step:28
  std::thread([](auto q, auto m) { q[m] = 1; }, p, n);   // expect: subscript:36~possible
  std::function<void(int *)> f = [](auto q) { q++; };    // expect: step:47~possible
  std::function<void(int *)> g = [n](int *q) { q += n; }; // expect: offset:48
}

int sum(int, int);
// Nested, recursive, and in each other's arguments.
int nested(int *p, int n) {
  auto outer = [](auto i) {
    return [i](auto m) { return i[m]; };                 // expect: subscript:33~possible
  };
  auto both = [](auto *i, auto m) {
    auto inner = [=](auto k) { return *(i + m + k); };   // expect: offset:41 offset:41
    return inner(1);
  };
  auto self = [](auto &&me, auto i, int k) -> int {
    return k ? me(me, i + 1, k - 1) : *i;                // expect: offset:23~possible
  };
  auto unused = [](auto i) { return i + 1; };
  auto unusedPointer = [](auto *i) { return i + 1; };    // expect: offset:45~possible
  auto number = [](auto i) { return i + 1; };
  auto copied = [q = p + n](auto k) { return q[k]; };    // expect: offset:22 subscript:46
  auto variadic = [](auto... i) { return sum(i[0]...); }; // expect: subscript:46~possible
  auto immediately = [](auto i) { return i + 1; }(p);    // expect: offset:42~possible
  int (*pointer)(int *) = [](auto i) { return i[1]; };   // expect: subscript:47~possible
  return outer(p)(n) + both(p, n) + self(self, p, n) + number(n) + copied(n) + variadic(p, p);
}

// In a template, as a member, a default argument and at namespace scope.
template <class T> T inTemplate(T *p, int n) {
  auto plain = [=] { return p[n]; };                     // expect: subscript:29
  auto generic = [=](auto i) { return p[i]; };           // expect: subscript:39
  auto bare = [=](auto i) { return i[n]; };              // expect: subscript:36~possible
  return plain() + generic(n) + bare(p);
}
template int inTemplate(int *, int);
template long inTemplate(long *, int);
template <class T> T notInstantiated(T *p, int n) {
  auto plain = [=] { return p[n]; };                     // expect: subscript:29~possible
  auto generic = [=](auto i) { return p[i]; };           // expect: subscript:39~possible
  auto bare = [=](auto i) { return i[n]; };
  return plain() + generic(n) + bare(p);
}
auto global = [](auto i) { return i[1]; };               // expect: subscript:35~possible
struct Members {
  int *p;
  int member = [this](auto i) { return p[i]; }(1);       // expect: subscript:40
  int later(int n) {
    auto get = [this](auto i) { return p[i] + *(this->p + i); }; // expect: subscript:40 offset:49
    return get(n) + global(p);
  }
};
template <class F> int call(F f, int *p) { return f(p); }
int defaulted(int *p, int n = call([](auto i) { return i[2]; }, nullptr)); // expect: subscript:56~possible
int called(int *p) { return call([](auto i) { return *++i; }, p) + defaulted(p); } // expect: step:55~possible
