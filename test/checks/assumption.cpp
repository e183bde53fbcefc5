// What the compiler is told to believe, and what it is not.
// RUN: %check-hosts --on assumption %s -- -std=c++23 -Wno-everything
// RUN: %warrant scan --root %S --checks='-*,assumption' --all %s -- \
// RUN:   -std=c++23 | %FileCheck %s --implicit-check-not=error:

namespace std {
using size_t = decltype(sizeof 0);
[[noreturn]] void unreachable();
template <size_t N, class T> T *assume_aligned(T *p);
} // namespace std
bool change();
bool pure() __attribute__((const));

void conditions(int i, const int *p) {
  [[assume(i > 0)]];                    // expect: assume:5
  [[assume(p != nullptr), assume(i < 8)]]; // expect: assume:5 assume:27
  __builtin_assume(i % 4 == 0);         // expect: assume:3
  __builtin_assume_separate_storage(p, &i); // expect: assume
  [[assume(true)]];                     // proven: assume
  __builtin_assume(sizeof(int) == 4);   // proven: assume
  __builtin_assume(false);              // expect: unreachable
  [[assume(0)]];                        // expect: unreachable
  __builtin_assume(pure());             // expect: assume
  // CHECK: :[[#@LINE+1]]:3: error: the condition is not evaluated, so what it changes is not changed (possible)
  __builtin_assume(i++ > 0);            // expect: assume
}

int ways(int i) {
  switch (i) {
  case 1:
    return 1;
  case 2:
    std::unreachable();                 // expect: unreachable:5
  case 3:
    return i == 3 ? 1 : (__builtin_unreachable(), 0); // expect: unreachable:26
  default:
    __builtin_unreachable();            // expect: unreachable:5
  }
}

void aligned(char *c, int *p, void *v) {
  p = static_cast<int *>(__builtin_assume_aligned(p, 16)); // expect: assume-aligned from-void
  p = (int *)__builtin_assume_aligned(p, 4);    // proven: assume-aligned
  // expect(-1): from-void
  p = (int *)__builtin_assume_aligned(p, 4, 2); // expect: assume-aligned from-void
  v = __builtin_assume_aligned(v, 8);           // expect: assume-aligned
  v = __builtin_assume_aligned(c, 1);           // proven: assume-aligned
  c = std::assume_aligned<64>(c);               // expect: assume-aligned:7
}
struct Opaque;
void *incomplete(Opaque *o) { return __builtin_assume_aligned(o, 1); } // expect: assume-aligned

__attribute__((assume_aligned(64))) void *page();  // expect: assume-aligned:43
void vector(double *d __attribute__((align_value(64)))); // expect: assume-aligned:21
// SAFETY(alignment): the pool hands out whole pages, which are aligned to 4096.
__attribute__((assume_aligned(64))) void *documented_page();

// Each use of a macro makes a claim of its own.
#define ASSUME(x) __builtin_assume(x)
#define UNREACHABLE() (__builtin_unreachable())
#define ALIAS UNREACHABLE()
#define SURE() __builtin_assume(state_ > 0)          // expect: assume
#define VERIFY(x) ((x) ? (void)0 : (report_(), UNREACHABLE())) // expect: unreachable
extern int state_;
void report_();
#define CHECKED(x) ((x) ? (void)0 : __builtin_trap())
#define UNREACHABLE_OR_TRAP() __builtin_trap()
int macros(int i) {
  ASSUME(i > 1);                        // expect: assume:3
  ASSUME(i > 1);                        // expect: assume:3
  CHECKED(i > 1);
  if (i == 9)
    UNREACHABLE();                      // expect: unreachable:5
  if (i == 7)
    ALIAS;                              // expect: unreachable:5
  SURE();
  SURE();
  VERIFY(i > 1);
  VERIFY(i > 2);
  if (i == 8)
    UNREACHABLE_OR_TRAP();
  return i;
}

template <class T> T generic(T t) {
  [[assume(t > 0)]];                    // expect: assume
  if (t == 1)
    __builtin_unreachable();            // expect: unreachable
  return t;
}
template <class T> T used(T t) {
  [[assume(t > 0)]];                    // expect: assume
  __builtin_assume(t > 1);              // expect: assume
  return t;
}
template int used(int);
auto lambda = [](auto x) {
  __builtin_assume(x > 0);              // expect: assume
  return x;
};
int called = lambda(1);
struct Member {
  int x;
  Member(int i) : x((__builtin_assume(i > 0), i)) {} // expect: assume
};
constexpr int constant(int i) {
  [[assume(i > 0)]];                    // expect: assume
  return i;
}
static_assert(constant(1));

// Hints and promises of other kinds, and namesakes.
namespace own {
void unreachable();
bool expect(bool);
} // namespace own
[[noreturn]] void stop();
void negatives(int i) {
  own::unreachable();
  own::expect(i > 0);
  if (__builtin_expect(i > 0, 1)) [[likely]]
    stop();
  (void)sizeof(__builtin_assume_aligned(&i, 64));
}

void documented(int i) {
  // SAFETY: the caller checked that i is a digit.
  [[assume(i < 10)]];
}
