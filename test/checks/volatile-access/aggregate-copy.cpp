// The kind aggregate-copy in C++, where implicit members copy.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything

using u32 = unsigned;
namespace std {
template <class T> T &&move(T &t);
} // namespace std
struct Timer {
  volatile u32 count;
  u32 load;
};
struct Derived : Timer {};
struct Outer {
  Timer timers[2];
};
struct Explicit {
  volatile u32 count;
  Explicit(const Explicit &) = default;
  Explicit &operator=(const Explicit &) = default;
};
struct Written {
  volatile u32 count;
  Written(const Written &o) : count(o.count) {}   // expect: read:37
  Written &operator=(const Written &o) {
    count = o.count;                              // expect: write:5 read:13
    return *this;
  }
};
struct Holder {
  Timer timer;
  Holder(const Timer &t) : timer(t) {}            // expect: aggregate-copy:28
};
struct Device {
  u32 id;
};
void take(Timer);
void take_reference(const Timer &);

Timer copy(Timer &t, const Timer *u, Derived &d, Outer &o, Explicit &e, Written &w, bool yes) {
  Timer a = t;                      // expect: aggregate-copy:13
  Timer b(t);                       // expect: aggregate-copy:9
  Timer c{t};                       // expect: aggregate-copy:9
  auto f = Timer(t);                // expect: aggregate-copy:12
  Timer g = std::move(t);           // expect: aggregate-copy:13
  a = *u;                           // expect: aggregate-copy:3
  a = std::move(t);                 // expect: aggregate-copy:3
  a = b = t;                        // expect: aggregate-copy:3 aggregate-copy:7
  Derived h = d;                    // expect: aggregate-copy:15
  Timer i = d;                      // expect: aggregate-copy:13
  h = d;                            // expect: aggregate-copy:3
  Outer p = o;                      // expect: aggregate-copy:13
  Explicit x = e;                   // expect: aggregate-copy:16
  x = e;                            // expect: aggregate-copy:3
  Written y = w;
  y = w;
  take(t);                          // expect: aggregate-copy:8
  Timer list[] = {t, *u};           // expect: aggregate-copy:19 aggregate-copy:22
  auto *made = new Timer(t);        // expect: aggregate-copy:20
  auto [x1, y1] = t;                // expect: aggregate-copy:19
  auto lambda = [t] { return 1; };  // expect: aggregate-copy:18
  auto init = [n = t] { return 1; }; // expect: aggregate-copy:20
  auto all = [=] { return t.load; }; // expect: aggregate-copy:27
  for (Timer each : o.timers)       // expect: aggregate-copy:21
    ;
  if (yes)
    throw t;                        // expect: aggregate-copy:11
  Timer chosen = yes ? t : *u;      // expect: aggregate-copy:18
  return a;                         // expect: aggregate-copy:10
}
template <class T> T never(const T &t) { return t; }
template <class T> T seen(const T &t) {
  return t;                         // expect: aggregate-copy:10~possible
}
template Timer seen(const Timer &);
template Device seen(const Device &);
void none(Timer &t, Device x, Device y, Outer &o) {
  Device b = x;
  b = y;
  Timer &r = t;
  take_reference(t);
  Timer made{1, 2};
  auto lambda = [&t] { return t.load; };
  for (Timer &each : o.timers)
    ;
  for (auto &&each : o.timers)
    ;
  Timer elided = Timer{1, 2};
}
