// The kind callback: a function is handed to C code, that calls it.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything

extern "C" {
typedef void (*handler)(int code, void *context);
struct operations {
  handler done;
  int count;
  void (*subscribe)(handler h, void *context);
  void (*table[2])(handler h);
  struct {
    void (*inner)(int, void *);
  } nested;
};
void listen(handler h, void *context);                 // expect: import
void listen_function(void h(int, void *));             // expect: import
void listen_reference(void (&h)(int, void *));         // expect: import
void set_option(int option, ...);                      // expect: import
void add(const operations *o);                         // expect: import
extern handler hook;                                   // expect: shared-object
extern handler hooks[2];                               // expect: shared-object
void from_c(int, void *);                              // expect: import
}
namespace std {
template <class F> struct function {
  function(F);
};
} // namespace std
void react(int code, void *context);
void overloaded(int, void *);
void overloaded(int);
template <class T> void reactTo(T, void *);
struct Class {
  static void on(int, void *);
  void run(handler h) {
    listen(on, this);                                  // expect: callback:12
    listen(&Class::on, this);                          // expect: callback:12
    listen(h, this);
  }
};

void named(handler h, void *context, bool yes) {
  listen(react, context);                              // expect: callback:10
  listen(&react, context);                             // expect: callback:10
  listen((react), context);                            // expect: callback:10
  listen(*react, context);                             // expect: callback:10
  listen(overloaded, context);                         // expect: callback:10
  listen(reactTo<int>, context);                       // expect: callback:10
  listen(from_c, context);                             // expect: callback:10
  listen(yes ? react : from_c, context);               // expect: callback:10
  listen(yes ? react : nullptr, context);              // expect: callback:10
  listen((handler)react, context);                     // expect: callback:10, proven: function-pointer
  listen(static_cast<handler>(react), context);        // expect: callback:10
  listen_function(react);                              // expect: callback:19
  listen_reference(react);                             // expect: callback:20
  set_option(1, react);                                // expect: callback:17
  set_option(1, 2, &react, 3);                         // expect: callback:20
}

void lambdas(void *context) {
  listen([](int, void *) {}, context);                 // expect: callback:10
  listen(+[](int, void *) {}, context);                // expect: callback:10
  listen([](int, void *) noexcept {}, context);        // expect: callback:10
  listen([](auto, auto) {}, context);                  // expect: callback:10
  auto held = [](int, void *) {};
  listen(held, context);                               // expect: callback:10
  set_option(1, +[](int, void *) {});                  // expect: callback:17
}

// Through a struct or a variable that C declares, or as what is returned.
void stored(operations &o, operations *p) {
  o.done = react;                                      // expect: callback:12
  p->done = &react;                                    // expect: callback:13
  p->nested.inner = react;                             // expect: callback:21
  p->done = [](int, void *) {};                        // expect: callback:13
  operations listed = {react, 1};                      // expect: callback:24
  operations designated = {.done = react, .count = 1}; // expect: callback:36
  add(&listed);
  hook = react;                                        // expect: callback:10
  hooks[1] = react;                                    // expect: callback:14, proven: array-index
}
static const operations table = {react};               // expect: callback:34
static operations several[] = {{react}, {from_c}};     // expect: callback:33 callback:42
extern "C" handler chosen() { return react; }          // expect: export callback:38

#define LISTEN(f) listen(f, nullptr)
#define ON_REACT listen(react, nullptr) // expect: callback:25
void macros() {
  LISTEN(react);                                       // expect: callback:10
  ON_REACT;
}
template <class T> void registers(T t) {
  listen(react, &t);                                   // expect: callback:10
  listen(reactTo<T>, &t);                              // expect: callback:10~possible
}
template void registers(int);
template <class F> void forwards(F f) {
  listen(f, nullptr);
}
void use() { forwards(react); }

// Through a pointer that C declares.
void through(operations *o) {
  o->subscribe(react, o);                              // expect: callback:16
  (*o->subscribe)(react, o);                           // expect: callback:19
  o->table[1]([](int, void *) {});                     // expect: callback:15, proven: array-index
}

// Nobody in C is handed anything to call.
void cpp(handler h, void *context);
struct Plain {
  handler done;
  void (*take)(handler h);
};
handler mine;
void none(handler h, void *context, Plain &p, operations &o) {
  listen(h, context);
  listen(nullptr, context);
  listen(0, context);
  cpp(react, context);
  p.done = react;
  p = Plain{react};
  p.take(react);
  mine = react;
  o.done = h;
  o.done = nullptr;
  o.count = 1;
  std::function f(react);
  from_c(1, context);
  if (h == react)
    return;
}
handler notC() { return react; }
