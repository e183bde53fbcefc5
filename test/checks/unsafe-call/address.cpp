// The kind address: a function that has a contract is named, and whoever calls
// it then sees no contract.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything

// SAFETY: p points to n ints.
int sum(const int *p, int n);
int safe(const int *p, int n);
using Sum = int (*)(const int *, int);
namespace std {
template <class F> struct function {
  function(F f);
};
template <class F> void thread(F f, const int *p);
} // namespace std
void take(Sum f, Sum g = sum);               // expect: address:26

auto address = &sum;                         // expect: address:17
Sum named = sum;                             // expect: address:13
std::function stored(sum);                   // expect: address:22
int (&bound)(const int *, int) = sum;        // expect: address:34
Sum table[] = {sum, safe, &sum};             // expect: address:16 address:28
struct Holder {
  Sum f = sum;                               // expect: address:11
  Sum g;
  Holder() : g(sum) {}                       // expect: address:16
};
Holder designated() {
  struct Plain {
    Sum f;
  } p = {.f = sum};                          // expect: address:15
  return {};
}
int through(const int *q) { return address(q, 3) + bound(q, 3); }

Sum uses(const int *q, bool yes) {
  take(sum, safe);                           // expect: address:8
  take(yes ? sum : safe, safe);              // expect: address:14
  take(static_cast<Sum>(sum), safe);         // expect: address:25
  Sum f = safe;
  f = sum;                                   // expect: address:7
  std::thread(sum, q);                       // expect: address:15
  auto lambda = [f = sum] { return f; };     // expect: address:22
  (void)sum;                                 // expect: address:9
  if (f == sum)                              // expect: address:12
    return safe;
  return sum;                                // expect: address:10
}

struct Buffer {
  // SAFETY: i is less than the size.
  int at(int i) const;
  // SAFETY: i is less than the size.
  static int of(int i);
};
auto member = &Buffer::at;                   // expect: address:16
auto staticMember = &Buffer::of;             // expect: address:22
auto staticByName = Buffer::of;              // expect: address:21

// SAFETY: p points to n elements.
template <class T> T first(const T *p, int n);
Sum instance = first<int>;                   // expect: address:16
template <Sum F> int parameter(const int *p) { return F(p, 1); }
template <class T> Sum seen() { return sum; } // expect: address:40
template Sum seen<int>();

#define NAME sum                             // expect: address:14
#define PICK(f) &f
Sum macro = NAME;
Sum picked = PICK(sum);                      // expect: address:19

// What only speaks of the function.
int call(const int *q);
Sum none(const int *q) {
  decltype(sum) *f = safe;
  f = safe;
  int n = sizeof(&sum);
  return f;
}
