// What is never evaluated holds no operation, in C.
// RUN: %check-hosts %s -- -std=c2x -Wno-everything

int choose(int *p, int i, volatile int *r, void *v) {
  int s = sizeof p[i];
  s += sizeof(*r) + _Alignof(int);
  s += _Generic(p[i], int: 1, default: *r);
  s += _Generic(s, int: p[i], default: p[2]); // expect: subscript:25
  typeof(p[i]) x = s;
  __auto_type y = p[i];                       // expect: subscript:19
  s += __builtin_choose_expr(1, p[3], p[4]);  // expect: subscript:33
  s += __builtin_types_compatible_p(typeof(p[1]), int);
  s += __builtin_offsetof(struct { int a[4]; }, a[2]);
  int n = i;
  int vla[p[n]];                              // expect: subscript:11
  s += sizeof vla;
  s += sizeof(int[p[n]]);                     // expect: subscript:19
  s += sizeof(int[2][p[n + 1]]);              // expect: subscript:22
  s += sizeof(int(*)[2]);
  return s;
}

void prototype(int n, const int *p, int a[p[1]]);
// The bound of a parameter is evaluated at the function's entry.
void parameter(int n, const int *p, int a[p[1]]) { // expect: subscript:43
  (void)a[n];                                 // expect: subscript:9
}
