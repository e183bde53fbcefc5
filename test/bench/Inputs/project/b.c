#include "a.h"

#define offset_of(type, member) __builtin_offsetof(type, member)
struct node {
  struct node *next;
};
struct item {
  int key;
  struct node node;
};

struct item *item(const struct node *n) {
  return (struct item *)((char *)n - offset_of(struct item, node));
}

int first(void *v, long address) {
  int *p = v;
  int *q = (int *)address;
  if (p == v)
    p++;
  return AT(p, 2) + *q;
}
