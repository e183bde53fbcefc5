// Which volatile accesses are registers, and what they are called.
// RUN: %python %S/registers.py %warrant %s -- -std=gnu17 -Wno-everything

typedef unsigned int u32;
typedef unsigned long uintptr_t;
typedef int sig_atomic_t;
typedef _Bool bool;

struct uart {
  volatile u32 DR;
  volatile u32 SR;
  u32 RESERVED0[2];
  union {
    volatile u32 CR;
    volatile unsigned char CR8;
  };
  volatile u32 FIFO[4];
};

// Constants: through macros, enumerators, variables and functions.
#define PERIPH_BASE 0x40000000UL
#define UART0_BASE (PERIPH_BASE + 0x1000)
#define UART0 ((struct uart *)UART0_BASE)
#define UARTS ((struct uart *)UART0_BASE)
#define REG32(address) (*(volatile u32 *)(address))
#define DATA REG32(UART0_BASE + 0x18)
enum { TIMER_BASE = 0x40003000 };
static const uintptr_t spi_base = 0x40004000;
static struct uart *const uart1 = (struct uart *)0x40002000;
static struct uart *uart2 = (struct uart *)0x40005000;
static inline struct uart *uart_at(int n) {
  return (struct uart *)(UART0_BASE + n * 0x1000);
}
static inline volatile u32 *timer(u32 offset) {
  return (volatile u32 *)((uintptr_t)TIMER_BASE + offset);
}
void constants(int i, u32 offset) {
  UART0->DR = 1;                             // register: UART0->DR
  (*UART0).SR = 1;                           // register: (*UART0).SR
  UART0->CR8 |= 1;                           // register: UART0->CR8
  UART0->FIFO[i & 3] = 1;                    // register: UART0->FIFO[i & 3]
  UARTS[i].DR = 1;                           // register: UARTS[i].DR
  REG32(UART0_BASE + 0x18) = 1;              // register: UART0_BASE + 0x18
  REG32(UART0_BASE + offset) |= 1;           // register: UART0_BASE + offset
  DATA = DATA;                               // register: DATA, register: DATA
  *(volatile u32 *)0x40000000 = 1;           // register: 0x40000000
  *(volatile u32 *)(TIMER_BASE + 4) = 1;     // register: TIMER_BASE + 4
  *(volatile u32 *)(spi_base + 4) = 1;       // register: spi_base + 4
  ((volatile u32 *)0x40000000)[2] = 1;       // register: ((volatile u32 *)0x40000000)[2]
  uart1->DR = 1;                             // register: uart1->DR
  uart2->DR = 1;                             // register: uart2->DR
  uart_at(i)->DR = 1;                        // register: uart_at(i)->DR
  *timer(4) = 1;                             // register: *timer(4)
  volatile u32 *local = timer(8);
  *local = 1;                                // register: *local
  (i ? UART0 : uart1)->DR = 1;               // register: (i ? UART0 : uart1)->DR
}

// Names that the linker gives an address.
extern volatile u32 REGS[];
extern volatile struct uart UART3;
extern struct uart UART4;
extern const volatile u32 CHIP_ID;
extern char __uart_start[];
extern unsigned char __gpio;
u32 symbols(int i) {
  REGS[i] = 1;                               // register: REGS[i]
  UART3.DR = 1;                              // register: UART3.DR
  UART4.DR = 1;                              // register: UART4.DR
  *(volatile u32 *)__uart_start = 1;         // register: *(volatile u32 *)__uart_start
  *(volatile u32 *)&__gpio = 1;              // register: *(volatile u32 *)&__gpio
  REG32((uintptr_t)__uart_start + 4) = 1;    // register: (uintptr_t)__uart_start + 4
  return CHIP_ID;                            // register: CHIP_ID
}

// Addresses from elsewhere: a pointer to volatile integers, or to a struct of
// nothing but volatile members.
struct driver {
  struct uart *regs;
  volatile u32 *base;
  volatile int done;
  u32 count;
  struct uart saved;
};
volatile u32 *found(void);
volatile u32 *global;
void declared(struct uart *u, volatile u32 *r, struct driver *d, uintptr_t base, void *v, const volatile struct driver *dv) {
  u->DR = 1;                                 // register: u->DR
  *r = r[1];                                 // register: *r, register: r[1]
  d->regs->SR = 1;                           // register: d->regs->SR
  d->base[2] = 1;                            // register: d->base[2]
  *found() = 1;                              // register: *found()
  *global++ = 1;                             // register: *global++
  *(volatile u32 *)(base + 8) = 1;           // register: base + 8
  *(volatile u32 *)v = 1;                    // register: *(volatile u32 *)v
  *(volatile u32 *)((char *)v + 4) = 1;      // register: *(volatile u32 *)((char *)v + 4)
  u32 a = dv->count;                         // register: dv->count
}

// Macros around an access are no part of the name.
#define CAST(type, x) ((type)(x))
#define TO_CPU(x) CAST(u32, (x))
#define SEND(x) (UART0->DR = (x))
u32 converted(struct uart *u) {
  SEND(1);                                   // register: UART0->DR
  return TO_CPU(u->DR) + TO_CPU(TO_CPU(UART0->SR)); // register: u->DR, register: UART0->SR
}

// Objects of the program, that it shares with itself.
typedef struct { volatile int counter; } atomic_t;
struct ring {
  volatile u32 head;
  volatile u32 tail;
  unsigned char *data;
};
struct state {
  volatile bool ready;
  volatile u32 ticks;
};
volatile int tick;
static volatile u32 buffer[8];
volatile struct { int x, y; } point;
volatile sig_atomic_t stopped;
extern volatile u32 jiffies;
extern int shared;
atomic_t users = {0};
#define READ_ONCE(x) (*(const volatile typeof(x) *)&(x))
#define WRITE_ONCE(x, v) (*(volatile typeof(x) *)&(x) = (v))
#define ACCESS_ONCE(x) (*(volatile typeof(x) *)&(x))
void objects(atomic_t *v, struct ring *ring, struct state *s, struct driver *d,
             volatile bool *flag, volatile sig_atomic_t *signal,
             void *volatile *slot, volatile double *level, int i) {
  tick++;                                    // object
  buffer[i] = 1;                             // object
  point.x = 1;                               // object
  stopped = 1;                               // object
  jiffies = 1;                               // object
  users.counter = 1;                         // object
  v->counter++;                              // object
  ring->head = ring->tail;                   // object object
  s->ticks = 1;                              // object
  d->done = 1;                               // object
  d->saved.DR = 1;                           // object
  *flag = 1;                                 // object
  *signal = 1;                               // object
  *slot = 0;                                 // object
  *level = 1;                                // object
  *&tick = 1;                                // object
  WRITE_ONCE(tick, READ_ONCE(shared));       // object object
  ACCESS_ONCE(v->counter) = 1;               // object
  *(volatile int *)(uintptr_t)&tick = 1;     // object
  static volatile int kept;
  kept = 1;                                  // object
  volatile int *p = &kept;
  *p = 1;                                    // object
}
void *memset(void *, int, unsigned long);
void blocks(struct driver *d, struct uart *u, volatile u32 *r) {
  memset((void *)&d->count, 0, 4);
  memset((void *)&d->done, 0, 4);            // object
  memset(d, 0, sizeof *d);                   // object
  memset(u, 0, sizeof *u);                   // register: u
  memset((void *)r, 0, 4);                   // register: r
  memset((void *)&u->FIFO[1], 0, 4);         // register: u->FIFO[1]
}
void sinks(int n) {
  static volatile int sink;
  sink = n;                                  // object
}

// What nobody else can see.
void take(volatile int *);
int setjmp(void *) __attribute__((returns_twice));
int locals(int n, volatile int p) {
  for (volatile int i = 0; i < n; i++)       // private private
    ;
  volatile u32 sum = 0;
  sum += n;                                  // private
  p = 1;                                     // private
  return sum;                                // private
}
struct pair { u32 x, y : 4; u32 list[2]; };
u32 parts(int i) {
  volatile struct pair pair = {0};
  pair.x = 1;                                // private
  pair.y |= 1;                               // private
  pair.list[i & 1] = pair.x;                 // private private
  volatile union { u32 whole; struct { u32 low : 4; } b; } u;
  u.whole = UART0->SR;                       // private, register: UART0->SR
  return u.b.low;                            // private
}
void take_pair(volatile struct pair *);
u32 passed_parts(int i) {
  volatile struct pair pair = {0};
  take_pair(&pair);
  pair.x = 1;                                // object
  volatile u32 list[2] = {0};
  volatile u32 *p = list;
  list[0] = 1;                               // object
  volatile u32 asked = 1;
  __asm__ volatile("" : : "r"(&asked));
  return asked;                              // object
}
u32 beside_assembly(u32 n) {
  volatile u32 kept = n;
  __asm__ volatile("" : "+r"(n) : "r"(kept)); // private
  return kept;                               // private
}
// Constants that the program defines.
static const volatile u32 table[4] = {1, 2, 3, 4};
__attribute__((section(".calibration"))) static const volatile u32 gain = 1;
u32 scaled(int i) { return table[i & 3] * gain; } // private object

int passed(int n) {
  volatile int seen = 0;
  take(&seen);
  seen = n;                                  // object
  return *&seen;                             // object
}
int jumps(void *buffer) {
  volatile int tries = 0;
  if (setjmp(buffer))
    tries = 1;                               // object
  return tries;                              // object
}
