"""Random functions that guard, change and use array indices.

Each function comes twice, line by line the same: as it is scanned, and as it is
run, where an access only tells its index, and a pointer is a Cursor that knows
its array. An access, and the move of a pointer, has a line of its own.
"""

import random

TYPES = ["int", "unsigned", "short", "unsigned char", "signed char", "long",
         "unsigned long"]
POINTERS = ["q0", "q0", "q1"]
SIZES = [1, 2, 4, 7, 8, 16, 200]

PRELUDE = """\
#include "fuzz.h"
"""

HEADER = """\
#include <algorithm>
int tick(); // whether to go on
long any();
void byPointer(void *);
template <typename T> void byReference(T &);
void mayThrow();
[[noreturn]] void stop();
#define CHECK(x) ((x) ? (void)0 : stop())
#define LOW(x, y) ((x) < (y) ? (x) : (y))
void note(unsigned line, bool isWithin);
[[noreturn]] void leave(); // what follows is undefined
inline unsigned here;
struct Cursor {
  long size = 0, at = 0;
  const Cursor *array = nullptr;
  Cursor() = default;
  explicit Cursor(long size) : size(size), array(this) {}
  Cursor moved(long by) const {
    Cursor c = *this;
    c.at += by;
    return c.at < 0 || c.at > size ? leave() : void(), c;
  }
  Cursor &move(long by) {
    bool within = at + by >= 0 && at + by <= size;
    note(here, within);
    at += by;
    return within ? *this : (leave(), *this);
  }
  int &operator[](long by) const {
    static int element;
    bool within = at + by >= 0 && at + by < size;
    note(here, within);
    return within ? element : (leave(), element);
  }
  int &operator*() const { return (*this)[0]; }
  Cursor operator+(long by) const { return moved(by); }
  Cursor operator-(long by) const { return moved(-by); }
  Cursor &operator+=(long by) { return move(by); }
  Cursor &operator-=(long by) { return move(-by); }
  Cursor &operator++() { return move(1); }
  Cursor &operator--() { return move(-1); }
  Cursor operator++(int) { Cursor c = *this; return move(1), c; }
  Cursor operator--(int) { Cursor c = *this; return move(-1), c; }
  explicit operator bool() const { return array; }
  bool operator==(const Cursor &c) const { return array == c.array && at == c.at; }
  bool operator!=(const Cursor &c) const { return !(*this == c); }
  long order(const Cursor &c) const { return array == c.array ? at - c.at : (leave(), 0); }
  bool operator<(const Cursor &c) const { return order(c) < 0; }
  bool operator>(const Cursor &c) const { return order(c) > 0; }
  bool operator<=(const Cursor &c) const { return order(c) <= 0; }
  bool operator>=(const Cursor &c) const { return order(c) >= 0; }
};
template <typename T> void access(unsigned line, T index, unsigned size) {
  note(line, index >= 0 && (unsigned long)index < size);
}
"""


class Function:
    """Writes one function's lines, in both versions."""

    def __init__(self, rng, number):
        self.rng = rng
        self.number = number
        self.lines = []  # pairs: as scanned, as run
        self.loops = 0
        self.labels = 0
        self.budget = rng.randint(8, 22)
        self.arrays = [rng.choice(SIZES) for _ in range(2)]
        self.parameters = [(f"p{i}", rng.choice(TYPES)) for i in range(3)]
        self.locals = [(f"v{i}", rng.choice(TYPES)) for i in range(3)]
        self.variables = self.parameters  # the locals join them when they are set

    def emit(self, text, as_run=None):
        self.lines.append((text, as_run or text))

    def constant(self):
        size = self.rng.choice(self.arrays)
        return self.rng.choice([0, 1, 2, size - 1, size, size, size + 1,
                                size // 2, self.rng.randint(-2, 20)])

    def variable(self):
        # Few variables carry most of the function, so that guards meet uses.
        return self.rng.choice(self.variables[:1] * 4 + self.variables)

    def value(self, depth=0):
        """An expression without side effects."""
        rng = self.rng
        name, kind = self.variable()
        size = rng.choice(self.arrays)
        if depth > 1 or rng.random() < 0.4:
            return rng.choice([name, name, name, str(self.constant())])
        inner = self.value(depth + 1)
        other = self.value(depth + 1)
        positive = max(1, self.constant())
        return rng.choice([
            f"({inner} + {self.constant()})",
            f"({inner} - {self.constant()})",
            f"({inner} + {other})",
            f"({inner} - {other})",
            f"({self.constant()} - {inner})",
            f"({inner} * {rng.choice([2, 3, 4])})",
            f"({inner} * {other})",
            f"({inner} % {positive})",
            f"({inner} % LOW({other}, {positive}))",
            f"({inner} / {rng.choice([2, 3, 4])})",
            f"({inner} & {rng.choice([1, 3, 7, 15, size - 1])})",
            f"({inner} | {rng.choice([1, 4, other])})",
            f"({inner} ^ {rng.choice([1, 4, other])})",
            f"({inner} >> {rng.choice([1, 3, 4, 28])})",
            f"({inner} << {rng.choice([1, 2])})",
            f"(({rng.choice(TYPES)}){inner})",
            f"({self.condition(2)} ? {inner} : {other})",
            f"std::min<{kind}>({name}, {positive})",
            f"std::max<{kind}>({name}, {positive})",
            f"std::clamp<{kind}>({name}, 0, {positive})",
            f"LOW({inner}, {self.constant()})",
        ])

    def condition(self, depth=0):
        rng = self.rng
        name, kind = self.variable()
        operator = rng.choice(["<", "<", "<=", ">", ">=", "!=", "=="])
        if depth < 2 and rng.random() < 0.4:
            left, right = self.condition(depth + 1), self.condition(depth + 1)
            return rng.choice([f"({left} && {right})", f"({left} && {right})",
                               f"({left} || {right})", f"!({left})",
                               f"(({left}) & ({right}))",
                               f"(({left}) | ({right}))",
                               f"__builtin_expect({left}, 1)",
                               f"(bool)(unsigned char)({left} | {name})"])
        left = rng.choice([name] * 4 + [f"(unsigned){name}", f"({name} + 1)",
                                        f"({name} - 1)", f"(long){name}",
                                        f"(unsigned char){name}",
                                        f"({name} + {self.constant()})",
                                        self.value(1)])
        right = rng.choice([str(self.constant())] * 3 + [self.variable()[0]])
        if rng.random() < 0.25:
            left, right = right, left
        return rng.choice([f"{left} {operator} {right}"] * 6 + [name])

    def bounded(self, name, kind, size):
        """A condition that is often right for an array of `size`."""
        low = "" if kind.startswith("unsigned") else f"{name} >= 0 && "
        end = size + self.rng.choice([0, 0, 0, 0, -1, 1])
        return self.rng.choice([f"{low}{name} < {end}",
                                f"{low}{name} <= {end - 1}",
                                f"{end} > {name}" + (f" && {low}1" if low else "")])

    def array(self):
        """The first array twice as often, and its size."""
        which = self.rng.choice([0, 0, 1])
        return f"a{self.number}_{which}", self.arrays[which]

    def position(self):
        rng = self.rng
        name, size = self.array()
        at = rng.choice([0, 1, size - 1, size, size, size + 1, size // 2])
        pointer = rng.choice(POINTERS)
        return rng.choice([name, name, f"{name} + {at}", f"{name} + {at}",
                           pointer, f"{pointer} + 1", f"{pointer} - 1",
                           f"({self.condition(2)} ? {name} + {at} : {pointer})"])

    def pointer_condition(self):
        rng = self.rng
        operator = rng.choice(["!=", "!=", "<", "<=", ">", ">=", "=="])
        return rng.choice([f"{rng.choice(POINTERS)} {operator} {self.position()}"]
                          * 6 + [rng.choice(POINTERS)])

    def move(self, text):
        self.emit(text, f"here = __LINE__; {text}")

    def pointer_statement(self):
        rng = self.rng
        q = rng.choice(POINTERS)
        name, _ = self.variable()
        self.move(rng.choice([
            f"++{q};", f"{q}++;", f"--{q};", f"{q} += {rng.choice([1, 2, 3])};",
            f"{q} -= 1;", f"*{q}++ = 1;", f"*++{q} = 1;", f"*--{q} = 1;",
            f"{q}[{rng.choice([0, 1, -1, 3])}] = 1;", f"{q}[{name}] = 1;",
            f"{q} = {self.position()};", f"{q} = {self.position()};",
            f"if ({self.pointer_condition()}) {q}++;",
            f"if ({self.pointer_condition()}) return;",
            f"byReference({q});"]))

    def pointer_loop(self, depth):
        rng = self.rng
        q = rng.choice(POINTERS)
        name, size = self.array()
        end = rng.choice([f"{name} + {size + rng.choice([0, 0, 0, 1, -1])}",
                          rng.choice(POINTERS), self.position()])
        operator = rng.choice(["!=", "<", "<="])
        step = rng.choice([f"++{q}", f"{q}++", f"{q} += 1", f"{q} += 2"])
        head, told = rng.choice([
            (f"for ({q} = {name}; {q} {operator} {end}; ",
             f"{step}) {{"), (f"while ({q} {operator} {end}) ", "{"),
            (f"for ({q} = {name} + {size}; {q} != {name};) ", "{"),
            (f"for ({q} = {name} + {size}; {q} > {name}; ", f"--{q}) {{")])
        moves = not told.startswith("{")
        self.emit(head + told, head + ("here = __LINE__, " if moves else "") + told)
        self.emit("if (!tick()) return;")
        self.loops += 1
        self.move(rng.choice([f"*{q} = 1;", f"{q}[0] = 1;", f"*--{q} = 1;",
                              f"*{q}++ = 1;", f"{q}++;"]))
        if rng.random() < 0.4:
            self.block(depth)
        self.loops -= 1
        self.emit("}")

    def access(self):
        rng = self.rng
        which = rng.randrange(2)
        array = f"a{self.number}_{which}"
        name, kind = self.variable()
        index = rng.choice([name] * 4 + [
            f"{name} + {rng.choice([1, 2])}", f"{name} - 1",
            f"{self.arrays[which] - 1} - {name}", self.value(),
            self.value(), f"{name}++", f"--{name}", f"++{name}", f"{name}--"])
        told = f"access(__LINE__, {index}, {self.arrays[which]});"
        self.emit(f"{array}[{index}] = 1;" if rng.random() < 0.8
                  else f"*({array} + ({index})) = 1;", told)

    def guarded_access(self):
        which = self.rng.randrange(2)
        name, kind = self.variable()
        self.emit(f"if ({self.bounded(name, kind, self.arrays[which])}) {{")
        if self.rng.random() < 0.3:
            self.statement(2)
        self.emit(f"a{self.number}_{which}[{name}] = 1;",
                  f"access(__LINE__, {name}, {self.arrays[which]});")
        self.emit("}")

    def change(self):
        rng = self.rng
        name, _ = self.variable()
        self.emit(rng.choice([
            f"{name} = {self.value()};", f"{name} = {self.value()};",
            f"{name} = {self.constant()};", f"{name}++;", f"--{name};",
            f"{name} += {rng.choice(['1', '2', '1u', '1L', '3'])};",
            f"{name} -= {rng.choice(['1', '2', '1u'])};",
            f"{name} &= {rng.choice([1, 7, 15, 255])};",
            f"{name} %= {max(1, self.constant())};",
            f"{name} >>= {rng.choice([1, 4])};",
            f"{name} /= {rng.choice([2, 3])};",
            f"{name} *= 2;", f"{name} = any();",
        ]))

    def hidden_change(self):
        name, _ = self.variable()
        self.emit(self.rng.choice([
            f"byPointer(&{name});", f"byReference({name});",
            f"[&] {{ {name} = any(); }}();",
            f"{{ auto &r = {name}; r = any(); }}",
            f"[=]() mutable {{ {name} = any(); }}();"]))

    def block(self, depth):
        for _ in range(self.rng.randint(1, 3)):
            self.statement(depth + 1)

    def loop(self, depth):
        rng = self.rng
        name, kind = self.variable()
        size = rng.choice(self.arrays)
        end = size + rng.choice([0, 0, 0, -1, 1])
        step = rng.choice([f"++{name}", f"{name}++", f"{name} += 1",
                           f"{name} += 2", f"{name} += 1u", f"--{name}"])
        head = rng.choice([
            f"for ({name} = 0; {name} < {end}; {step})",
            f"for ({name} = 0; {name} != {end}; {step})",
            f"for ({name} = 0; {name} <= {end - 1}; {step})",
            f"for ({name} = {end - 1}; {name} >= 0; --{name})",
            f"for ({name} = {end}; {name}-- > 0;)",
            f"for ({name} = {end}; {name} > 0; {name} -= {rng.choice([1, 2])})",
            f"for ({name} = {self.value()}; {self.condition()}; {step})",
            f"while ({self.condition()})", f"while ({name}++ < {end})",
            f"for (;; {step})", "do"])
        self.loops += 1
        self.emit(head + " {")
        self.emit("if (!tick()) return;")
        if rng.random() < 0.7:
            self.access()
        self.block(depth)
        self.loops -= 1
        self.emit(f"}} while ({self.condition()});" if head == "do" else "}")

    def switch(self, depth):
        rng = self.rng
        name, kind = self.variable()
        self.emit(f"switch ({rng.choice([name, name, f'{name} + 1'])}) {{")
        for label in sorted(rng.sample(range(0, 20), rng.randint(1, 4))):
            self.emit(f"case {label}:")
            self.statement(depth + 1)
            if rng.random() < 0.6:
                self.emit("break;")
        if rng.random() < 0.5:
            self.emit("default:")
            self.statement(depth + 1)
        self.emit("}")

    def leave(self):
        ways = ["return;", "return;", "stop();"]
        if self.loops:
            ways += ["break;", "continue;", "continue;"]
        self.emit(f"if ({self.condition()}) {self.rng.choice(ways)}")

    def jump(self, depth):
        self.labels += 1
        label = f"l{self.labels}"
        self.emit(f"if ({self.condition()}) goto {label};")
        self.block(depth)
        self.emit(f"{label}:;")
        self.access()

    def attempt(self, depth):
        self.emit("try {")
        self.block(depth)
        self.emit("mayThrow();")
        self.block(depth)
        self.emit("} catch (int) {")
        self.block(depth)
        self.emit("}")

    def statement(self, depth):
        self.budget -= 1
        rng = self.rng
        if depth > 4 or self.budget < 0:
            return self.access()
        pick = rng.random()
        if pick < 0.25:
            self.access()
        elif pick < 0.42:
            self.guarded_access()
        elif pick < 0.54:
            self.change()
        elif pick < 0.56:
            self.hidden_change()
        elif pick < 0.61:
            self.pointer_statement()
        elif pick < 0.65:
            self.pointer_loop(depth)
        elif pick < 0.72:
            self.emit(f"if ({self.condition()}) {{")
            self.block(depth)
            if rng.random() < 0.4:
                self.emit("} else {")
                self.block(depth)
            self.emit("}")
        elif pick < 0.80:
            self.loop(depth)
        elif pick < 0.85:
            self.switch(depth)
        elif pick < 0.90:
            self.leave()
        elif pick < 0.93:
            self.jump(depth)
        elif pick < 0.96:
            self.attempt(depth)
        else:
            self.emit(f"CHECK({self.condition()});")

    def write(self):
        arguments = ", ".join(f"{kind} {name}" for name, kind in self.parameters)
        for which, size in enumerate(self.arrays):
            name = f"a{self.number}_{which}"
            self.emit(f"static int {name}[{size}];",
                      f"static const Cursor {name}({size});")
        self.emit(f"void f{self.number}({arguments}) {{")
        for name, kind in self.locals:
            self.emit(f"{kind} {name} = {self.value()};")
        self.variables = self.parameters + self.locals
        for name in sorted(set(POINTERS)):
            array, _ = self.array()
            self.emit(f"int *{name} = {array};", f"Cursor {name} = {array};")
        while self.budget > 0:
            self.statement(0)
        self.emit("}")
        return self.lines


def write_program(seed, functions):
    """The two texts of a program, and the parameters' types by function."""
    rng = random.Random(seed)
    lines = [(line, line) for line in PRELUDE.splitlines()]
    signatures = []
    for number in range(functions):
        f = Function(rng, number)
        lines += f.write()
        signatures.append([kind for _, kind in f.parameters])
    return ("\n".join(line for line, _ in lines) + "\n",
            "\n".join(line for _, line in lines) + "\n", signatures)
