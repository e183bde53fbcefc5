// The kind int-to-pointer: an integer becomes an address.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything

#define NULL __null
namespace std {
using uintptr_t = unsigned long;
using nullptr_t = decltype(nullptr);
} // namespace std

struct A {
  int a;
};
using IntPtr = int *;
enum Address : unsigned long { Zero = 0, Base = 0x4000 };
enum class Strong : unsigned long { Base = 0x4000 };
struct Convertible {
  operator unsigned long() const;
};
struct AsPointer {
  operator int *() const;
};
void take(A *);
A *returned(unsigned long n) { return (A *)n; } // expect: int-to-pointer:39

void spellings(unsigned long n, long s, Address e, Strong t, Convertible c) {
  A *a = reinterpret_cast<A *>(n);    // expect: int-to-pointer:10
  a = (A *)n;                         // expect: int-to-pointer:7
  auto b = IntPtr(n);                 // expect: int-to-pointer:12
  void *v = (void *)n;                // expect: int-to-pointer
  a = (A *)s;                         // expect: int-to-pointer
  a = reinterpret_cast<A *>(e);       // expect: int-to-pointer:7
  a = (A *)t;                         // expect: int-to-pointer:7
  a = (A *)(unsigned long)c;          // expect: int-to-pointer:7
  a = (A *)0x1000;                    // expect: int-to-pointer
  a = (A *)Base;                      // expect: int-to-pointer
  a = (A *)(n & ~7UL);                // expect: int-to-pointer
  a = (A *)(n ? n : 8);               // expect: int-to-pointer
  char *bytes = (char *)n;            // expect: int-to-pointer
  const A *k = (const A *)n;          // expect: int-to-pointer
  A &r = *(A *)n;                     // expect: int-to-pointer:11
  int x = ((A *)n)->a;                // expect: int-to-pointer:12
  take((A *)n);                       // expect: int-to-pointer:8
  A *list[] = {(A *)n};               // expect: int-to-pointer:16
  auto lambda = [p = (A *)n] { return p; }; // expect: int-to-pointer:22
  A **pp = (A **)n;                   // expect: int-to-pointer
  a = (A *)-1;                        // expect: int-to-pointer
  a = (A *)true;                      // expect: int-to-pointer
  a = (A *)'a';                       // expect: int-to-pointer
  a = reinterpret_cast<A *>(std::uintptr_t{4}); // expect: int-to-pointer
  // A constant that happens to be zero is no null pointer constant.
  a = reinterpret_cast<A *>(0L * 1);  // expect: int-to-pointer
}
A *global = (A *)0x1000;              // expect: int-to-pointer
void defaulted(A *a = (A *)0x1000);   // expect: int-to-pointer
struct Member {
  A *a = (A *)0x1000;                 // expect: int-to-pointer
  A *b;
  Member(unsigned long n) : b((A *)n) {} // expect: int-to-pointer:31
};

// There and back at once: what a cast between the two pointers would be.
struct B {};
void backAndForth(A *p, B *b, void (*f)(), int i) {
  auto *a = (A *)(unsigned long)p;    // proven: int-to-pointer pointer-to-int
  a = (A *)(unsigned long)b;          // expect: reinterpret:7, proven: int-to-pointer pointer-to-int
  void *v = (void *)(unsigned long)f; // expect: function-pointer:13, proven: int-to-pointer pointer-to-int
  auto *c = (char *)(long)p;          // proven: reinterpret int-to-pointer pointer-to-int
  f = (void (*)())(unsigned long)v;   // expect: function-pointer:7, proven: pointer-to-int
}

// An integer that was changed is another.
A *tagged(A *p) {
  return (A *)((unsigned long)p | 1); // expect: int-to-pointer:10, proven: pointer-to-int
}

void none(unsigned long n, AsPointer c, int i) {
  A *a = (A *)0;
  a = nullptr;
  a = NULL;
  a = (A *)NULL;
  a = (A *)nullptr;
  a = static_cast<A *>(nullptr);
  a = (A *)(void *)0;
  a = 0;
  auto b = IntPtr();
  auto f = IntPtr{};
  int *p = (int *)c;
  std::nullptr_t none = nullptr;
  unsigned long m = (unsigned long)i;
}

// A pointer to volatile is a register's.
void registers(unsigned long n) {
  auto *r = (volatile unsigned *)n;   // expect: mmio-address
  auto *p = (unsigned *)n;            // expect: int-to-pointer
  auto **q = (volatile unsigned **)n; // expect: int-to-pointer
}

#define AT(n) ((A *)(n))
#define FIXED ((A *)0x1000)           // expect: int-to-pointer:16
#define NULL_AT ((A *)0)
#define MY_NULL 0
void macros(unsigned long n) {
  A *a = AT(n);                       // expect: int-to-pointer:10
  a = FIXED;
  a = AT(0);
  a = NULL_AT;
  a = (A *)MY_NULL;
  a = AT(0x2000);                     // expect: int-to-pointer:7
}

template <class T> T *fixed(unsigned long n) {
  return (T *)n;                      // expect: int-to-pointer
}
template A *fixed<A>(unsigned long);
template <class T> T *never(unsigned long n) {
  return reinterpret_cast<T *>(n);    // expect: int-to-pointer~possible
}
template <class T> A *source(T n) {
  return (A *)n;                      // expect: int-to-pointer~possible
}
template A *source(unsigned long);
template <unsigned long N> A *constant() {
  return (A *)N;                      // expect: int-to-pointer
}
template A *constant<0x1000>();
template <class T> T *null() { return (T *)0; }
template A *null<A>();
