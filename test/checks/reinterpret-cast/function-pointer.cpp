// The kind function-pointer: a function becomes callable as another type.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything

extern "C" void *dlsym(void *, const char *); // expect: import
using Callback = void (*)();
using Handler = int (*)(int);
typedef int Function(int);
int twice(int);
int overloaded(int);
int overloaded(float);
void may_throw();
void never_throws() noexcept;
struct A {
  static int of(int);
  Handler later = (Handler)may_throw;         // expect: function-pointer:19
  Handler mine;
  A(Callback f) : mine((Handler)f) {}         // expect: function-pointer:24
};
void take(Handler);

void spellings(void (*f)(), void *v, unsigned long n, bool yes) {
  auto a = reinterpret_cast<int (*)(int)>(f); // expect: function-pointer:12
  a = (int (*)(int))f;                        // expect: function-pointer:7
  a = (Handler)f;                             // expect: function-pointer:7
  a = Handler(f);                             // expect: function-pointer:7
  a = (Function *)f;                          // expect: function-pointer:7
  auto b = reinterpret_cast<Callback>(twice); // expect: function-pointer
  b = (Callback)&twice;                       // expect: function-pointer
  b = (Callback)A::of;                        // expect: function-pointer
  b = (Callback)(int (*)(float))overloaded;   // expect: function-pointer:7, proven: function-pointer
  b = (Callback)*twice;                       // expect: function-pointer
  b = (Callback)(yes ? twice : a);            // expect: function-pointer
  a = reinterpret_cast<Handler>(v);           // expect: function-pointer
  a = (Handler)dlsym(nullptr, "f");           // expect: function-pointer:7
  *(void **)(&a) = dlsym(nullptr, "f");       // expect: reinterpret:4
  v = reinterpret_cast<void *>(f);            // expect: function-pointer
  v = (void *)&twice;                         // expect: function-pointer
  a = (Handler)n;                             // expect: function-pointer
  a = (Handler)0x1000;                        // expect: function-pointer
  auto *c = (char *)twice;                    // expect: function-pointer
  auto &r = reinterpret_cast<Function &>(may_throw); // expect: function-pointer:13
  auto &s = (Function &)*f;                   // expect: function-pointer:13
  take((Handler)f);                           // expect: function-pointer:8
  ((Handler)f)(1);                            // expect: function-pointer:4
  Handler list[] = {(Handler)f};              // expect: function-pointer:21
  b = (Callback)+[](int) {};                  // expect: function-pointer:7
  Handler *place = (Handler *)v;              // expect: from-void
}
Callback global = (Callback)twice;            // expect: function-pointer
Callback returned() { return (Callback)twice; } // expect: function-pointer:30

// That nothing is thrown cannot be added by a cast.
void exceptions(void (*f)(), void (*g)() noexcept) {
  auto a = (void (*)() noexcept)f;            // expect: function-pointer
  a = reinterpret_cast<void (*)() noexcept>(may_throw); // expect: function-pointer
  auto b = (void (*)())g;
  b = g;
  b = static_cast<void (*)()>(never_throws);
}

void none(Handler f, Callback c) {
  auto a = reinterpret_cast<int (*)(int)>(&twice); // proven: function-pointer
  a = (Handler)f;                                  // proven: function-pointer
  a = static_cast<int (*)(int)>(twice);
  a = static_cast<int (*)(int)>(overloaded);
  a = twice;
  a = nullptr;
  a = (Handler)0;
  a = (Handler)nullptr;
  a = +[](int i) { return i; };
  a = static_cast<Handler>([](int i) { return i; });
  bool set = (bool)f;
  Function &r = *f;
}

#define AS(T, f) ((T)(f))
#define TWICE ((Callback)twice)               // expect: function-pointer:16
void macros(Callback f) {
  Handler h = AS(Handler, f);                 // expect: function-pointer:15
  f = TWICE;
}

template <class F> F symbol(const char *name) {
  return reinterpret_cast<F>(dlsym(nullptr, name)); // expect: function-pointer~possible
}
template Handler symbol<Handler>(const char *);
template <class T> T (*typed(Callback f))(T) {
  return (T (*)(T))f;                         // expect: function-pointer
}
template int (*typed<int>(Callback))(int);
template <class T> T (*never(Callback f))(T) {
  return (T (*)(T))f;                         // expect: function-pointer~possible
}
