// A diagnostic has the words and the place of the text report, and notes for
// what helps to understand it. What is documented or proven is silent.
// RUN: %clang-tidy --quiet --config={} --checks=-*,warrant-* %s -- -std=c++20 >%t
// RUN: FileCheck %s --check-prefixes BOTH,TIDY --match-full-lines <%t
// RUN: %warrant scan --root %S %s -- -std=c++20 >%t
// RUN: FileCheck %s --check-prefix BOTH --match-full-lines <%t

#define NEXT global++
// BOTH: {{.*}}diagnostics.cpp:[[@LINE-1]]:14: warning: undocumented 'step': 'global++' [warrant-pointer-arithmetic]
// TIDY-NEXT: {{.*}} | #define NEXT global++
// TIDY-NEXT: {{.*}} |              ^~~~~~~~
static int *global;
void next() { NEXT, NEXT; }
// BOTH: {{.*}}diagnostics.cpp:[[@LINE-1]]:15: note: expanded here and at 1 other place

int undocumented(int *p, int i) {
  return p[i];
  // BOTH: {{.*}}diagnostics.cpp:[[@LINE-1]]:10: warning: undocumented 'subscript': 'p[i]' in 'undocumented(int *, int)' [warrant-pointer-arithmetic]
}

int rejected(int *p, int i) {
  // SAFETY: TODO
  return p[i];
  // BOTH: {{.*}}diagnostics.cpp:[[@LINE-1]]:10: warning: undocumented 'subscript': 'p[i]' in 'rejected(int *, int)' [warrant-pointer-arithmetic]
  // BOTH: {{.*}}diagnostics.cpp:[[@LINE-2]]:10: note: the comment there justifies nothing: a placeholder
}

template <class T> T possible(T *p) {
  return p[2];
  // BOTH: {{.*}}diagnostics.cpp:[[@LINE-1]]:10: warning: undocumented 'subscript' (possible): 'p[2]' in 'possible(T *)' [warrant-pointer-arithmetic]
}

// The report has remarks at its end, clang-tidy has all in the file's order.
// BOTH-NOT: warning: un
int silent(int *p, int (&a)[4], unsigned i) {
  // SAFETY: i < n, and p points to n live elements.
  int s = p[i];
  return s + a[i & 3];
}
