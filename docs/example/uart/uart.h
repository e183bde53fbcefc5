// A driver for a UART with memory-mapped registers.

#ifndef EXAMPLE_UART_H
#define EXAMPLE_UART_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The registers in their order. All are 32 bits wide.
typedef struct {
  volatile uint32_t data;    // 0x00: a read takes a byte from the queue
  volatile uint32_t status;  // 0x04: read only
  volatile uint32_t control; // 0x08
  volatile uint32_t divisor; // 0x0c
  volatile uint32_t errors;  // 0x10
  volatile uint32_t events;  // 0x14: writing 1 to a bit clears it
} UartRegisters;

// Bits of the status register.
#define UART_RX_READY 0x1u
#define UART_TX_FULL 0x2u

// Bits of the control register.
#define UART_ENABLE 0x1u
#define UART_LOOPBACK 0x10u

// Bits of the events register.
#define UART_OVERRUN 0x1u
#define UART_TX_DONE 0x2u

// SAFETY(address): section 9.2 of the reference manual maps UART 0 at this
// address in every mode, and the linker script keeps everything else away.
#define UART0 ((UartRegisters *)0x4000c000UL)

// A register at any address: which one is the user's to justify.
#define REG32(address) (*(volatile uint32_t *)(address))

// The clock of the UARTs, switched on by bit 0.
#define CLOCK_GATE 0x400fe104UL

void uart_init(uint32_t divisor);
void uart_write(uint8_t byte);
bool uart_read(uint8_t *byte);
size_t uart_drain(uint8_t *buffer, size_t size);
void uart_set_loopback(bool on);
void uart_clear_overrun(void);
void uart_clear_done(void);
uint32_t uart_errors(unsigned port);

#endif
