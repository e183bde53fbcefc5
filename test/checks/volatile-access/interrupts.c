// Objects that an interrupt handler accesses, and other code too.
// DEFINE: %{scan} = %warrant scan --root %S --checks='-*,volatile-access' --notes --all %s -- -std=gnu17 -Wno-everything
// RUN: %{scan} --target=arm-none-eabi -mcpu=cortex-m4 | %FileCheck %s --implicit-check-not=error:

typedef __UINT8_TYPE__ u8;
typedef __UINT32_TYPE__ u32;
typedef __UINT64_TYPE__ u64;
static inline void __disable_irq(void) { __asm volatile("cpsid i" ::: "memory"); }
static inline void __enable_irq(void) { __asm volatile("cpsie i" ::: "memory"); }
u32 __get_PRIMASK(void);
void __set_PRIMASK(u32);
void elsewhere(void);

volatile u32 ticks, flags, mine, seen;
volatile u64 uptime;
static volatile struct {
  u32 head, tail;
  u32 ready : 1, lost : 1;
} queue;
#define ODR (*(volatile u32 *)0x40020014)

static void helper(void) { flags |= 2; }
void SysTick_Handler(void) {
  ticks++;
  uptime++;
  helper();
  queue.head = queue.head + 1;
  queue.ready = 1;
  seen = mine;
  ODR ^= 1;
}

void outside(void) {
  // CHECK: :[[#@LINE+1]]:3: error: the interrupt handler 'SysTick_Handler' may write 'ticks' between the read and the write (likely): 'ticks++'
  ticks++;
  // CHECK: :[[#@LINE+1]]:3: error: the interrupt handler 'SysTick_Handler' may write 'ticks' between
  ticks = ticks & ~1u;
  // CHECK: :[[#@LINE+1]]:3: error: the interrupt handler 'SysTick_Handler' may write 'flags' between
  flags &= ~2u;
  // CHECK: :[[#@LINE+1]]:3: error: the interrupt handler 'SysTick_Handler' may write 'queue.head' between
  queue.head -= 1;
  // CHECK: :[[#@LINE+1]]:3: error: the interrupt handler 'SysTick_Handler' may write 'queue.ready' between
  queue.ready = 0;
  // CHECK: :[[#@LINE+1]]:3: error: the interrupt handler 'SysTick_Handler' may write 'ODR' between
  ODR |= 2;
  // CHECK: :[[#@LINE+1]]:14: error: an access of 64 bits is made in pieces: thumbv7em has registers of 32, and the interrupt handler 'SysTick_Handler' may come in between (likely)
  u64 time = uptime;
  // CHECK: :[[#@LINE+1]]:3: error: an access of 64 bits is made in pieces{{.*}} may come in between (likely)
  uptime = 0;
  // One instruction each.
  u32 now = ticks;
  ticks = 0;
  // The handler only reads it.
  mine++;
  // No handler does.
  queue.tail++;
}

void guarded(void) {
  __disable_irq();
  ticks++;
  u64 time = uptime;
  __enable_irq();
  // CHECK: :[[#@LINE+1]]:3: error: the interrupt handler 'SysTick_Handler' may write 'ticks' between
  ticks++;
}
void restored(void) {
  u32 mask = __get_PRIMASK();
  __disable_irq();
  ticks++;
  if (mask) {
    flags |= 1;
    while (flags & 4)
      ticks--;
  }
  __set_PRIMASK(mask);
  // Nobody knows what was restored.
  ticks++;
}
void doubtful(int yes) {
  if (yes)
    __disable_irq();
  ticks++;
  __disable_irq();
  elsewhere();
  ticks++;
}
void loops(void) {
  __disable_irq();
  while (1) {
    ticks++;
    __enable_irq();
    // CHECK: :[[#@LINE+1]]:5: error: the interrupt handler 'SysTick_Handler' may write 'ticks' between
    ticks++;
  }
}
int main(void) {
  // The handlers do not run yet.
  ticks++;
  __enable_irq();
  while (1)
    // CHECK: :[[#@LINE+1]]:5: error: the interrupt handler 'SysTick_Handler' may write 'ticks' between
    ticks++;
}
