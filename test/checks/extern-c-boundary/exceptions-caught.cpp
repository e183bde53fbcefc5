// What handlers take away of the exceptions that may leave a function that C code
// calls, and what they add.
// RUN: %warrant scan --root %S --checks='-*,extern-c-boundary' --all %s -- \
// RUN:   -std=c++20 -Wno-everything | %FileCheck %s --implicit-check-not=error: \
// RUN:   --implicit-check-not='stays open'

namespace std {
class exception {};
class bad_cast : public exception {};
class bad_alloc : public exception {};
class logic_error : public exception {};
class out_of_range : public logic_error {};
} // namespace std
class Secret : std::exception {};
struct Left : std::exception {};
struct Right : std::exception {};
struct Both : Left, Right {};
struct Virtual : virtual std::exception {};
struct Base {
  virtual void f() noexcept;
};
struct Derived : Base {};
void quiet() noexcept;
void open();
void log() noexcept;
void project(int a) {
  if (a)
    throw std::out_of_range();
}

// What is caught.
extern "C" int all(int a) {
  try {
    open();
    throw a;
  } catch (...) {
    return 1;
  }
  return 0;
}
extern "C" int wholeFunction(int a) try {
  open();
  return a;
} catch (...) {
  return -1;
}
extern "C" int sameType(int a) {
  try {
    throw a;
  } catch (const int) {
    return -1;
  }
}
extern "C" int byBase() {
  try {
    throw std::out_of_range();
  } catch (const std::bad_alloc &) {
    return 1;
  } catch (std::logic_error) {
    return 2;
  }
}
extern "C" int byIndirectBase() {
  try {
    project(1);
  } catch (const std::exception &e) {
    return 1;
  }
  return 0;
}
extern "C" int byVirtualBase() {
  try {
    throw Virtual();
  } catch (std::exception &) {
    return 1;
  }
}
extern "C" int byPointer(std::out_of_range *p) {
  try {
    if (p)
      throw p;
    throw "text";
  } catch (const std::exception *) {
    return 1;
  } catch (const void *) {
    return 2;
  }
}
extern "C" int nullPointer() {
  try {
    throw nullptr;
  } catch (int *) {
    return 1;
  }
}
extern "C" int allocates() {
  try {
    return *new int;
  } catch (const std::bad_alloc &) {
    return 1;
  }
}
extern "C" int casts(Base *b) {
  try {
    dynamic_cast<Derived &>(*b).f();
  } catch (const std::bad_cast &) {
  }
  return 1;
}
extern "C" int outside(int a) {
  try {
    try {
      project(a);
    } catch (const std::bad_alloc &) {
      throw;
    }
  } catch (const std::logic_error &) {
  }
  return 0;
}
extern "C" int throwsInHandlerInside(int a) {
  try {
    try {
      open();
    } catch (...) {
      throw 1;
    }
  } catch (int) {
  }
  return 0;
}
extern "C" int rethrownInside(int a) {
  try {
    try {
      open();
    } catch (...) {
      log();
      throw;
    }
  } catch (...) {
  }
  return 0;
}
extern "C" int handlerNeverRuns(int a) {
  try {
    quiet();
  } catch (...) {
    throw;
  }
  return 0;
}
// As C++ wrappers of this kind are often written.
int translate() noexcept {
  try {
    throw;
  } catch (const std::exception &) {
    return 1;
  } catch (...) {
    return 2;
  }
}
extern "C" int translates() {
  try {
    open();
    return 0;
  } catch (...) {
    return translate();
  }
}
template <class F> int guarded(F f) {
  try {
    f();
    return 0;
  } catch (...) {
    return 1;
  }
}
extern "C" int byTemplate(int a) {
  return guarded([&] { project(a); throw a; });
}

// What is not.
// CHECK: :[[#@LINE+1]]:16: error: an exception may escape: 'throw a' is not caught; only 'std::exception' is caught: 'another'
extern "C" int another(int a) {
  try {
    throw a;
  } catch (const std::exception &) {
  }
  return 0;
}
// CHECK: :[[#@LINE+1]]:16: error: an exception may escape: 'throw 1L' is not caught; only 'int', 'unsigned long' is caught: 'noConversion'
extern "C" int noConversion(int a) {
  try {
    throw 1L;
  } catch (int) {
  } catch (unsigned long) {
  }
  return 0;
}
// CHECK: error: an exception may escape: 'throw std::logic_error()' is not caught; only 'std::out_of_range' is caught: 'byDerived'
extern "C" int byDerived(int a) {
  try {
    throw std::logic_error();
  } catch (const std::out_of_range &) {
  }
  return 0;
}
// CHECK: error: an exception may escape: 'throw Secret()' is not caught; only 'std::exception' is caught: 'byPrivateBase'
extern "C" int byPrivateBase(int a) {
  try {
    throw Secret();
  } catch (const std::exception &) {
  }
  return 0;
}
// CHECK: error: an exception may escape: 'throw Both()' is not caught; only 'std::exception' is caught: 'byAmbiguousBase'
extern "C" int byAmbiguousBase(int a) {
  try {
    throw Both();
  } catch (const std::exception &) {
  }
  return 0;
}
// CHECK: error: an exception may escape: 'throw text' is not caught; only 'char *' is caught: 'losesConst'
extern "C" int losesConst(const char *text) {
  try {
    throw text;
  } catch (char *) {
  }
  return 0;
}
// CHECK: error: an exception may escape: 'throw p' is not caught; only 'std::exception *' is caught: 'byReferenceToPointer'
extern "C" int byReferenceToPointer(std::logic_error *p) {
  try {
    throw p;
  } catch (std::exception *&) {
  }
  return 0;
}
// CHECK: error: an exception may escape: 'project' throws 'std::out_of_range'; only 'std::bad_alloc' is caught (likely): 'calls'
extern "C" int calls(int a) {
  try {
    project(a);
  } catch (const std::bad_alloc &) {
  }
  return 0;
}
// CHECK: :[[#@LINE+1]]:16: error: an exception may escape: 'throw' throws on what was caught: 'again'
extern "C" int again(int a) {
  try {
    open();
  } catch (...) {
    // CHECK-NEXT: :[[#@LINE+1]]:5: note: 'throw' throws on what was caught
    throw;
  }
  return 0;
}
// CHECK: error: an exception may escape: 'throw' throws on what was caught: 'someAgain'
extern "C" int someAgain(int a) {
  try {
    open();
  } catch (const std::exception &) {
    throw;
  } catch (...) {
  }
  return 0;
}
// CHECK: error: an exception may escape: 'throw e' is not caught: 'copied'
extern "C" int copied(int a) {
  try {
    open();
  } catch (std::exception &e) {
    throw e;
  } catch (...) {
  }
  return 0;
}
// CHECK: error: an exception may escape: 'project' throws 'std::out_of_range' (likely): 'inHandler'
extern "C" int inHandler(int a) {
  try {
    open();
  } catch (...) {
    project(a);
  }
  return 0;
}
// CHECK: error: an exception may escape: 'throw 1' is not caught: 'behind'
extern "C" int behind(int a) {
  try {
    quiet();
  } catch (...) {
  }
  throw 1;
}
// CHECK: error: an exception may escape: 'throw' is not caught: 'nothingCaught'
extern "C" void nothingCaught() { throw; }
struct Rethrows {
  int i;
  Rethrows() try : i((open(), 1)) {
  } catch (...) {
    log();
  }
};
// CHECK: error: an exception may escape: 'Rethrows::Rethrows' throws (likely): 'constructs'
extern "C" void constructs() { Rethrows r; }
struct InInitializer {
  int i;
  InInitializer() : i((project(1), 1)) {
    try {
      open();
    } catch (...) {
    }
  }
};
// CHECK: error: an exception may escape: 'InInitializer::InInitializer' throws 'std::out_of_range' (likely): 'constructsToo'
extern "C" void constructsToo() { InInitializer i; }

// CHECK: note: errors stays open: 'open' may throw; only 'std::exception' is caught
extern "C" int someOpen(int a) {
  try {
    open();
  } catch (const std::exception &) {
  }
  return 0;
}
// CHECK: note: errors stays open: 'open' may throw
extern "C" int openInHandler(int a) {
  try {
    throw 1;
  } catch (...) {
    open();
  }
  return 0;
}
