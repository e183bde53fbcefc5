// What the compiler evaluates cannot go wrong at run time: an operation that is
// not sound does not compile there.
// RUN: %check-hosts %s -- -std=c++23 -Wno-everything

constexpr int table[4] = {1, 2, 3, 4};
constexpr const int *begin = table;
constexpr int third = begin[2];
constexpr const int *end = table + 4;
constinit const int *start = begin + 1;
static_assert(begin[1] == 2);
static_assert(begin < end);
template <int N> struct Number {};
Number<begin[1]> number;
int bound[begin[1]];
enum Values { Second = begin[1] };
struct Field {
  int bits : begin[1];
};
alignas(*(begin + 3)) char aligned;

int cases(int i, const int *p) {
  static constexpr int local = begin[3];
  switch (i) {
  case begin[0]:
    return p[1];            // expect: subscript:12
  case *(begin + 1):
    return 2;
  }
  Number<begin[2]> n;
  int sized[begin[3]];
  if constexpr (begin[0] == 1)
    return i;
  else
    return p[2];
}

// consteval functions run at compile time only; constexpr ones at run time too.
consteval int always(const int *p, int i) { return p[i]; }
constexpr int maybe(const int *p, int i) { return p[i]; } // expect: subscript:51
constexpr int now = always(table, 1) + maybe(table, 1);
int later(const int *p) { return maybe(p, 1) + always(table + 1, 1); }

constexpr auto lambda = [](const int *p, int i) {
  return p[i];              // expect: subscript:10
};
int called(const int *p, int i) {
  if consteval {
    return p[1];
  } else {
    return p[2];            // expect: subscript:12
  }
}

// In a pattern, before anything can be evaluated, too.
template <int N> struct Pattern {
  int bits : begin[N];
  int sized[begin[N]];
  Number<begin[N]> number;
  alignas(begin[N]) char aligned;
  static_assert(begin[N] > 0);
  enum Values { Nth = begin[N] };
  static constexpr int value = begin[N];
  explicit(begin[N] == 1) Pattern(int);
  template <int M = begin[N]> void defaulted() noexcept(begin[M] == 1);
};
template <class T, int N = sizeof(T) % 4> requires (begin[N] > 0)
int patterns(int i, const int *p) requires (begin[N] > 1) {
  switch (i) {
  case begin[N]:
    return p[1];            // expect: subscript
  case begin[N] + 8 ... begin[N] + 9:
    return 2;
  }
  if constexpr (constexpr int n = begin[N]; n == 1)
    return p[2];            // expect: subscript
  else
    return p[N];            // expect: subscript~possible
}
template <class T> requires (begin[sizeof(T)] > 0) struct Constrained {};
template <class T> requires (begin[sizeof(T)] > 0) int constrained = 1;
template <class T> concept Nth = begin[sizeof(T)] > 0;
int seen(const int *p) { return Pattern<1>(2).bits; }
