// Arguments that no type binds, in C++.
// RUN: %check-hosts --on variadic-access %s -- -std=c++20 -Wno-everything -isystem %S/Inputs/variadic
// RUN: %warrant scan --root %S --checks='-*,variadic-access' --all %s -- \
// RUN:   -std=c++20 -isystem %S/Inputs/variadic | \
// RUN:   %FileCheck %s --implicit-check-not=error:

#include <stdarg.h>

enum Unscoped : char { A };
enum class Scoped : char { B };
struct Logger {
  void log(const char *format, ...) __attribute__((format(printf, 2, 3)));
  static void print(const char *format, ...) __attribute__((format(printf, 1, 2)));
  void any(int n, ...);
  Logger(int n, ...);
  int operator()(int n, ...);
};

void reads(int n, ...) {
  va_list list;
  va_start(list, n);                   // proven: va-start
  // CHECK: :[[#@LINE+1]]:9: error: 'Unscoped' is passed as 'int': '{{.*}}
  (void)va_arg(list, Unscoped);        // expect: va-arg
  (void)va_arg(list, Scoped);          // expect: va-arg
  // CHECK: :[[#@LINE+1]]:9: error: 'bool' is passed as 'int': '{{.*}}
  (void)va_arg(list, bool);            // expect: va-arg
  (void)va_arg(list, Logger *);        // expect: va-arg
  va_end(list);                        // proven: va-end
}
void reference(int &n, ...) {
  va_list list;
  // CHECK: :[[#@LINE+1]]:3: error: 'n' is a reference: '{{.*}}
  va_start(list, n);                   // expect: va-start
  va_end(list);                        // proven: va-end
}
void thrown(int n, ...) {
  va_list list;
  va_start(list, n);                   // expect: va-start
  try {
    if (n)
      throw va_arg(list, int);         // expect: va-arg
  } catch (int) {
  }
  va_end(list);                        // proven: va-end
}

void calls(Logger &l, Logger *p, int i, const char *s) {
  l.log("%d", i);                      // proven: variadic-call
  l.log("%s", i);                      // expect: variadic-call
  p->any(1, s);                        // expect: variadic-call:3
  p->any(1);
  Logger::print("%s", s);              // proven: variadic-call
  l.print(s, i);                       // expect: variadic-call
  l(1, i);                             // expect: variadic-call:3
  Logger made(1, i);                   // expect: variadic-call:10
  (void)Logger(1);
}

template <class T> T generic(int n, ...) {
  va_list list;
  va_start(list, n);                   // expect: va-start
  // CHECK: :[[#@LINE+1]]:14: error: 'short' is passed as 'int': '{{.*}}
  T result = va_arg(list, T);          // expect: va-arg
  va_end(list);                        // expect: va-end
  return result;
}
int instances = generic<int>(1, 2) + generic<short>(1, 2); // expect: variadic-call variadic-call
auto lambda = [](int n, ...) {
  va_list list;
  va_start(list, n);                   // proven: va-start
  va_end(list);                        // proven: va-end
};
struct Member {
  int x = generic<int>(1, 2);          // expect: variadic-call
  Member(int n = generic<int>(2, 1)) {} // expect: variadic-call
};

// Bound by types: packs, overload sets that only ask, initializer lists.
template <class... T> int pack(T... t) { return sizeof...(t); }
int any(...);
int asked = sizeof(any(1, 2)) + pack(1, 2, "x");
int passed = any(1);                   // expect: variadic-call
