// The kind union-pun in C: a member is read where the last visible write was to
// another. Which write is the last that is visible?
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

// Both ways that control may have come count.
double branches(unsigned long x, int yes, union number n) {
  union number m;
  if (yes)
    m.real = 1;
  else
    m.whole = x;
  double r = m.real;               // expect: union-pun~likely
  m.real = 1;
  if (yes)
    m.whole = x;
  r += m.real;                     // expect: union-pun~likely
  if (yes)
    m.real = 2;
  else
    m.real = 3;
  r += m.real;
  r += yes ? (m.whole = x, 1.0) : 0;
  r += m.real;                     // expect: union-pun~likely
  yes && (m.real = 1);
  return r + m.real;               // expect: union-pun~likely
}

// A branch that leaves brings nothing along.
double leaves(unsigned long x, int yes) {
  union number n;
  n.real = 1;
  if (yes) {
    n.whole = x;
    return 0;
  }
  double r = n.real;
  if (yes > 1) {
    n.whole = x;
    goto end;
  }
  r += n.real;
end:
  return r;
}

double switched(unsigned long x, int kind) {
  union number n;
  n.real = 1;
  switch (kind) {
  case 1:
    n.whole = x;
    break;
  case 2:
    return n.real;
  case 3:
    n.whole = x;
  case 4:
    return n.real;                 // expect: union-pun~likely
  default:
    n.whole = x;
    return n.real;                 // expect: union-pun
  }
  return n.real;                   // expect: union-pun~likely
}

// What is written later in a loop's body is there when it starts again.
double loops(unsigned long x, int count) {
  union number n;
  n.real = 1;
  double r = 0;
  while (count-- > 0) {
    r += n.real;                   // expect: union-pun~likely
    n.whole = x;
  }
  for (n.real = 2; r > n.real;)    // expect: union-pun~likely
    n.whole = x;
  union number m;
  for (m.real = 1; r > m.real; m.real += 1)
    r -= m.real;
  do {
    m.whole = x;
    r += m.real;                   // expect: union-pun
  } while (count);
  return r;
}

// What reads beside a plain value.
struct pair {
  unsigned first, second;
};
union parts {
  unsigned words[2];
  float floats[2];
  struct pair pair;
  struct {
    unsigned first, other;
    float third;
  } triple;
};
float reads(union parts p, float x) {
  p.words[0] = 1;                  // proven: array-index
  float f = p.floats[1];           // expect: union-pun, proven: array-index
  f += *p.floats;                  // expect: union-pun
  p.words[0] = 1;                  // proven: array-index
  p.floats[0] += x;                // expect: union-pun, proven: array-index
  p.words[0] = 1;                  // proven: array-index
  p.floats[0]++;                   // expect: union-pun, proven: array-index
  f += p.floats[0];                // proven: array-index
  p.words[1] = 1;                  // proven: array-index
  struct pair copy = p.pair;       // expect: union-pun
  float *address = p.floats;
  unsigned size = sizeof p.floats;
  p.pair.first = 1;
  unsigned u = p.triple.first + p.triple.other;
  return f + p.triple.third;       // expect: union-pun
}

// Another index, another pointer, another object.
double others(union number *list, union number *p, int i) {
  list[0].whole = 1;               // expect: subscript
  double r = list[0].real;         // expect: union-pun subscript
  for (i = 0; i < 2; i++)
    list[i].whole = 1;             // expect: subscript
  for (i = 0; i < 2; i++)
    r += list[i].real;             // expect: subscript
  list[i].whole = 1;               // expect: subscript
  i++;
  r += list[i].real;               // expect: subscript
  p->whole = 1;
  p = list;
  r += p->real;
  struct { union number n; } s, t = {{1}};
  s.n.whole = 1;
  s = t;
  return r + s.n.real;
}

// Others may write in between where others reach the union.
double reached(unsigned long x, union number *p) {
  shared.whole = x;
  double r = shared.real;          // expect: union-pun
  shared.whole = x;
  show(r);
  r += shared.real;                // expect: union-pun~likely
  p->whole = x;
  show(r);
  return r + p->real;              // expect: union-pun~likely
}

#define PUN(n, x) ((n).whole = (x), (n).real)
double macro(union number n, unsigned long x) {
  return PUN(n, x);                // expect: union-pun:10
}
union number *next(void);
double none(union number n, union number *p, int kind) {
  double r = n.real;
  r += p->real + next()->real;
  if (kind)
    return p->whole;
  union number other;
  other.whole = 1;
  return n.real;
}

// A loop without a beginning, which has nothing to be looked at.
double endless(union number n, unsigned long x) {
  for (;;) {
    if (x--)
      return n.real;               // expect: union-pun~likely
    n.whole = x;
  }
}
