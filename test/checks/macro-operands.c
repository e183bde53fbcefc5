// Where an operation stands whose operands lie beside the macro that spells the
// operator, in a local of the macro's own, or in what the macro expands to.
// RUN: %check-hosts %s -- -std=gnu17 -Wno-everything

void *get(void);
void *search(const void *from, int what);
void take(int *p);
extern int *table;

// A conversion is made where the macro's value is used.
#define GET() get()
#define GET_IN_PARENTHESES() (get())
#define LOOK_FOR search
#define TAKE(p) take(p)
#define FETCH int *fetched = get() // expect: from-void:30

int *conversions(void *v) {
  int *p = GET();                  // expect: from-void:12
  p = GET_IN_PARENTHESES();        // expect: from-void:7
  p = LOOK_FOR(v, 1);              // expect: from-void:7
  TAKE(v);                         // expect: from-void:8
  TAKE(GET());                     // expect: from-void:8
  FETCH;
  return p;
}

// The operator alone, or the operator and one operand.
#define PLUS +
#define AND_ONE + 1
#define SECOND [1]

int *operators(int *p, int n) {
  p = p PLUS n;                    // expect: offset:7
  p = p AND_ONE;                   // expect: offset:7
  p = table PLUS n AND_ONE;        // expect: offset:7 offset:7
  return p + p SECOND;             // expect: offset:10 subscript:14
}

// What the macro takes an argument into selects the object for the argument.
#define CONTAINER_OF(Pointer, Type, Member)                                    \
  ({                                                                           \
    const __typeof__(((Type *)0)->Member) *Inner = (Pointer);                  \
    (Type *)((char *)Inner - __builtin_offsetof(Type, Member));                \
  })
struct outer {
  int first, second;
};

struct outer *containers(int *p) {
  // expect(+2): reinterpret:10
  // proven(+1): reinterpret:10 cast-away:10
  return CONTAINER_OF(p, struct outer, second);
}

// A local that the macro fills itself stays at the definition, and so does a
// local object whose address is taken.
#define STEP                                                                   \
  do {                                                                         \
    int i = table[0];    /* expect: subscript:13 */                            \
    table[i] = 0;        /* expect: subscript:5 */                             \
  } while (0)
#define STORE(Value)                                                           \
  do {                                                                         \
    long stored = (Value);                                                     \
    int *first = (int *)&stored; /* expect: reinterpret:18 */                  \
    take(first);                                                               \
  } while (0)

void locals(void) {
  STEP;
  STEP;
  STORE(1);
  STORE(2);
}

// Two operations of one kind that the same macro spells below another.
#define READ(Base) (*(int **)(void *)(Base))
#define READ_TABLE() READ(READ(table)) // expect: from-void:22 from-void:27
int *nested(void) { return READ_TABLE(); }
