// Arguments that no type binds, in C.
// RUN: rm -rf %t && mkdir -p %t && cp %s %t/page.c && cp %S/Inputs/variadic/printf.yaml %t/.warrant.yaml
// RUN: %check-hosts --root %t --on variadic-access %t/page.c -- -std=gnu11 -Wno-everything -isystem %S/Inputs/variadic
// RUN: %warrant scan --root %S --checks='-*,variadic-access' --all %s -- \
// RUN:   -std=gnu11 -isystem %S/Inputs/variadic | \
// RUN:   %FileCheck %s --implicit-check-not=error:

#include <stdarg.h>

int printf(const char *, ...);
int vprintf(const char *, va_list);
int execl(const char *, ...);
_Noreturn void stop(void);
void logged(int level, const char *format, ...) __attribute__((format(printf, 2, 3)));
void vlogged(const char *format, va_list list);
void counted(int n, ...);
void plain(int level, const char *format, ...); // of the option printf-functions

int balanced(int n, ...) {
  va_list list, copy;
  va_start(list, n);               // proven: va-start:3
  va_copy(copy, list);             // proven: va-copy:3
  int sum = 0;
  while (n-- > 0)
    sum += va_arg(list, int);      // expect: va-arg:12
  char *s = va_arg(copy, char *);  // expect: va-arg:13
  va_end(copy);                    // proven: va-end:3
  va_end(list);                    // proven: va-end
  va_start(list, n);               // proven: va-start
  __builtin_va_end(list);          // proven: va-end
  return sum + *s;
}

void on_every_path(int n, ...) {
  va_list list;
  va_start(list, n);               // proven: va-start
  if (n > 1) {
    va_end(list);                  // proven: va-end
    return;
  }
  if (n < 0)
    stop();
  for (;;) {
    if (va_arg(list, long))        // expect: va-arg
      break;
  }
  va_end(list);                    // proven: va-end
}

void path_left(int n, ...) {
  va_list list;
  // CHECK: :[[#@LINE+1]]:3: error: 'list' is not ended on every path (likely)
  va_start(list, n);               // expect: va-start
  if (n > 1)
    return;
  va_end(list);                    // proven: va-end
}
void never_ended(int n, ...) {
  va_list list;
  // CHECK: :[[#@LINE+1]]:3: error: 'list' is never ended: '{{.*}}
  va_start(list, n);               // expect: va-start
  n = va_arg(list, int);           // expect: va-arg
}
void started_twice(int n, ...) {
  va_list list;
  // CHECK: :[[#@LINE+1]]:3: error: 'list' is not ended on every path (likely)
  va_start(list, n);               // expect: va-start
  va_start(list, n);               // proven: va-start
  va_end(list);                    // proven: va-end
}
void ended_twice(int n, ...) {
  va_list list;
  va_start(list, n);               // proven: va-start
  va_end(list);                    // proven: va-end
  va_end(list);                    // expect: va-end
}
void started_sometimes(int n, ...) {
  va_list list;
  if (n)
    va_start(list, n);             // proven: va-start
  va_end(list);                    // expect: va-end
}

// A list of someone else.
struct state {
  va_list list;
};
void member(struct state *s, int n, ...) {
  va_start(s->list, n);            // expect: va-start
  vlogged("", s->list);            // expect: va-forward
}
int received(va_list list) {
  va_list copy;
  va_copy(copy, list);             // proven: va-copy
  va_end(copy);                    // proven: va-end
  va_end(list);                    // expect: va-end
  return 0;
}
void pointed(va_list *list) {
  int i = va_arg(*list, int);      // expect: va-arg
  vlogged("", *list);              // expect: va-forward:3
}

// What is promoted when it is passed is never read as itself.
enum small { Small };
void promoted(int n, ...) {
  va_list list;
  va_start(list, n);               // proven: va-start
  // CHECK: :[[#@LINE+1]]:7: error: 'char' is passed as 'int': '{{.*}}
  n = va_arg(list, char);          // expect: va-arg
  // CHECK: :[[#@LINE+1]]:7: error: 'unsigned short' is passed as 'int': '{{.*}}
  n = va_arg(list, unsigned short); // expect: va-arg
  // CHECK: :[[#@LINE+1]]:7: error: 'float' is passed as 'double': '{{.*}}
  n = va_arg(list, float);         // expect: va-arg
  // CHECK: :[[#@LINE+1]]:7: error: '_Bool' is passed as 'int': '{{.*}}
  n = va_arg(list, _Bool);         // expect: va-arg
  n = va_arg(list, enum small);    // expect: va-arg
  n = va_arg(list, double);        // expect: va-arg
  n = va_arg(list, unsigned);      // expect: va-arg
  n = va_arg(list, short *) != 0;  // expect: va-arg
  va_end(list);                    // proven: va-end
}
void starts(short last, ...) {
  va_list list;
  // CHECK: :[[#@LINE+1]]:3: error: 'last' is promoted to 'int': '{{.*}}
  va_start(list, last);            // expect: va-start
  va_end(list);                    // proven: va-end
}
void from_array(int a[2], ...) {
  va_list list;
  // CHECK: :[[#@LINE+1]]:3: error: 'a' is declared as an array or a function: '{{.*}}
  va_start(list, a);               // expect: va-start
  va_end(list);                    // proven: va-end
}
void not_last(int n, int m, ...) {
  va_list list;
  // CHECK: :[[#@LINE+1]]:3: error: 'n' is not the last parameter: '{{.*}}
  va_start(list, n);               // expect: va-start
  va_end(list);                    // proven: va-end
}

// Passing.
void (*pointer)(int, ...);
void old();
void defined() {}
int taking(a) int a; { return a; } // its parameters are known
void calls(const char *format, int i, char *s, double d) {
  counted(2, i, d);                // expect: variadic-call:3
  counted(0);
  execl("sh", s, (char *)0);       // expect: variadic-call
  pointer(1, i);                   // expect: variadic-call
  (*pointer)(1, i);                // expect: variadic-call
  logged(1, "%d %s", i, s);        // proven: variadic-call
  logged(1, "%d", d);              // expect: variadic-call
  logged(1, "%d %d", i);           // expect: variadic-call
  logged(1, format, i);            // expect: variadic-call
  logged(1, "plain");
  plain(1, "%d %s", i, s);         // proven: variadic-call
  plain(1, "%d", s);               // expect: variadic-call
  old();
  old(i, s);                       // expect: unprototyped-call:3
  defined();
  defined(i);                      // expect: unprototyped-call
  taking(i);
  (void)sizeof(counted(1, i));
}

// The library's are memory-function's.
void library(int i, const char *s, ...) {
  printf("%d", i);
  va_list list;
  va_start(list, s);               // proven: va-start
  vprintf(s, list);
  vlogged(s, list);                // expect: va-forward
  va_end(list);                    // proven: va-end
}

// What is read stands where it is read.
#define NEXT(type) va_arg(list, type)
#define NEXT_INT va_arg(list, int)
#define LOG(...) logged(0, __VA_ARGS__)
#define LOG_STATE() counted(1, state_)
static int state_;
void macros(int n, ...) {
  va_list list;
  va_start(list, n);               // proven: va-start
  n += NEXT(int);                  // expect: va-arg:8
  n += NEXT(long);                 // expect: va-arg:8
  n += NEXT_INT;                   // expect: va-arg:8
  LOG("%d", n);                    // proven: variadic-call
  LOG("%s", n);                    // expect: variadic-call
  LOG_STATE();
  va_end(list);                    // proven: va-end
}
// expect(-13): variadic-call

void documented(int n, ...) {
  va_list list;
  va_start(list, n);               // proven: va-start
  // SAFETY(type, bounds): n is the number of ints that follow, at least one.
  n = va_arg(list, int);
  va_end(list);                    // proven: va-end
}
