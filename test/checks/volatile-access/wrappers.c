// A use of a function or a macro that `wrappers` names is an access, at its
// place; what its body does to the register is a part of it.
// RUN: rm -rf %t && mkdir %t && cp %s %t
// RUN: echo "wrappers: [linux, cmsis, {read: [my_read, my_peek]}, {write: my_write, address: 1, value: 0}, {modify: my_update, width: 32}]" >%t/.warrant.yaml
// RUN: %check-hosts --root %t %t/wrappers.c -- -std=gnu17 -Wno-everything
// RUN: %warrant scan --root %t %t/wrappers.c --json %t/out.json -- -std=gnu17 -Wno-everything >%t/out.txt
// RUN: %FileCheck %s --check-prefix=TEXT <%t/out.txt
// RUN: %validate-json %t/out.json

// Without the configuration calls are calls.
// RUN: rm %t/.warrant.yaml && %warrant scan --root %t %t/wrappers.c -- -std=gnu17 -Wno-everything >%t/none.txt
// RUN: %FileCheck %s --check-prefix=NONE <%t/none.txt
// NONE-NOT: readl(regs)

typedef unsigned int u32;
typedef unsigned char u8;
typedef unsigned long size_t;
struct usart {
  volatile u32 SR;
  volatile u32 DR;
  volatile u32 CR1;
};
#define USART1 ((struct usart *)0x40011000) // expect: mmio-address:17
#define UART0_BASE 0x40001000UL

// The bodies are documented, once.
static inline u32 readl(const volatile void *addr) {
  return *(const volatile u32 *)addr;       // expect: read:10 from-void:11
}
void writel(u32 value, volatile void *addr);
u32 my_read(size_t address);
#define my_peek(base, offset) (*(volatile u32 *)((base) + (offset)))
void my_write(u32 value, size_t address);
void my_update(size_t address, u32 mask);
u32 __LDREXW(volatile u32 *addr);
u32 __STREXW(u32 value, volatile u32 *addr);

void calls(volatile u32 *regs, size_t base, void *v, u32 n) {
  n = readl(regs);                          // expect: read:7
  writel(n, regs + 1);                      // expect: write:3 offset:13
  writel(readl(regs), regs);                // expect: write:3 read:10
  n = my_read(base + 4);                    // expect: read:7
  my_write(n, base);                        // expect: write:3
  my_update(UART0_BASE + 8, 3);             // expect: read-modify-write:3
  n = readl((void *)base);                  // expect: read:7
  n = readl((volatile void *)(base + 4));   // expect: read:7
  n = readl((char *)base + 4);              // expect: read:7 offset:13
  n = readl(&USART1->SR);                   // expect: read:7
  n = readl(v);                             // expect: read:7
  do {
    n = __LDREXW(&USART1->CR1);             // expect: read:9
  } while (__STREXW(n | 1, &USART1->CR1));  // expect: write:12
  u32 (*pointer)(const volatile void *) = readl;
  n = pointer(regs);
}
// TEXT: undocumented 'read': 'my_read(base + 4)'
// TEXT: undocumented 'read': 'readl((char *)base + 4)'

// ST's macros, as in stm32f4xx.h.
#define SET_BIT(REG, BIT) ((REG) |= (BIT))
#define CLEAR_BIT(REG, BIT) ((REG) &= ~(BIT))
#define READ_BIT(REG, BIT) ((REG) & (BIT))
#define CLEAR_REG(REG) ((REG) = (0x0))
#define WRITE_REG(REG, VAL) ((REG) = (VAL))
#define READ_REG(REG) ((REG))
#define MODIFY_REG(REG, CLEARMASK, SETMASK) WRITE_REG((REG), (((READ_REG(REG)) & (~(CLEARMASK))) | (SETMASK)))
#define START() SET_BIT(USART1->CR1, 1)
u32 macros(struct usart *u, u32 n) {
  SET_BIT(USART1->CR1, 1);                  // expect: read-modify-write:3
  CLEAR_BIT(u->CR1, 1);                     // expect: read-modify-write:3
  WRITE_REG(USART1->DR, n);                 // expect: write:3
  CLEAR_REG(USART1->DR);                    // expect: write:3
  n = READ_REG(USART1->SR);                 // expect: read:7
  n = READ_BIT(USART1->SR, 4);              // expect: read:7
  MODIFY_REG(USART1->CR1, 3, 1);            // expect: read-modify-write:3
  MODIFY_REG(u->CR1, 3, 1);                 // expect: read-modify-write:3
  MODIFY_REG(USART1->CR1, 3, USART1->DR);   // expect: read-modify-write:3 read:30
  WRITE_REG(USART1->DR, u->DR);             // expect: write:3 read:25
  WRITE_REG(USART1->DR, READ_REG(u->DR));   // expect: write:3 read:25
  n = my_peek(UART0_BASE, 4);                // expect: read:7
  START();                                  // expect: read-modify-write:3
  return READ_BIT(*(&u->SR + READ_REG(u->DR)), 1); // expect: read:10 offset:21 read:30
}
