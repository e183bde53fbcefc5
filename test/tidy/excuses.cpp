// An excuse with a reason is silent in both hosts. One without is a remark in
// both; the NOLINT makes clang-tidy drop the site all the same.
// RUN: %clang-tidy --quiet --config={} --checks=-*,warrant-* %s -- -std=c++20 >%t
// RUN: FileCheck %s --check-prefixes BOTH,TIDY --implicit-check-not=warning: <%t
// RUN: %warrant scan --root %S %s -- -std=c++20 >%t
// RUN: FileCheck %s --check-prefix SCAN --implicit-check-not=warning: <%t

int ignored(int *p, int i) {
  return p[i]; // WARRANT-IGNORE(subscript): measured
}
int silenced(int *p, int i) {
  return p[i]; // NOLINT(warrant-pointer-arithmetic): measured
}
int bare(int *p, int i) {
  return p[i]; // WARRANT-IGNORE(subscript)
}
// BOTH: excuses.cpp:[[@LINE-2]]:10: warning: undocumented 'subscript'
// BOTH: excuses.cpp:[[@LINE-3]]:16: warning: bare-excuse
int dropped(int *p, int i) {
  return p[i]; // NOLINT(warrant-pointer-arithmetic)
}
// SCAN: excuses.cpp:15:10: warning: undocumented 'subscript'
// SCAN: excuses.cpp:20:10: warning: undocumented 'subscript'
// SCAN: excuses.cpp:15:16: warning: bare-excuse
// SCAN: excuses.cpp:20:16: warning: bare-excuse
// TIDY: excuses.cpp:20:16: warning: bare-excuse
