// Which write to a union is the last that is visible.
// RUN: %check-hosts %s -- -std=c17 -Wno-everything

typedef unsigned long size_t;
void *memcpy(void *, const void *, size_t);

union number {
  unsigned long whole;
  long sign;
  double real;
  unsigned char bytes[8];
  struct {
    unsigned low, high;
  };
};
void fill(union number *);
void show(double);
extern union number shared;

double visible(unsigned long x) {
  union number n;
  n.whole = x;
  double r = n.real;               // expect: union-pun
  long s = n.sign;                 // proven: union-pun
  unsigned char b = n.bytes[0];    // proven: union-pun array-index
  n.low = 1;
  n.high = 2;
  r += n.real;                     // expect: union-pun
  union number zero = {0};
  return r + s + b + zero.real;    // expect: union-pun
}

double handed(unsigned long x) {
  union number n = {0};
  fill(&n);
  double r = n.real;
  n.whole = x;
  memcpy(&n, &x, sizeof x);
  r += n.real;
  n.whole = x;
  n = shared;
  r += n.real;
  n.whole = x;
  show(n.whole);
  return r + n.real;               // expect: union-pun
}

double pointed(union number *p) {
  p->whole = 1;
  double r = p->real;              // expect: union-pun
  fill(p);
  return r + p->real;
}

// Where the order of evaluation is that of the text, within a statement too.
double sequenced(unsigned long x, union number n) {
  double r = (n.whole = x, n.real);   // expect: union-pun
  if ((n.whole = x) && n.real)        // expect: union-pun
    r += n.real;                      // expect: union-pun
  if (x)
    n.real = 1;
  else
    r += n.real;                      // expect: union-pun
  return r + (union number){.whole = x}.real + // expect: union-pun
         (union number){.real = r}.real;
}
