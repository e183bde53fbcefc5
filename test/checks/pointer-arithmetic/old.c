// The check pointer-arithmetic in C.
// RUN: %check-hosts %s -- -std=c17

struct packet {
  unsigned length;
  unsigned char data[];
};

int sum(const int *p, int v[static 4], int n, struct packet *k) {
  int s = p[n];        // expect: subscript:11
  s += v[n];           // expect: subscript:8
  s += *(p + n);       // expect: offset:10
  s += n[p];           // expect: subscript:8
  s += k->data[n];     // expect: array-index:8
  s += *p++;           // expect: step:9
  int local[n];
  s += local[n];       // expect: array-index:8
  s += (&s)[n];        // expect: subscript:8
  s += p > v;          // expect: order:8
  s += (int)(p - v);   // expect: difference:14
  s += p == v;
  return s + ((int[]){1, 2})[n & 1]; // proven: array-index
}

void *voids(void *p, int n) {
  return p + n; // expect: offset:10
}

void functions(int (*f)(int), int n) {
  f(n);
  (*f)(n);
  int (*table[2])(int) = {f, f};
  table[n](n);     // expect: array-index:3
  table[n & 1](n); // proven: array-index
}
