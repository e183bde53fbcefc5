// The kind mmio-address in C++.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything

using u32 = unsigned;
using uintptr = unsigned long;
struct Timer {
  volatile u32 count;
  u32 load;
  u32 now() const { return count; }                // expect: read:28
};
struct Derived : Timer {};
using Register = volatile u32 *;
void take(volatile u32 &);
auto *const timer = reinterpret_cast<Timer *>(0x40000000); // expect: mmio-address:21
inline Timer &second = *(Timer *)0x40001000;       // expect: mmio-address:25

struct Driver {
  volatile u32 *base;
  volatile u32 *fixed = (volatile u32 *)0x4000;    // expect: mmio-address:25
  explicit Driver(uintptr n) : base(reinterpret_cast<volatile u32 *>(n)) {} // expect: mmio-address:37
};
void casts(uintptr base, Timer *t) {
  auto *a = reinterpret_cast<volatile u32 *>(base); // expect: mmio-address:13
  auto *b = (Timer *)base;                         // expect: mmio-address:13
  auto &c = *reinterpret_cast<Timer *>(base);      // expect: mmio-address:14
  auto d = Register(base);                         // expect: mmio-address:12
  auto *e = reinterpret_cast<Derived *>(base);     // expect: mmio-address:13
  u32 h = ((Timer *)base)->now();                  // expect: mmio-address:12
  take(*(volatile u32 *)base);                     // expect: mmio-address:9
  auto *i = &((Timer *)base)->count;               // expect: mmio-address:15
  ((Timer *)base)->load = 1;                       // expect: mmio-address:4
  auto lambda = [r = Register(base)] { return r; }; // expect: mmio-address:22
  u32 g = *reinterpret_cast<volatile u32 *>(base); // expect: read:11
  *Register(base) = 1;                             // expect: write:3
  reinterpret_cast<Timer *>(base)->count++;        // expect: read-modify-write:3
  auto *k = const_cast<volatile u32 *>(&t->load);
  auto *l = static_cast<volatile u32 *>(nullptr);
}
void take_any(const volatile void *);
void steps(uintptr base) {
  auto *a = reinterpret_cast<volatile u32 *>(reinterpret_cast<char *>(base) + 4); // expect: mmio-address:13 offset
  auto *b = static_cast<volatile u32 *>(reinterpret_cast<void *>(base)); // expect: mmio-address:13
  take_any(reinterpret_cast<void *>(base));        // expect: mmio-address:12
  volatile u32 *c = (u32 *)base;                   // expect: mmio-address:21
}
template <uintptr Base> struct Port {
  static volatile u32 *at(int i) {
    return reinterpret_cast<volatile u32 *>(Base) + i; // expect: mmio-address:12 offset
  }
  static Timer *timer() { return (Timer *)Base; }  // expect: mmio-address:34
};
auto *port = Port<0x4000>::at(1);
auto *also = Port<0x4000>::timer();
template <class T> volatile T *never(uintptr n) {
  return (volatile T *)n;                          // expect: mmio-address~possible
}
template <class T> volatile T *seen(uintptr n) {
  return (volatile T *)n;                          // expect: mmio-address
}
template volatile u32 *seen<u32>(uintptr);
template <class T> T *bare(uintptr n) {
  return (T *)n;                                   // expect: mmio-address~possible int-to-pointer
}
template volatile u32 *bare<volatile u32>(uintptr);
template u32 *bare<u32>(uintptr);
