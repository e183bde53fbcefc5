// Code that a compiler moves into functions of its own: blocks, and the bodies
// of OpenMP's directives. What it adds is implicit.
// RUN: %check-hosts %s -- -Wno-everything -fblocks -fopenmp

int blocks(int *p, int n) {
  int (^named)(int) = ^(int i) {
    return p[i];             // expect: subscript:12
  };
  return named(n) + ^{
    return *(p + 1);         // expect: offset:14
  }();
}

void loops(int *a, int *e, int n, int table[static 8]) {
#pragma omp parallel for
  for (int i = 0; i < n; ++i)
    a[i] = 0;                // expect: subscript:5
#pragma omp parallel for simd reduction(+ : n)
  for (int *p = a; p < e; ++p) // expect: order:20 step:27
    n += *p;
#pragma omp for collapse(2)
  for (int i = 0; i < 4; ++i)
    for (int *p = a; p < e; p += 2) // expect: order:22 offset:29
      *(p + i) = 0;          // expect: offset:9
#pragma omp parallel
  {
#pragma omp for
    for (int i = 0; i < n; ++i)
      table[i] = a[n - i];   // expect: subscript:7 subscript:18
#pragma omp single
    a++;                     // expect: step:5
  }
}

void clauses(int *a, int *e, int n) {
  int whole[8];
#pragma omp target map(tofrom : a[0 : n], whole[0 : n]) firstprivate(e) // expect: subscript:33 array-index:43
  {
    a[1] = e[2];             // expect: subscript:5 subscript:12
  }
#pragma omp task depend(in : a[n]) if (a[1]) // expect: subscript:30 subscript:40
  --a;                       // expect: step:3
#pragma omp atomic
  a[n] += 1;                 // expect: subscript:3
}
