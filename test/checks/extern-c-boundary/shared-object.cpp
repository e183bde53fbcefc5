// The kind shared-object: a mutable variable has C linkage.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything

struct handle;
extern "C" int declared;                       // expect: shared-object:16
extern "C" int defined = 1;                    // expect: shared-object:16
extern "C" int first, second;                  // expect: shared-object:16 shared-object:23
extern "C" {
int inBlock;                                   // expect: shared-object:5
extern int again;                              // expect: shared-object:12
extern int again;
extern char buffer[64];                        // expect: shared-object:13
extern char open_ended[];                      // expect: shared-object:13
extern const char *name;                       // expect: shared-object:20
extern volatile int flag;                      // expect: shared-object:21
extern struct { int x; } point;                // expect: shared-object:26
extern handle *current;                        // expect: shared-object:16
extern int (*hook)(int);                       // expect: shared-object:14
extern const char *const *list;                // expect: shared-object:27
extern const int *table[2];                    // expect: shared-object:19
namespace n {
extern int inNamespace;                        // expect: shared-object:12
}
}
int again = 2;
thread_local extern int notC;
extern "C" thread_local int local;             // expect: shared-object:29
#define SHARED(name) extern "C" int shared_##name
SHARED(total);                                 // expect: shared-object:1
int use() {
  extern int declared;
  return declared + again;
}

// Constant, or not shared.
extern "C" const int constant;
extern "C" const char *const text;
extern "C" {
extern const int numbers[3];
extern const char *const texts[];
extern const struct { int x; } origin;
constexpr int computed = 1;
static int internal;
const int alsoInternal = 1;
typedef int number;
struct S {
  static int member;
  int other;
};
extern "C++" int cpp;
void takes(int parameter);                     // expect: import
inline void inlined() {                        // proven: export
  int here;
  static int kept;
}
}
int plain;
