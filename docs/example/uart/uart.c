#include "uart.h"

void uart_init(uint32_t divisor) {
  // SAFETY(address, width, access, ordering, exclusive): the clock gate is a
  // readable 32-bit register at this address (manual, section 5.4); it is
  // changed here only, before interrupts are on, and the volatile accesses
  // below stay behind it in program order.
  REG32(CLOCK_GATE) |= 1u;

  UART0->divisor = divisor;
  UART0->control = UART_ENABLE;
}

void uart_write(uint8_t byte) {
  while (UART0->status & UART_TX_FULL) {
  }
  UART0->data = byte;
}

bool uart_read(uint8_t *byte) {
  if (!(UART0->status & UART_RX_READY))
    return false;
  *byte = (uint8_t)UART0->data;
  return true;
}

size_t uart_drain(uint8_t *buffer, size_t size) {
  size_t count = 0;
  // SAFETY(bounds, lifetime): the caller's buffer has `size` bytes while the
  // call lasts, and `count` is less than `size` where it is used.
  while (count < size && uart_read(&buffer[count]))
    ++count;
  return count;
}

void uart_set_loopback(bool on) {
  if (on)
    UART0->control |= UART_LOOPBACK;
  else
    UART0->control &= ~UART_LOOPBACK;
}

void uart_clear_overrun(void) { UART0->events = UART_OVERRUN; }

void uart_clear_done(void) { UART0->events |= UART_TX_DONE; }

uint32_t uart_errors(unsigned port) {
  const uintptr_t base = 0x4000c000UL + port * 0x1000UL;
  volatile uint32_t *errors = (volatile uint32_t *)(base + 0x10);
  uint32_t seen = *errors;
  *errors = 0;
  return seen;
}
