// Skeletons ask what is open, change no code, and are written once.
//
// RUN: rm -rf %t && mkdir -p %t && grep -v "^//" %s > %t/a.cpp
// RUN: cp %t/a.cpp %t/before
// RUN: %warrant annotate --root %t --dry-run %t/a.cpp -- > %t/diff
// RUN: FileCheck %s --match-full-lines --strict-whitespace < %t/diff
// RUN: cmp %t/a.cpp %t/before
//
// RUN: %clang++ -c -DNDEBUG %t/a.cpp -o %t/before.o
// RUN: %warrant annotate --root %t %t/a.cpp -- | FileCheck %s --check-prefix=DONE
// RUN: %clang++ -c -DNDEBUG %t/a.cpp -o %t/after.o
// RUN: cmp %t/before.o %t/after.o
//
// It stays undocumented, and a second run inserts nothing.
// RUN: cp %t/a.cpp %t/first
// RUN: %exits 1 %warrant scan --root %t --fail-on=undocumented %t/a.cpp -- \
// RUN:   | FileCheck %s --check-prefix=STILL
// RUN: %warrant annotate --root %t %t/a.cpp -- | FileCheck %s --check-prefix=AGAIN
// RUN: cmp %t/a.cpp %t/first
//
// DONE: a.cpp:34:32: note: 'p[1]' has no place for a comment that is sure to be harmless
// DONE-NEXT: 13 undocumented sites in 1 file got a comment to fill in
// STILL: failed: 14 sites are undocumented
// AGAIN: 0 undocumented sites in 0 files got a comment to fill in
//
extern int *table, first;
// CHECK:+// SAFETY: TODO(bounds): why is the access within one live object?
// CHECK: #define ADD(s){{.*}}
#define ADD(s)                                                                 \
  do {                                                                         \
    s += table[first];                                                         \
  } while (0)

// CHECK:{{.}}int one(int *p) { return /* SAFETY: TODO(bounds): why is 1 within p? {{.*}} */ p[1]; }
int one(int *p) { return p[1]; }

int f(int *p, int n) {
  int s = 0;
  for (int i = 0; i < n; ++i)
// CHECK:+    // SAFETY: TODO(bounds): why is i within p?
// CHECK:     s += p[i];
    s += p[i];
// CHECK:+  // SAFETY: TODO(bounds): why is n within p?
// CHECK:   if (p[n])
  if (p[n])
// CHECK:+    // SAFETY: TODO(bounds): why is 0 within p?
// CHECK:+    // SAFETY: TODO(bounds): why is n * 2 within p?
// CHECK:     s += p[0] +
    s += p[0] +
         p[n * 2];
  else if (p[4]) {
    s++;
  } else if (p[5]) {
    s += n;
  }
// CHECK:{{.}}  auto l = [&] { return /* SAFETY: TODO(bounds): why is 8 within p? {{.*}} */ p[8]; };
  auto l = [&] { return p[8]; };
  /* A comment
     goes on. */ s += p[9];
  ADD(s);
// CHECK:+  // SAFETY: TODO(bounds): why is 3 within p?
// CHECK:   return s + p[3] + l();
  return s + p[3] + l();
}
struct S {
  S(int *p)
// CHECK:+      // SAFETY: TODO(bounds): why is 0 within p?
// CHECK:       : a(p[0]) {}
      : a(p[0]) {}
  int a;
};
#define CHECKED(e) (names(#e), (e))
const char *names(const char *text);
int g(int *p) { return CHECKED(p[1]), 0; }
extern "C" int boundary(int *p);
