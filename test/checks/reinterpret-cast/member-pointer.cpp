// The kind member-pointer: a pointer to a member changes its class or type.
// RUN: %check-hosts %s -- -std=c++20 -Wno-everything

struct A {
  int a;
  int method();
  int constant() const;
  int overloaded();
  int overloaded(int);
};
struct B {
  float b;
};
struct Derived : A {
  int d;
  int own();
};
struct Private : private A {};
using Method = int (A::*)();
void take(int A::*);

void data(int A::*m, int Derived::*d, const int A::*k) {
  auto b = reinterpret_cast<float B::*>(m);   // expect: member-pointer:12
  b = (float B::*)m;                          // expect: member-pointer:7
  auto c = reinterpret_cast<float A::*>(m);   // expect: member-pointer
  auto e = static_cast<int A::*>(d);          // expect: member-pointer:12
  e = (int A::*)d;                            // expect: member-pointer:7
  e = (int A::*)&Derived::d;                  // expect: member-pointer:7
  take(static_cast<int A::*>(d));             // expect: member-pointer:8
}

void functions(Method m, int (Derived::*d)()) {
  auto a = reinterpret_cast<int (B::*)()>(m); // expect: member-pointer:12
  a = (int (B::*)())m;                        // expect: member-pointer:7
  auto b = reinterpret_cast<void (A::*)(int)>(m); // expect: member-pointer
  auto c = static_cast<int (A::*)()>(d);      // expect: member-pointer:12
  c = Method(d);                              // expect: member-pointer:7
  c = (Method)&Derived::own;                  // expect: member-pointer:7
  c = reinterpret_cast<Method>(&A::constant); // expect: member-pointer:7
}

// Const is cast away through a member pointer too.
void qualifiers(const int A::*k) {
  auto a = const_cast<int A::*>(k);           // expect: cast-away:12
  a = (int A::*)k;                            // expect: cast-away:7
}

// A base's member is one of the derived class; and what changes nothing.
void none(int A::*m, Method f, int (A::*k)() const) {
  int Derived::*d = m;
  d = static_cast<int Derived::*>(m);
  d = (int Derived::*)m;
  int (Derived::*g)() = f;
  auto same = (int A::*)m;
  auto chosen = static_cast<int (A::*)(int)>(&A::overloaded);
  const int A::*c = m;
  bool set = (bool)m;
  m = nullptr;
  m = (int A::*)0;
}

#define AS(T, m) reinterpret_cast<T>(m)
void macros(Method m) {
  auto a = AS(int (B::*)(), m);               // expect: member-pointer:12
}

template <class T> auto to(Method m) {
  return reinterpret_cast<int (T::*)()>(m);   // expect: member-pointer
}
template auto to<B>(Method);
template <class T> auto base(int T::*m) {
  return static_cast<int A::*>(m);            // expect: member-pointer~possible
}
template auto base(int Derived::*);
