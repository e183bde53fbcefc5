// The kind union-pun in C++: a member is read where the last visible write was
// to another.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything

namespace std {
enum class byte : unsigned char {};
} // namespace std
struct Head1 {
  int kind;
  char name;
  unsigned low : 4;
  float x;
};
struct Head2 {
  int kind;
  char name;
  unsigned low : 5;
  int y;
};
struct Big {
  int n;
  Big(const Big &);
};
union Pun {
  unsigned u;
  float f;
  int i;
  unsigned char bytes[4];
  std::byte raw[4];
  Head1 one;
  Head2 two;
  Pun() : u(0) {}
  Pun(float x) : f(x) {}
  float real() { return f; }
};
union Plain {
  unsigned u;
  float f;
};
void take(float);
void take_reference(const float &);
void fill(Plain &);

float local(unsigned bits, int i, bool yes) {
  Plain p;
  p.u = bits;
  float f = p.f;           // expect: union-pun:13
  unsigned u = p.u;
  Plain q = {.f = 1.0f};
  u = q.u;                 // expect: union-pun
  q.u = 1;
  u = q.u;
  Plain first = {1};
  f = first.f;             // expect: union-pun
  Plain braces{.f = 1};
  u = braces.u;            // expect: union-pun
  f += Plain{.u = 1}.f;    // expect: union-pun
  take(p.f);               // expect: union-pun
  auto body = [](Plain l) {
    l.u = 1;
    return l.f;            // expect: union-pun
  };
  if (yes)
    q.f = 2;
  u = q.u;                 // expect: union-pun~likely
  return f;
}

// Bytes, and the other sign, may be looked at; a common beginning too.
void sound(Pun p, int i, unsigned bits) {
  p.u = bits;
  unsigned char b = p.bytes[i & 3]; // proven: union-pun array-index
  auto r = p.raw[0];                // proven: union-pun array-index
  i = p.i;                          // proven: union-pun
  p.one.kind = 1;
  i = p.two.kind;
  i = p.two.name;
  i = p.two.low;                    // expect: union-pun
  i = p.two.y;                      // expect: union-pun
}

// Members of classes, anonymous unions, references, pointers and `this`.
struct Value {
  enum { Int, Real } tag;
  union {
    int i;
    float f;
  };
  Plain named;
  void set(int n) {
    i = n;
    take(f);               // expect: union-pun
    this->named.u = 1;
    take(named.f);         // expect: union-pun
  }
  float get() const { return tag == Real ? f : i; }
};
void reached(Value &v, Value *p, Plain (&list)[2]) {
  v.i = 1;
  take(v.f);               // expect: union-pun
  p->named.u = 1;
  take(p->named.f);        // expect: union-pun
  list[0].u = 1;           // proven: array-index
  take(list[0].f);         // expect: union-pun, proven: array-index
  take(list[1].f);         // proven: array-index
  union {
    int a;
    float b;
  };
  a = 1;
  take(b);                 // expect: union-pun
  Plain &alias = p->named;
  alias.u = 1;
  take(alias.f);           // expect: union-pun
}

void none(Plain p, const Plain &r, Plain *q, Value v) {
  take(r.f);
  take(p.f);
  take(q->f);
  p.u = 1;
  fill(p);
  take(p.f);
  p.u = 1;
  p = *q;
  take(p.f);
  p.u = 1;
  float *address = &p.f;
  int size = sizeof p.f;
  Pun made(1.0f);
  take(made.f);
  if (v.tag == Value::Int)
    v.i = 1;
  else
    v.f = 1;
  switch (v.tag) {
  case Value::Int:
    take(q->u);
    break;
  case Value::Real:
    take(q->f);
  }
}

template <class To, class From> To pun(From from) {
  union {
    From a;
    To b;
  } u;
  u.a = from;
  return u.b;              // expect: union-pun~possible
}
template float pun<float>(unsigned);
template <class T> float fixed(T t) {
  Plain p;
  p.u = 1;
  float f = p.f;           // expect: union-pun
  return f + t;
}
template float fixed(int);
