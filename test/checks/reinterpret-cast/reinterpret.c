// The kind reinterpret in C, where incompatible pointers convert implicitly too.
// RUN: %check-hosts %s -- -std=gnu17 -Wno-everything

typedef unsigned long size_t;
typedef unsigned char u8;
struct a {
  int v;
};
struct b {
  float v;
};
struct link {
  struct link *next;
};
struct item {
  int key;
  struct link node;
};
void take(struct b *);
void bytes(const unsigned char *, size_t);

struct b *explicit(struct a *p, char *c, struct a **pp) {
  struct b *q = (struct b *)p;       // expect: reinterpret:17
  q = (void *)p ? (struct b *)c : 0; // expect: reinterpret:19
  q = *(struct b **)pp;              // expect: reinterpret:8
  struct a x = *(struct a *)c;       // expect: reinterpret:17
  int word = *(int *)&q->v;          // expect: reinterpret:15
  ((struct b *)p)->v = 1;            // expect: reinterpret:4
  take((struct b *)p);               // expect: reinterpret:8
  bytes((const u8 *)p, sizeof *p);   // proven: reinterpret:9
  q = (typeof(q))p;                  // expect: reinterpret:7
  return (struct b *)p;              // expect: reinterpret:10
}

// Without a cast, wherever a value is converted: at what is converted.
struct b *implicit(struct a *p, char *c, u8 *u, int *i) {
  struct b *q = p;                   // expect: reinterpret:17
  q = p;                             // expect: reinterpret:7
  take(p);                           // expect: reinterpret:8
  struct b *list[] = {p};            // expect: reinterpret:23
  struct { struct b *m; } s = {.m = p}; // expect: reinterpret:37
  q = (struct { struct b *m; }){p}.m;   // expect: reinterpret:33
  bytes(p, sizeof *p);               // proven: reinterpret:9
  char *d = u;                       // proven: reinterpret:13
  unsigned *w = i;                   // proven: reinterpret:17
  long *l = i;                       // expect: reinterpret:13
  if (p == q)
    return q;
  return p;                          // expect: reinterpret:10
}

// The container of a member: to bytes, back, and to the container.
#define offset_of(type, member) __builtin_offsetof(type, member)
#define container_of(ptr, type, member)                                        \
  ({                                                                           \
    const typeof(((type *)0)->member) *mptr = (ptr);                           \
    (type *)((char *)mptr - offset_of(type, member));                          \
  })
#define plain_container_of(ptr, type, member)                                  \
  ((type *)((char *)(ptr)-offset_of(type, member)))
struct item *containers(struct link *l) {
  struct item *i = container_of(l, struct item, node); // expect: reinterpret, proven: reinterpret cast-away
  i = plain_container_of(l, struct item, node);        // expect: reinterpret, proven: reinterpret
  size_t off = offset_of(struct item, node);
  off = (size_t) & ((struct item *)0)->node;           // proven: pointer-to-int
  return i;
}

// By hand, with the address of a member at null; a step that is no member's, or
// to another type than the cast makes, is arithmetic of its own.
struct other {
  int key;
  struct link node;
};
struct item *contained(struct link *l, size_t n) {
  struct item *i;
  i = (struct item *)((char *)l - (size_t)(&((struct item *)0)->node)); // expect: reinterpret, proven: reinterpret pointer-to-int
  i = (struct item *)((char *)l - n);                  // expect: reinterpret offset, proven: reinterpret
  i = (struct item *)((char *)l + offset_of(struct item, node)); // expect: reinterpret offset, proven: reinterpret
  char *c = (char *)l - offset_of(struct item, node);  // expect: offset, proven: reinterpret
  return (struct item *)((char *)l - offset_of(struct other, node)); // expect: reinterpret offset, proven: reinterpret
}

// Choices and statement expressions.
struct b *chosen(struct a *p, int yes) {
  struct b *q = _Generic(p, struct a *: (struct b *)p, default: 0); // expect: reinterpret:41
  q = ({ struct a *t = p; (struct b *)t; });         // expect: reinterpret:27
  q = __builtin_choose_expr(1, (struct b *)p, (struct b *)0); // expect: reinterpret:32
  return yes ? (struct b *)p : q;                    // expect: reinterpret:16
}

// Another address space is other memory, even for bytes.
typedef int __attribute__((address_space(1))) far_int;
typedef char __attribute__((address_space(1))) far_char;
void spaces(int *i, far_int *f) {
  f = (far_int *)i;                  // expect: reinterpret:7
  i = (int *)f;                      // expect: reinterpret:7
  far_char *c = (far_char *)i;       // expect: reinterpret:17
  c = (far_char *)f;                 // proven: reinterpret:7
}

// Old functions.
struct b *old(p, n) struct a *p; int n; {
  return (struct b *)p;              // expect: reinterpret:10
}

// Types that are compatible, or the same under other names.
struct opaque;
typedef struct a *handle;
typedef int row[];
void none(struct a *p, handle h, int (*known)[4], row *unknown, char **v) {
  handle g = p;
  p = (struct a *)h;                 // proven: reinterpret:7
  unknown = known;
  known = unknown;
  void *any = p;
  struct opaque *o = (struct opaque *)0;
}
