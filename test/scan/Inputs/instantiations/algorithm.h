// A library's header: its bodies call what they are given.
namespace lib {

template <class It, class F> void for_each(It First, It Last, F Apply) {
  for (; First != Last; ++First)
    Apply(First);
}

template <class T> struct less {
  bool operator()(const T &A, const T &B) const { return A < B; }
};

template <class T, class Compare = less<T>> struct ordered {
  bool put(const T &Value) { return Compare()(Last, Value); }
  T Last;
};

template <class T> void exchange(T &A, T &B) { swap(A, B); }

template <class To, class From> To convert(const From &Value) {
  return static_cast<To>(Value);
}

template <class T> T *create() { return new T(); }

template <class R> struct function {
  template <class F> function(F Target) : Call(&invoke<F>) {}
  template <class F> static R invoke(R Value) {
    F *Target = nullptr;
    return (*Target)(Value);
  }
  R (*Call)(R);
};

template <class T> struct hash {
  unsigned operator()(const T &Value) const { return 0; }
};

template <class T> unsigned bucket(const T &Value) { return hash<T>()(Value); }

template <class C> void visit(C &Container) {
  for (auto I = Container.begin(); I != Container.end(); ++I)
    ;
}

template <template <class> class Make, class T> T *made(T *From) {
  return Make<T>().next(From);
}

} // namespace lib
