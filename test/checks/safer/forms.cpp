// Where an operation has a form that the language makes right, and where not.
// RUN: %python %S/check_safer.py %warrant %clang++ %s -- -std=c++20 -nostdinc++ -isystem %S/Inputs/std
// In C++17 there are neither std::bit_cast nor std::span, in C++14 nothing.
// RUN: %python %S/check_safer.py %warrant %clang++ %S/as-const.cpp --only std:: -- -std=c++17 -nostdinc++ -isystem %S/Inputs/std
// RUN: %python %S/check_safer.py %warrant %clang++ %S/as-const.cpp --only none -- -std=c++14 -nostdinc++ -isystem %S/Inputs/std
#include <cstring>
#include <span>

using u32 = unsigned;
struct Halves {
  unsigned short low, high;
};
struct Padded {
  char c;
  short s;
};
struct Owner {
  Owner(const Owner &);
  int value;
};
union Float {
  float real;
  u32 bits;
};
enum class Fixed : unsigned {};
enum Loose { A, B = 0x7fffffff };
namespace n {
using Bits = u32;
}

//===----------------------------------------------------------------------===//
// std::bit_cast for a cast
//===----------------------------------------------------------------------===//

u32 pointer(float f) {
  return *reinterpret_cast<u32 *>(&f); // safer: std::bit_cast<u32>(f)
}
u32 constant(const float &f) {
  return *(const n::Bits *)&f; // safer: std::bit_cast<n::Bits>(f)
}
u32 reference(float f) {
  return reinterpret_cast<u32 &>(f) + 1; // safer: std::bit_cast<u32>(f)
}
u32 parens(float f) {
  return (*(reinterpret_cast<u32 *>(&(f)))); // safer: std::bit_cast<u32>(f)
}
u32 array(unsigned short (&a)[2]) {
  return *reinterpret_cast<u32 *>(a); // safer: std::bit_cast<u32>(a)
}
u32 record(Halves h) {
  return *reinterpret_cast<u32 *>(&h); // safer: std::bit_cast<u32>(h)
}
Fixed fixed(float f) {
  return *reinterpret_cast<Fixed *>(&f); // safer: std::bit_cast<Fixed>(f)
}
u32 element(float *f, int i) {
  return *reinterpret_cast<u32 *>(&f[i]); // safer: std::bit_cast<u32>(f[i])
}

// The other size, no address in view, a write, an address that goes on.
unsigned long larger(float f) { return *reinterpret_cast<unsigned long *>(&f); }
u32 unknown(float *f) { return *reinterpret_cast<u32 *>(f); }
void write(float f) { *reinterpret_cast<u32 *>(&f) = 1; }
void step(float f) { ++reinterpret_cast<u32 &>(f); }
u32 *kept(float &f) { return reinterpret_cast<u32 *>(&f); }
u32 &bound(float &f) { return *reinterpret_cast<u32 *>(&f); }
u32 second(float f) { return reinterpret_cast<u32 *>(&f)[0]; }
// Padding, values that are none, what is no plain object, volatile, pointers.
u32 padded(Padded p) { return *reinterpret_cast<u32 *>(&p); }
bool truth(unsigned char c) { return *reinterpret_cast<bool *>(&c); }
Loose loose(float f) { return *reinterpret_cast<Loose *>(&f); }
int owner(Owner &o) { return *reinterpret_cast<int *>(&o); }
u32 changing(volatile float &f) { return *(volatile u32 *)&f; }
unsigned long address(int *p) { return *reinterpret_cast<unsigned long *>(&p); }
// Of another type in each instantiation, in a macro, from a macro.
template <class T> u32 dependent(T t) { return *reinterpret_cast<u32 *>(&t); }
template u32 dependent(float);
template <class T> u32 plain(float f) { return *reinterpret_cast<u32 *>(&f); }
template u32 plain<int>(float);
#define BITS(F) (*reinterpret_cast<u32 *>(&(F)))
u32 macro(float f) { return BITS(f); }
#define ADDRESS(F) &(F)
u32 argument(float f) { return *reinterpret_cast<u32 *>(ADDRESS(f)); }

//===----------------------------------------------------------------------===//
// std::bit_cast for a copy and for a union
//===----------------------------------------------------------------------===//

u32 copied(float f) {
  u32 u;
  std::memcpy(&u, &f, sizeof u); // safer: u = std::bit_cast<u32>(f)
  return u;
}
void member(Float *u, float f) {
  memcpy(&u->bits, &f, 4); // safer: u->bits = std::bit_cast<u32>(f)
}
// What the type is called where it was declared may be no name here.
namespace n {
using Local = unsigned;
struct Holder {
  Local bits;
  u32 plain;

private:
  using Own = unsigned;

public:
  Own own;
  enum Inner : unsigned {} inner;
};
typedef Local *Pointer;
} // namespace n
void local(n::Holder &h, float f) {
  memcpy(&h.bits, &f, 4); // safer: h.bits = std::bit_cast<n::Local>(f)
}
void global(n::Holder &h, float f) {
  memcpy(&h.plain, &f, 4); // safer: h.plain = std::bit_cast<u32>(f)
}
void hidden(n::Holder &h, float f) {
  memcpy(&h.own, &f, 4); // safer: h.own = std::bit_cast<unsigned int>(f)
}
void inner(n::Holder &h, float f) { memcpy(&h.inner, &f, 4); }
u32 through(float f) {
  return *reinterpret_cast<n::Pointer>(&f); // safer: std::bit_cast<n::Local>(f)
}
// A part, the same type, the result is used, no object in view.
void part(float f, u32 &u) { std::memcpy(&u, &f, 2); }
void same(float f, float &u) { std::memcpy(&u, &f, sizeof u); }
void *used(float f, u32 &u) { return std::memcpy(&u, &f, sizeof u); }
void bytes(const unsigned char *p, u32 &u) { std::memcpy(&u, p, sizeof u); }
void sized(float f, u32 &u, std::size_t n) { std::memcpy(&u, &f, n); }

u32 pun(float f) {
  Float u;
  u.real = f;
  return u.bits; // safer: std::bit_cast<u32>(u.real)
}
// Written elsewhere, perhaps, or through what has its address.
u32 given(Float u) { return u.bits; }
u32 either(float f, bool b) {
  Float u;
  u.bits = 1;
  if (b)
    u.real = f;
  return u.bits;
}
union Parts {
  Halves halves;
  u32 bits;
};
u32 half(unsigned short low) {
  Parts p;
  p.halves.low = low;
  return p.bits;
}
auto captured() {
  Float u;
  return [u](float f) mutable {
    u.real = f;
    return u.bits;
  };
}
u32 escaped(float f) {
  Float u;
  Float *p = &u;
  u.real = f;
  p->bits = 3;
  return u.bits;
}
u32 part(Float *u, float f) {
  u->real = f;
  return u->bits;
}

//===----------------------------------------------------------------------===//
// Parts and bytes of what a view is made from
//===----------------------------------------------------------------------===//

using Ints = std::span<int>;
Ints rest(Ints s, unsigned n) {
  return {s.data() + n, s.size() - n}; // safer: s.subspan(n)
}
void declared(std::vector<int> &v, std::size_t n) {
  Ints s(v.data() + n, v.size() - n); // safer: std::span(v).subspan(n)
}
auto deduced(Ints s) {
  return std::span(s.data() + 2, s.size() - 2); // safer: s.subspan(2)
}
std::string_view tail(std::string_view s, std::size_t n) {
  return std::string_view(s.data() + n, s.size() - n); // safer: s.substr(n)
}
// Another length, another object, what may be negative or may change, pointers.
Ints first(Ints s, unsigned n) { return {s.data() + n, n}; }
Ints behind(Ints s, unsigned n) { return {s.data() + n, s.size()}; }
Ints other(Ints s, Ints t, unsigned n) { return {s.data() + n, t.size() - n}; }
Ints mixed(Ints s, unsigned n, unsigned m) {
  return {s.data() + n, s.size() - m};
}
Ints negative(Ints s, int n) { return {s.data() + n, s.size() - n}; }
Ints changing(Ints s, volatile unsigned &n) {
  return {s.data() + n, s.size() - n};
}
unsigned next();
Ints called(Ints s) { return {s.data() + next(), s.size() - next()}; }
Ints list(Ints *s, unsigned n) { return {s[n].data() + n, s[n].size() - n}; }
std::span<int, 2> extent(Ints s, unsigned n) {
  return std::span<int, 2>(s.data() + n, s.size() - n);
}

using Bytes = std::span<const std::byte>;
Bytes view(std::vector<int> &v) {
  return {reinterpret_cast<const std::byte *>(v.data()), v.size() * sizeof(int)}; // safer: std::as_bytes(std::span(v))
}
Bytes spanned(Ints s) {
  return {(const std::byte *)s.data(), s.size_bytes()}; // safer: std::as_bytes(s)
}
std::span<std::byte> writable(std::array<int, 4> &a) {
  return {reinterpret_cast<std::byte *>(a.data()), sizeof(int) * a.size()}; // safer: std::as_writable_bytes(std::span(a))
}
// Another size, more than bytes of it, const that would be lost.
Bytes elements(Ints s) {
  return {reinterpret_cast<const std::byte *>(s.data()), s.size()};
}
Bytes wrong(Ints s) {
  return {reinterpret_cast<const std::byte *>(s.data()), s.size() * 2};
}
std::span<std::byte> lost(std::span<const int> s) {
  return {(std::byte *)s.data(), s.size_bytes()};
}
std::span<const char> chars(Ints s) {
  return {reinterpret_cast<const char *>(s.data()), s.size_bytes()};
}
