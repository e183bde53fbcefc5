// Widths and alignments are the target's.
// DEFINE: %{scan} = %warrant scan --root %S --checks='-*,volatile-access' --all %s -- -std=gnu17 -Wno-everything
// DEFINE: %{check} = %FileCheck %s --implicit-check-not=error:
// RUN: %{scan} --target=x86_64-linux-gnu | %{check} --check-prefixes=ALL -DTARGET=x86_64
// RUN: %{scan} --target=x86_64-linux-gnux32 | %{check} --check-prefixes=ALL -DTARGET=x86_64
// RUN: %{scan} --target=aarch64-none-elf | %{check} --check-prefixes=ALL,W64 -DTARGET=aarch64
// RUN: %{scan} --target=aarch64-none-elf -mno-unaligned-access | %{check} --check-prefixes=ALL,STRICT -DTARGET=aarch64
// RUN: %{scan} --target=riscv64-unknown-elf | %{check} --check-prefixes=ALL,STRICT -DTARGET=riscv64
// RUN: %{scan} --target=i386-linux-gnu | %{check} --check-prefixes=ALL,W32 -DTARGET=i386
// RUN: %{scan} --target=arm-none-eabi -mcpu=cortex-m0 | %{check} --check-prefixes=ALL,W32,DOUBLE,STRICT -DTARGET=thumbv6m
// RUN: %{scan} --target=arm-none-eabi -mcpu=cortex-m4 | %{check} --check-prefixes=ALL,W32,DOUBLE,W64 -DTARGET=thumbv7em
// RUN: %{scan} --target=arm-none-eabi -mcpu=cortex-m4 -mno-unaligned-access | %{check} --check-prefixes=ALL,W32,DOUBLE,STRICT -DTARGET=thumbv7em
// RUN: %{scan} --target=riscv32-unknown-elf -march=rv32imac -mabi=ilp32 | %{check} --check-prefixes=ALL,W32,DOUBLE,STRICT -DTARGET=riscv32
// RUN: %{scan} --target=avr -mmcu=atmega328p | %{check} --check-prefix=AVR

typedef __UINT8_TYPE__ u8;
typedef __UINT16_TYPE__ u16;
typedef __UINT32_TYPE__ u32;
typedef __UINT64_TYPE__ u64;
#define REG(type, address) (*(volatile type *)(address))
struct __attribute__((packed)) packed {
  u8 a;
  volatile u32 b;
  volatile u8 c;
};
struct __attribute__((packed, aligned(4))) aligned {
  volatile u32 a, b;
};
typedef volatile u32 __attribute__((aligned(1))) anywhere;
volatile u64 ticks;
volatile u32 counter;
volatile u8 flag;
volatile double ratio;
volatile _Atomic u64 whole;

void access(struct packed *p, struct aligned *q, anywhere *r, volatile u64 *s) {
  // W32: :[[#@LINE+2]]:3: error: an access of 64 bits is made in pieces: [[TARGET]] has registers of 32 (likely)
  // AVR: :[[#@LINE+1]]:3: error: an access of 64 bits is made in pieces: avr has registers of 8 (likely)
  REG(u64, 0x4008) = 1;
  // ALL: :[[#@LINE+2]]:3: error: 0x4006 is no multiple of 4
  // AVR: :[[#@LINE+1]]:3: error: an access of 32 bits is made in pieces
  REG(u32, 0x4006) = 1;
  // ALL: :[[#@LINE+1]]:3: error: 0x4001 is no multiple of 2
  REG(u16, 0x4001) = 1;
  // In one access of eight bits nothing can go wrong.
  REG(u8, 0x4001) = 1;
  // W32: :[[#@LINE+2]]:3: error: an access of 64 bits is made in pieces: [[TARGET]] has registers of 32 (possible)
  // AVR: :[[#@LINE+1]]:3: error: an access of 64 bits
  ticks++;
  // W32: :[[#@LINE+2]]:3: error: an access of 64 bits
  // AVR: :[[#@LINE+1]]:3: error: an access of 64 bits
  *s = 1;
  // AVR: :[[#@LINE+1]]:3: error: an access of 32 bits
  counter = 1;
  flag = 1;
  // DOUBLE: :[[#@LINE+2]]:3: error: an access of 64 bits
  // AVR: :[[#@LINE+1]]:3: error: an access of 32 bits
  ratio = 1;
  whole = 1;
  // Nobody else sees its halves.
  volatile u64 here = 1;
  here++;
  // STRICT: :[[#@LINE+3]]:3: error: the declaration aligns 'volatile u32'{{.*}} to 1 instead of 4: on [[TARGET]] the access is made in pieces: 'p->b = 1'
  // W64: :[[#@LINE+2]]:3: error: the declaration aligns 'volatile u32'{{.*}} to 1 instead of 4: on [[TARGET]] the access may be made in pieces (possible): 'p->b = 1'
  // AVR: :[[#@LINE+1]]:3: error: an access of 32 bits
  p->b = 1;
  p->c = 1;
  // AVR: :[[#@LINE+1]]:3: error: an access of 32 bits
  q->a = 1;
  // AVR: :[[#@LINE+1]]:3: error: an access of 32 bits
  q->b = 1;
  // STRICT: :[[#@LINE+3]]:3: error: the declaration aligns 'anywhere'{{.*}} to 1 instead of 4: on [[TARGET]] the access is made
  // W64: :[[#@LINE+2]]:3: error: the declaration aligns 'anywhere'{{.*}} to 1 instead of 4: on [[TARGET]] the access may be made in pieces (possible)
  // AVR: :[[#@LINE+1]]:3: error: an access of 32 bits
  *r = 1;
}
