// Every kind of the check reinterpret-cast, in every spelling, and beside it
// what looks alike and is none.
// RUN: %check-hosts %s -- -std=c++20

namespace std {
using uintptr_t = unsigned long;
enum class byte : unsigned char {};
template <class T> struct shared_ptr {};
template <class T, class U>
shared_ptr<T> reinterpret_pointer_cast(const shared_ptr<U> &p);
template <class T, class U>
shared_ptr<T> const_pointer_cast(const shared_ptr<U> &p);
template <class T, class U>
shared_ptr<T> static_pointer_cast(const shared_ptr<U> &p);
template <class To, class From> To bit_cast(const From &f) {
  return __builtin_bit_cast(To, f); // expect: bit-cast~possible
}
} // namespace std

struct A {
  int a;
};
struct B {
  float b;
};
using IntPtr = int *;

void reinterpret(A *p, char *c, int *i, A &r) {
  B *b = reinterpret_cast<B *>(p);     // expect: reinterpret:10
  b = (B *)p;                          // expect: reinterpret:7
  B &s = reinterpret_cast<B &>(r);     // expect: reinterpret:10
  B &t = (B &)r;                       // expect: reinterpret:10
  B &&u = reinterpret_cast<B &&>(r);   // expect: reinterpret:11
  const B *d = (const B *)p;           // expect: reinterpret:16
  auto e = IntPtr(c);                  // expect: reinterpret:12
  auto f = IntPtr{i};
  A *g = (A *)p;                       // proven: reinterpret
  const A *h = static_cast<const A *>(p);
  A **l = reinterpret_cast<A **>(&b);  // expect: reinterpret
  A local[2];
  b = (B *)local;                      // expect: reinterpret
  void *v = (void *)p;
  v = p;
}

void bytes(A *p, A &r, int *i) {
  auto *a = reinterpret_cast<char *>(p);                // proven: reinterpret
  auto *b = reinterpret_cast<const unsigned char *>(p); // proven: reinterpret
  auto *c = reinterpret_cast<std::byte *>(p);           // proven: reinterpret
  auto &d = (unsigned char &)r;                         // proven: reinterpret
  auto *e = reinterpret_cast<unsigned *>(i);            // proven: reinterpret
  auto *f = reinterpret_cast<signed char *>(p);         // expect: reinterpret
  auto *g = reinterpret_cast<long *>(i);                // expect: reinterpret
}

void smart(std::shared_ptr<A> p, std::shared_ptr<const A> q) {
  auto a = std::reinterpret_pointer_cast<B>(p); // expect: reinterpret
  auto b = std::const_pointer_cast<A>(q);       // expect: cast-away
  auto c = std::static_pointer_cast<A>(p);
}

void integers(unsigned long n, A *p, void (*f)()) {
  A *a = reinterpret_cast<A *>(n);    // expect: int-to-pointer:10
  a = (A *)n;                         // expect: int-to-pointer:7
  a = (A *)0x1000;                    // expect: int-to-pointer
  auto b = IntPtr(n);                 // expect: int-to-pointer:12
  void *v = (void *)n;                // expect: int-to-pointer
  a = (A *)0;
  a = nullptr;
  a = reinterpret_cast<A *>(0L * 1); // expect: int-to-pointer
  n = reinterpret_cast<std::uintptr_t>(p); // proven: pointer-to-int
  n = (unsigned long)p;                    // proven: pointer-to-int
  n = (unsigned long)v;                    // proven: pointer-to-int
  bool set = (bool)p;
  set = static_cast<bool>(p);
  n = static_cast<unsigned long>(set);
}

void fromVoid(void *v, const void *k, A *p) {
  A *a = static_cast<A *>(v);             // expect: from-void:10
  a = (A *)v;                             // expect: from-void:7
  a = reinterpret_cast<A *>(v);           // expect: from-void:7
  auto *c = static_cast<const A *>(k);    // expect: from-void
  auto *d = static_cast<char *>(v);       // proven: from-void
  const void *e = static_cast<const void *>(v);
  v = static_cast<void *>(p);
  using Callback = void (*)();
  auto f = reinterpret_cast<Callback>(v); // expect: function-pointer
}

int twice(int);
void functions(void (*f)(), int (A::*m)(), int A::*d) {
  auto a = reinterpret_cast<int (*)(int)>(f); // expect: function-pointer:12
  a = (int (*)(int))f;                        // expect: function-pointer:7
  a = reinterpret_cast<int (*)(int)>(&twice); // proven: function-pointer
  auto b = reinterpret_cast<void (*)()>(twice); // expect: function-pointer
  auto v = reinterpret_cast<void *>(f);         // expect: function-pointer
  auto n = reinterpret_cast<unsigned long>(f);  // proven: pointer-to-int
  auto c = reinterpret_cast<int (B::*)()>(m);   // expect: member-pointer:12
  auto e = (float B::*)d;                       // expect: member-pointer:12
  a = static_cast<int (*)(int)>(twice);
}

void castAway(const A *p, const A &r, volatile int *v, A *m, const A *const *pp,
              const volatile int *cv) {
  A *a = const_cast<A *>(p);        // expect: cast-away:10
  a = (A *)p;                       // expect: cast-away:7
  A &b = const_cast<A &>(r);        // expect: cast-away:10
  A &&moved = const_cast<A &&>(r);  // expect: cast-away:15
  A &c = (A &)r;                    // expect: cast-away:10
  int *d = const_cast<int *>(v);    // expect: cast-away
  d = (int *)cv;                    // expect: cast-away
  B *e = (B *)p;                    // expect: cast-away:10 reinterpret:10
  auto f = const_cast<A *const *>(pp); // expect: cast-away
  const A *g = const_cast<const A *>(m);
  g = (const A *)p;                 // proven: reinterpret
  A copy = (A)r;
  const int *h = const_cast<const int *>(cv); // expect: cast-away
}

struct Base {
  virtual ~Base();
  int base;
};
struct Derived : Base {
  int derived;
};
struct Other : Base {};

void downcast(Base *p, Base &r, Derived *d, int Derived::*m) {
  auto *a = static_cast<Derived *>(p);     // expect: downcast:13
  a = (Derived *)p;                        // expect: downcast:7
  auto &b = static_cast<Derived &>(r);     // expect: downcast:13
  auto &&c = static_cast<Derived &&>(r);   // expect: downcast
  auto *e = dynamic_cast<Derived *>(p);
  Base *f = static_cast<Base *>(d);
  auto *g = reinterpret_cast<Other *>(d);  // expect: reinterpret
  auto h = static_cast<int Base::*>(m);    // expect: member-pointer
}

void bitCast(int *p, float f, unsigned long n) {
  auto a = std::bit_cast<unsigned long>(p); // expect: bit-cast:12
  auto *b = std::bit_cast<int *>(n);        // expect: bit-cast:13
  auto c = std::bit_cast<unsigned>(f);
  auto d = __builtin_bit_cast(int *, n);    // expect: bit-cast:12
  auto e = __builtin_bit_cast(unsigned, f);
}

struct Head1 {
  int kind;
  char name;
  float x;
};
struct Head2 {
  int kind;
  char name;
  int y;
};
union Pun {
  unsigned u;
  float f;
  unsigned char bytes[4];
  Head1 one;
  Head2 two;
};

float pun(unsigned bits, int i, bool yes) {
  Pun p;
  p.u = bits;
  float f = p.f;           // expect: union-pun:13
  unsigned char b = p.bytes[i & 3]; // proven: union-pun array-index
  unsigned u = p.u;
  Pun q = {.f = 1.0f};
  u = q.u;                 // expect: union-pun
  q.u = 1;
  u = q.u;
  p.one.kind = 1;
  i = p.two.kind;
  i = p.two.name;
  i = p.two.y;             // expect: union-pun
  Pun other;
  other.u = 3;
  f = p.one.x;
  if (yes)
    q.f = 2;
  u = q.u;                 // expect: union-pun
  return f;
}

float unknown(const Pun &p) { return p.f; }
