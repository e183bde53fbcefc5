# Shared by scan.sh and test.sh, which source it: Debian packages and the build.
# shellcheck shell=bash disable=SC2034

llvm=19
build_packages=(
  "clang-$llvm" cmake "libclang-$llvm-dev" libcli11-dev libpugixml-dev
  libzstd-dev "lld-$llvm" "llvm-$llvm-dev" ninja-build nlohmann-json3-dev
  node-d3-hierarchy zlib1g-dev
)
test_packages=(
  chromium "clang-format-$llvm" "clang-tidy-$llvm" g++ git libgmock-dev
  libgtest-dev "libmlir-$llvm-dev" neovim
  npm python3 python3-jsonschema python3-yaml valgrind
)
# Editors that tests drive, besides neovim: their packages are those of Debian 12.
if grep -qs '^VERSION_ID="12"' /etc/os-release; then
  test_packages+=(elpa-eglot emacs-nox vim vim-ale)
fi

say() { printf '==> %s\n' "$*"; }

die() {
  printf '%s: error: %s\n' "${0##*/}" "$1" >&2
  shift
  (($# == 0)) || printf '  %s\n' "$@" >&2
  exit 2
}

# Prints the packages among the arguments that are not installed. A program
# that is there from another source counts as installed.
missing_packages() {
  local package
  for package; do
    case $package in
    cmake | git | npm) command -v "$package" >/dev/null && continue ;;
    esac
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == \
      installed ]] || printf '%s\n' "$package"
  done
}

# Says which of the named packages are missing and installs them.
need_packages() {
  if ! command -v dpkg-query apt-get >/dev/null; then
    say "this is not Debian: install what corresponds to $*"
    return
  fi
  local missing
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]})) || return 0
  say "missing Debian packages: ${missing[*]}"
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q)
  if ((EUID != 0)); then
    command -v sudo >/dev/null ||
      die "they can't be installed without root or sudo; as root, run" \
        "apt-get update" \
        "apt-get install --no-install-recommends ${missing[*]}"
    apt=(sudo "${apt[@]}")
  fi
  say "installing them with apt-get, which takes a minute or two"
  mkdir -p build
  local log=build/packages.log
  install_packages >"$log" 2>&1 && return
  tail -n 20 "$log" >&2
  die "apt-get could not install them; all of its output is in $log"
}

# With the package lists as they are where that does, since most of the time
# they are there; else, or where they are out of date, with new ones.
install_packages() {
  local install=("${apt[@]}" install -y --no-install-recommends "${missing[@]}")
  if "${install[@]}" --simulate >/dev/null; then
    "${install[@]}" && return
  fi
  "${apt[@]}" update && "${install[@]}"
}

# Configures build/release, where it is not or where CMake options are given,
# and builds a target. Ninja itself configures again what has changed since.
build_release() {
  local target=$1
  shift
  say "building Warrant (release) in build/release"
  mkdir -p build
  if [[ ! -f build/release/build.ninja ]] || (($#)); then
    cmake --preset release "$@" >build/configure.log ||
      die "CMake could not configure Warrant" "see build/configure.log"
  fi
  cmake --build --preset release --target "$target" -j "$(nproc)"
}
