// The kind read in C++: a volatile object is read where a value is taken.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything

using u32 = unsigned;
namespace std {
template <class T> struct atomic {
  T load() const volatile;
  operator T() const volatile;
};
} // namespace std

struct Timer {
  volatile u32 count;
  u32 load;
  u32 now() const { return count; }     // expect: read:28
  u32 later() const { return this->count + load; } // expect: read:30
};
struct Device {
  u32 id;
  u32 get() const volatile { return id; } // expect: read:37
  u32 plain() const { return id; }
};
struct Counter {
  static volatile int total;
  volatile int mine = total;             // expect: read:23
  int other;
  Counter() : other(total) {}            // expect: read:21
  Counter(int n = total);                // expect: read:19
};
volatile bool done;
volatile int list[3];
volatile enum { Idle, Busy } state;
int global = done;                       // expect: read:14
void take(int, int = list[1]);           // expect: read:22, proven: array-index
void take_reference(const volatile int &);

int contexts(volatile u32 *p, Timer &t, volatile u32 &r, Device volatile &d, bool yes) {
  u32 a = *p;                            // expect: read:11
  a = r;                                 // expect: read:7
  a = t.count + (&t)->count;             // expect: read:7 read:17
  a = static_cast<int>(r);               // expect: read:24
  a = yes ? *p : r;                      // expect: read:7
  a = d.id;                              // expect: read:7
  a = d.get();
  while (!done) {                        // expect: read:11
  }
  if (state == Busy)                     // expect: read:7
    throw list[0];                       // expect: read:11, proven: array-index
  if (u32 x = r; x)                      // expect: read:15
    return r;                            // expect: read:12
  int *n = new int(r);                   // expect: read:20
  n = new int[r];                        // expect: read:15
  int braces{done};                      // expect: read:14
  auto copied = r;                       // expect: read:17
  auto [x, y] = t;                       // expect: aggregate-copy
  *p;                                    // expect: read:3
  (void)t.count;                         // expect: read:9
  static_cast<void>(r);                  // expect: read:21
  return n[r];                           // expect: read:12 subscript
}

// A copy that is captured is read; a reference is not.
int lambdas(volatile u32 *p) {
  volatile int v = 1;
  auto copy = [v] { return v; };         // expect: read:16 read:28
  auto all = [=] { return v; };          // expect: read:27
  auto made = [n = v] { return n; };     // expect: read:20
  auto reference = [&v] { return v; };   // expect: read:34
  auto unread = [&v, p] { return &v; };
  auto inner = [p] { return *p; };       // expect: read:29
  return copy();
}

// Every element is read, once each.
int ranges() {
  int sum = 0;
  for (int n : list)                     // expect: read:16
    sum += n;
  for (auto &n : list)
    sum += n;                            // expect: read:12
  for (volatile int &n : list)
    take_reference(n);
  return sum;
}

template <class T> T never(volatile T *p) {
  return *p;                             // expect: read~possible
}
template <class T> T seen(volatile T *p) {
  return *p;                             // expect: read
}
template u32 seen(volatile u32 *);
template <class T> u32 bare(T p) {
  return *p;                             // expect: read~possible
}
template u32 bare(volatile u32 *);
template u32 bare(u32 *);
auto generic = [](auto *p) { return *p; }; // expect: read:37~possible
int used = generic(&list[0]);            // proven: array-index
template <unsigned long Address> struct Register {
  static u32 get() {
    return *reinterpret_cast<volatile u32 *>(Address); // expect: read:12
  }
};
u32 got = Register<0x4000>::get();

// Nothing is read, or not as raw memory.
void none(volatile u32 &r, volatile u32 *p, Timer &t, std::atomic<int> volatile &a) {
  volatile u32 &same = r;
  const volatile u32 *q = &r;
  take_reference(*list);
  decltype(r) other = r;
  int n = sizeof(r) + sizeof *p + noexcept(*p);
  n = a.load();
  n = a;
  volatile u32 Timer::*member = &Timer::count;
  using T = decltype(t.count + 1);
}
int through(Timer &t, volatile u32 Timer::*m) {
  return t.*m;                           // expect: read:10
}
