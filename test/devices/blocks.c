// What is copied or filled as a block must not meet gaps, nor registers where
// the access does more than move a value.

// RUN: rm -rf %t && mkdir %t && cp %s %S/Inputs/chip.svd %t && cp %s %t/b.cpp
// RUN: echo "devices: [chip.svd]" >%t/.warrant.yaml
// RUN: cd %t && %warrant scan blocks.c --json out.json -- >out.txt
// RUN: %python %S/Inputs/facts.py %t/out.json | grep -v mmio-address | %FileCheck %s --match-full-lines
// RUN: cd %t && %warrant scan b.cpp --json cpp.json -- >cpp.txt
// RUN: %python %S/Inputs/facts.py %t/cpp.json | grep -v mmio-address | %FileCheck %s --match-full-lines

typedef unsigned int u32;
typedef __SIZE_TYPE__ size_t;
#ifdef __cplusplus
extern "C" {
#endif
void *memcpy(void *to, const void *from, size_t size);
void *memset(void *to, int value, size_t size);
int memcmp(const void *a, const void *b, size_t size);
#ifdef __cplusplus
}
#endif

#define BUF ((volatile u32 *)0x40000020ul)
#define FLAGS ((volatile u32 *)0x40000004ul)
#define FIFO ((volatile u32 *)0x40000008ul)
#define ONE ((volatile u32 *)0x40000014ul)
#define COMMAND ((volatile u32 *)0x4000000cul)

void wrong(u32 *memory) {
  // CHECK: [[#@LINE+1]] block-copy defect write-to-read-only likely: 20 bytes at 0x40000020 are written as a block, with 'CTL.TAIL' of chip, which is read-only
  memcpy((void *)BUF, memory, 5 * sizeof(u32));
  // CHECK-NEXT: [[#@LINE+1]] block-copy defect reserved-address likely: 24 bytes at 0x40000020 are read as a block, and 0x40000034 is no register of chip
  memcpy(memory, (const void *)BUF, 24);
  // CHECK-NEXT: [[#@LINE+1]] block-copy defect copied-side-effect likely: 4 bytes at 0x40000008 are read as a block, with 'CTL.FIFO' of chip, where reading has side effects
  memcpy(memory, (const void *)FIFO, 4);
  // CHECK-NEXT: [[#@LINE+1]] block-copy defect copied-side-effect likely: 4 bytes at 0x40000004 are written as a block, with 'CTL.FLAGS' of chip, where writing has side effects
  memset((void *)FLAGS, 0, 4);
  // CHECK-NEXT: [[#@LINE+1]] block-copy defect read-of-write-only likely: 4 bytes at 0x4000000c are read as a block, with 'CTL.COMMAND' of chip, which is write-only
  (void)memcmp((const void *)COMMAND, memory, 4);
  // Both sides.
  // CHECK-NEXT: [[#@LINE+2]] block-copy defect copied-side-effect likely: 4 bytes at 0x40000008 are read as a block, {{.*}}
  // CHECK-NEXT: [[#@LINE+1]] block-copy defect copied-side-effect likely: 4 bytes at 0x40000014 are written as a block, {{.*}}
  memcpy((void *)ONE, (const void *)FIFO, 4);
}

void right(u32 *memory, size_t size) {
  memcpy((void *)BUF, memory, 16);
  memset((void *)BUF, 0, 16);
  memcpy(memory, (const void *)FLAGS, 4);
  memset((void *)FIFO, 0, 4);
  memcpy((void *)FIFO, memory, size);
  memcpy((void *)(memory + 8), memory, 4);
}

typedef struct {
  volatile u32 words[2];
} Pair;
typedef struct {
  Pair first, second;
  volatile u32 tail[2];
} Buffer;
#define ALL ((Buffer *)0x40000020ul)

void structs(Pair *memory) {
  Pair local;
  // CHECK-NEXT: [[#@LINE+1]] aggregate-copy defect reserved-address likely: 8 bytes at 0x40000030 are read as a block, and 0x40000034 is no register of chip
  local = *(Pair *)ALL->tail;
  // CHECK-NEXT: [[#@LINE+2]] aggregate-copy defect copied-side-effect likely: 8 bytes at 0x40000004 are written as a block, with 'CTL.FLAGS' of chip, where writing has side effects
  // CHECK-NEXT: [[#@LINE+1]] aggregate-copy defect reserved-address likely: 8 bytes at 0x40000030 are read as a block, and 0x40000034 is no register of chip
  *(Pair *)FLAGS = *(Pair *)ALL->tail;
  // CHECK-NEXT: [[#@LINE+1]] aggregate-copy defect copied-side-effect likely: 8 bytes at 0x40000008 are read as a block, with 'CTL.FIFO' of chip, where reading has side effects
  Pair made = *(Pair *)FIFO;
  ALL->first = ALL->second;
  local = ALL->first;
  ALL->second = local;
  *memory = made;
}
// CHECK-NOT: {{.}}
