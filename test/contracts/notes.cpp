// What is left open of a contract is named at each use.
// RUN: %warrant scan --root %S --checks='-*,unsafe-call' --all %s -- \
// RUN:   -std=c++20 | %FileCheck %s

// SAFETY: p points to n ints.
int sum(const int *p, int n);

/// # Safety
/// - `p` points to `n` ints
///   that live during the call
/// - `p` is aligned
int listed(const int *p, int n);

// CHECK: [[#@LINE+2]]:41: warning: undocumented 'call'
// CHECK: notes.cpp:5:{{.*}} condition of 'sum' is left open: 'p points to n ints.'
int undocumented(const int *q) { return sum(q, 3); }

int partial(const int *q) {
  // CHECK: [[#@LINE+3]]:10: warning: partial 'call': 'listed(q, 3)' in 'partial(const int *)' [warrant-unsafe-call]
  // CHECK: notes.cpp:8:{{.*}} condition 1 of 'listed' is left open: '`p` points to `n` ints that live during the call'
  // SAFETY: (2) q comes from an array of int
  return listed(q, 3);
}
