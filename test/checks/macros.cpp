// An operation in a macro's body stands at the definition, unless an operand
// that selects its object comes from an argument; then it stands at the use.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything -DGIVEN=global[index]

using u32 = unsigned;
using uintptr = unsigned long;
struct A {
  int a;
};
extern int *global;
extern int index;
extern void *any;
extern uintptr base;

// Without arguments: once, at the definition, however often it is expanded.
#define NEXT global++            // expect: step:14
#define CURRENT (global[index])  // expect: subscript:18
#define AS_A ((A *)global)       // expect: reinterpret:15
#define FROM_ANY static_cast<A *>(any) // expect: from-void:18
#define POINTER ((A *)base)      // expect: int-to-pointer:18
#define REGISTER (*(volatile u32 *)0x1000) // expect: mmio-address:20
#define UNUSED (global[1])
#define OUTER (CURRENT + 1)

int definitions() {
  NEXT;
  NEXT;
  int a = CURRENT + CURRENT + OUTER;
  a += AS_A->a + FROM_ANY->a + POINTER->a;
  return a;
}

// A volatile access stands where it is made.
void registers() {
  REGISTER = 1;        // expect: write:3
  REGISTER |= 1;       // expect: read-modify-write:3
  u32 a = REGISTER;    // expect: read:11
}
#define SPIN() while (REGISTER & 1) { }
#define CLEAR (REGISTER = 0)
void spin() {
  SPIN();              // expect: read:3
  CLEAR;               // expect: write:3
}

// With an argument that selects the object: at each use.
#define AT(p, i) ((p)[i])
#define FIRST(p) ((p)[0])
#define PLUS(p) (p + 1)
#define TO_A(p) ((A *)(p))
#define MMIO(address) (*(volatile u32 *)(address))
#define SET_BIT(reg, bit) ((reg) |= (1u << (bit)))
#define WRITE(value) (REGISTER = (value))
int uses(int *p, int i, char *c, volatile u32 *r) {
  int a = AT(p, i);              // expect: subscript:11
  a += AT(p, i) + AT(p, 1);      // expect: subscript:8 subscript:19
  a += FIRST(p);                 // expect: subscript:8
  a += *PLUS(p);                 // expect: offset:9
  a += TO_A(c)->a;               // expect: reinterpret:8
  a += MMIO(base);               // expect: read:8
  MMIO(base + 4) = 1;            // expect: write:3
  SET_BIT(*r, 1);                // expect: read-modify-write:3
  SET_BIT(REGISTER, 2);          // expect: read-modify-write:3
  WRITE(a);                      // expect: write:3
  return a;
}

// An operation that is written in an argument stands there, once, though the
// macro's body may evaluate it twice.
#define TWICE(x) ((x) + (x))
#define ID(x) x
#define SIZE(x) sizeof(x)
int arguments(int *p, int i) {
  int a = TWICE(p[i]);           // expect: subscript:17
  a += ID(p[i]) + ID(ID(p[i]));  // expect: subscript:11 subscript:25
  a += ID(global[i]);            // expect: subscript:11
  a += SIZE(p[i]);
  a += ID(CURRENT) + TWICE(*NEXT);
  return a;
}

// An argument that selects nothing leaves the operation at the definition.
#define STORE(value) (*any_int() = global[index] + (value)) // expect: subscript:36
int *any_int();
void stores(int i) {
  STORE(1);
  STORE(i);
}

// Nested: an inner macro's argument that is spelled by the outer macro's body.
#define NESTED AT(global, index) // expect: subscript:16
#define PASS(p) AT(p, index)
#define PASS2(p) PASS(p)
int nested(int *p) {
  int a = NESTED + NESTED;
  a += PASS(p);                  // expect: subscript:8
  return a + PASS2(p);           // expect: subscript:14
}

// Text that is pasted stands where it is pasted.
#define PASTED(n) (glo##n[index])
#define PASTED_OPERATOR global +##+ // expect: step:25
#define STRINGIZED(x) #x
int pasted(int *p) {
  int a = PASTED(bal);           // expect: subscript:11
  a += *(PASTED_OPERATOR);
  return a + STRINGIZED(p[1])[0]; // proven: array-index
}

// What the command line defines stands where it is used.
int given() {
  return GIVEN; // expect: subscript:10
}

// Several operations of one body.
#define COPY(d, s, n) \
  for (int k = 0; k < (n); ++k) \
    (d)[k] = (s)[k]
void several(int *d, const int *s, int n) {
  COPY(d, s, n); // expect: subscript:3 subscript:3
}

// Multi-line bodies.
#define DRAIN()                \
  do {                         \
    while (index--)            \
      ++global; /* expect: step:7 */ \
  } while (0)
void drain() { DRAIN(); }

#define DECLARE(name) \
  int name(int *p, int i) { return p[i]; } // expect: subscript:36
DECLARE(declared)
DECLARE(declaredAgain)

#define EXPORT extern "C"
#define API(type) extern "C" type
EXPORT void exported() {} // proven: export:13
API(int) imported(int a); // expect: import:10
#define DEFINE(name) extern "C" void name() {}
DEFINE(defined) // proven: export:8

// An operand that is the use of another macro belongs to the operation whole.
#define QUIETLY(...)                                                           \
  _Pragma("clang diagnostic push") __VA_ARGS__ _Pragma("clang diagnostic pop")
#define CHECKED(condition) ((condition) ? 1 : 0)
int operands(int *p, int *q) {
  int a = CHECKED(QUIETLY(p + 1) < q);     // expect: order:19 offset:27
  return a + CHECKED(q < QUIETLY(p + 1));  // expect: order:22 offset:34
}
