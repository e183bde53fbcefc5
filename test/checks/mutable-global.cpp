// Variables that everything may change, and those that nothing can.
// RUN: %check-hosts --on mutable-global %s -- -std=c++20 -Wno-everything

namespace std {
template <class T> struct atomic {
  T value;
};
struct mutex {
  long state;
};
} // namespace std
struct __attribute__((capability("mutex"))) Lock {
  int state;
};
typedef struct {
  int state;
} pthread_mutex_t;
struct Pair {
  int a, b;
};
struct Empty {
  Empty();
  void run();
};
struct Flags {
  std::atomic<int> first;
  const int second;
  std::mutex guards[2];
};
struct Partly {
  std::atomic<int> first;
  int second;
};
Pair make();

int counter;                            // expect: global:5
int initialized = 1, *pointer;          // expect: global:5 global:23
static Pair internal;                   // expect: global
namespace ns {
Pair array[4];                          // expect: global
namespace {
long hidden;                            // expect: global
}
inline int shared = 1;                  // expect: global
} // namespace ns
const char *text = "x";                 // expect: global
const char *table[] = {"x"};            // expect: global
constinit int constant_init = 1;        // expect: global
volatile int flag;                      // expect: global
std::atomic<int> *to_atomic;            // expect: global
Partly partly;                          // expect: global
int (*callback)(int);                   // expect: global
thread_local int each;                  // expect: thread-local
static __thread int each_too;           // expect: thread-local
extern int elsewhere;                   // expect: global
extern int redeclared;                  // expect: global
int redeclared = 1;

// Constants, and what looks after itself.
const int limit = 1;
constexpr int also = 2;
const Pair pair = {1, 2};
const int numbers[] = {1, 2};
const char *const names[] = {"x"};
constexpr const char *name = "x";
int &alias = counter;
static const Pair &bound = pair;
Empty registrar;
std::atomic<int> number;
std::atomic<int> several[2];
_Atomic(int) c11;
std::mutex guard;
Lock lock;
pthread_mutex_t posix;
Flags flags = {{}, 1, {}};
void function();

struct Class {
  static int member;                    // expect: static-member
  static const int fixed = 1;
  static constexpr Pair both = {1, 2};
  inline static Pair inside;            // expect: static-member
  static thread_local int each;         // expect: thread-local
  static std::mutex guard;
  int ordinary;
};
int Class::member = 1;

int &locals(int parameter) {
  int automatic = parameter;
  static int kept;                      // expect: function-static
  static const int fixed = automatic;
  static thread_local Pair each;        // expect: thread-local
  static std::atomic<int> number;
  extern int block_scope;               // expect: global
  auto lambda = [] {
    static Pair inner;                  // expect: function-static
    return inner.a;
  };
  return kept;
}
Class &instance() {
  static Class only;                    // expect: function-static
  return only;
}

// A boundary, which has a check of its own.
extern "C" int boundary;                // expect: shared-object
extern "C" {
static int not_exported;                // expect: global
}

template <class T> struct Generic {
  static T member;                      // expect: static-member
  static const T fixed;
  static int plain;                     // expect: static-member
};
template <class T> T Generic<T>::member;
template <class T> T variable;          // expect: global
template <class T> int counted() {
  static int count;                     // expect: function-static
  return ++count;
}
int uses = Generic<int>::member + variable<int> + counted<int>(); // expect: global
template <class T> struct Unused {
  static T member;                      // expect: static-member~possible
};

#define DEFINE_FLAG(name) bool flag_##name = false
DEFINE_FLAG(verbose);                   // expect: global:1
#define STATE state_
int STATE;                              // expect: global

// SAFETY: written under `guard` only, so nobody else writes it.
int documented;
/// Guarded by the mutex `guard`.
int guarded;
/// The number of things.
int counted_things;                     // expect: global
