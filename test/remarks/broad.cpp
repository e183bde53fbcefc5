// One comment for too many operations, and one text for different operands.
//
// RUN: rm -rf %t && mkdir -p %t && cp %s %t/a.cpp
// RUN: %warrant scan --root %t %t/a.cpp -- > %t/text
// RUN: FileCheck %s --implicit-check-not=warning: --allow-empty < %t/text
// RUN: printf 'safety-comment:\n  broad-limit: 2\n  copy-paste: true\n' > %t/.warrant.yaml
// RUN: %warrant scan --root %t %t/a.cpp -- \
// RUN:   | FileCheck %s --check-prefix=SET --implicit-check-not=warning:
//
// CHECK: 11 documented

int f(int *p, int *q, int i) {
  int s = 0;
  {
    // SET: :[[#@LINE+1]]:1: warning: broad: covers 3 operations, more than 2
    // SAFETY: i is within the bounds of all of them.
    s += p[i];
    s += p[i + 1];
    s += p[i + 2];
  }
  {
    // SAFETY: both are within their bounds.
    s += p[i];
    s += q[i];
  }
  // SAFETY: i is within the bounds.
  s += p[i];
  // SET: :[[#@LINE+1]]:1: warning: copy-paste: says the same as line [[#@LINE-2]] of a.cpp, of other operands
  // SAFETY: i is within the bounds.
  s += q[i];
  // SAFETY: q has i elements.
  s += q[i];
  // SAFETY: q has i elements.
  s += q[i];
  // SAFETY: q has 2 elements more.
  return s + q[i + 1] + q[i + 2];
}
