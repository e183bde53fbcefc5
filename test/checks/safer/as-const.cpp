// std::as_const says no more than is meant where const is added to call the
// other member function.
// RUN: %python %S/check_safer.py %warrant %clang++ %s -- -std=c++20 -nostdinc++ -isystem %S/Inputs/std
struct Text;
struct Base {
  const char &at(int) const;
};
struct Text : Base {
  char &at(int i) {
    return const_cast<char &>(static_cast<const Text &>(*this).at(i)); // safer: std::as_const(*this)
  }
  const char &at(int) const;
  const char &operator[](int) const;
  const char *data() const;
};
char &subscript(Text &t) {
  return const_cast<char &>(((const Text &)t)[1]); // safer: std::as_const(t)
}
char *data(Text &t) {
  return const_cast<char *>(const_cast<const Text &>(t).data()); // safer: std::as_const(t)
}

// Another class, no lvalue, nothing added, no cast.
char &base(Text &t) {
  return const_cast<char &>(static_cast<const Base &>(t).at(0));
}
Text make();
char &temporary() {
  return const_cast<char &>(static_cast<const Text &>(make()).at(0));
}
char &known(const Text &t) {
  return const_cast<char &>(static_cast<const Text &>(t).at(0));
}
char &bare(const Text &t) { return const_cast<char &>(t.at(0)); }
