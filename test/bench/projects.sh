#!/bin/sh
# usage: projects.sh NAME FOLDER MIRROR
#
# Puts the Debian source of a project into FOLDER/NAME, with
# build/compile_commands.json: what docs/peers.md was measured on, and what
# run.sh measures. MIRROR is the address of a Debian archive, the one above pool/,
# as apt's sources name it. It needs curl, patch, bear, make and cmake; opensbi
# needs gcc-riscv64-linux-gnu, and fmt libgtest-dev and libgmock-dev.
set -eu

die() {
  echo "projects.sh: $*" >&2
  exit 2
}

[ $# -eq 3 ] || die "usage: projects.sh NAME FOLDER MIRROR"
name=$1
pool=${3%/}/pool/main
case $name in
leveldb)
  url=$pool/l/leveldb orig=leveldb_1.23.orig.tar.gz
  patches=leveldb_1.23-4.debian.tar.xz
  sum=9a37f8a6174f09bd622bc723b55881dc541cd50747cbd08831c2a82d620f6d76
  ;;
re2)
  url=$pool/r/re2 orig=re2_20220601+dfsg.orig.tar.xz
  patches=re2_20220601+dfsg-1.debian.tar.xz
  sum=3bc61251da3b0b97be40a8a127818c517c62516e4eda11fc901d29496663df54
  ;;
redis)
  url=$pool/r/redis orig=redis_7.0.15.orig.tar.gz
  patches=redis_7.0.15-1~deb12u7.debian.tar.xz
  sum=4b1dc4ee6d622a09fff9c6777191209750fb5e5a725ef78ea012d6eef4c22982
  ;;
opensbi)
  url=$pool/o/opensbi orig=opensbi_1.6.orig.tar.gz patches=
  sum=d11702103f177a2914e94eec57ce5ed820296d874f6b6525c4482e55d71a3667
  ;;
abseil)
  url=$pool/a/abseil orig=abseil_20220623.1.orig.tar.gz patches=
  sum=abfe2897f3a30edaa74bc34365afe3c2a3cd012091a97dc7e008f7016adcd5fe
  ;;
fmt)
  url=$pool/f/fmtlib orig=fmtlib_9.1.0+ds1.orig.tar.gz
  patches=fmtlib_9.1.0+ds1-2.debian.tar.xz
  sum=84ce1c2d0be3a9863935137969dcec6970125caac032f82474640bfc81463583
  ;;
yaml-cpp)
  url=$pool/y/yaml-cpp orig=yaml-cpp_0.7.0+dfsg.orig.tar.xz patches=
  sum=dc63708605404e0b963e0ca3a9619d1c8270eda2839603e6fa0384e5e51e5312
  ;;
libuv)
  url=$pool/libu/libuv1 orig=libuv1_1.44.2.orig.tar.gz patches=
  sum=d79b4b06ef04be85fb890bf39d55942cc64c2e15fd14eaa32dae5dce94485484
  ;;
*)
  die "no project '$name'; known are leveldb, abseil, fmt, redis, yaml-cpp," \
    "libuv, re2 and opensbi"
  ;;
esac

mkdir -p "$2"
cd "$2"
[ ! -e "$name" ] || die "'$2/$name' is there already"
for file in $orig $patches; do
  [ -f "$file" ] || curl -fsSLO "$url/$file" || die "cannot fetch $url/$file"
done
echo "$sum  $orig" | sha256sum -c --quiet || die "'$orig' is another one"
mkdir "$name"
tar -xf "$orig" -C "$name" --strip-components=1
cd "$name"
# Nothing of an unfinished attempt is to be taken for a project.
trap '[ $? -eq 0 ] || rm -rf "$PWD"' EXIT
if [ -n "$patches" ]; then
  tar -xf "../$patches"
  grep -v '^ *#' debian/patches/series | while read -r patch _; do
    [ -z "$patch" ] || patch -sp1 <"debian/patches/$patch"
  done
fi

mkdir -p build
case $name in
leveldb)
  cmake -S . -B build -DCMAKE_EXPORT_COMPILE_COMMANDS=ON \
    -DLEVELDB_BUILD_TESTS=OFF -DLEVELDB_BUILD_BENCHMARKS=OFF >/dev/null
  ;;
re2)
  # Debian generates these tables from its own Unicode data; they are only data,
  # and empty files are enough to scan the rest.
  touch re2/perl_groups.cc re2/unicode_casefold.cc re2/unicode_groups.cc
  cmake -S . -B build -DCMAKE_EXPORT_COMPILE_COMMANDS=ON \
    -DRE2_BUILD_TESTING=OFF >/dev/null
  ;;
abseil)
  cmake -S . -B build -DCMAKE_EXPORT_COMPILE_COMMANDS=ON \
    -DCMAKE_CXX_STANDARD=17 >/dev/null
  ;;
fmt)
  cmake -S . -B build -DCMAKE_EXPORT_COMPILE_COMMANDS=ON >/dev/null
  ;;
yaml-cpp)
  cmake -S . -B build -DCMAKE_EXPORT_COMPILE_COMMANDS=ON \
    -DYAML_CPP_BUILD_TESTS=OFF >/dev/null
  ;;
libuv)
  cmake -S . -B build -DCMAKE_EXPORT_COMPILE_COMMANDS=ON \
    -DLIBUV_BUILD_TESTS=OFF -DLIBUV_BUILD_BENCH=OFF >/dev/null
  ;;
redis) bear --output build/compile_commands.json -- make -j2 MALLOC=libc >/dev/null ;;
opensbi)
  bear --output build/compile_commands.json -- \
    make -j2 PLATFORM=generic CROSS_COMPILE=riscv64-linux-gnu- >/dev/null
  ;;
esac
echo "$PWD"
