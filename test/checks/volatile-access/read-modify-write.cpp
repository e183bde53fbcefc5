// The kind read-modify-write in C++.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything

using u32 = unsigned;
namespace std {
template <class T> struct atomic {
  T operator++() volatile;
  T operator|=(T) volatile;
};
} // namespace std
struct Timer {
  volatile u32 count;
  void bump() { count++; }              // expect: read-modify-write:17
  void mask(u32 n) { this->count &= n; } // expect: read-modify-write:22
};
struct Device {
  u32 id;
  void next() volatile { ++id; }        // expect: read-modify-write:26
};
volatile int total;
void change(volatile u32 &r, volatile u32 *p, Timer &t, Device volatile &d, bool yes,
            volatile u32 Timer::*m) {
  r |= 1;                               // expect: read-modify-write:3
  ++r;                                  // expect: read-modify-write:3
  *p ^= 1;                              // expect: read-modify-write:3
  t.count <<= 1;                        // expect: read-modify-write:3
  d.id += 1;                            // expect: read-modify-write:3
  (yes ? r : *p) |= 1;                  // expect: read-modify-write:3
  t.*m += 1;                            // expect: read-modify-write:3
  u32 x = r++;                          // expect: read-modify-write:11
  x = (r += 1);                         // expect: read-modify-write:8 read:8
  x = ++r;                              // expect: read-modify-write:7 read:7
  auto body = [&] { total++; };         // expect: read-modify-write:21
}
template <class T> void seen(volatile T *p, T v) {
  *p |= v;                              // expect: read-modify-write
}
template void seen(volatile u32 *, u32);
template <class T> void step(T &p) {
  ++p;                                  // expect: read-modify-write~possible
}
template void step(volatile u32 &);
template <class... T> void all(volatile T *...p) {
  ((*p |= 1), ...);                     // expect: read-modify-write
}
template void all(volatile u32 *, volatile int *);
void none(std::atomic<int> volatile &a, u32 &r) {
  ++a;
  a |= 1;
  ++r;
}
