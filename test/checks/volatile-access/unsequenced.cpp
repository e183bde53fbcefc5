// What C++17 orders, and C++ before it did not.
// DEFINE: %{scan} = %warrant scan --root %S --checks='-*,volatile-access' --all %s --
// DEFINE: %{check} = %FileCheck %s --implicit-check-not=error:
// RUN: %{scan} -std=c++14 -Wno-everything | %{check} --check-prefixes=CHECK,OLD
// RUN: %{scan} -std=c++20 -Wno-everything | %{check}

using u32 = unsigned int;
inline volatile u32 &data() { return *(volatile u32 *)0x4000; }
#define DATA (*(volatile u32 *)0x4000)
#define STATUS (*(volatile u32 *)0x4004)
volatile u32 v;
u32 f(u32, u32);
struct Pair {
  u32 A, B;
};
struct Both {
  Both(u32, u32);
};
struct Stream {
  Stream &operator<<(u32);
  u32 operator+(u32);
};
template <class T> u32 twice() {
  volatile T *p = (volatile T *)0x4000;
  // CHECK: :[[#@LINE+1]]:15: error: '*p' is accessed twice
  return *p + *p;
}
template u32 twice<u32>();

void ordered(Stream &s, u32 *to) {
  // OLD: :[[#@LINE+1]]:{{[0-9]+}}: error: 'DATA' is accessed twice
  u32 x = 1 << DATA << DATA;
  // OLD: :[[#@LINE+1]]:{{[0-9]+}}: error: 'DATA' and 'STATUS' are accessed
  s << DATA << STATUS;
  // OLD: :[[#@LINE+1]]:{{[0-9]+}}: error: 'STATUS' and 'DATA' are accessed
  to[STATUS] = DATA;
  // OLD: :[[#@LINE+1]]:{{[0-9]+}}: error: 'v' is accessed twice
  v = v++;
  v = ++v;
  Pair p = {DATA, STATUS};
  Both b{DATA, STATUS};
}
void open() {
  // CHECK: :[[#@LINE+1]]:11: error: 'DATA' and 'STATUS' are accessed in one expression, in an order that is not specified (likely)
  f(DATA, STATUS);
  // CHECK: :[[#@LINE+1]]:16: error: 'DATA' and 'STATUS' are accessed
  Both b(DATA, STATUS);
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: 'DATA' and 'STATUS' are accessed
  u32 x = DATA - STATUS;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: 'data()' is accessed twice
  x = data() + data();
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: 'v' is accessed twice in one expression, in an order that is not specified:
  x = v + v++;
  auto l = [x = DATA] { return STATUS + x; };
}
