// A pointer is incremented or decremented, in C.
// RUN: %check-hosts %s -- -std=gnu17 -Wno-everything

struct list {
  struct list *next;
  char *at, *ends[2];
  const void *any;
};

int forms(char *p, int v[], char *restrict r, void *any, _Atomic(char *) atomic,
          int (*f)(int), struct list *l, char **pp, volatile char *reg, int n,
          int m[n][n]) {
  p++;                 // expect: step:3
  ++p;                 // expect: step:3
  p--;                 // expect: step:3
  --p;                 // expect: step:3
  v++;                 // expect: step:3
  r++;                 // expect: step:3
  any++;               // expect: step:3
  m++;                 // expect: step:3
  f++;                 // expect: step:3
  --f;                 // expect: step:3
  atomic++;            // expect: step:3
  --atomic;            // expect: step:3
  l++;                 // expect: step:3
  l->at++;             // expect: step:3
  l->next->at--;       // expect: step:3
  ++l->any;            // expect: step:3
  l->ends[1]++;        // expect: step:3  proven: array-index
  (*pp)++;             // expect: step:3
  *(*pp)++ = *p++;     // expect: step:4 step:15
  ++*pp++;             // expect: step:3 step:6
  *reg++;              // expect: read:3 step:4
  struct list made = {.at = p++, .ends = {[1] = --p}}; // expect: step:29 step:49
  (struct list){.at = p}.at++; // expect: step:3
  _Generic(p, char *: p++, default: --p); // expect: step:23
  __typeof__(p) t = p;
  t++;                 // expect: step:3
  __auto_type u = p;
  u++;                 // expect: step:3
  static char *end;
  for (char *c = p, *e = p + n; c != e; ++c) // expect: offset:26 step:41
    if (*c++ == *end++) // expect: step:10 step:18
      goto *any++;     // expect: step:13
  any = &&label;
label:
  return n ? *p++ : *--p; // expect: step:15 step:22
}

#define TAKE(p) (*(p)++)
int macro(char *p) { return TAKE(p); } // expect: step:29

void negatives(char *p, int n, _Atomic(int) a) {
  n++;
  ++*p;
  (*p)--;
  a++;
  sizeof(p++);
  sizeof *p++;
  __typeof__(p++) q = p;
  _Generic(p++, char *: n, default: n);
  __builtin_choose_expr(0, p++, n++);
}
