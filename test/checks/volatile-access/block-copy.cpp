// The kind block-copy in C++.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything

using u32 = unsigned;
using size_t = unsigned long;
namespace std {
extern "C" void *memcpy(void *, const void *, size_t);
extern "C" void *memset(void *, int, size_t);
} // namespace std
using std::memcpy;
struct Timer {
  volatile u32 count;
  void clear() { std::memset(this, 0, sizeof *this); } // expect: block-copy:18
};
struct Derived : Timer {};
void block(volatile u32 &r, Timer &t, const Timer *p, Derived &d, char *to) {
  std::memcpy(to, &t, 4);                        // expect: block-copy:3
  memcpy(to, p, 4);                              // expect: block-copy:3
  ::memcpy(const_cast<u32 *>(&r), to, 4);        // expect: block-copy:3 cast-away:12
  std::memset(&d, 0, 4);                         // expect: block-copy:3
  std::memset(static_cast<void *>(&t), 0, 4);    // expect: block-copy:3
  std::memset(reinterpret_cast<char *>(&t), 0, 4); // expect: block-copy:3, proven: reinterpret
  auto lambda = [&] { std::memset(&t, 0, 4); };  // expect: block-copy:23
}
template <class T> void clear(T &t) {
  std::memset(&t, 0, sizeof t);                  // expect: block-copy~possible
}
template void clear(Timer &);
template void clear(u32 &);
void none(char *to, const char *from) { std::memcpy(to, from, 4); }
