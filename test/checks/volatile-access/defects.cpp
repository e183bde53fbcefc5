// What is wrong with an access of volatile memory in C++: in templates, members
// and through references.
// RUN: %warrant scan --root %S --checks='-*,volatile-access,reinterpret-cast' \
// RUN:   --all %s -- -std=c++20 -Wno-everything | \
// RUN:   %FileCheck %s --implicit-check-not=error:

using u32 = unsigned int;
using size_t = decltype(sizeof 0);
extern "C" void *memcpy(void *, const void *, size_t);

template <class T, unsigned long Address> struct Register {
  // CHECK: :[[#@LINE+1]]:30: error: 0x40000002 is no multiple of 4, the alignment of 'volatile {{.*}}'
  static void set(T Value) { *reinterpret_cast<volatile T *>(Address) = Value; }
};
template struct Register<u32, 0x40000000>;
template struct Register<u32, 0x40000002>;
template <class T> void fill(volatile T *To, const T *From) {
  // CHECK: :[[#@LINE+1]]:3: error: volatile memory is accessed as a block of bytes that is not volatile (likely)
  memcpy(const_cast<T *>(To), From, sizeof(T));
}
template void fill(volatile u32 *, const u32 *);
inline constexpr unsigned long Base = 0x40000000;
inline volatile u32 &odd() {
  return *reinterpret_cast<volatile u32 *>(Base + 2);
}
void constants() {
  // CHECK: :[[#@LINE+1]]:3: error: 0x40000006 is no multiple of 4
  *reinterpret_cast<volatile u32 *>(Base + 6) = 1;
  // CHECK: :[[#@LINE+1]]:3: error: 0x40000002 is no multiple of 4
  odd() = 1;
}

struct Device {
  volatile u32 Flag;
  u32 get() const {
    // CHECK: :[[#@LINE+1]]:13: error: a 'const volatile u32'{{.*}} is accessed as 'u32'{{.*}} (likely)
    return *const_cast<u32 *>(&Flag);
  }
  // CHECK: :[[#@LINE+1]]:18: error: a 'volatile u32'{{.*}} is accessed as 'u32'{{.*}} (likely)
  void clear() { const_cast<u32 &>(Flag) = 0; }
  u32 &plain() { return const_cast<u32 &>(Flag); }
};
volatile u32 Word;
void references(volatile u32 &R) {
  // CHECK: :[[#@LINE+1]]:3: error: a 'volatile u32'{{.*}} is accessed as 'u32'{{.*}} (likely)
  const_cast<u32 &>(R) = 1;
  // CHECK: :[[#@LINE+1]]:3: error: a 'volatile u32'{{.*}} is accessed as 'u32'{{.*}}: 'const_cast<u32 &>(Word)'
  const_cast<u32 &>(Word)++;
  // CHECK: :[[#@LINE+1]]:11: error: a 'volatile u32'{{.*}} is accessed as 'u32'{{.*}}: '(u32 &)Word'
  u32 A = (u32 &)Word;
  u32 &Later = const_cast<u32 &>(R);
  const_cast<volatile u32 &>(A) = 1;
}

namespace std {
template <class I, class O> O copy(I, I, O);
template <class O, class T> void fill(O, O, const T &);
} // namespace std
void use(u32 *);
void algorithms(volatile u32 *R, u32 *P) {
  // CHECK: :[[#@LINE+1]]:21: error: a 'volatile u32' is accessed as 'u32' (likely): 'const_cast<u32 *>(R)'
  std::copy(P, P+4, const_cast<u32 *>(R));
  // CHECK: :[[#@LINE+1]]:13: error: a 'volatile u32' is accessed as 'u32' (likely): '(u32 *)R'
  std::fill((u32 *)R, P, 0U);
  std::copy(P, P + 4, R);
  use(const_cast<u32 *>(R));
}
