// A comment at a register's address documents its plain reads and writes.
// RUN: %python %S/registers.py %warrant %s -- -std=gnu17 -Wno-everything

typedef unsigned int u32;

// Nothing says why one may write there.
#define TIMER_BASE 0x40001000UL
struct timer {
  volatile u32 COUNT;
  // SAFETY: LOAD is 32 bits wide and has no side effects.
  volatile u32 LOAD;
};
#define TIMER ((struct timer *)TIMER_BASE)

// SAFETY: GPIO A's registers are mapped from reset on, reads have no side effects.
#define GPIOA_BASE 0x40020000UL
struct gpio {
  volatile u32 MODER;
  volatile u32 ODR;
};
#define GPIOA ((struct gpio *)GPIOA_BASE)

// SAFETY: the UART's registers are mapped from reset on.
#define UART ((struct gpio *)0x40030000UL)
#define REG32(address) (*(volatile u32 *)(address))
#define GPIOA_LOCK REG32(GPIOA_BASE + 0x1c)
// SAFETY: the watchdog is on in every variant of the chip.
static struct gpio *const watchdog = (struct gpio *)0x40040000;
static struct gpio *const plain = (struct gpio *)0x40050000;
// SAFETY: the flash controller is at that address; n is below the number of banks.
static inline struct gpio *flash(int n) { return (struct gpio *)(0x40060000UL + n * 0x100); }
static inline struct gpio *bank(int n) { return (struct gpio *)(GPIOA_BASE + n * 0x400); }
// SAFETY: the linker script gives these the crypto engine's address.
extern volatile u32 CRYPTO[];

void use(int i) {
  TIMER->COUNT = 1;          // register: TIMER->COUNT
  TIMER->LOAD = 1;           // register: TIMER->LOAD, documented
  GPIOA->ODR = 1;            // register: GPIOA->ODR, documented
  GPIOA->ODR |= 1;           // register: GPIOA->ODR
  UART->ODR = UART->MODER;   // register: UART->ODR, register: UART->MODER, documented
  REG32(GPIOA_BASE + 4) = 1; // register: GPIOA_BASE + 4, documented
  REG32(TIMER_BASE + 4) = 1; // register: TIMER_BASE + 4
  GPIOA_LOCK = 1;            // register: GPIOA_LOCK, documented
  watchdog->ODR = 1;         // register: watchdog->ODR, documented
  plain->ODR = 1;            // register: plain->ODR
  flash(i)->ODR = 1;         // register: flash(i)->ODR, documented
  bank(i)->ODR = 1;          // register: bank(i)->ODR, documented
  CRYPTO[i] = 1;             // register: CRYPTO[i], documented
}

// The position of a register is not its address.
// SAFETY: this is about the offset, and about nothing else.
#define OFFSET 4
void offsets(volatile u32 *r, u32 plain) {
  REG32(TIMER_BASE + OFFSET) = 1; // register: TIMER_BASE + OFFSET
  r[OFFSET] = 1;                  // register: r[OFFSET]
}

// In an accessor the contract of the accessor documents the access.
/// Writes a register.
/// SAFETY: address is that of a register of 32 bits that is mapped.
static inline void write32(unsigned long address, u32 value) {
  *(volatile u32 *)address = value;         // register: address, documented
}
static inline void poke32(unsigned long address, u32 value) {
  *(volatile u32 *)address = value;         // register: address
}
