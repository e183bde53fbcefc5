#!/usr/bin/env bash
# Installs what Warrant needs, builds it, and scans a project with it.
set -euo pipefail

usage='usage: ./scan.sh [PATH]

Builds Warrant and scans the project in the folder PATH (the example in
docs/example/ when none is given). Missing Debian packages are named and
installed. Findings are printed; report.html, for a browser, report.json and
report.sarif are written to the folder that the last lines name.

The project needs a compile_commands.json, in PATH or in a build folder there.
A CMake project without one is configured into a folder of Warrant'"'"'s own.'

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
start=$PWD
cd "$here"
# shellcheck source=tool/dev/setup.sh
source tool/dev/setup.sh

case ${1-} in
-h | --help)
  printf '%s\n' "$usage"
  exit 0
  ;;
-*) die "unknown option '$1'" "$usage" ;;
esac
(($# <= 1)) || die "more than one path" "$usage"

# The folder of Warrant's own for one project: its build and its reports.
workspace() {
  local cache=${XDG_CACHE_HOME:-${HOME:-$here/build}/.cache} hash
  hash=$(printf '%s' "$1" | sha256sum)
  printf '%s/warrant/%s-%s\n' "$cache" "${1##*/}" "${hash:0:8}"
}

# Prints the project's build folder that holds a compile_commands.json.
find_database() {
  local folder
  for folder in "$1" "$1"/{build,out,builddir,_build,cmake-build,obj}{,-*,/*}; do
    if [[ -f $folder/compile_commands.json ]]; then
      printf '%s\n' "$folder"
      return
    fi
  done
}

# Configures a CMake project, outside its own folder.
configure() {
  local project=$1 folder=$2 log=$2.log
  say "no compile_commands.json: configuring the project into $folder"
  mkdir -p "$folder"
  CC=${CC:-clang-$llvm} CXX=${CXX:-clang++-$llvm} cmake -G Ninja \
    -S "$project" -B "$folder" -DCMAKE_EXPORT_COMPILE_COMMANDS=ON \
    >"$log" 2>&1 && [[ -f $folder/compile_commands.json ]] && return
  tail -n 20 "$log" >&2
  die "CMake could not configure $project; all of its output is in $log" \
    "configure it as its own documentation says, with" \
    "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON, and run ./scan.sh again"
}

# Says how to make a compile_commands.json for the build system in use.
print_recipe() {
  local project=$1 system=unknown recipe=()
  if [[ -f $project/meson.build ]]; then
    system=Meson recipe=("meson setup build")
  elif [[ -f $project/BUILD.gn || -f $project/.gn ]]; then
    system=GN recipe=("gn gen out/default --export-compile-commands")
  elif compgen -G "$project/WORKSPACE*" >/dev/null ||
    [[ -f $project/MODULE.bazel ]]; then
    system=Bazel recipe=(
      "add hedron_compile_commands to MODULE.bazel, as"
      "https://github.com/hedronvision/bazel-compile-commands-extractor says;"
      "then: bazel run @hedron_compile_commands//:refresh_all")
  elif compgen -G "$project/[Mm]akefile" >/dev/null ||
    [[ -f $project/GNUmakefile || -x $project/configure ]]; then
    system=Make recipe=(
      "apt-get install bear"
      "(run ./configure or what else comes before make)"
      "make clean && bear -- make")
  fi
  if [[ $system == unknown ]]; then
    recipe=("apt-get install bear" "bear -- COMMAND-THAT-BUILDS-IT")
  fi
  die "no compile_commands.json in $project nor its build folders" \
    "build system: $system; to make one, in $project:" "${recipe[@]}" \
    "then run ./scan.sh $project again"
}

# Prints FILE:LINE of the report's first undocumented site, if there is one.
first_undocumented() {
  awk -F '": ' '
    /^ *"sites": \[/ { inside = 1 }
    inside && /^ *"status": "undocumented"/ { wanted = 1 }
    wanted && /^ *"file": / { file = $2; gsub(/^"|",?$/, "", file) }
    wanted && /^ *"line": / { print file ":" $2 + 0; exit }
  ' "$1"
}

project=${1:-$here/docs/example}
[[ $project == /* ]] || project=$start/$project
[[ -d $project ]] || die "'$project' is not a folder" "$usage"
project=$(cd -- "$project" && pwd)
database=$(find_database "$project")
if [[ -z $database && ! -f $project/CMakeLists.txt ]]; then
  print_recipe "$project"
fi

need_packages "${build_packages[@]}"
options=()
# test.sh shares the build and may have turned them on already.
[[ -f build/release/build.ninja ]] || options=(-DWARRANT_BUILD_TESTS=OFF)
build_release warrant "${options[@]}"
warrant=$here/build/release/bin/warrant

own=$(workspace "$project")
mkdir -p "$own"
if [[ -z $database ]]; then
  database=$own/build
  [[ -f $database/compile_commands.json ]] || configure "$project" "$database"
fi

say "scanning $project with the commands in $database"
status=0
"$warrant" scan -p "$database" --root "$project" -j "$(nproc)" \
  --json "$own/report.json" --sarif "$own/report.sarif" \
  --html "$own/report.html" || status=$?
if ((status != 0 && status != 3)); then
  die "warrant ended with status $status"
fi

place=$(first_undocumented "$own/report.json")
subject=subscript
[[ -z $place ]] || subject=$(printf '%q' "$project/$place")
common="-p ${database@Q} --root ${project@Q}"
printf '\nreports:  %s/report.json\n          %s/report.sarif\n' "$own" "$own"
printf '          %s/report.html  # open it in a browser\n' "$own"
printf 'warrant:  %s\n' "$warrant"
printf 'next:\n'
printf '  %s  # %s\n' \
  "$warrant explain $common $subject" "what must hold" \
  "$warrant scan $common --notes" "which properties are missing" \
  "$warrant scan $common --fail-on=undocumented" "for CI"
if ((status == 3)); then
  printf 'The audit is incomplete: what could not be read is named above.\n'
fi
exit "$status"
