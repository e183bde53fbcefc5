// The kind write in C++.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything

using u32 = unsigned;
namespace std {
template <class T> struct atomic {
  void store(T) volatile;
  T operator=(T) volatile;
};
} // namespace std
struct Timer {
  volatile u32 count;
  u32 load;
  void start(u32 n) { count = n; }       // expect: write:23
  void again(u32 n) { this->count = n; } // expect: write:23
};
struct Device {
  u32 id;
  void set(u32 n) volatile { id = n; }   // expect: write:30
};
struct Counter {
  static volatile int total;
  volatile int mine = 0;
  Counter() : mine(1) { mine = 1; total = 2; } // expect: write:25 write:35
};
int volatile_int();
volatile bool done;
void assign(volatile u32 *p, volatile u32 &r, Timer &t, Device volatile &d, bool yes) {
  *p = 1;                                // expect: write:3
  r = 1;                                 // expect: write:3
  t.count = 1;                           // expect: write:3
  d.id = 1;                              // expect: write:3
  d.set(1);
  done = true;                           // expect: write:3
  (yes ? *p : r) = 1;                    // expect: write:3
  *p = r = 1;                            // expect: write:3 write:8 read:8
  u32 x = (*p = 1);                      // expect: write:12 read:12
  auto body = [p] { *p = 1; };           // expect: write:21
  auto change = [v = volatile_int()]() mutable { v = 1; };
}

void through(Timer &t, volatile u32 Timer::*m) {
  t.*m = 1;                              // expect: write:3
}
void constants() {
  *reinterpret_cast<volatile u32 *>(0x1000) = 1; // expect: write:3
  (u32 volatile &)*(u32 *)&done = 1;     // expect: write:3 reinterpret cast-away
}
template <class T> void seen(volatile T *p, T v) {
  *p = v;                                // expect: write
}
template void seen(volatile u32 *, u32);
template <class T> void never(volatile T *p, T v) {
  *p = v;                                // expect: write~possible
}
template <unsigned long Address> struct Register {
  void operator=(u32 v) {
    *reinterpret_cast<volatile u32 *>(Address) = v; // expect: write:5
  }
};
void registers(Register<0x4000> r) { r = 1; }
void none(Timer &t, std::atomic<int> volatile &a, volatile u32 *p) {
  volatile u32 local = 1;
  t.load = 1;
  a.store(1);
  a = 1;
  volatile u32 &r = *p;
  auto *made = new volatile u32(1);
}
