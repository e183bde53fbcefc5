// The kind int-to-pointer in C, where old code converts without a cast.
// RUN: %check-hosts %s -- -std=gnu17 -Wno-everything

typedef unsigned long size_t;
#define NULL ((void *)0)
struct a {
  int v;
};
enum place { here = 0x4000 };
void take(struct a *);
void take_register(volatile unsigned *);

struct a *explicit(size_t n, int i, enum place e) {
  struct a *p = (struct a *)n;         // expect: int-to-pointer:17
  p = (struct a *)(long)i;             // expect: int-to-pointer:7
  p = (struct a *)e;                   // expect: int-to-pointer:7
  p = (void *)n;                       // expect: int-to-pointer:7 from-void:7
  p = (struct a *)(void *)n;           // expect: from-void:7 int-to-pointer:19
  p = (struct a[]){{1}};
  p = (struct a *)0x1000;              // expect: int-to-pointer
  p = ((struct { struct a *m; }){.m = (struct a *)n}).m; // expect: int-to-pointer:39
  return (struct a *)n;                // expect: int-to-pointer:10
}

// What has no cast stands where the integer is written.
struct a *implicit(size_t n, int i) {
  struct a *p = n;                     // expect: int-to-pointer:17
  p = i;                               // expect: int-to-pointer:7
  take(n);                             // expect: int-to-pointer:8
  struct a *list[] = {n};              // expect: int-to-pointer:23
  struct { struct a *m; } s = {.m = n}; // expect: int-to-pointer:37
  void *v = 0x1000;                    // expect: int-to-pointer:13
  volatile unsigned *r = 0x4000;       // expect: mmio-address:26
  take_register(n);                    // expect: mmio-address:17
  if (p == n)
    p = 1 ? n : 0;                     // expect: int-to-pointer:9
  return n;                            // expect: int-to-pointer:10
}

struct a *old(n) size_t n; {
  return (struct a *)n;                // expect: int-to-pointer:10
}

struct a *none(struct a *p, int yes) {
  p = 0;
  p = NULL;
  p = (struct a *)0;
  p = (struct a *)NULL;
  p = yes ? NULL : p;
  p = yes ? p : 0;
  take(NULL);
  take(0);
  if (p == 0 || !p || p != NULL)
    return 0;
  for (p = NULL; p; p = 0)
    ;
  return NULL;
}
