// The kind import: a function with C linkage is declared to be called.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything

namespace std {
struct string;
}
struct handle;
extern "C" int alone(int a);                           // expect: import:16
extern "C" void several(int a), more(const char *p);   // expect: import:17 import:33
extern "C" {
int inBlock(struct handle *h);                         // expect: import:5
extern int again(int a);                               // expect: import:12
extern int again(int a);
handle *opened(const char *path) noexcept;             // expect: import:9
void listens(void (*f)(void *), void *context);        // expect: import:6
namespace n {
int inNamespace(int a);                                // expect: import:5
}
}
extern "C" int weak(int a) __attribute__((weak));      // expect: import:16
extern "C" void reference(std::string &s);             // expect: import:17
extern "C" void none();                                // expect: import:17
#define IMPORT(name) extern "C" int api_##name(int a)
IMPORT(read);                                          // expect: import:1
int twice(int a) {
  extern int alone(int);
  return alone(a) + inBlock(nullptr) + again(a);
}
struct Friend {
  friend int alone(int);
};
using n::inNamespace;
static_assert(sizeof(alone(1)) == sizeof(int));

// No boundary.
int cpp(int a);
extern "C" {
struct S {
  int member(int a);
  static int staticMember(int a);
};
extern "C++" int inner(int a);
typedef int Type(int);
static int internal(int a);
}
Type typed;
// C's library needs no word, nor what the compiler knows of it.
extern "C" void *memcpy(void *, const void *, unsigned long);
