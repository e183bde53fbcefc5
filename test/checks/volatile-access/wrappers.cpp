// Accessors in C++ go by their qualified names.
// RUN: rm -rf %t && mkdir %t && cp %s %t
// RUN: echo "wrappers: [zephyr, {read: 'hal::read'}, {write: 'Bus::store', value: 1}]" >%t/.warrant.yaml
// RUN: %check-hosts --root %t %t/wrappers.cpp -- -std=c++20 -Wno-everything

using u32 = unsigned;
using uintptr = unsigned long;
u32 sys_read32(uintptr address);
void sys_set_bit(uintptr address, unsigned bit);
u32 read(uintptr address);
namespace hal {
template <class T> T read(uintptr address);
} // namespace hal
namespace other {
u32 sys_read32(uintptr address);
}
struct Bus {
  static void store(uintptr address, u32 value);
};

constexpr uintptr Base = 0x40000000;
u32 uses(uintptr n) {
  sys_set_bit(Base + 4, 1);                        // expect: read-modify-write:3
  Bus::store(Base, 1);                             // expect: write:3
  u32 a = hal::read<u32>(Base + n);                // expect: read:11
  a += other::sys_read32(Base);
  a += read(Base);
  return sys_read32(n) + a;                        // expect: read:10
}
template <class T> T generic(uintptr n) {
  return hal::read<T>(n);                          // expect: read:10~possible
}
u32 used = generic<u32>(Base);
