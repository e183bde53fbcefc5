// AVR: the chain of macros of avr-libc, registers of eight bits, bits that one
// instruction sets, interrupts that assembly keeps off.
// RUN: %warrant scan --root %S --checks='-*,volatile-access' --json %t.json \
// RUN:   --all %s -- -std=gnu17 -Wno-everything --target=avr \
// RUN:   -mmcu=atmega328p >%t.txt
// RUN: %FileCheck %s --implicit-check-not=error: <%t.txt
// RUN: %python %S/../Inputs/atomicity.py %t.json | \
// RUN:   %FileCheck %s --check-prefix=FACT

typedef unsigned char uint8_t;
typedef unsigned int uint16_t;
#define __SFR_OFFSET 0x20
#define _MMIO_BYTE(mem_addr) (*(volatile uint8_t *)(mem_addr))
#define _MMIO_WORD(mem_addr) (*(volatile uint16_t *)(mem_addr))
#define _SFR_IO8(io_addr) _MMIO_BYTE((io_addr) + __SFR_OFFSET)
#define _SFR_MEM8(mem_addr) _MMIO_BYTE(mem_addr)
#define _SFR_MEM16(mem_addr) _MMIO_WORD(mem_addr)
#define PORTB _SFR_IO8(0x05)
#define SREG _SFR_IO8(0x3F)
#define UCSR0B _SFR_MEM8(0xC1)
#define TCNT1 _SFR_MEM16(0x84)
#define OCR1A _SFR_MEM16(0x88)
#define bitSet(value, bit) ((value) |= (1UL << (bit)))
#define bitClear(value, bit) ((value) &= ~(1UL << (bit)))
#define bitWrite(value, bit, on)                                               \
  ((on) ? bitSet(value, bit) : bitClear(value, bit))
#define _BV(bit) (1 << (bit))
#define cli() __asm__ __volatile__("cli" ::: "memory")
#define sei() __asm__ __volatile__("sei" ::: "memory")
static inline uint8_t __iCliRetVal(void) {
  cli();
  return 1;
}
static inline void __iRestore(const uint8_t *s) { SREG = *s; }
#define ATOMIC_BLOCK                                                           \
  for (uint8_t sreg_save __attribute__((__cleanup__(__iRestore))) = SREG,      \
                         __ToDo = __iCliRetVal();                              \
       __ToDo; __ToDo = 0)
#define ISR(vector) void vector(void) __attribute__((signal, used)); void vector(void)
#define TIMER1_OVF_vect __vector_13

volatile uint16_t overflows;
volatile uint8_t events;
const __flash uint8_t table[] = {1, 2, 3};

ISR(TIMER1_OVF_vect) {
  overflows++;
  events |= 1;
  PORTB |= _BV(5);
  UCSR0B |= _BV(5);
  OCR1A += 1;
}

uint16_t outside(void) {
  // One instruction sets one bit there.
  PORTB |= _BV(2);
  PORTB &= ~_BV(2);
  // CHECK: :[[#@LINE+1]]:3: error: the interrupt handler '__vector_13' may write 'PORTB' between
  PORTB |= _BV(2) | _BV(3);
  // CHECK: :[[#@LINE+1]]:3: error: the interrupt handler '__vector_13' may write 'PORTB' between
  PORTB ^= _BV(2);
  // CHECK: :[[#@LINE+1]]:3: error: the interrupt handler '__vector_13' may write 'UCSR0B' between
  UCSR0B |= _BV(2);
  // One of its branches never runs.
  // CHECK: :[[#@LINE+1]]:3: error: the interrupt handler '__vector_13' may write 'UCSR0B' between
  bitWrite(UCSR0B, 2, 1);
  // The halves of such registers wait for one another.
  TCNT1 = 0;
  // CHECK: :[[#@LINE+1]]:3: error: an access of 16 bits is made in pieces: avr has registers of 8, and the interrupt handler '__vector_13' may come in between (likely): 'OCR1A = 1'
  OCR1A = 1;
  // CHECK: :[[#@LINE+1]]:19: error: an access of 16 bits is made in pieces: avr has registers of 8, and the interrupt handler '__vector_13' may come in between (likely)
  uint16_t copy = overflows;
  uint8_t saved = SREG;
  cli();
  // FACT: [[#@LINE+1]] read atomicity evidence: 'cli' above, at line [[#@LINE-1]]
  copy = overflows;
  SREG = saved;
  // CHECK: :[[#@LINE+1]]:10: error: an access of 16 bits
  copy = overflows;
  ATOMIC_BLOCK {
    // FACT: [[#@LINE+1]] read atomicity evidence: 'ATOMIC_BLOCK' above, at line [[#@LINE-1]]
    copy = overflows;
    events &= ~1;
  }
  // CHECK: :[[#@LINE+1]]:3: error: the interrupt handler '__vector_13' may write 'events'
  events &= ~1;
  return copy + table[copy & 1];
}
