// Variables that everything may change, in C.
// RUN: %check-hosts --on mutable-global %s -- -std=gnu17 -Wno-everything

int tentative;                          // expect: global
int tentative;
extern int elsewhere;                   // expect: global
static int internal = 1;                // expect: global
static char *names[] = {"x"};           // expect: global
static const char *const constant[] = {"x"};
_Thread_local int each;                 // expect: thread-local
_Atomic int atomic;
struct {
  int a;
} unnamed;                              // expect: global
const struct {
  int a;
} fixed;
int next(void) {
  static int count;                     // expect: function-static
  register int own = 0;
  return ++count + own;
}
