// What handlers share in C++: members, static members, variables in namespaces;
// what is called from lambdas and templates.
// RUN: rm -rf %t && mkdir %t && cp %s %t
// RUN: printf 'volatile-access:\n  interrupts-off: ["board::Lock"]\n' >%t/.warrant.yaml
// RUN: cd %t && %warrant scan --checks='-*,volatile-access' --all \
// RUN:   interrupts.cpp -- -std=c++20 -Wno-everything \
// RUN:   --target=arm-none-eabi -mcpu=cortex-m4 | \
// RUN:   %FileCheck %s --implicit-check-not=error:

using u32 = unsigned int;
namespace board {
volatile u32 ticks;
struct Lock {
  Lock();
  ~Lock();
};
} // namespace board
template <class T> void increase(volatile T &Object) { Object = Object + 1; }
struct Port {
  static volatile u32 count;
  volatile u32 head, tail;
  u32 plain;
  void onInterrupt() {
    head++;
    auto later = [this] { count++; };
    later();
  }
  void outside() {
    // CHECK: :[[#@LINE+1]]:5: error: the interrupt handler 'USART1_IRQHandler' may write 'head' between the read and the write (possible): 'head--'
    head--;
    tail--;
    // CHECK: :[[#@LINE+1]]:5: error: the interrupt handler 'USART1_IRQHandler' may write 'count' between the read and the write (likely)
    count--;
    plain--;
  }
};
Port port;
extern "C" void USART1_IRQHandler() {
  port.onInterrupt();
  board::ticks++;
}
void outside() {
  // CHECK: :[[#@LINE+1]]:3: error: the interrupt handler 'USART1_IRQHandler' may write 'ticks' between
  board::ticks++;
  {
    board::Lock lock;
    board::ticks++;
  }
  // CHECK: :[[#@LINE+1]]:3: error: the interrupt handler 'USART1_IRQHandler' may write 'ticks' between
  board::ticks++;
  increase(board::ticks);
}
