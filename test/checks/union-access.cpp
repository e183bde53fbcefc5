// Members of unions that are read, written and handed on, in C++.
// RUN: %check-hosts --on union-access %s -- -std=c++20 -Wno-everything

using size_t = decltype(sizeof 0);
void *operator new(size_t, void *p) noexcept;
namespace std {
template <class T> T *construct_at(T *p) { return new (p) T; }
template <class T> void destroy_at(T *p) { p->~T(); }
template <class T> struct optional {
  union {
    T value;
  };
  T &operator*() { return value; } // proven: union-read~possible
};
} // namespace std

struct Owner {
  Owner();
  Owner(const Owner &);
  Owner &operator=(const Owner &);
  ~Owner();
  int get() const;
  static int count();
  int field;
};
struct Pair {
  int a, b;
};
union Value {
  int number;
  float real;
  const char *text;
  Pair pair;
  int array[4];
  unsigned char bytes[16];
  Owner owner;
  Value();
  ~Value();
  Value &operator=(const Value &);
  int own() const { return number; }       // expect: union-read:28
  static int shared;
};
void by_reference(int &);
void by_const_reference(const int &);
void by_value(Pair);
void by_pointer(int *);

void reads(Value &v, Value *p, int i) {
  int n = v.number;                        // expect: union-read:11
  n = p->number;                           // expect: union-read
  n = (v).number + v.pair.a;               // expect: union-read:7 union-read:20
  n = v.array[i];                          // expect: union-read array-index
  n = v.bytes[0];                          // expect: union-read
  // proven(-1): array-index
  n = *v.text;                             // expect: union-read
  v.number += 1;                           // expect: union-read
  ++v.number;                              // expect: union-read
  v.number--;                              // expect: union-read
  v.pair.a |= 1;                           // expect: union-pun
  Pair copy = v.pair;                      // expect: union-read
  by_value(v.pair);                        // expect: union-read
  n = v.owner.get();                       // expect: union-read
  if (v.real > 0)                          // expect: union-read
    n = i ? v.number : p->array[0];        // expect: union-read union-read
  // proven(-1): array-index
  Owner other = v.owner;                   // expect: union-read
  (v.text)++;                              // expect: union-read step
}

void writes(Value &v, Value *p, const Owner &o, int i) {
  v.number = 1;
  p->real = 2;
  v.pair.a = 3;
  v.array[1] = 4;                          // proven: array-index
  v.pair = Pair{1, 2};
  (v.number) = 5;
  v.number = p->number;                    // expect: union-pun:14
  v.owner = o;                             // expect: union-write:3
  v.owner.field = 1;
  v = *p;
}

int *addresses(Value &v, int i) {
  by_pointer(&v.number);                   // expect: union-address:15
  by_pointer(v.array);                     // expect: union-address
  by_pointer(v.array + i);                 // expect: union-address offset
  by_reference(v.number);                  // expect: union-address
  by_const_reference(v.number);            // expect: union-address
  int &alias = v.number;                   // expect: union-address
  auto captured = [&n = v.number] { return n; }; // expect: union-address
  auto pair = &v.pair.b;                   // expect: union-address
  for (int n : v.array)                    // expect: union-address
    (void)n;
  return &v.number;                        // expect: union-address
}

// Where a life begins or ends it is manual-memory's.
void lives(Value &v) {
  new (&v.owner) Owner;
  new (static_cast<void *>(&v.owner)) Owner;
  std::construct_at(&v.owner);
  v.owner.~Owner();
  std::destroy_at(&v.owner);
}

// What was written before to another member is reinterpret-cast's.
int puns() {
  union {
    int i;
    float f;
  } u;
  u.f = 1.5f;
  int n = u.i;                             // expect: union-pun
  return n + u.f;                          // expect: union-read
}

// Anonymous unions, and structures in them.
struct Tagged {
  int tag;
  union {
    int number;
    float real;
    struct {
      int first, second;
    };
    union {
      long inner;
      double other;
    };
  };
  int get() const { return tag ? number : 0; } // expect: union-read
  long deep() { return inner; }            // expect: union-read
};
int anonymous(Tagged &t, Tagged *p) {
  t.number = 1;
  t.first = 2;
  t.inner = 3;
  int n = t.tag + t.real;                  // expect: union-pun:19
  n += p->second;                          // expect: union-read
  by_reference(p->number);                 // expect: union-address
  union {
    int local;
    char bytes[4];
  };
  local = 1;
  return n + bytes[0];                     // proven: union-pun array-index
}
static union {
  int file_scope;
  float other_scope;
};
int use_file_scope() { return file_scope; } // expect: union-read

// Proven: nothing else can be there.
union Single {
  int only;
};
struct Circle {
  int kind;
  float radius;
};
struct Square {
  int kind;
  int side;
};
union Shape {
  Circle circle;
  Square square;
};
int proven(Single &s, Shape &shape, const Shape *p) {
  int n = s.only;                          // proven: union-read
  n += shape.circle.kind;                  // proven: union-read
  n += p->square.kind;                     // proven: union-read
  n += shape.square.side;                  // expect: union-read
  return n + shape.circle.radius;          // expect: union-read
}

// A base comes before the fields.
struct Base {
  long before;
};
struct Derived : Base {
  int kind;
};
union Inherited {
  Square square;
  Derived derived;
};
int inherited(Inherited &i) { return i.derived.kind; } // expect: union-read

// Not a member's value.
int negatives(Value &v, Tagged &t) {
  (void)sizeof(v.number);
  (void)v.number;
  using T = decltype(v.number);
  auto pointer = &Tagged::tag;
  return t.tag + Value::shared + v.shared + v.owner.count();
}
Value make() { return Value(); }
union Designated {
  int a;
  float b;
};
Designated made = {.b = 1};
struct HasUnion {
  Designated d;
  HasUnion() : d{.a = 1} {}
};

#define NUMBER(v) ((v).number)
#define GLOBAL_NUMBER shared_value.a       // expect: union-read
Designated shared_value;
int macros(Value &v, Value *p) {
  return NUMBER(v) + NUMBER(*p) + GLOBAL_NUMBER + GLOBAL_NUMBER; // expect: union-read:10 union-read:22
}

template <class T> struct Slot {
  union {
    T value;
    Slot *next;
  };
  T take() { return value; }               // expect: union-read
  Slot *link() { return next; }            // expect: union-read
};
template <class U> int bare(U u) { return u.number; } // expect: union-read~possible
int templates(Slot<int> &s) {
  s.link();
  return s.take() + bare<const Value &>(Value());
}
auto lambda = [](const Value &v) { return v.number; }; // expect: union-read
auto generic = [](const auto &v) { return v.a; };      // expect: union-read~possible
int called = generic(shared_value);
int initial = shared_value.a;              // expect: union-read
struct Init {
  int n = shared_value.a;                  // expect: union-read
  Init(int m = shared_value.a) : n(shared_value.a) {} // expect: union-read:16 union-read:36
};

int documented(const Value &v) {
  // SAFETY: the caller wrote `number` last, so it is active and initialized.
  return v.number;
}
