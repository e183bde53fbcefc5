// An integer is added to or subtracted from a pointer, in C.
// RUN: %check-hosts %s -- -std=gnu2x -Wno-everything

enum color { Red, Green };
struct packet {
  unsigned length;
  int *at;
  union {
    char raw[16];
    int words[4];
  };
  unsigned char data[];
};
extern int table[8], unknown[];

void forms(int *p, int v[static 4], int w[const restrict], int n,
           struct packet *k, int m[n][n], _Atomic(int *) atomic, enum color e,
           void *any, const void *c, int *restrict r) {
  p + n;                 // expect: offset:3
  n + p;                 // expect: offset:3
  p - n;                 // expect: offset:3
  p += n;                // expect: offset:3
  p -= e;                // expect: offset:3
  p + Green;             // expect: offset:3
  v + n;                 // expect: offset:3
  w + n;                 // expect: offset:3
  r + n;                 // expect: offset:3
  m + n;                 // expect: offset:3
  *m + n;                // expect: offset:3
  *(m + 1) + n;          // expect: offset:3 offset:5
  k->data + n;           // expect: offset:3
  k->raw + n;            // expect: offset:3
  k->at + n;             // expect: offset:3
  (*k).words + n;        // expect: offset:3
  table + n;             // expect: offset:3
  unknown + n;           // expect: offset:3
  "text" + n;            // expect: offset:3
  any + n;               // expect: offset:3
  c - n;                 // expect: offset:3
  any += n;              // expect: offset:3
  atomic + n;            // expect: offset:3
  forms + n;             // expect: offset:3
  &forms - n;            // expect: offset:3
  *forms + n;            // expect: offset:3
  (n, p) + n;            // expect: offset:3
  (n ? p : v) + n;       // expect: offset:3
  (n ? table : unknown) + n; // expect: offset:3
  (p ?: v) + n;          // expect: offset:3
  (p = v) + n;           // expect: offset:3
  (int[]){1, 2} + n;     // expect: offset:3
  (struct packet){0}.raw + n; // expect: offset:3
  ({ p; }) + n;          // expect: offset:3
  (char *)p + n;         // expect: offset:3  proven: reinterpret
  __builtin_choose_expr(1, p, n) + n;     // expect: offset:3
  _Generic(n, int: p + 1, default: p + 2); // expect: offset:20
  __extension__(p + n);  // expect: offset:17
  goto *(&&label + n);   // expect: offset:10
label:;
  int local[n];
  local + n;             // expect: offset:3
  typeof(p) t = p;
  t + n;                 // expect: offset:3
  auto u = p;
  u + n;                 // expect: offset:3
  __auto_type x = p;
  x + n;                 // expect: offset:3
  struct packet made = {.at = p + 1, .words = {[1] = *(p + 2)}}; // expect: offset:31 offset:56
  static int *next = table + 1;  // proven: offset
  static int *far = table + 9;   // expect: offset:21
}

#define PLUS(p, n) ((p) + (n))
int macro(int *p) { return *PLUS(p, 1); } // expect: offset:29

void negatives(int n, int *p, double d, _Complex double z) {
  n + 1;
  d += 1;
  z - 1;
  sizeof(p + n);
  typeof(p + n) q = p;
  _Alignof(int);
  _Generic(p + n, int *: n, default: p + n);
  __builtin_constant_p(p + n);
  __builtin_choose_expr(1, n, p + n);
}
