// Assumptions in C.
// RUN: %check-hosts --on assumption %s -- -std=c2x -isystem %S/Inputs/assumption

#include <unreachable.h>

int kinds(int i) {
  if (i == 1)
    unreachable();                 // expect: unreachable:5
  if (i == 2)
    __builtin_unreachable();       // expect: unreachable
  __builtin_assume(i > 2);         // expect: assume
  __attribute__((assume(i > 3)));  // expect: assume
  return i;
}

double sum(const double *p) {
  const double *q = __builtin_assume_aligned(p, 32); // expect: assume-aligned from-void
  return *q;
}
