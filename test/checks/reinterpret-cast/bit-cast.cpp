// The kind bit-cast: bits become a pointer or a pointer bits, alone or within
// an object.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything

namespace std {
template <class To, class From> constexpr To bit_cast(const From &f) noexcept {
  return __builtin_bit_cast(To, f);         // expect: bit-cast~possible
}
} // namespace std
struct Handle {
  int *p;
};
struct Bits {
  unsigned long n;
};
struct Deep {
  Handle list[2];
};
struct Heir : Handle {};
union Either {
  unsigned long n;
  int *p;
};
struct Wide {
  unsigned long n[2];
};
struct Shape {
  virtual ~Shape();
};

void builtin(int *p, unsigned long n, Bits b, Handle h) {
  auto *a = __builtin_bit_cast(int *, n);    // expect: bit-cast:13
  auto c = __builtin_bit_cast(unsigned long, p); // expect: bit-cast:12
  auto d = __builtin_bit_cast(Handle, b);    // expect: bit-cast:12
  auto e = __builtin_bit_cast(Bits, h);      // expect: bit-cast:12
  auto *f = __builtin_bit_cast(float *, p);  // expect: bit-cast:13
}

void standard(int *p, unsigned long n, Bits b, Handle h, Deep d, Wide w,
              int A, void (*f)(), int Bits::*m) {
  auto a = std::bit_cast<unsigned long>(p);  // expect: bit-cast:12
  auto *c = std::bit_cast<int *>(n);         // expect: bit-cast:13
  auto e = std::bit_cast<Handle>(n);         // expect: bit-cast:12
  auto g = std::bit_cast<Bits>(h);           // expect: bit-cast:12
  auto i = std::bit_cast<Deep>(w);           // expect: bit-cast:12
  auto j = std::bit_cast<Wide>(d);           // expect: bit-cast:12
  auto k = std::bit_cast<Heir>(n);           // expect: bit-cast:12
  auto l = std::bit_cast<Either>(n);         // expect: bit-cast:12
  auto o = std::bit_cast<unsigned long>(f);  // expect: bit-cast:12
  auto q = std::bit_cast<long>(m);           // expect: bit-cast:12
  int *list[] = {std::bit_cast<int *>(n)};   // expect: bit-cast:18
}

void none(float f, unsigned long n, Bits b, unsigned char (&bytes)[8], bool yes) {
  auto c = std::bit_cast<unsigned>(f);
  auto e = __builtin_bit_cast(unsigned, f);
  auto g = std::bit_cast<Bits>(n);
  auto h = std::bit_cast<double>(bytes);
  constexpr auto i = __builtin_bit_cast(int, 1.0f);
}

// Alike, and no change at all.
void same(int *p, Handle h) {
  auto *a = std::bit_cast<int *>(p);         // proven: bit-cast
  auto b = std::bit_cast<Handle>(h);         // proven: bit-cast
}

#define TO(T, x) std::bit_cast<T>(x)
void macros(int *p) {
  auto n = TO(unsigned long, p);             // expect: bit-cast:12
}

template <class To, class From> To convert(From f) {
  return __builtin_bit_cast(To, f);          // expect: bit-cast~possible
}
template int *convert<int *>(unsigned long);
template long convert<long>(unsigned long);
template <class T> T *pointer(unsigned long n) {
  return __builtin_bit_cast(T *, n);         // expect: bit-cast
}
template int *pointer<int>(unsigned long);
template <class T> T *called(unsigned long n) {
  return std::bit_cast<T *>(n);              // expect: bit-cast~possible
}
template int *called<int>(unsigned long);
