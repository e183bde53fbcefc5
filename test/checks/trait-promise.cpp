// Promises that other code builds on, and what is none.
// RUN: %check-hosts --on trait-promise %s -- -std=c++20 -Wno-everything
// RUN: %warrant scan --root %S --checks='-*,trait-promise' --all %s -- \
// RUN:   -std=c++20 | %FileCheck %s --implicit-check-not=error:

namespace std {
template <class T, T v> struct integral_constant {
  static constexpr T value = v;
};
using true_type = integral_constant<bool, true>;
using false_type = integral_constant<bool, false>;
template <class T> struct is_trivially_copyable : false_type {};
template <class T> struct is_error_code_enum : false_type {};
template <class T> struct hash;
struct random_access_iterator_tag {};
struct contiguous_iterator_tag : random_access_iterator_tag {};
namespace ranges {
template <class T> constexpr bool enable_borrowed_range = false;
template <class T> constexpr bool enable_view = false;
template <class T> constexpr bool disable_sized_range = false;
} // namespace ranges
} // namespace std
namespace folly {
template <class T> struct IsRelocatable : std::false_type {};
} // namespace folly
namespace llvm {
template <class T> struct PointerLikeTypeTraits;
}
struct A {};
struct B {};
struct C {};
enum class E { X };
template <class T> struct View {};
template <class T> struct Owning {};

template <> constexpr bool std::ranges::enable_borrowed_range<A> = true; // expect: specialization:41
template <> inline constexpr bool std::ranges::enable_view<A> = sizeof(A) == 1; // expect: specialization
template <class T>
constexpr bool std::ranges::enable_borrowed_range<View<T>> = true; // expect: specialization
template <class T>
constexpr bool std::ranges::enable_view<Owning<T>> = sizeof(T) > 1; // expect: specialization
template <> struct folly::IsRelocatable<A> : std::true_type {}; // expect: specialization
template <class T> struct folly::IsRelocatable<View<T>> : std::true_type {}; // expect: specialization
template <> struct llvm::PointerLikeTypeTraits<A *> { // expect: specialization
  static constexpr int NumLowBitsAvailable = 2;
};
// CHECK: :[[#@LINE+1]]:25: error: 'std::is_trivially_copyable' may not be specialized by a program: '{{.*}}
template <> struct std::is_trivially_copyable<A> : std::true_type {}; // expect: specialization

// Promises nothing.
template <> constexpr bool std::ranges::enable_borrowed_range<B> = false;
template <> constexpr bool std::ranges::disable_sized_range<B> = true;
template <> struct folly::IsRelocatable<B> : std::false_type {};
struct No : std::false_type {};
template <> struct folly::IsRelocatable<C> : No {};
template <> struct std::is_error_code_enum<E> : std::true_type {};
template <> struct std::hash<A> {};
template struct folly::IsRelocatable<int>;
bool used = folly::IsRelocatable<long>::value;
namespace own {
template <class T> constexpr bool enable_borrowed_range = false;
template <> constexpr bool enable_borrowed_range<A> = true;
} // namespace own

// Member types.
struct Iterator {
  using iterator_concept = std::contiguous_iterator_tag; // expect: member-type:9
  using IsRelocatable = std::true_type;                  // expect: member-type
};
struct Other {
  using iterator_concept = std::random_access_iterator_tag;
  typedef std::false_type IsRelocatable;
};
template <class T> struct Templated {
  typedef std::true_type is_relocatable;                 // expect: member-type
};
template struct Templated<int>;
using IsRelocatable = std::true_type;

// Objects with functions of their own that are passed by their bytes.
struct [[clang::trivial_abi]] Handle { // expect: trivial-abi:31
  ~Handle();
};
template <class T> struct [[clang::trivial_abi]] Box { // expect: trivial-abi
  T t;
  Box(const Box &);
};
struct [[clang::trivial_abi]] Plain {
  int x;
};
struct Forward;

#define RELOCATABLE(T)                                                         \
  template <> struct folly::IsRelocatable<T> : std::true_type {}
struct M {};
RELOCATABLE(M); // expect: specialization:1

struct D1 {};
struct D2 {};
struct D3 {};
// SAFETY(lifetime): iterators point into static storage, which outlives D1.
template <> constexpr bool std::ranges::enable_borrowed_range<D1> = true;
// SAFETY: an object of this type has no pointer into itself.
template <> struct folly::IsRelocatable<D3> : std::true_type {};
/// D2 has no pointer into itself, and may be moved by its bytes.
template <> struct folly::IsRelocatable<D2> : std::true_type {};
