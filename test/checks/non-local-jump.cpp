// Jumps in C++: what they leave without its destructor is a defect.
// RUN: %check-hosts --on non-local-jump %s -- -std=c++20 -Wno-everything
// RUN: %warrant scan --root %S --checks='-*,non-local-jump' --all %s -- \
// RUN:   -std=c++20 | %FileCheck %s --implicit-check-not=error:

typedef long jmp_buf[8];
extern "C" {
int setjmp(jmp_buf);
[[noreturn]] void longjmp(jmp_buf, int);
}
namespace std {
using ::longjmp;
}
extern jmp_buf mark;

struct Owner {
  ~Owner();
};
struct Plain {
  int x;
};
using Alias = const Owner;
void use();

void leaves() {
  Owner o;
  // CHECK: :[[#@LINE+1]]:3: error: the jump leaves 'o' without its destructor (likely)
  longjmp(mark, 1); // expect: longjmp
}
void leaves_outer(int x) {
  Alias o;
  if (x) {
    // CHECK: :[[#@LINE+1]]:5: error: the jump leaves 'o' without its destructor (likely)
    std::longjmp(mark, 1); // expect: longjmp
  }
}
// CHECK: :[[#@LINE+1]]:33: error: the jump leaves 'o' without its destructor (likely)
void leaves_parameter(Owner o) {longjmp(mark, 1);} // expect: longjmp
void leaves_init() {
  // CHECK: :[[#@LINE+2]]:5: error: the jump leaves 'o' without its destructor (likely)
  if (Owner o; true)
    longjmp(mark, 1); // expect: longjmp
}
void leaves_caught() {
  try {
    use();
  } catch (Owner o) {
    // CHECK: :[[#@LINE+1]]:5: error: the jump leaves 'o' without its destructor (likely)
    longjmp(mark, 1); // expect: longjmp
  }
}
void leaves_array() {
  Owner several[2];
  // CHECK: :[[#@LINE+1]]:3: error: the jump leaves 'several' without its destructor (likely)
  longjmp(mark, 1); // expect: longjmp
}
int may_stay() {
  Owner o;
  if (setjmp(mark)) // expect: setjmp
    return 1;
  // CHECK: :[[#@LINE+1]]:3: error: the jump leaves 'o' without its destructor (possible)
  longjmp(mark, 1); // expect: longjmp
}

// Nothing that needs a destructor is in scope.
void leaves_none(Owner &r, Owner *p, Plain q) {
  {
    Owner ended;
  }
  if (Owner other; p)
    use();
  static Owner kept;
  Plain local;
  const Owner &alias = r;
  longjmp(mark, 1); // expect: longjmp
  Owner later;
}
auto lambda = [] {
  longjmp(mark, 1); // expect: longjmp
};
void in_lambda() {
  Owner o;
  auto own = [] { longjmp(mark, 1); }; // expect: longjmp
}

template <class T> void generic(T t) {
  T local;
  // CHECK: :[[#@LINE+1]]:3: error: the jump leaves 'local' without its destructor (likely)
  longjmp(mark, 1); // expect: longjmp
}
template void generic(Owner);
template <class T> struct Holder {
  void f() {
    longjmp(mark, 1); // expect: longjmp
  }
};

// Only called like it.
namespace own {
void longjmp(int);
void f() { longjmp(1); }
} // namespace own
struct Jumper {
  void longjmp(jmp_buf, int);
};
void member(Jumper j) { j.longjmp(mark, 1); }
