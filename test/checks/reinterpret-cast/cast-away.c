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
  const char **d = (const char **)argv; // expect: cast-away
  d = argv;                          // expect: cast-away
  int (*e)[4] = (int (*)[4])rows;    // expect: cast-away
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
