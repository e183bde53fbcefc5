// What makes a function an interrupt handler, on each target.
// DEFINE: %{scan} = %warrant scan --root %S --checks='-*,volatile-access' --all %s -- -std=gnu17 -Wno-everything
// DEFINE: %{check} = %FileCheck %s --implicit-check-not=error:
// RUN: %{scan} --target=riscv32-unknown-elf -DATTRIBUTE='interrupt("machine")' | %{check} --check-prefixes=ATTR,ALL
// RUN: %{scan} --target=arm-none-eabi -mcpu=cortex-a9 -DATTRIBUTE='interrupt("IRQ")' | %{check} --check-prefixes=ATTR,ALL
// RUN: %{scan} --target=avr -mmcu=atmega328p -DATTRIBUTE=signal | %{check} --check-prefixes=ATTR,ALL
// RUN: %{scan} --target=avr -mmcu=atmega328p -DATTRIBUTE=interrupt | %{check} --check-prefixes=ATTR,ALL
// RUN: %{scan} --target=mips-unknown-elf -mips32r2 -DATTRIBUTE=interrupt | %{check} --check-prefixes=ATTR,ALL
// RUN: %{scan} --target=msp430 -DATTRIBUTE='interrupt(2)' | %{check} --check-prefixes=ATTR,ALL
// RUN: %{scan} --target=x86_64-linux-gnu -mgeneral-regs-only -DATTRIBUTE=interrupt -DPARAMETERS='struct frame *f' | %{check} --check-prefixes=ATTR,ALL
// RUN: %{scan} --target=i386-linux-gnu -DATTRIBUTE=used | %{check} --check-prefix=ALL

#ifndef PARAMETERS
#define PARAMETERS void
#endif
struct frame;
volatile unsigned char a, b, c, d, e, f, g, h, i, j, k, l;

__attribute__((ATTRIBUTE)) void by_attribute(PARAMETERS) { a++; }
void TIM2_IRQHandler(void) { b++; }
void HardFault_Handler(void) { c++; }
void sys_tick_handler(void) { d++; }
void usart1_isr(void) { e++; }
void __vector_16(void) { f++; }
void __vector_table(void) { g++; }
int lookup_isr(void) { return h++; }
void uartDmaIsr(void) { i++; }
void sendFromIsr(void) { l++; }
static void in_table(void) { j++; }
static void reset(void) { k++; }
__attribute__((section(".isr_vector"))) void *const vectors[] = {
    0, (void *)reset, (void *)in_table};
void *const others[] = {(void *)lookup_isr, (void *)sendFromIsr};
void outside(void) {
  // ATTR: :[[#@LINE+1]]:3: error: the interrupt handler 'by_attribute' may write 'a' between the read and the write (likely)
  a++;
  // ALL: :[[#@LINE+1]]:3: error: the interrupt handler 'TIM2_IRQHandler' may write 'b'
  b++;
  // ALL: :[[#@LINE+1]]:3: error: the interrupt handler 'HardFault_Handler' may write 'c'
  c++;
  // ALL: :[[#@LINE+1]]:3: error: the interrupt handler 'sys_tick_handler' may write 'd'
  d++;
  // ALL: :[[#@LINE+1]]:3: error: the interrupt handler 'usart1_isr' may write 'e'
  e++;
  // ALL: :[[#@LINE+1]]:3: error: the interrupt handler '__vector_16' may write 'f'
  f++;
  g++;
  h++;
  // ALL: :[[#@LINE+1]]:3: error: the interrupt handler 'uartDmaIsr' may write 'i'
  i++;
  // ALL: :[[#@LINE+1]]:3: error: the interrupt handler 'in_table' may write 'j'
  j++;
  k++;
  l++;
}
