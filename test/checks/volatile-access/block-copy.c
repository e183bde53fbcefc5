// The kind block-copy: volatile memory is copied, filled or compared by a
// function that knows nothing of that.
// RUN: %check-hosts %s -- -std=gnu17 -Wno-everything

typedef unsigned int u32;
typedef unsigned long size_t;
typedef int wchar_t;
void *memcpy(void *, const void *, size_t);
void *memmove(void *, const void *, size_t);
void *memset(void *, int, size_t);
int memcmp(const void *, const void *, size_t);
void *memchr(const void *, int, size_t);
void *mempcpy(void *, const void *, size_t);
void *memccpy(void *, const void *, int, size_t);
void explicit_bzero(void *, size_t);
void bzero(void *, size_t);
void bcopy(const void *, void *, size_t);
char *strcpy(char *, const char *);
char *strncpy(char *, const char *, size_t);
size_t strlen(const char *);
struct uart {
  volatile u32 data;
};
struct outer {
  struct uart ports[2];
};
volatile u32 buffer[4];
void mine(void *, const void *, size_t);

void block(volatile u32 *r, u32 *p, struct uart *u, const volatile char *c, struct outer *o) {
  memcpy((void *)r, p, 4);        // expect: block-copy:3 cast-away:10
  memcpy(p, (const void *)c, 4);  // expect: block-copy:3 cast-away:13
  memmove((u32 *)r, p, 4);        // expect: block-copy:3 cast-away:11
  memset(u, 0, sizeof *u);        // expect: block-copy:3
  memset((void *)buffer, 0, 4);   // expect: block-copy:3 cast-away:10
  memset((void *)&buffer, 0, 4);  // expect: block-copy:3 cast-away:10
  memset(o, 0, sizeof *o);        // expect: block-copy:3
  memset(o->ports, 0, 4);         // expect: block-copy:3
  memset(&u->data, 0, 4);         // expect: block-copy:3 cast-away:10
  if (memcmp(u, p, 4))            // expect: block-copy:7
    memchr(u, 0, 4);              // expect: block-copy:5
  mempcpy(p, u, 4);               // expect: block-copy:3
  memccpy(p, u, 0, 4);            // expect: block-copy:3
  explicit_bzero(u, 4);           // expect: block-copy:3
  bzero(u, 4);                    // expect: block-copy:3
  bcopy(u, p, 4);                 // expect: block-copy:3
  strcpy((char *)c, "x");         // expect: block-copy:3 cast-away:10
  strncpy((char *)c, "x", 1);     // expect: block-copy:3 cast-away:11
  strlen((char *)c);              // expect: block-copy:3 cast-away:10
  __builtin_memcpy(p, u, 4);      // expect: block-copy:3
  __builtin_memset(u, 0, 4);      // expect: block-copy:3
  __builtin___memcpy_chk(p, u, 4, 4); // expect: block-copy:3
  memcpy(u, u, 4);                // expect: block-copy:3
  memcpy((void *)r, (void *)r, 4); // expect: block-copy:3 cast-away:10 cast-away:21
  memcpy(r, p, 4);                // expect: block-copy:3 cast-away:10
}
#define UART0 ((struct uart *)0x4000) // expect: mmio-address:16
#define CLEAR(x) memset(&(x), 0, sizeof(x))
void macros(struct uart *u) {
  memset(UART0, 0, 4);            // expect: block-copy:3
  CLEAR(*u);                      // expect: block-copy:3
}
void none(u32 *p, volatile u32 *r, struct uart *u, volatile u32 **list) {
  memcpy(p, p, 4);
  memset(list, 0, 8);
  memcpy(p, &p, 4);
  mine(u, p, 4);
  mine((void *)r, p, 4);          // expect: cast-away
}
