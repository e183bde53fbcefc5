// The check volatile-access in C++.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything

using u32 = unsigned;
using uintptr = unsigned long;

struct Timer {
  volatile u32 count;
  u32 load;
  u32 now() const { return count; }     // expect: read:28
  void start(u32 n) { count = n; }      // expect: write:23
  void bump() { count++; }              // expect: read-modify-write:17
};

struct Device {
  u32 id;
  u32 get() const volatile { return id; } // expect: read:37
};

void take(volatile u32 &);

void casts(uintptr base, volatile u32 &ref) {
  auto *a = reinterpret_cast<volatile u32 *>(base);  // expect: mmio-address:13
  auto *b = (Timer *)base;                           // expect: mmio-address:13
  auto &c = *reinterpret_cast<Timer *>(base);        // expect: mmio-address:14
  using Register = volatile u32 *;
  auto d = Register(base);                           // expect: mmio-address:12
  u32 e = *reinterpret_cast<volatile u32 *>(base);   // expect: read:11
  *reinterpret_cast<volatile u32 *>(0x1000) = 1;     // expect: write:3
  auto *f = reinterpret_cast<u32 *>(base);           // expect: int-to-pointer
  ref = 1;                                           // expect: write:3
  ref |= 1;                                          // expect: read-modify-write:3
  u32 g = ref;                                       // expect: read:11
  c.load = 1;
  u32 h = ((Timer *)base)->now();                    // expect: mmio-address:12
  take(*(volatile u32 *)base);                       // expect: mmio-address:9
  auto *i = &((Timer *)base)->count;                 // expect: mmio-address:15
  ((Timer *)base)->load = 1;                         // expect: mmio-address:4
  *reinterpret_cast<u32 *>(0x1000) = 1; // expect: non-volatile-mmio int-to-pointer
}

Timer copy(Timer &t, const Timer *u, Device x, Device y) {
  Timer a = t;        // expect: aggregate-copy:13
  a = *u;             // expect: aggregate-copy
  Device b = x;
  b = y;
  return a;           // expect: aggregate-copy
}

struct Counter {
  static volatile int total;
  volatile int mine = 0;
  Counter() : mine(total) { mine = 1; } // expect: read:20 write:29
};

void discarded(volatile u32 *p, Timer &t, volatile u32 &r) {
  *p;                 // expect: read:3
  (void)t.count;      // expect: read:9
  u32 x = (*p = 1);   // expect: write:12 read:12
  volatile u32 &same = r;
  const volatile u32 *q = p;
}

volatile bool done;
void wait() {
  while (!done) {     // expect: read:11
  }
}
