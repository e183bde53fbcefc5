// Two accesses in one expression whose order is open: of one volatile object that
// is changed, or of two registers.
// RUN: %warrant scan --root %S --checks='-*,volatile-access' --all %s -- \
// RUN:   -std=gnu17 -Wno-everything | \
// RUN:   %FileCheck %s --implicit-check-not=error:

typedef unsigned char u8;
typedef unsigned int u32;
typedef struct {
  volatile u32 status, data;
  volatile u32 enabled : 1, mode : 2;
} Uart;
#define UART0 ((Uart *)0x4000)
#define UART1 ((Uart *)0x5000)
#define DATA (*(volatile u8 *)0x6000)
#define BOTH(a, b) ((a) + (b))
volatile u32 v, w, head, tail;
volatile u32 ring[8];
u32 plain[8];
u32 f(u32, u32);

u32 one_object(u32 yes) {
  u32 x;
  // CHECK: :[[#@LINE+1]]:13: error: 'v' is accessed twice in one expression, in an order that is not specified: 'v'
  x = v++ + v;
  // CHECK: :[[#@LINE+1]]:11: error: 'v' is accessed twice
  x = v + ++v;
  // CHECK: :[[#@LINE+1]]:18: error: 'v' is accessed twice
  x = f((v = 1), v);
  // CHECK: :[[#@LINE+1]]:7: error: 'v' is accessed twice
  v = v++;
  // CHECK: :[[#@LINE+1]]:14: error: 'v' is accessed twice
  plain[v] = v++;
  // CHECK: :[[#@LINE+1]]:23: error: 'ring[1]' is accessed twice
  x = (ring[1] = 2) + ring[1];
  return x;
}

u32 registers(void) {
  // CHECK: :[[#@LINE+1]]:23: error: 'DATA' is accessed twice in one expression, in an order that is not specified (likely): 'DATA'
  u32 x = DATA << 8 | DATA;
  // CHECK: :[[#@LINE+1]]:23: error: 'UART0->status' and 'UART1->data' are accessed in one expression, in an order that is not specified (likely)
  x = UART0->status + UART1->data;
  // CHECK: :[[#@LINE+1]]:27: error: 'UART0->status' and 'UART0->data' are accessed in one
  x = BOTH(UART0->status, UART0->data);
  // CHECK: :[[#@LINE+1]]:24: error: 'UART0->status' and 'UART0->data' are accessed
  x = f(UART0->status, UART0->data);
  // CHECK: :[[#@LINE+1]]:29: error: 'UART0->status' and 'UART0->data' are accessed in one expression, in an order that is not specified:
  x = (UART0->status = 1) + UART0->data;
  // CHECK: :[[#@LINE+1]]:26: error: 'UART0->mode' and 'UART0->enabled' are accessed
  x = UART0->mode << 1 | UART0->enabled;
  // CHECK: :[[#@LINE+1]]:31: error: 'UART0->data' is accessed twice
  u8 bytes[2] = {UART0->data, UART0->data};
  return x;
}

u32 none(u32 yes, Uart *u, u8 *to) {
  // What orders them.
  u32 x = UART0->status && UART0->data;
  x = UART0->status || UART0->data;
  x = (UART0->status, UART0->data);
  x = UART0->status ? UART0->data : UART1->data;
  x = v++ ? v : v + 1;
  x = v++ && v;
  // A value is there before it is assigned.
  UART0->data = UART0->status;
  UART0->data = UART0->data & 1;
  v = v + 1;
  UART0->data |= UART0->status;
  UART0->data = UART1->data = 0;
  // In memory it does not matter which is read first.
  x = head != tail;
  x = head - tail + v + v;
  plain[head++] = DATA;
  ring[tail] = head++;
  x = ring[0] + ring[1];
  // Two expressions, or nothing is evaluated.
  x = UART0->status;
  x += UART0->data;
  x = sizeof(UART0->data) + UART0->data;
  x = ({ UART0->status; });
  x = u->status != u->data;
  return x;
}
