// The kind bit-field in C++.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything

using u32 = unsigned;
struct Control {
  volatile u32 mode : 2;
  volatile bool on : 1;
  u32 plain : 3;
  void start() { on = true; }             // expect: bit-field:18
  bool started() const { return on; }     // expect: bit-field:33
  void next() volatile { ++plain; }       // expect: bit-field:26
};
enum class Mode : unsigned { A, B };
struct Typed {
  volatile Mode mode : 4;
};
void access(Control &c, volatile Control *p, Typed &t) {
  c.mode = 1;                             // expect: bit-field:3
  c.mode |= 1;                            // expect: bit-field:3
  u32 a = c.mode;                         // expect: bit-field:11
  p->plain = 1;                           // expect: bit-field:3
  t.mode = Mode::B;                       // expect: bit-field:3
  auto body = [&c] { return c.on; };      // expect: bit-field:29
  c.plain = 1;
}
template <class T> void set(volatile T *t) {
  t->mode = 1;                            // expect: bit-field:3~possible
}
template void set(volatile Control *);
