// Raw pointers that are dereferenced in C++, and what is no such thing.
// RUN: %check-hosts --on raw-dereference %s -- -std=c++20 -Wno-everything
// RUN: %warrant scan --root %S --checks='-*,raw-dereference' --all %s -- \
// RUN:   -std=c++20 | %FileCheck %s --implicit-check-not=error:

namespace std {
template <class T> struct unique_ptr {
  T *get() const;
  T &operator*() const;
  T *operator->() const;
};
struct string_view {
  using const_iterator = const char *;
  const_iterator begin() const;
};
} // namespace std
struct Node {
  int value;
  Node *next;
  int array[4];
  volatile int flag;
  static int count;
  enum { Limit = 3 };
  int get() const;
  static int number();
  template <class T> T as() const;
  Node &self() { return *this; }
  int own() { return this->value + value + (*this).value + self().get(); }
  auto captured() { return [this] { return this->value; }; }
};
struct Opaque;
void take(int &);
void take(const Node &);
void address(const void *);
using Pointer = Node *;

int forms(int *p, int **q, Node *n, const Node *c, Pointer alias, int *&r,
          Node (*block)[4], void (*f)(), int Node::*m) {
  int x = *p;                            // expect: dereference:11
  *p = 1;                                // expect: dereference:3
  *p += 1;                               // expect: dereference
  ++*p;                                  // expect: dereference:5
  x += **q;                              // expect: dereference:8 dereference:9
  x += n->value;                         // expect: member-access:8
  n->next->value = 1;                    // expect: member-access:3 member-access:3
  x += (*n).value;                       // expect: dereference:9
  x += n->array[1];                      // expect: member-access:8
  // proven(-1): array-index
  x += c->get() + alias->value;          // expect: member-access:8 member-access:19
  x += n->*m;                            // expect: member-access:8
  x += *r;                               // expect: dereference
  x += (*block)[1].value;                // expect: dereference
  // proven(-1): array-index
  Node copy = *n;                        // expect: dereference aggregate-copy
  Node &reference = *n;                  // expect: dereference
  take(*p);                              // expect: dereference
  take(*n);                              // expect: dereference
  x += n ? n->value : 0;                 // expect: member-access
  address(&n->value);                    // expect: member-access
  address(n->array);                     // expect: member-access
  x += n->as<int>();                     // expect: member-access
  x += (n)->value;                       // expect: member-access:8
  auto [a, b, d, e] = *n;                // expect: dereference aggregate-copy
  for (int i : n->array)                 // expect: member-access
    x += i;
  f();
  (*f)();
  return x;
}

// The arithmetic is the site.
int arithmetic(int *p, Node *n, int i) {
  int x = *(p + i);                      // expect: offset
  x += *p++;                             // expect: step
  x += *--p;                             // expect: step
  x += p[i];                             // expect: subscript
  x += n[i].value;                       // expect: subscript
  x += (n + i)->value;                   // expect: offset
  x += (n++)->value;                     // expect: step
  x += *(p += 2);                        // expect: offset
  return x + *(i ? p : p + 1);           // expect: dereference offset
}

int proven(Node s) {
  int x = 1, array[2] = {1, 2}, table[2][2] = {};
  x += *&x;                              // proven: dereference
  x += (&s)->value;                      // proven: member-access
  x += *array;                           // proven: dereference
  x += *table[1];                        // proven: dereference array-index
  x += *"text";                          // proven: dereference
  int *p = &x;
  x += *p;                               // proven: dereference
  Node *n = &s;
  n->value = 1;                          // proven: member-access
  return x;
}

void negatives(int *p, Node *n, Node &r, std::unique_ptr<Node> u,
               std::string_view v, Opaque *o) {
  int *q = &*p;
  q = &(*p);
  (void)sizeof(*p);
  (void)sizeof(n->value);
  using T = decltype(*p);
  using M = decltype(n->value);
  (void)noexcept(*p);
  int x = r.value + (*u).value + u->value + *v.begin();
  x += n->count + n->number() + Node::count + n->Limit;
  x += u.get()->value;                   // expect: member-access
  address(o);
  static_assert(sizeof(*static_cast<Node *>(nullptr)) > 0);
}

// Volatile memory and constant addresses are volatile-access'.
unsigned device(volatile unsigned *p, Node *n) {
  *p = 1;                                // expect: write
  unsigned x = n->flag;                  // expect: read
  x += *(volatile unsigned *)0x1000;     // expect: read
  x += *(unsigned *)0x1000;              // expect: non-volatile-mmio int-to-pointer
  address(&((Node *)0)->value);
  address((const void *)&n->flag);       // expect: member-access
  // expect(-1): cast-away
  return x;
}

int null() {
  // CHECK: :[[#@LINE+1]]:3: error: a null pointer is dereferenced: '{{.*}}
  *(int *)nullptr = 1;                   // expect: dereference
  // CHECK: :[[#@LINE+1]]:10: error: a null pointer is dereferenced: '{{.*}}
  return static_cast<Node *>(0)->value;  // expect: member-access
}

#define VALUE(n) ((n)->value)
#define HEAD head_->value                // expect: member-access
#define ID(x) (x)
Node *head_;
int macros(Node *a, Node *b) {
  int x = VALUE(a) + VALUE(b);           // expect: member-access:11 member-access:22
  x += HEAD + HEAD;
  return x + ID(a->value) + ID(*b).value; // expect: member-access:17 dereference:32
}

template <class T> struct List {
  T *first;
  Node *node;
  T &head() { return *first; }           // expect: dereference
  int value() { return first->value; }   // expect: member-access
  int plain() { return node->value; }    // expect: member-access
  int unused() { return first->get() + node->value; } // expect: member-access~possible member-access~possible
  int own() { return this->first == nullptr; }
};
template <class P> int bare(P p) {
  return *p + p->value;                  // expect: dereference~possible member-access~possible
}
struct Smart {
  int operator*();
  Node *operator->();
};
template int bare(Smart);
struct Iterator : Node {
  int operator*();
  Iterator *operator->();
};
int operator+(const Node &, int);
template int bare(Node *);
int templates(List<Node> &l) {
  l.head();
  return l.value() + l.plain();
}
auto lambda = [](Node *n) { return n->value; };       // expect: member-access
auto generic = [](auto *n) { return n->value; };      // expect: member-access
int called = generic(head_);
int initial = *new int(1);               // expect: dereference
struct Init {
  int a = head_->value;                  // expect: member-access
  int b;
  Init(Node *n = head_->next) : b(n->value) {} // expect: member-access:18 member-access:35
};
constexpr int constant(const int *p) { return *p; } // expect: dereference
constexpr int number = 1, evaluated = constant(&number);

int documented(Node *n) {
  // SAFETY: the caller holds the list's lock, and n is one of its nodes.
  n->value = 1;
  return n->next->value; // SAFETY: n is never the last node of the list.
}
