// The kind export: a function with C linkage is defined for others to call. It
// stands at its first declaration.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything

namespace std {
struct string {
  const char *data;
};
} // namespace std
extern "C" int alone(int a) { return a; }              // expect: export:16
extern "C" void several(int a), more(int a);           // expect: import:33, proven: export:17
void several(int a) {}
extern "C" {
int inBlock(int a) { return a; }                       // expect: export:5
inline int inlined(int a) { return a; }                // expect: export:12
constexpr int constant(int a) { return a; }            // expect: export:15
void quiet() noexcept {}                               // proven: export:6
void terminates [[noreturn]] () { __builtin_trap(); }  // proven: export:6
auto deduced(int a) { return a; }                      // expect: export:6
auto trailing(int a) -> int { return a; }              // expect: export:6
extern "C" {
int nested(int a) { return a; }                        // expect: export:5
}
namespace n {
int inNamespace(int a) { return a; }                   // expect: export:5
namespace m {
int deep(int a) { return a; }                          // expect: export:5
} // namespace m
} // namespace n
}

// The linkage is inherited from the first declaration, at which it stands.
extern "C" int later(const char *p, unsigned n);       // expect: export:16
int later(const char *p, unsigned n) { return n ? *p : 0; }
namespace p {
extern "C" int shared(int a) { return a; }             // expect: export:16
} // namespace p
namespace q {
extern "C" int shared(int a);
} // namespace q

// By a macro or an attribute, whatever they are called.
#define EXPORT_API extern "C" __attribute__((visibility("default")))
#define BEGIN_C extern "C" {
#define END_C }
#define DEFINE(name) extern "C" void prefix_##name(void) {}
#define DEFINE_AS(name) extern "C" void name(void) {}
EXPORT_API void exported(int a) {}                     // proven: export:17
BEGIN_C
void between(int a) {}                                 // proven: export:6
END_C
DEFINE(pasted)                                         // proven: export:1
DEFINE_AS(named)                                       // proven: export:11
extern "C" __attribute__((used)) void kept() {}        // proven: export:39
extern "C" void target() {}                            // proven: export:17
extern "C" void alias() __attribute__((alias("target"))); // expect: export:17

// Whatever its parameters are.
extern "C" void text(std::string s) {}                 // expect: export:17
extern "C" void reference(const std::string &s) {}     // expect: export:17
extern "C" std::string made() { return {}; }           // expect: export:24
extern "C" void calls(void callback(int)) {}           // expect: export:17
extern "C" void variadic(const char *format, ...) {}   // expect: export:17
extern "C" void defaulted(int a = 1) {}                // proven: export:17
extern "C" void (*returned())(int) { return nullptr; } // expect: export:19
struct Friend {
  friend int alone(int a);
  friend void several(int a);
};
extern "C" { static void listed(int); void listed2(int) {} } // proven: export:44

// No boundary.
extern "C" {
static int internal(int a) { return a; }
static inline int internalInline(int a) { return a; }
struct S {
  int member(int a) { return a; }
  static int staticMember(int a) { return a; }
  friend bool operator==(S a, S b) { return true; }
};
typedef int Type(int);
using Alias = void (*)(int);
extern "C++" {
int cpp(int a) { return a; }
}
int removed(int a) = delete;
}
extern "C++" int alsoCpp(int a) { return a; }
static void listed(int) {}
int plain(int a) { return a; }
template <class T> T pattern(T t) { return t; }
auto lambda = [](int a) { return a; };
// The type has C's linkage, the name has not.
Type typed;
int typed(int a) { return a; }
extern "C" int main(int argc, char **argv) { return 0; }
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, unsigned long n) {
  return 0;
}
