// The kind cast-away in C, where a conversion drops qualifiers without a cast.
// RUN: %check-hosts %s -- -std=gnu17 -Wno-everything

typedef unsigned long size_t;
struct a {
  int v;
};
void legacy(char *);
void take(struct a *);
void fill(void *, size_t);
extern const struct a shared;

struct a *explicit(const struct a *p, const void *k, volatile int *v) {
  struct a *q = (struct a *)p;       // expect: cast-away:17
  void *w = (void *)k;               // expect: cast-away:13
  int *i = (int *)v;                 // expect: cast-away:12
  char **list = (char **)(const char **)0;
  take((struct a *)p);               // expect: cast-away:8
  fill((void *)p, 4);                // expect: cast-away:8
  ((struct a *)p)->v = 1;            // expect: cast-away:4
  legacy("text");
  return (struct a *)&shared;        // expect: cast-away:10
}

struct a *implicit(const struct a *p, const void *k, volatile int *v) {
  struct a *q = p;                   // expect: cast-away:17
  q = p;                             // expect: cast-away:7
  void *w = k;                       // expect: cast-away:13
  w = p;                             // expect: cast-away:7
  int *i = v;                        // expect: cast-away:12
  take(p);                           // expect: cast-away:8
  fill(p, 4);                        // expect: cast-away:8
  struct a *list[] = {&shared};      // expect: cast-away:23
  q = k;                             // expect: cast-away:7 from-void:7
  if (q == p)
    q = 0;
  return p;                          // expect: cast-away:10
}

void levels(const char **list, char *const *fixed, char **argv, const int (*rows)[4]) {
  char **c = (char **)list;          // expect: cast-away
  c = list;                          // expect: cast-away
  c = (char **)fixed;                // expect: cast-away
  const char **d = (const char **)argv; // expect: cast-away~possible
  d = argv;                          // expect: cast-away~possible
  int (*e)[4] = (int (*)[4])rows;    // expect: cast-away
}

// Const was only added on the way.
void sound(struct a *p, const struct a *k, int yes) {
  const struct a *c = p;
  struct a *q = (struct a *)c;       // proven: cast-away
  q = (struct a *)(const struct a *)p; // expect: cast-away
  q = (void *)(const void *)p;       // expect: cast-away, proven: from-void
  struct a here;
  const struct a *const h = &here;
  q = (struct a *)h;                 // proven: cast-away
  const struct a *changed = p;
  if (yes)
    changed = k;
  q = (struct a *)changed;           // expect: cast-away
  const struct a *known = k;
  q = (struct a *)known;             // expect: cast-away
  const struct a *shared_ = &shared;
  q = (struct a *)shared_;           // expect: cast-away
  const struct a *open = p, **out = &open;
  q = (struct a *)open;              // expect: cast-away
  static const struct a *kept;
  q = (struct a *)kept;              // expect: cast-away
}
// Only for a moment: it is read through, or qualified again.
struct pair {
  int first;
  int list[2];
  char *text;
};
void look(const void *);
void look_at_register(const volatile void *);
int momentary(const struct pair *p, const void *k, volatile int *v, const char *const *list, const char *s, volatile void *addr) {
  int n = *(int *)k;                 // expect: from-void, proven: cast-away
  n = ((struct pair *)p)->first;     // proven: cast-away
  n = ((int *)k)[1];                 // expect: from-void subscript, proven: cast-away
  n = ((struct pair *)p)->list[0];   // expect: cast-away, proven: array-index
  char *t = ((struct pair *)p)->text; // proven: cast-away
  n = *((unsigned char *)s + 1);     // expect: offset cast-away, proven: reinterpret
  const char *c = (char *)s;         // proven: cast-away
  look((char *)s + 1);               // expect: offset cast-away
  look_at_register((int *)addr);     // expect: from-void, proven: cast-away
  look((void *)addr);                // expect: cast-away
  n = *(int *)v;                     // expect: cast-away
  t = *(char **)list;                // expect: cast-away
  *(int *)k = 1;                     // expect: from-void cast-away
  (*(int *)k)++;                     // expect: from-void cast-away
  int *q = &*(int *)k;               // expect: from-void cast-away
  int *e = ((struct pair *)p)->list; // expect: cast-away
  return n;
}
// An integer in between hides nothing.
void through(const struct a *k, volatile int *v, struct a *p) {
  struct a *q = (struct a *)(size_t)k; // expect: cast-away:17, proven: int-to-pointer pointer-to-int
  int *i = (int *)(size_t)v;           // expect: cast-away:12, proven: int-to-pointer pointer-to-int
  q = (struct a *)(size_t)p;           // proven: int-to-pointer pointer-to-int
  q = (struct a *)(size_t)(int)(size_t)p; // expect: int-to-pointer:7, proven: pointer-to-int
}

void none(struct a *p, const struct a *k) {
  const struct a *c = p;
  c = (const struct a *)p;
  const void *v = k;
  const int n = 1;
  int m = (int)n;
  struct a copy = *k;
  char *text = "text";
}

// What is dropped and added again, or dropped to read only, does no harm.
void show(const char *);
void show_all(const char *, ...);
unsigned char read_only(const char *p, const struct a *s, const int *list, unsigned long i) {
  show((char *)p);                   // proven: cast-away:8
  const char *again = (char *)p;     // proven: cast-away:23
  int n = ((struct a *)s)->v;        // proven: cast-away
  n += ((int *)list)[i];             // proven: cast-away, expect: subscript
  return *(unsigned char *)p;        // proven: cast-away:11 reinterpret:11
}
int read_more(const char *p, struct a *const *nested, const struct a *s, const volatile int *reg) {
  show_all(p, (char *)p);            // expect: cast-away:15
  int *address = &((struct a *)s)->v; // expect: cast-away:20
  *(char *)p = 1;                    // expect: cast-away:4
  *(char *)p += 1;                   // expect: cast-away:4
  ++*(char *)p;                      // expect: cast-away:6
  const int *w = (int *)reg;         // expect: cast-away:18
  return *(int *)reg;                // expect: cast-away:11
}

// A const that was added to a pointer which needs none.
char *added(char *p, const char *k, int x) {
  const char *own = p;
  char *q = (char *)own;             // proven: cast-away:13
  const char *other = k;
  q = (char *)other;                 // expect: cast-away:7
  const char *moved = p;
  if (x)
    moved = k;
  q = (char *)moved;                 // expect: cast-away:7
  const char *taken = p;
  const char **where = &taken;
  *where = k;
  q = (char *)taken;                 // expect: cast-away:7
  static const char *kept;
  q = (char *)kept;                  // expect: cast-away:7
  const char *stepped = p;
  ++stepped;                         // expect: step
  return (char *)stepped;            // expect: cast-away:10
}
