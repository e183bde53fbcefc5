#!/usr/bin/env bash
# Installs what Warrant and its tests need, builds it and runs all tests. The
# last line counts them: `N passed, M failed`, and `, K skipped` where some were.
set -euo pipefail
cd "$(dirname -- "${BASH_SOURCE[0]}")"
# shellcheck source=tool/dev/setup.sh
source tool/dev/setup.sh

if (($#)); then
  die "usage: ./test.sh" "docs/contributing.md says how to run a single test"
fi

results=build/release/test/results.json
# Whatever ends this script early is a failure, and has to be counted as one.
# shellcheck disable=SC2317
finish() {
  local status=$?
  [[ -n ${counted-} ]] || echo "0 passed, 1 failed"
  exit "$status"
}
trap finish EXIT

# The official SARIF validator, in a version whose rules are known.
multitool=@microsoft/sarif-multitool-linux version=5.7.0
install_multitool() {
  local folder=build/release/npm
  local package=$folder/node_modules/$multitool
  if ! grep -qs "\"version\": \"$version\"" "$package/package.json"; then
    say "installing the SARIF validator with npm"
    mkdir -p "$folder"
    npm install --prefix "$folder" --no-save --no-audit --no-fund \
      --ignore-scripts --loglevel=error "$multitool@$version" || return
  fi
  chmod u+x "$package/Sarif.Multitool"
}

need_packages "${build_packages[@]}" "${test_packages[@]}"
build_release tested -DWARRANT_BUILD_TESTS=ON \
  -DPython3_EXECUTABLE=/usr/bin/python3
install_multitool || say "no SARIF validator: the tests that need it will fail"

say "running the tests"
rm -f "$results"
status=0
timeout --foreground 3000 \
  /usr/bin/python3 "/usr/lib/llvm-$llvm/build/utils/lit/lit.py" -s -v \
  -j "$(nproc)" --param all=1 --output "$results" build/release/test build/release/test/unit ||
  status=$?
[[ -s $results ]] || die "lit ended with status $status and without results"
counts=$(/usr/bin/python3 test/meta/count_results.py "$results") || status=1
counted=yes
printf '%s\n' "$counts"
exit "$status"
