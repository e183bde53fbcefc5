// What may throw out of a function that C code calls: `certain` where the throw
// stands in it, `likely` where it stands in a function that it calls, and a
// question that stays open where only a declaration is there.
// RUN: %warrant scan --root %S --checks='-*,extern-c-boundary' --all %s -- \
// RUN:   -std=c++20 -Wno-everything | %FileCheck %s --implicit-check-not='error: an' \
// RUN:   --implicit-check-not='stays open'

namespace std {
class exception {};
class bad_cast : public exception {};
class bad_alloc : public exception {};
class logic_error : public exception {};
class out_of_range : public logic_error {};
} // namespace std
struct Error {
  Error(const char *);
};
struct Quiet {
  Quiet() noexcept;
};
extern void (*pointer)();
void quiet() noexcept;
void open();

// CHECK: :[[#@LINE+1]]:16: error: an exception may escape: 'throw Quiet()' is not caught: 'throws'
extern "C" int throws(int a) {
  if (a)
    // CHECK-NEXT: :[[#@LINE+1]]:5: note: 'throw Quiet()' is not caught
    throw Quiet();
  return 0;
}
// CHECK: :[[#@LINE+1]]:16: error: an exception may escape: 'throw "text"' is not caught: 'inExpression'
extern "C" int inExpression(int a) { return a ? a : throw "text"; }
// CHECK: :[[#@LINE+1]]:16: error: an exception may escape: 'throw 1' is not caught: 'inLoop'
extern "C" int inLoop(int a) {
  for (;;) {
    switch (a) {
    case 1:
      return 0;
    case 2:
      throw 1;
    }
  }
}
// CHECK: :[[#@LINE+1]]:16: error: an exception may escape: 'throw 2' is not caught: 'atLabel'
extern "C" int atLabel(int a) {
  if (a)
    goto failed;
  return 0;
failed:
  throw 2;
}
// CHECK: :[[#@LINE+1]]:16: error: an exception may escape: 'throw 3' is not caught: 'later'
extern "C" int later(int a);
int later(int a) { throw 3; }

// By way of functions of the project.
void leaf(int a) {
  if (a)
    throw Quiet();
}
void middle() { leaf(1); }
// CHECK: :[[#@LINE+1]]:17: error: an exception may escape: 'middle' throws 'Quiet' (likely): 'calls'
extern "C" void calls() {
  middle();
}
// CHECK-NEXT: :[[#@LINE-7]]:5: note: 'throw Quiet()' is not caught
// CHECK-NEXT: :[[#@LINE-6]]:17: note: 'leaf' throws 'Quiet'
// CHECK-NEXT: :[[#@LINE-4]]:3: note: 'middle' throws 'Quiet'

// In circles.
void ping(int a);
void pong(int a) {
  if (a)
    ping(a - 1);
}
void ping(int a) {
  if (!a)
    throw 'p';
  pong(a);
}
// CHECK: :[[#@LINE+1]]:17: error: an exception may escape: 'pong' throws 'char' (likely): 'plays'
extern "C" void plays() { pong(3); }
// CHECK: :[[#@LINE+1]]:17: error: an exception may escape: 'ping' throws 'char' (likely): 'playsToo'
extern "C" void playsToo() { ping(3); }
void forever(int a) { forever(a - 1); }
// CHECK: :[[#@LINE+1]]:17: error: an exception may escape: 'throw 4' is not caught: 'itself'
extern "C" void itself(int a) {
  if (a)
    itself(a - 1);
  throw 4;
}

// Whatever form the call has.
struct Thrower {
  Thrower() {}
  Thrower(int) { throw 1; }
  Thrower(const Thrower &) { throw 1.0; }
  operator int() const { throw 1L; }
  Thrower &operator+=(int) { throw 'c'; }
  int operator()() const { throw 1U; }
  void *operator new(decltype(sizeof 0)) { throw 1.0F; }
  static int made(int n = thrown()) noexcept(false) { return n; }
  static int thrown() { throw 1ULL; }
};
struct Member {
  Thrower t = 1;
};
struct InDestructor {
  ~InDestructor() noexcept(false) { throw true; }
};
struct Holder {
  InDestructor d;
};
template <class T> void instantiated(T t) { throw t; }
// CHECK: error: an exception may escape: 'Thrower::Thrower' throws 'int' (likely): 'constructs'
extern "C" void constructs() { Thrower t(1); }
// CHECK: error: an exception may escape: 'Thrower::Thrower' throws 'double' (likely): 'copies'
extern "C" void copies(Thrower *p) { Thrower t = *p; }
// CHECK: error: an exception may escape: 'Thrower::operator int' throws 'long' (likely): 'converts'
extern "C" int converts(Thrower *p) { return *p; }
// CHECK: error: an exception may escape: 'Thrower::operator+=' throws 'char' (likely): 'operates'
extern "C" void operates(Thrower *p) { *p += 1; }
// CHECK: error: an exception may escape: 'Thrower::operator()' throws 'unsigned int' (likely): 'invokes'
extern "C" void invokes(Thrower *p) { (*p)(); }
// CHECK: error: an exception may escape: 'Thrower::operator new' throws 'float' (likely): 'allocates'
extern "C" void allocates() { new Thrower; }
// CHECK: error: an exception may escape: 'Thrower::thrown' throws 'unsigned long long' (likely): 'byDefault'
extern "C" void byDefault() { Thrower::made(); }
// CHECK: error: an exception may escape: 'Member::Member' throws 'int' (likely): 'inMember'
extern "C" void inMember() { Member m; }
// CHECK: error: an exception may escape: 'InDestructor::~InDestructor' throws 'bool' (likely): 'destroys'
extern "C" void destroys() { InDestructor d; }
// CHECK: error: an exception may escape: 'InDestructor::~InDestructor' throws 'bool' (likely): 'temporary'
extern "C" void temporary() { InDestructor(); }
// CHECK: error: an exception may escape: 'Holder::~Holder' throws 'bool' (likely): 'deletes'
extern "C" void deletes(Holder *h) { delete h; }
// CHECK: error: an exception may escape: 'instantiated' throws 'int' (likely): 'instantiates'
extern "C" void instantiates() { instantiated(1); }
// CHECK: error: an exception may escape: a lambda throws 'int' (likely): 'callsLambda'
extern "C" void callsLambda() { [] { throw 1; }(); }
// CHECK: error: an exception may escape: 'leaf' throws 'Quiet' (likely): 'byInitializer'
extern "C" void byInitializer() { static bool once = (leaf(1), true); }
struct Base {
  virtual void f();
  virtual void g() noexcept;
};
struct Derived : Base {};
// CHECK: error: an exception may escape: 'dynamic_cast<Derived &>(*b)' throws where the type is another (likely): 'casts'
extern "C" void casts(Base *b) { dynamic_cast<Derived &>(*b).g(); }
extern "C" void sorts(void (*f)(int));
// CHECK: error: an exception may escape: 'leaf' throws 'Quiet' (likely): 'byC'
extern "C" void byC() {
  // CHECK: :[[#@LINE+1]]:9: error: an exception may escape: 'throw Quiet()' is not caught: 'leaf' in 'byC()'
  sorts(leaf);
}

// Macros: where they are used.
#define FAIL_IF(c) do { if (c) throw 1; } while (0)
#define BEGIN try {
#define END } catch (const std::exception &) {}
#define END_ALL } catch (...) {}
// CHECK: :[[#@LINE+1]]:17: error: an exception may escape: 'FAIL_IF(a)' throws: 'byMacro'
extern "C" void byMacro(int a) {
  // CHECK-NEXT: :[[#@LINE+1]]:3: note: 'FAIL_IF(a)' throws
  FAIL_IF(a);
}
// CHECK: error: an exception may escape: 'FAIL_IF(a)' throws; only 'std::exception' is caught: 'someByMacro'
extern "C" void someByMacro(int a) {
  BEGIN
  FAIL_IF(a);
  END
}
extern "C" int allByMacro(int a) {
  BEGIN
  FAIL_IF(a);
  END_ALL
  return 0;
}

// What stays open.
// CHECK: :[[#@LINE+2]]:16: warning: undocumented 'export'
// CHECK-NEXT: note: errors stays open: 'open' may throw
extern "C" int callsOpen(int a) { open(); return a; }
void unclear() { open(); }
// CHECK: :[[#@LINE+2]]:16: warning: undocumented 'export'
// CHECK-NEXT: note: errors stays open: 'open' may throw, by way of 'unclear'
extern "C" int callsUnclear(int a) { unclear(); return a; }
// CHECK: :[[#@LINE+2]]:16: warning: undocumented 'export'
// CHECK-NEXT: note: errors stays open: 'open' may throw; only 'std::exception', 'Error' is caught
extern "C" int catchesSome(int a) {
  try {
    open();
  } catch (const std::exception &) {
  } catch (Error e) {
  }
  return a;
}
// CHECK: :[[#@LINE+2]]:16: warning: undocumented 'export'
// CHECK-NEXT: note: errors stays open: 'Base::f', a virtual function, may throw
extern "C" int virtually(Base *b) { b->f(); return 0; }
// CHECK: :[[#@LINE+2]]:16: warning: undocumented 'export'
// CHECK-NEXT: note: errors stays open: what 'pointer' points to may throw
extern "C" int indirectly() { pointer(); return 0; }
typedef void OwnFunction();
struct OwnTable {
  OwnFunction *function;
};
// CHECK: :[[#@LINE+2]]:16: warning: undocumented 'export'
// CHECK-NEXT: note: errors stays open: what 't->function' points to may throw
extern "C" int byOwnType(OwnTable *t) { t->function(); return 0; }
void (*pointerOf())();
// CHECK: :[[#@LINE+2]]:16: warning: undocumented 'export'
// CHECK-NEXT: note: errors stays open: what 'pointerOf()' points to may throw
extern "C" int byResult() { pointerOf()(); return 0; }
// CHECK: :[[#@LINE+2]]:16: warning: undocumented 'export'
// CHECK-NEXT: note: errors stays open: 'sorts' may throw
extern "C" int callsImport(int a) { sorts(nullptr); return a; }
// CHECK: :[[#@LINE+2]]:16: warning: undocumented 'export'
// CHECK-NEXT: note: errors stays open: what 'b->*f' points to may throw
extern "C" int byMember(Base *b, void (Base::*f)()) { (b->*f)(); return 0; }
// CHECK: :[[#@LINE+2]]:16: warning: undocumented 'export'
// CHECK-NEXT: note: errors stays open: 'operator new' may throw
extern "C" int makes() { return *new int; }
// CHECK: :[[#@LINE+2]]:16: warning: undocumented 'export'
// CHECK-NEXT: note: errors stays open: 'Error::Error' may throw
extern "C" int makesError() { Error e(""); return 0; }

template <class T> struct Box {
  Box();
};
// CHECK: :[[#@LINE+2]]:16: warning: undocumented 'export'
// CHECK-NEXT: note: errors stays open: 'Box::Box' may throw
extern "C" int makesBox() { Box<int> b; return 0; }

// Nothing leaves these.
extern "C" int declaredQuiet(int a) noexcept { throw 1; }
extern "C" int oldQuiet(int a) throw() { throw 1; }
extern "C" __attribute__((nothrow)) int attributed(int a) { throw 1; }
extern "C" int nothing(int a) { quiet(); return a; }
extern "C" int callsBuiltin(int a) { return __builtin_abs(a); }
extern "C" {
typedef void (*Handler)(int);
extern void (*hook)();
struct Table {
  void (*run)();
};
typedef void Function(void *);
typedef Function *ToFunction;
}
using Again = Function;
struct Registered {
  Handler handler;
  Function *function;
  ToFunction toFunction;
  Again *again, **all;
};
extern "C" int pointsToC(void (*f)(), Handler h, Registered *r, Table *t) {
  r->function(r);
  (*r->function)(r);
  r->toFunction(r);
  r->again(r);
  r->all[1](r);
  f();
  (*h)(1);
  r->handler(1);
  t->run();
  hook();
  return 0;
}
extern "C" int callsExport(int a) { return nothing(a); }
extern "C" int inCircles(int a) { forever(a); return a; }
extern "C" int pointsToQuiet(void (*f)() noexcept) { f(); return 0; }
extern "C" int virtuallyQuiet(Base *b) { b->g(); return 0; }
extern "C" int looks(Base *b) { return dynamic_cast<Derived *>(b) != nullptr; }
extern "C" int unevaluated() { return sizeof(leaf(1), 1) + noexcept(leaf(1)); }
extern "C" int never(int a) {
  if (false)
    throw 1;
  if (sizeof(int) == 1 && (throw 2, true))
    leaf(2);
  if constexpr (sizeof(int) == 1)
    throw 3;
  while (false)
    throw 4;
  return true ? a : throw 5;
  throw 6;
}
[[noreturn]] void stops() noexcept;
extern "C" int afterNoReturn(int a) {
  stops();
  throw 1;
}
extern "C" int onlyWritten(int a) {
  auto lambda = [] { throw 1; };
  struct Local {
    void f() { throw 2; }
  };
  return a;
}
extern "C" int elided() {
  Quiet q = Quiet();
  return 0;
}
constexpr int constant(int a) { return a ? a : throw a; }
extern "C" int constantly() {
  constexpr int c = constant(1);
  return c;
}
extern "C" int destroysQuietly() {
  struct Local {
    ~Local() { throw 1; }
  } l;
  return 0;
}

// And where nothing is returned either, nothing is left to say of errors.
extern "C" void settled() { quiet(); }
