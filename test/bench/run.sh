#!/usr/bin/env bash
# usage: test/bench/run.sh [OPTIONS] [PROJECT]...
#
# Builds Warrant, gets the pinned sources of the projects, and measures Warrant
# beside clang -fsyntax-only and clang-tidy: `test/bench/run.sh --help`. With
# --warrant PROGRAM nothing is built, and with --corpus NAME=DIR nothing is got.
set -euo pipefail
cd "$(dirname -- "${BASH_SOURCE[0]}")/../.."
# shellcheck source=tool/dev/setup.sh
source tool/dev/setup.sh

given=" $* "
if [[ $given != *" --help "* && $given != *" --warrant"* ]]; then
  need_packages "${build_packages[@]}" "clang-tidy-$llvm" python3
  build_release warrant
fi
if [[ $given != *" --help "* && $given != *" --corpus"* ]]; then
  need_packages bear curl libgmock-dev libgtest-dev make patch
fi
exec python3 test/bench/measure.py "$@"
