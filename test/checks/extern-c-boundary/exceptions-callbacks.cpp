// What may throw out of a function that is handed to C code.
// RUN: %warrant scan --root %S --checks='-*,extern-c-boundary' --all %s -- \
// RUN:   -std=c++20 -Wno-everything | %FileCheck %s --implicit-check-not=error: \
// RUN:   --implicit-check-not='stays open'

extern "C" {
void listen(void (*f)(int));
struct operations {
  void (*run)(int);
  int (*get)();
};
}
void open();
void throws(int) { throw 1; }
void catches(int) {
  try {
    open();
  } catch (...) {
  }
}
void quiet(int) noexcept { throw 1; }
void elsewhere(int);
void callsOpen(int) { open(); }
int gets() { return 1; }
template <class T> void generic(T t) { throw t; }
struct Class {
  static void member(int) { throw 1; }
};

void positives(bool yes) {
  // CHECK: :[[#@LINE+1]]:10: error: an exception may escape: 'throw 1' is not caught: 'throws'
  listen(throws);
  // CHECK: :[[#@LINE+1]]:10: error: an exception may escape: 'throw 1' is not caught: '&throws'
  listen(&throws);
  // CHECK: :[[#@LINE+1]]:10: error: an exception may escape: 'throw 1' is not caught: 'yes ? catches : throws'
  listen(yes ? catches : throws);
  // CHECK: :[[#@LINE+1]]:10: error: an exception may escape: 'throw 2' is not caught: '[]
  listen([](int) { throw 2; });
  // CHECK: :[[#@LINE+1]]:10: error: an exception may escape: 'throws' throws 'int' (likely): '+[]
  listen(+[](int i) { throws(i); });
  // CHECK: :[[#@LINE+1]]:10: error: an exception may escape: 'throw t' is not caught: 'generic<int>'
  listen(generic<int>);
  // CHECK: :[[#@LINE+1]]:10: error: an exception may escape: 'throw 1' is not caught: 'Class::member'
  listen(Class::member);
  // CHECK: :[[#@LINE+1]]:26: error: an exception may escape: 'throw 1' is not caught: 'throws'
  operations o = {.run = throws};
}
void opens() {
  // CHECK: :[[#@LINE+1]]:10: note: errors stays open: 'open' may throw
  listen(callsOpen);
}
void negatives(bool yes) {
  listen(catches);
  listen(quiet);
  listen(elsewhere);
  listen(yes ? catches : nullptr);
  listen([](int) {});
  operations o = {.run = catches, .get = gets};
}
