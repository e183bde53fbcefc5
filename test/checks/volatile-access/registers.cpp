// Which volatile accesses are registers in C++, and what they are called.
// RUN: %python %S/registers.py %warrant %s -- -std=c++20 -Wno-everything

using u32 = unsigned;
using uintptr = unsigned long;
struct Timer {
  volatile u32 COUNT;
  volatile u32 LOAD;
  void reset() { COUNT = 0; }                // object
  void both() volatile { COUNT = LOAD; }     // register: COUNT, register: LOAD
};

constexpr uintptr Base = 0x40000000;
constexpr uintptr at(unsigned n) { return Base + n * 0x100; }
inline Timer &timer = *reinterpret_cast<Timer *>(Base);
auto *const second = reinterpret_cast<Timer *>(at(1));
static Timer &third() { return *reinterpret_cast<Timer *>(at(2)); }
extern "C" volatile Timer TIMER3;
void constants(unsigned n) {
  timer.COUNT = 1;                           // register: timer.COUNT
  second->COUNT = 1;                         // register: second->COUNT
  third().COUNT = 1;                         // register: third().COUNT
  reinterpret_cast<Timer *>(at(n))->LOAD = 1; // register: reinterpret_cast<Timer *>(at(n))->LOAD
  *reinterpret_cast<volatile u32 *>(at(3)) = 1; // register: at(3)
  TIMER3.COUNT = 1;                          // register: TIMER3.COUNT
  auto &r = *reinterpret_cast<volatile u32 *>(Base + 4);
  r = 1;                                     // register: r
}

template <uintptr Address> struct Register {
  static void set(u32 v) {
    *reinterpret_cast<volatile u32 *>(Address) = v; // register: Address
  }
  static u32 get() { return *pointer(); }    // register: *pointer()
  static volatile u32 *pointer() { return reinterpret_cast<volatile u32 *>(Address); }
};
u32 used = (Register<0x40000000>::set(1), Register<0x40000000>::get());

template <class T> void write(volatile T *p, T v) { *p = v; } // register: *p
template void write(volatile u32 *, u32);

void declared(volatile u32 &r, Timer &t, Timer volatile *v) {
  r = 1;                                     // register: r
  t.COUNT = 1;                               // register: t.COUNT
  v->LOAD = 1;                               // register: v->LOAD
}

class Worker {
public:
  void stop() { Stopped = true; }            // object
  void count() { this->Count++; }            // object
  static volatile int Total;

private:
  volatile bool Stopped = false;
  volatile u32 Count = 0;
};
void objects(Worker &w, volatile bool &flag) {
  flag = true;                               // object
  Worker::Total = 1;                         // object
  w.Total = 1;                               // object
}

int captured(int n) {
  volatile int copied = 0, bound = 0;
  auto reads = [copied] { return copied; };  // private object
  auto shares = [&bound] { bound = 1; };     // object
  bound = n;                                 // object
  copied = n;                                // private
  return reads();
}

void bind(volatile int &);
int rebound(int n) {
  volatile int a = 0, b = 0, c = 0, d = 0;
  bind(a = n);                               // object
  volatile int &r = ++b;                     // object
  c += n;                                    // private
  auto *p = &(d = n);                        // object
  return a + b + c + d;                      // object object private object
}
