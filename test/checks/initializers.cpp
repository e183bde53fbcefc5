// Initializers, default arguments, lambdas and coroutines are audited like
// function bodies.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything

namespace std {
template <class P = void> struct coroutine_handle {
  static coroutine_handle from_address(void *);
  static coroutine_handle from_promise(P &);
  constexpr operator coroutine_handle<>() const noexcept;
};
template <> struct coroutine_handle<void> {
  static coroutine_handle from_address(void *);
};
struct suspend_always {
  bool await_ready() noexcept;
  void await_suspend(coroutine_handle<>) noexcept;
  void await_resume() noexcept;
};
template <class R, class... A> struct coroutine_traits {
  using promise_type = typename R::promise_type;
};
} // namespace std

int *data();
unsigned long base();

// Namespace scope.
int first = data()[1];                            // expect: subscript:13
static auto *reg = (volatile unsigned *)0x1000;   // expect: mmio-address:20
thread_local int *moved = data() + first;         // expect: offset:27
int list[] = {data()[2], first};                  // expect: subscript:15
inline int shared = [] { return data()[3]; }();   // expect: subscript:33
auto [a, b] = *reinterpret_cast<long (*)[2]>(data()); // expect: reinterpret:16
template <class T> T variable = data()[sizeof(T)]; // expect: subscript
int instantiated = variable<int>;

struct Members {
  int inDeclaration = data()[4];                  // expect: subscript:23
  int inConstructor;
  int *inBody;
  static inline int *inStatic = data() + 5;       // expect: offset:33
  Members(int *p) : inConstructor(p[1]), inBody{p + 2} { // expect: subscript:35 offset:49
    *inBody = p[3];                               // expect: subscript:15
  }
  Members() : Members(data() + 1) {}              // expect: offset:23
  ~Members() { inBody++; }                        // expect: step:16
};
struct Derived : Members {
  Derived(int **p) : Members(p[1]) {}             // expect: subscript:30
  using Members::Members;
};
struct Aggregate {
  int x, *y;
};
Aggregate aggregate = {.x = data()[6], .y = &data()[7]}; // expect: subscript:29 subscript:46

int defaults(int *p, int n = data()[8]);          // expect: subscript:30
int defaultUsers() { return defaults(data()) + defaults(data()); }
template <class T> int defaulted(T *p, int n = data()[9]) { // expect: subscript:48
  return n;
}
int useDefaulted(int *p) { return defaulted(p); }
auto withDefault = [](int n = data()[10]) { return n; }; // expect: subscript:31

int lambdas(int *p, int n) {
  auto captured = [q = p + 1, n] { return q[n]; }; // expect: offset:24 subscript:43
  auto nested = [&] {
    return [=] { return p[n]; }();                // expect: subscript:25
  };
  auto ignored = sizeof([&] { return p[n]; });
  return captured() + nested() + [](int *r) { return *++r; }(p); // expect: step:55
}

struct Task {
  struct promise_type {
    Task get_return_object();
    std::suspend_always initial_suspend() noexcept;
    std::suspend_always final_suspend() noexcept;
    std::suspend_always yield_value(int);
    void return_void();
    void unhandled_exception();
  };
};
struct Awaitable : std::suspend_always {
  Awaitable(int *);
};
Task coroutine(int *p, int n) {
  int s = p[n];                                   // expect: subscript:11
  co_yield p[n];                                  // expect: subscript:12
  co_await Awaitable(p + n);                      // expect: offset:22
  for (;; ++p)                                    // expect: step:11
    co_yield *p;
}

int controls(int *p, int n) try {
  if (int *q = p + n; q[1])                       // expect: offset:16 subscript:23
    return 1;
  switch (int x = p[2]) {                         // expect: subscript:19
  default:
    throw p[3];                                   // expect: subscript:11
  }
  int local = n > 1 ? p[4] : 0;                   // expect: subscript:23
  static int once = p[5];                         // expect: subscript:21
  delete[] (p + 1);                               // expect: offset:13
  new int(p[6]);                                  // expect: subscript:11
  goto end;
end:
  return p[7];                                    // expect: subscript:10
} catch (int *q) {
  return q[8];                                    // expect: subscript:10
}
