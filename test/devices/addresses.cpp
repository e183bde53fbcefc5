// Addresses in C++: references, members, constants of templates.

// RUN: rm -rf %t && mkdir %t && cp %s %S/Inputs/toy.svd %t
// RUN: echo "devices: [toy.svd]" >%t/.warrant.yaml
// RUN: cd %t && %warrant scan addresses.cpp --json out.json -- -std=c++20 >out.txt
// RUN: %python %S/Inputs/facts.py %t/out.json | grep -v mmio-address | %FileCheck %s --match-full-lines

using u16 = unsigned short;
using uptr = unsigned long;
static volatile u16 &Compare = *reinterpret_cast<volatile u16 *>(0x40001010);

class Timer {
public:
  static constexpr uptr Base = 0x40001000;
  static volatile u16 &compare() {
    return *reinterpret_cast<volatile u16 *>(Base + 0x10);
  }
  volatile u16 &own() { return *reinterpret_cast<volatile u16 *>(Base + 0x10); }
  virtual volatile u16 &other() { return compare(); }
};

void use(Timer &timer) {
  // CHECK: [[#@LINE+1]] write access, address, width: 0x40001010 is 'TIMER.CHANNEL_A.COMPARE' of toy
  Compare = 1;
  // CHECK-NEXT: [[#@LINE+1]] write access, address, width: 0x40001010 is 'TIMER.CHANNEL_A.COMPARE' of toy
  Timer::compare() = 1;
  // CHECK-NEXT: [[#@LINE+1]] write access, address, width: 0x40001010 is 'TIMER.CHANNEL_A.COMPARE' of toy
  timer.own() = 1;
  timer.other() = 1;
}

// What the pattern does not show is not said of the place: one of two is none.
template <uptr Base> struct Port {
  static volatile u16 &compare() {
    return *reinterpret_cast<volatile u16 *>(Base + 0x10);
  }
  static void clear() { compare() = 0; }
  static void set() { compare() = 1; }
};
void ports() {
  Port<0x40001000>::clear();
  Port<0x50000000>::clear();
  Port<0x40001000>::set();
  // CHECK-NOT: {{.}}
}
