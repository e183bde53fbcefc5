// What is never evaluated holds no operation.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything

namespace std {
class type_info;
}
struct A {
  int a;
  virtual ~A();
};
struct B {
  float b;
};

void unevaluated(int *p, int i, volatile int *r, unsigned long n, A *a) {
  int s = sizeof(p[i]);
  s = sizeof p[i] + alignof(int);
  s = sizeof(*r);
  s = sizeof(reinterpret_cast<B *>(a)->b);
  decltype(p[i]) x = s;
  decltype(p + i) y = p;
  using T = decltype(reinterpret_cast<B *>(a));
  bool b = noexcept(p[i] + *r);
  const std::type_info *t = &typeid(p[i]);
  t = &typeid(*r);
  b = requires { p[i]; (A *)n; };
  s = __builtin_constant_p(p[i]);
  s = __builtin_offsetof(A, a);
  s = __builtin_object_size(p + 1, 0);
}

// The operand of typeid is evaluated where its class is polymorphic.
void typeids(A *a, int i) {
  const std::type_info *t = &typeid(a[i]); // expect: subscript:37
  t = &typeid(a);
}

// The bound of a variable-length array is evaluated, in sizeof too.
int bounds(int *p, int i) {
  int local[p[i]];              // expect: subscript:13
  return sizeof(int[p[i]]);     // expect: subscript:21
}

template <class T> requires requires(T t) { t[1]; t + 1; }
auto constrained(T t) -> decltype(t[1], *(t + 1)) {
  return t[2];                  // expect: subscript~possible
}
template <class T> concept Can = requires(T *t) { (A *)t; t[1]; };
static_assert(Can<int>);
int use(int *p) { return constrained(p); }

void function(int *p) noexcept(noexcept(p[1]));
template <class T> auto trailing(T *t, int n) -> decltype(t[n]);
alignas(sizeof(((int *)0)[1])) int aligned;
