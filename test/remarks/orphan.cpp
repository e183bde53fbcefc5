// A comment without an operation under it.
//
// RUN: rm -rf %t && mkdir -p %t && cp %s %t/a.cpp
// RUN: %warrant scan --root %t %t/a.cpp -- > %t/text
// RUN: grep safety-comment %t/text | FileCheck %s --implicit-check-not=warning:
// What checks are on makes no difference.
// RUN: %warrant scan --root %t '--checks=-*,safety-comment' %t/a.cpp -- \
// RUN:   | grep safety-comment > %t/only
// RUN: grep safety-comment %t/text | diff - %t/only
// RUN: echo 'safety-comment: {allow-orphan: true}' > %t/.warrant.yaml
// RUN: %warrant scan --root %t %t/a.cpp -- | not grep safety-comment

int sum(int a, int b) {
  // CHECK: :[[#@LINE+1]]:3: warning: orphan: no operation is under this SAFETY comment
  // SAFETY: a and b are below the table's size.
  return a + b;
}
int moved(int *p, int i) {
  // CHECK: :[[#@LINE+1]]:3: warning: orphan
  // SAFETY: i is within the bounds of p.
  int j = i + 1;
  return p[j];
}
// CHECK: :[[#@LINE+1]]:1: warning: orphan
// SAFETY: nobody reads it.
struct Plain {};

int under(int *p, int i) {
  // SAFETY: i is within the bounds of p.
  int a = p[i];
  int b = p[i]; // SAFETY: i is within the bounds of p.
  int table[4] = {};
  // SAFETY: proven, and an operation all the same.
  return a + b + table[1];
}
int dereference(int *p) {
  // SAFETY: p is not null, the caller has it from new.
  return *p;
}
void release(int *p) {
  // SAFETY: p came from new, and nobody else has it.
  delete p;
}
// SAFETY: p leads to one element at least.
int contract(int *p, int i);
/// # Safety
/// p leads to one element at least.
int heading(int *p, int i) { return i; }
// SAFETY: only the main thread writes it.
int counter;
// SAFETY: i is within the bounds of any p.
#define AT(p, i) ((p)[i])
template <typename T> int never(T *p, int i) {
  // SAFETY: i is within the bounds of p.
  return p[i];
}
// What only an instantiation decides is not remarked where none is seen.
template <typename T> struct View {
  T *first;
  T count, second;
  View last(T n) {
    // SAFETY: n is at most count.
    return {first + (count - n), n};
  }
  View made(T n) {
    // SAFETY: n is at most count.
    return View(first, n);
  }
  void step() {
    // SAFETY: second is below count.
    ++second;
  }
  T sum(int a, int b) {
    // CHECK: :[[#@LINE+1]]:5: warning: orphan
    // SAFETY: a and b are below the table's size.
    int c = a + b;
    return T{} == c;
  }
};
#ifdef NEVER
// SAFETY: nobody compiles it.
int x;
#endif
