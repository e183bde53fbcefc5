// Handlers of signals, and those that the configuration names.
// RUN: rm -rf %t && mkdir %t && cp %s %t
// RUN: printf 'volatile-access:\n  interrupt-handlers: [own_*]\n  interrupts-off: [own_lock]\n  interrupts-on: [own_unlock]\n' >%t/.warrant.yaml
// RUN: cd %t && %warrant scan --checks='-*,volatile-access' --all signals.c -- \
// RUN:   -std=gnu17 -Wno-everything | %FileCheck %s --implicit-check-not=error:

typedef int sig_atomic_t;
typedef void (*handler_t)(int);
struct sigaction {
  union {
    handler_t sa_handler;
    void (*sa_sigaction)(int, void *, void *);
  } handler;
  int flags;
};
#define sa_handler handler.sa_handler
handler_t signal(int, handler_t);
int sigaction(int, const struct sigaction *, struct sigaction *);
int sigprocmask(int, const void *, void *);
void own_lock(void);
void own_unlock(void);
void later(int (*)(void));

volatile sig_atomic_t stop, hups, children, own, plain;
static void on_int(int s) { stop++; }
static void on_hup(int s) { hups++; }
static void on_child(int s) { children++; }
static void own_event(void) { own++; }
static int no_handler(void) { return plain++; }

void install(void) {
  signal(2, on_int);
  struct sigaction act = {0}, other = {.sa_handler = on_child};
  act.sa_handler = &on_hup;
  sigaction(1, &act, 0);
  sigaction(17, &other, 0);
  later(no_handler);
}
void outside(void) {
  // CHECK: :[[#@LINE+1]]:3: error: the signal handler 'on_int' may write 'stop' between the read and the write (likely): 'stop--'
  stop--;
  // CHECK: :[[#@LINE+1]]:3: error: the signal handler 'on_hup' may write 'hups'
  hups = hups + 1;
  // CHECK: :[[#@LINE+1]]:3: error: the signal handler 'on_child' may write 'children'
  children--;
  // CHECK: :[[#@LINE+1]]:3: error: the interrupt handler 'own_event' may write 'own'
  own--;
  plain--;
  if (stop)
    hups = 0;
  own_lock();
  own--;
  own_unlock();
  // CHECK: :[[#@LINE+1]]:3: error: the interrupt handler 'own_event' may write 'own'
  own--;
  sigprocmask(0, 0, 0);
  stop--;
}
