// What nobody wrote holds no operation.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything

struct Device {
  volatile int reg;
};
struct Holder {
  int cells[8];
  Device device;
  Holder &operator=(const Holder &) = default;
  Holder(const Holder &) = default;
  bool operator==(const Holder &) const = default;
};
struct Implicit {
  int cells[8];
  int *p;
};
struct Compared {
  int *a;
  bool operator==(const Compared &) const = default;
};

int loops(int (&a)[8], Implicit &i) {
  int s = 0;
  for (int x : a)
    s += x;
  for (int &x : i.cells)
    x = s;
  for (char c : "text")
    s += c;
  return s;
}

void copies(Implicit &a, Implicit b) {
  a = b;
  Implicit c = a;
  int cells[3] = {1, 2, 3};
  auto [x, y, z] = cells;
  auto copy = [cells] { return cells[1]; }; // proven: array-index
  auto whole = [=] { return x + y + copy(); };
}

bool compares(Compared a, Compared b) { return a == b; }

// What is written in the loop's range or body counts.
int written(int (*rows)[8], int n) {
  int s = 0;
  for (int x : rows[n]) // expect: subscript:16
    s += x;
  return s;
}
