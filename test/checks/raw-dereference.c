// Raw pointers that are dereferenced in C.
// RUN: %check-hosts --on raw-dereference %s -- -std=gnu17 -Wno-everything

struct list {
  struct list *next;
  int value;
  char name[8];
  int rest[];
};
struct list *first;
#define offsetof(type, member) __builtin_offsetof(type, member)
#define old_offsetof(type, member) ((unsigned long)&((type *)0)->member)

int walk(struct list *l, int a[4], void *v, char **argv) {
  int n = 0;
  for (struct list *i = l; i; i = i->next) // expect: member-access
    n += i->value;                       // expect: member-access
  n += *a;                               // expect: dereference
  n += *l->name;                         // expect: member-access
  // proven(-1): dereference
  n += *l->rest;                         // expect: dereference member-access
  n += ((struct list *)v)->value;        // expect: member-access from-void
  n += *(int *)v;                        // expect: dereference from-void
  n += **argv;                           // expect: dereference dereference
  n += (*l).value;                       // expect: dereference
  *l = *first;                           // expect: dereference:3 dereference:8
  n += ((struct list){.value = 1}).value;
  n += (&(struct list){.value = 1})->value; // expect: member-access
  n += ({ l->value; });                  // expect: member-access
  n += _Generic(*a, int: l->value, default: *a); // expect: member-access
  n += sizeof *l + sizeof l->value + offsetof(struct list, value);
  n += old_offsetof(struct list, value); // proven: pointer-to-int
  (void)*v;
  return n;
}

int old(l) struct list *l; { return l->value; } // expect: member-access
