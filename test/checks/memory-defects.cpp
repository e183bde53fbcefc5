// What is wrong with a call of a memory function whatever a comment says, and
// what only looks so.
// RUN: %warrant scan --root %S --checks='-*,memory-function' --all %s -- \
// RUN:   -std=c++20 | %FileCheck %s --implicit-check-not=error:

using size_t = unsigned long;
extern "C" {
void *memcpy(void *to, const void *from, size_t size);
void *memset(void *to, int byte, size_t size);
char *strcpy(char *to, const char *from);
char *strncpy(char *to, const char *from, size_t size);
size_t fwrite(const void *from, size_t size, size_t count, void *file);
int sscanf(const char *text, const char *format, ...);
}

struct Pair {
  int a, b;
};
struct Owner {
  Owner(const Owner &);
  ~Owner();
  int *p;
};
struct Virtual {
  virtual void f();
};
struct Record {
  char name[8];
  int length;
  char rest[1];
};

void sizes(Pair *p, Record *r, const char *s, void *file) {
  char buffer[8];
  Pair a = {};
  // CHECK: :[[#@LINE+1]]:3: error: writes 9 bytes, and 'buffer' has 8: '{{.*}}
  memset(buffer, 0, 9);
  // CHECK: :[[#@LINE+1]]:3: error: writes 8 bytes, and 'buffer' has 4: '{{.*}}
  memset(buffer + 4, 0, sizeof(buffer));
  // CHECK: :[[#@LINE+1]]:3: error: reads 16 bytes, and 'a' has 8: '{{.*}}
  memcpy(p, &a, 2 * sizeof(a));
  // CHECK: :[[#@LINE+1]]:3: error: writes 9 bytes, and 'buffer' has 8: '{{.*}}
  strcpy(buffer, "12345678");
  // CHECK: :[[#@LINE+1]]:3: error: reads 24 bytes, and 'a' has 8: '{{.*}}
  fwrite(&a, sizeof(a), 3, file);
  // CHECK: :[[#@LINE+1]]:3: error: writes 12 bytes, and 'r->name' has 8 (likely)
  memset(r->name, 0, 12);
  // CHECK: :[[#@LINE+1]]:3: error: the size is that of the pointer 'p', not of what it points to (likely)
  memset(p, 0, sizeof(p));
  // A pointer may lead to more; the last member may be longer than it says; a
  // string is read to its end only; this is the pointer itself.
  memset(p, 0, 64);
  memset(r->rest, 0, 12);
  strncpy(buffer, "x", sizeof(buffer));
  memset(&p, 0, sizeof(p));
}

void types(Owner *o, Virtual *v, Pair *p, const Owner &from) {
  // CHECK: :[[#@LINE+1]]:3: error: 'Owner' is not trivially copyable (likely)
  memset(o, 0, sizeof(*o));
  // CHECK: :[[#@LINE+1]]:3: error: 'Virtual' is not trivially copyable: '{{.*}}
  memset(v, 0, sizeof(*v));
  // CHECK: :[[#@LINE+1]]:3: error: 'Owner' is not trivially copyable (likely)
  memcpy(o, &from, sizeof(*o));
  // CHECK: :[[#@LINE+1]]:3: error: both ranges begin at 'p' (likely)
  memcpy(p, p, sizeof(*p));
  // An explicit cast says that its author knows.
  memset(static_cast<void *>(o), 0, sizeof(*o));
  memcpy(p, p + 1, sizeof(*p));
}

void scanned(const char *s) {
  char word[8];
  int i;
  // CHECK: :[[#@LINE+1]]:3: error: the format reads a string without a width (likely)
  sscanf(s, "%d %s", &i, word);
  // CHECK: :[[#@LINE+1]]:3: error: the format reads a string without a width (likely)
  sscanf(s, "%[a-z]", word);
  sscanf(s, "%7s %*s %d", word, &i);
}
