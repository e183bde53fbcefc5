// A pointer is subscripted, in C.
// RUN: %check-hosts %s -- -std=gnu2x -Wno-everything

enum color { Red, Green };
struct packet {
  int *at, **table;
  const char *names[2];
  struct packet *next;
};
extern int *ints(void);

int forms(int *p, int v[static 4], int w[const restrict 8], int n, int m[n][n],
          struct packet *k, enum color e, int *restrict r, int **pp, void *any,
          char rows[][4], bool f, int (*table)[4]) {
  p[n] = 1;            // expect: subscript:3
  n[p] = 1;            // expect: subscript:3
  v[n];                // expect: subscript:3
  w[n];                // expect: subscript:3
  r[n];                // expect: subscript:3
  p[e];                // expect: subscript:3
  p[Green];            // expect: subscript:3
  p[f];                // expect: subscript:3
  p['a'];              // expect: subscript:3
  m[n][n];             // expect: subscript:3 array-index:3
  rows[n][n];          // expect: subscript:3 array-index:3
  table[n];            // expect: subscript:3
  pp[n][n];            // expect: subscript:3 subscript:3
  (*pp)[n];            // expect: subscript:3
  k[n];                // expect: subscript:3
  k->at[n];            // expect: subscript:3
  k->table[n][n];      // expect: subscript:3 subscript:3
  k->names[1][n];      // expect: subscript:3  proven: array-index
  (*k).next->at[n];    // expect: subscript:3
  k->next[n].at[n];    // expect: subscript:3 subscript:3
  (&n)[1];             // expect: subscript:3
  &p[n];               // expect: subscript:4
  any[n];              // expect: subscript:3
  ints()[n];           // expect: subscript:3
  (n, p)[n];           // expect: subscript:3
  p[n, n];             // expect: subscript:3
  (f ? p : v)[n];      // expect: subscript:3
  (p ?: v)[n];         // expect: subscript:3
  (p = v)[n];          // expect: subscript:3
  (p + 1)[n];          // expect: subscript:3 offset:4
  ((char *)p)[n];      // expect: subscript:3  proven: reinterpret
  ({ p; })[n];         // expect: subscript:3
  (struct packet){p}.at[n];    // expect: subscript:3
  ((struct packet *)&(struct packet){p})[n].at; // expect: subscript:3  proven: reinterpret
  _Generic(n, int: p, default: v)[n];     // expect: subscript:3
  _Generic(n, int: p[1], default: p[2]);  // expect: subscript:20
  __builtin_choose_expr(1, p, v)[n];      // expect: subscript:3
  struct packet made = {.at = &p[1], .table = &pp[2]}; // expect: subscript:32 subscript:48
  int list[] = {[2] = p[1], [4 ... 6] = p[2]};         // expect: subscript:23 subscript:41
  typeof(p) t = p;
  t[n];                // expect: subscript:3
  auto u = p;
  u[n];                // expect: subscript:3
  __auto_type x = p;
  x[n];                // expect: subscript:3
  int bound[p[n]];     // expect: subscript:13
  int (*pointer)[p[1]];        // expect: subscript:18
  typedef int row[p[2]];       // expect: subscript:19
  sizeof(int[p[3]]);           // expect: subscript:14
  sizeof(int (*)[p[4]]);       // expect: subscript:18
  (int (*)[p[5]])any;          // expect: subscript:12 from-void:3
  __builtin_offsetof(struct packet, names[p[6]]); // expect: subscript:43
  return p[n] = p[n + 1];      // expect: subscript:10 subscript:17
}

void bounds(int *p, int m[p[1]][p[2]], int (*rows)[p[3]]); 
void evaluated(int *p, int m[p[1]][p[2]], int (*rows)[p[3]]) {} // expect: subscript:30 subscript:36 subscript:55

#define AT(p, i) ((p)[i])
int macro(int *p) { return AT(p, 1); } // expect: subscript:28

void negatives(int n, int *p) {
  sizeof(p[n]);
  sizeof p[n];
  typeof(p[n]) q = n;
  _Alignof(p[n]);
  _Generic(p[n], int: n, default: p[n]);
  __builtin_choose_expr(0, p[n], n);
  __builtin_constant_p(p[n]);
}
