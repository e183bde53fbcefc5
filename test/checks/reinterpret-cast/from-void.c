// The kind from-void in C, where the conversion needs no cast: then it stands
// at the converted expression.
// RUN: %check-hosts %s -- -std=gnu17 -Wno-everything

typedef unsigned long size_t;
#define NULL ((void *)0)
void *malloc(size_t);
void *calloc(size_t, size_t);
void *realloc(void *, size_t);
void *alloca(size_t);
void *get(int);
struct a {
  int v;
};
struct wide {
  _Alignas(64) int v[16];
};
struct holder {
  struct a *m;
  int n;
};
void take(struct a *);
void variadic(int, ...);
struct a *explicit(void *v) { return (struct a *)v; } // expect: from-void:38

struct a *implicit(void *v, const void *k, void **pp, struct a *p, int yes) {
  struct a *q = v;                 // expect: from-void:17
  q = v;                           // expect: from-void:7
  q = *pp;                         // expect: from-void:7
  q = get(1);                      // expect: from-void:7
  take(v);                         // expect: from-void:8
  take(yes ? v : p);               // expect: from-void:8
  struct a *list[] = {v, p};       // expect: from-void:23
  struct holder h = {v, 1};        // expect: from-void:22
  struct holder d = {.n = 1, .m = v}; // expect: from-void:35
  take((struct holder){.m = v}.m); // expect: from-void:29
  struct a *const *deep = v;       // expect: from-void:27
  const struct a *c = k;           // expect: from-void:23
  q = (p = v);                     // expect: from-void:12
  q = (yes, v);                    // expect: from-void:8
  q = ({ void *t = v; t; });       // expect: from-void:7
  q = _Generic(v, void *: v, default: p); // expect: from-void
  for (p = v; p; p = 0)            // expect: from-void:12
    ;
  if ((q = v))                     // expect: from-void:12
    return v;                      // expect: from-void:12
  void (*f)(void) = v;             // expect: function-pointer:21
  return yes ? v : p;              // expect: from-void:10
}

struct a *old(v) void *v; {
  take(v);                         // expect: from-void:8
  return v;                        // expect: from-void:10
}
void *space;
static int table[4];
static void *address = table;

void sound(void *v, size_t n, struct a *p) {
  char *c = v;                     // proven: from-void:13
  const unsigned char *b = v;      // proven: from-void:28
  struct a *q = malloc(n);         // expect: from-void:17, how much is not seen
  q = malloc(sizeof *q);           // proven: from-void:7
  q = calloc(n, sizeof *q);        // proven: from-void:7
  q = realloc(q, n * sizeof *q);   // proven: from-void:7
  q = alloca(sizeof *q);           // proven: from-void:7
  q = (void *)p;                   // proven: from-void:7
  q = (struct a *)malloc(sizeof(struct a)); // proven: from-void:7
  if (!(q = malloc(n * sizeof *q))) // proven: from-void:13
    return;
}

void unfit(size_t n) {
  struct a *q = malloc(2);         // expect: from-void:17
  struct wide *w = malloc(sizeof *w); // expect: from-void:20
  q = malloc(sizeof q) ? get(1) : 0;  // expect: from-void:7
  struct a **list = malloc(sizeof(int)); // expect: from-void:21
}

struct a *none(struct a *p, void *v, int yes) {
  v = p;
  const void *k = v;
  void *w = v;
  p = NULL;
  p = yes ? p : NULL;
  take(NULL);
  struct a *q = (struct a *)0;
  variadic(1, v);
  if (p == v || v == p)
    return NULL;
  (void)v;
  return 0;
}

#define GET(n) get(n)
#define SPACE space
#define ASSIGN(p) (p) = space      // expect: from-void:25
void macros(void) {
  struct a *p = GET(1);            // expect: from-void:17
  p = SPACE;                       // expect: from-void:7
  ASSIGN(p);
}
