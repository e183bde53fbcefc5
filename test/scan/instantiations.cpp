// Bodies outside the project that call into it are instantiated all the same,
// and the sites are those of a scan without short cuts.
//
// RUN: %warrant scan %s --root %S --all --json %t.json -- -std=c++17 \
// RUN:   -isystem %S/Inputs/instantiations >%t.txt
// RUN: %warrant scan %s --root %S --exact --json %t.exact.json -- -std=c++17 \
// RUN:   -isystem %S/Inputs/instantiations >/dev/null
// RUN: diff %t.json %t.exact.json
// RUN: FileCheck %s --input-file %t.txt
//
// The same of the standard library, whose bodies are parsed late.
//
// RUN: rm -rf %t.lib && mkdir -p %t.lib/c++
// RUN: cp -r %S/Inputs/instantiations %t.lib/c++/1
// RUN: %warrant scan %s --root %S --all --json %t.late.json -- -std=c++17 \
// RUN:   -isystem %t.lib/c++/1 >%t.late.txt
// RUN: %warrant scan %s --root %S --exact --json %t.full.json -- -std=c++17 \
// RUN:   -isystem %t.lib/c++/1 >/dev/null
// RUN: diff %t.late.json %t.full.json
// RUN: FileCheck %s --input-file %t.late.txt

#include <algorithm.h>

namespace app {

// A generic lambda: what it does is known only once it is called.
void lambda(int *First, int *Last) {
  lib::for_each(First, Last, [](auto P) {
    ++P; // CHECK-DAG: instantiations.cpp:[[@LINE]]:5: {{.*}}step
  });
}

// A template's members that nothing here calls.
template <class T> struct Compare {
  bool operator()(const T &A, const T &B) const {
    return A + 1 < B; // CHECK-DAG: instantiations.cpp:[[@LINE]]:12: {{.*}}offset
  }
};
void functor(lib::ordered<int *, Compare<int *>> &Set, int *P) { Set.put(P); }

// A function that is found by its argument.
template <class T> struct Box {
  T Value;
};
template <class T> void swap(Box<T> &A, Box<T> &B) {
  ++A.Value; // CHECK-DAG: instantiations.cpp:[[@LINE]]:3: {{.*}}step
}
void found(Box<char *> &A, Box<char *> &B) { lib::exchange(A, B); }

// A conversion that only the library asks for.
struct View {
  template <class T> operator T() const {
    T Result = nullptr;
    return Result + 2; // CHECK-DAG: instantiations.cpp:[[@LINE]]:12: {{.*}}offset
  }
};
char *converted(const View &V) { return lib::convert<char *>(V); }

// Virtual members come with the constructor.
template <class T> struct Shape {
  virtual T next(T P) {
    return P - 3; // CHECK-DAG: instantiations.cpp:[[@LINE]]:12: {{.*}}offset
  }
};
void made() { lib::create<Shape<long *>>(); }

// Through a wrapper that forgets the type.
lib::function<short *> erased() {
  return [](auto P) {
    return P + 4; // CHECK-DAG: instantiations.cpp:[[@LINE]]:12: {{.*}}offset
  };
}

// A specialization of the library's template for a type of the project.
template <class T> struct Key {
  T Value;
};

} // namespace app

template <class T> struct lib::hash<app::Key<T>> {
  unsigned operator()(const app::Key<T> &K) const {
    T P = K.Value;
    ++P; // CHECK-DAG: instantiations.cpp:[[@LINE]]:5: {{.*}}step
    return 0;
  }
};

namespace app {

unsigned hashed(const Key<int *> &K) { return lib::bucket(K); }

// What a member hands out.
template <class T> struct Iterator {
  T At;
  Iterator &operator++() {
    ++At; // CHECK-DAG: instantiations.cpp:[[@LINE]]:5: {{.*}}step
    return *this;
  }
  bool operator!=(const Iterator &Other) const { return At != Other.At; }
};
struct Container {
  Iterator<int *> begin();
  Iterator<int *> end();
};
void visited(Container &C) { lib::visit(C); }

// A template among the arguments.
template <class T> struct Next {
  T *next(T *P) {
    auto Q = P;
    return Q + 5; // CHECK-DAG: instantiations.cpp:[[@LINE]]:12: {{.*}}offset
  }
};
int *template_argument(int *P) { return lib::made<Next>(P); }

// Not reached: what is never instantiated stays possible, or silent.
template <class T> T never(T P) { return ++P; }

// A specialization of the project's own template.
template <class T> struct Visitor {
  void operator()(T) const {}
};
template <class T> struct Visitor<T *> {
  template <class U> void operator()(U P) const {
    ++P; // CHECK-DAG: instantiations.cpp:[[@LINE]]:5: {{.*}}step
  }
};
void visited(int *First, int *Last) {
  int **Each = &First;
  lib::for_each(Each, &Last, Visitor<int *>());
}

} // namespace app
