// What the families share.
#pragma once

typedef __SIZE_TYPE__ size_t;
typedef __PTRDIFF_TYPE__ ptrdiff_t;
typedef __UINTPTR_TYPE__ uintptr_t;
typedef unsigned char uint8_t;
typedef unsigned short uint16_t;
typedef unsigned uint32_t;
typedef unsigned long long uint64_t;

#ifdef __cplusplus
extern "C" {
#endif
void base_fail(const char *text, const char *file, int line);
void *malloc(size_t size);
void free(void *memory);
void *memcpy(void *to, const void *from, size_t size);
void *memset(void *to, int value, size_t size);
size_t strlen(const char *text);
#ifdef __cplusplus
}

inline void *operator new(size_t, void *place) noexcept { return place; }

namespace lib {

template <bool B> struct constant {
  static constexpr bool value = B;
};
using true_type = constant<true>;
using false_type = constant<false>;
template <class T> struct remove_reference {
  using type = T;
};
template <class T> struct remove_reference<T &> {
  using type = T;
};
template <class T> struct remove_reference<T &&> {
  using type = T;
};
template <class T> using remove_reference_t = typename remove_reference<T>::type;
template <class T> constexpr remove_reference_t<T> &&move(T &&value) noexcept {
  return static_cast<remove_reference_t<T> &&>(value);
}
template <class T>
constexpr T &&forward(remove_reference_t<T> &value) noexcept {
  return static_cast<T &&>(value);
}
template <class T> void swap(T &a, T &b) {
  T old = move(a);
  a = move(b);
  b = move(old);
}
template <class T, class U> struct pair {
  T first;
  U second;
  friend bool operator==(const pair &a, const pair &b) {
    return a.first == b.first && a.second == b.second;
  }
};
template <class T, class... U> T *construct_at(T *place, U &&...arguments) {
  return ::new (static_cast<void *>(place)) T(forward<U>(arguments)...);
}
template <class T> void destroy_at(T *place) { place->~T(); }
template <class T> struct allocator {
  T *allocate(size_t n) { return static_cast<T *>(malloc(n * sizeof(T))); }
  void deallocate(T *memory, size_t) { free(memory); }
};
struct error {
  virtual ~error();
  virtual const char *what() const noexcept;
};

} // namespace lib
#endif
