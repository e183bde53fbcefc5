// What is wrong with an access of volatile memory whatever a comment says, and
// what only looks so. Precision is `certain` where none is named.
// RUN: %warrant scan --root %S --checks='-*,volatile-access,reinterpret-cast' \
// RUN:   --all %s -- -std=gnu17 -Wno-everything | \
// RUN:   %FileCheck %s --implicit-check-not=error:

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef __SIZE_TYPE__ size_t;
void *memcpy(void *, const void *, size_t);
void *memset(void *, int, size_t);
int memcmp(const void *, const void *, size_t);

#define REG(type, address) (*(volatile type *)(address))
typedef struct {
  volatile u8 id;
  volatile u32 data;
} Port;
#define ODD ((Port *)0x40000002)
#define EVEN ((Port *)0x40000004)

void addresses(size_t base) {
  // CHECK: :[[#@LINE+1]]:3: error: 0x40000002 is no multiple of 4, the alignment of 'volatile u32'
  REG(u32, 0x40000002) = 1;
  // CHECK: :[[#@LINE+1]]:3: error: 0x40000001 is no multiple of 2, the alignment of 'volatile u16'
  REG(u16, 0x40000001) |= 1;
  // CHECK: :[[#@LINE+1]]:9: error: 0x40000006 is no multiple of 4
  (void)ODD->data;
  // CHECK: :[[#@LINE+1]]:34: error: 0x40000006 is no multiple of 4
  *(&REG(u32, 0x40000000) + 1) = *(volatile u32 *)0x40000006;
  REG(u8, 0x40000001) = 1;
  REG(u16, 0x40000002) = 1;
  REG(u64, 0x40000008) = 1;
  EVEN->data = EVEN->id;
  ODD->id = 1;
  REG(u32, base + 1) = 1;
}

volatile u32 word, buffer[4];
static volatile struct {
  u32 a;
} whole;
struct device {
  volatile u32 flag;
  u32 rest;
};
struct bank {
  volatile u32 a;
  struct {
    volatile u32 b[2];
  } c;
};
void blocks(volatile u32 *r, u32 *p, struct device *d, const volatile u8 *c,
            struct bank *save) {
  // CHECK: :[[#@LINE+1]]:3: error: volatile memory is accessed as a block of bytes that is not volatile: 'memcpy((void *)buffer, p, 4)'
  memcpy((void *)buffer, p, 4);
  // CHECK: :[[#@LINE+1]]:3: error: volatile memory is accessed as a block
  memset((void *)&word, 0, 4);
  // CHECK: :[[#@LINE+1]]:3: error: volatile memory is accessed as a block
  memset((void *)&whole.a, 0, 4);
  // CHECK: :[[#@LINE+1]]:3: error: volatile memory is accessed as a block of bytes that is not volatile (likely)
  memcpy((void *)r, p, 4);
  // CHECK: :[[#@LINE+1]]:3: error: volatile memory is accessed as a block of bytes that is not volatile (likely)
  memcpy(r, p, 4);
  // CHECK: :[[#@LINE+1]]:7: error: volatile memory is accessed as a block of bytes that is not volatile (likely)
  if (memcmp((const void *)c, p, 4))
    return;
  // CHECK: :[[#@LINE+1]]:3: error: volatile memory is accessed as a block of bytes that is not volatile (likely)
  memcpy(save, (struct bank *)0x40020000, sizeof *save);
  // CHECK: :[[#@LINE+1]]:3: error: volatile memory is accessed as a block of bytes that is not volatile (likely)
  memset((struct device *)0x40020000, 0, 4);
  // A struct that has a volatile flag is cleared before anybody knows it.
  memset(d, 0, sizeof *d);
  memcpy(p, &p, 4);
}

void casts(volatile u32 *r, struct device *d, volatile struct device *v,
           const u32 *k, volatile u32 **list, void (*use)(u32 *)) {
  // CHECK: :[[#@LINE+1]]:4: error: a 'volatile u32' is accessed as 'u32'{{.*}} (likely): '(u32 *)r'
  *(u32 *)r = 1;
  // CHECK: :[[#@LINE+1]]:4: error: a 'volatile u32'{{.*}} is accessed as 'u32': '(u32 *)&word'
  *(u32 *)&word = 1;
  // CHECK: :[[#@LINE+1]]:12: error: a 'volatile u32'{{.*}} (likely)
  u32 a = *(u32 *)r;
  // CHECK: :[[#@LINE+1]]:4: error: a 'volatile u32'{{.*}} (likely)
  ((u32 *)r)[1] += 1;
  // CHECK: :[[#@LINE+1]]:4: error: a 'volatile struct device' is accessed as 'struct device' (likely)
  ((struct device *)v)->rest = 1;
  // The member is volatile all the same.
  ((struct device *)v)->flag = 1;
  // Nobody accesses it here.
  use((u32 *)r);
  u32 *p = (u32 *)r;
  *(volatile u32 *)p = 1;
  *(u32 *)k = 1;
  *(volatile u32 *)(u32 *)k = 1;
  *(u32 **)list = p;
  a += sizeof *(u32 *)r;
  u32 *q = &((u32 *)r)[1];
}

#define PLAIN ((u32 *)0x40000000)
// Two uses of one access: the surest of what they show.
// CHECK: :[[#@LINE+1]]:17: error: the access at 0x40000004 is not volatile{{.*}} (likely): '*(u32 *)0x40000004'
#define STATUS (*(u32 *)0x40000004)
struct plain {
  u32 a, b;
};
void plain(size_t base) {
  // CHECK: :[[#@LINE+1]]:3: error: the access at 0x40000000 is not volatile: it may be left out, repeated or moved (likely): '*PLAIN'
  *PLAIN = 1;
  while (!STATUS)
    ;
  // CHECK: :[[#@LINE+1]]:3: error: the access at 0x40000000 is not volatile{{.*}} (likely)
  ((struct plain *)0x40000000)->b |= 1;
  if (STATUS)
    return;
  // A table in flash memory looks like this.
  // CHECK: :[[#@LINE+1]]:11: error: the access at 0x8000000 is not volatile{{.*}} (possible)
  u32 a = ((const u32 *)0x08000000)[2];
  u32 *p = PLAIN;
  *(u32 *)base = a;
  *(volatile u32 *)PLAIN = 1;
}

// The compiler of these targets takes whatever alignment in one access.
struct __attribute__((packed)) packed {
  u8 a;
  volatile u32 b;
};
void packed(struct packed *p) {
  p->b = 1;
}
// A register holds it.
volatile u64 ticks;
volatile u64 *stamp(void) {
  ticks++;
  return &ticks;
}
