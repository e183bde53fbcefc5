// The kind non-volatile-mmio in C++.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything

using u32 = unsigned;
struct Port {
  u32 data;
  u32 get() const { return data; }
};
constexpr unsigned long Base = 0x40000000;
void take(const u32 &);
void access() {
  *reinterpret_cast<u32 *>(0x1000) = 1;          // expect: non-volatile-mmio:3 int-to-pointer:4
  *reinterpret_cast<u32 *>(Base) = 1;            // expect: non-volatile-mmio:3 int-to-pointer:4
  reinterpret_cast<Port *>(Base + 4)->data |= 1; // expect: non-volatile-mmio:3 int-to-pointer:3
  u32 n = ((Port *)Base)->data;                  // expect: non-volatile-mmio:11 int-to-pointer:12
  Port copy = *(Port *)Base;                     // expect: non-volatile-mmio:15 int-to-pointer:16
}
template <unsigned long Address> struct Register {
  static void set(u32 n) {
    *reinterpret_cast<u32 *>(Address) = n; // expect: non-volatile-mmio:5~possible int-to-pointer:6
  }
};
void set() { Register<0x4000>::set(1); }
// Who is handed a reference, or an object to work on, accesses it elsewhere.
void none() {
  auto &r = *reinterpret_cast<Port *>(Base);     // expect: int-to-pointer
  take(*(u32 *)Base);                            // expect: int-to-pointer
  u32 n = ((Port *)Base)->get();                 // expect: int-to-pointer
}
