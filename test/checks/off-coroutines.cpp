// The checks that are off by default find what a coroutine's text does, and
// nothing of what the compiler adds to it.
// RUN: %check-hosts --on raw-dereference --on manual-memory --on union-access \
// RUN:   --on mutable-global --on variadic-access --on assumption %s -- -std=c++20

namespace std {
template <class R, class... A> struct coroutine_traits {
  using promise_type = typename R::promise_type;
};
template <class P = void> struct coroutine_handle {
  static coroutine_handle from_address(void *) noexcept;
  void *address() const noexcept;
};
template <> struct coroutine_handle<void> {
  static coroutine_handle from_address(void *) noexcept;
  template <class P> coroutine_handle(coroutine_handle<P>) noexcept;
  void *address() const noexcept;
};
struct suspend_never {
  bool await_ready() const noexcept { return true; }
  void await_suspend(coroutine_handle<>) const noexcept {}
  void await_resume() const noexcept {}
};
} // namespace std

struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    std::suspend_never yield_value(int) { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};
struct Node {
  int value;
  std::suspend_never ready;
};
union Number {
  int i;
  float f;
};

Task walk(Node *n, int *p, Number u) {
  co_yield *p;                 // expect: dereference:12
  co_await n->ready;           // expect: member-access:12
  co_yield u.i;                // expect: union-read
  int *q = new int(1);         // expect: new
  delete q;                    // expect: delete
  if (!n)
    __builtin_unreachable();   // expect: unreachable
  static int count;            // expect: function-static
  auto inner = [](Node *m) -> Task {
    co_yield m->value;         // expect: member-access
  };
  inner(n);
  co_return;
}
