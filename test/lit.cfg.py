# Warrant's tests: RUN lines, checked with FileCheck. See docs/contributing.md.
#
# Substitutions beside lit's own (%s, %S, %t, ...):
#   %warrant          the scanner that was built
#   %warrant-clang-tidy, %warrant-clangd   the programs with the checks within
#   %clang-tidy       clang-tidy with the plugin loaded; %clang-tidy-list the
#                     same with semicolons
#   %check-hosts FILE... -- FLAGS   compares both with the files' comments,
#                     see checks/check_hosts.py
#   %clang, %clang++  the compilers of the same LLVM
#   %llvm-tools       the folder of the programs of the same LLVM
#   %src, %build      Warrant's source folder and its build folder
#   %llvm-tools       the folder of LLVM's programs
#   %path             the PATH of who runs the tests, without LLVM's tools
#   %exits N COMMAND  runs COMMAND; succeeds when its exit status is N
#   %validate-json FILE...    against docs/report.schema.json
#   %validate-schema SCHEMA FILE...
#   %validate-sarif FILE...   by the official validator
#   %lsp SCRIPT SERVER...     talks to a language server
#   %multitool        which is part of this program
#   %chromium         a browser
#   %ale              the folder of ALE, for vim
# FileCheck, split-file, not and count of the same LLVM are on the PATH.

import os
import shutil
import subprocess

import lit.formats

config.name = "warrant"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".c", ".cc", ".cpp", ".cu", ".test"]
# unit/ has a configuration of its own; the others hold what tests read.
config.excludes = ["Inputs", "unit", "bench", "fuzz"]
config.test_source_root = os.path.dirname(__file__)
config.test_exec_root = os.path.join(config.warrant_build, "test")

source = config.warrant_source
build = config.warrant_build
tools = config.llvm_tools
meta = os.path.join(source, "test", "meta")
warrant = os.path.join(build, "bin", "warrant")
dropins = {name: warrant + "-" + name for name in ("clang-tidy", "clangd")}
plugin = os.path.join(build, "lib", "WarrantTidy.so")
multitool = os.path.join(
    build, "npm", "node_modules", "@microsoft", "sarif-multitool-linux", "Sarif.Multitool"
)


chromium = shutil.which("chromium") or "/usr/bin/chromium"


def script(name):
    return "%s %s" % (config.python, os.path.join(meta, name))


clang_tidy = "%s -load=%s" % (os.path.join(tools, "clang-tidy"), plugin)
hosts = "%s %s --warrant %s --clang-tidy '%s'" % (
    config.python,
    os.path.join(source, "test", "checks", "check_hosts.py"),
    warrant,
    clang_tidy,
)

# Longer names stand before those they begin with.
config.substitutions += [
    ("%check-hosts", hosts),
    ("%warrant-clang-tidy", dropins["clang-tidy"]),
    ("%warrant-clangd", dropins["clangd"]),
    ("%warrant", warrant),
    # As CMake's variables have it.
    ("%clang-tidy-list", clang_tidy.replace(" ", ";")),
    ("%clang-tidy", clang_tidy),
    (r"%clang\+\+", os.path.join(tools, "clang++")),
    ("%clang", os.path.join(tools, "clang")),
    ("%exits", script("exits.py")),
    (
        "%validate-json",
        "%s %s"
        % (
            script("validate_json.py"),
            os.path.join(source, "docs", "report.schema.json"),
        ),
    ),
    ("%validate-schema", script("validate_json.py")),
    ("%validate-sarif", "%s %s" % (script("validate_sarif.py"), multitool)),
    ("%lsp", "%s %s" % (config.python, os.path.join(source, "test", "lsp", "Inputs", "client.py"))),
    ("%multitool", multitool),
    ("%chromium", chromium),
    ("%FileCheck", "FileCheck"),
    ("%split-file", "split-file"),
    ("%python", config.python),
    ("%path", os.environ["PATH"]),
    ("%llvm-tools", tools),
    ("%src", source),
    ("%build", build),
    ("%llvm-tools", tools),
]

config.environment["PATH"] = os.pathsep.join([tools, os.environ["PATH"]])
# What a user's terminal says must not change what tests see.
for name in ("NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"):
    config.environment.pop(name, None)

# No test takes what another left; those of the cache name a folder.
config.environment["WARRANT_CACHE_DIR"] = ""

# What a test may need beyond the build. `--param all=1` promises that all of it
# is there: then what is missing fails a test where it would skip it else.
features = {
    "clang-format": os.path.join(tools, "clang-format"),
    "clang-tidy": os.path.join(tools, "clang-tidy"),
    "warrant-clang-tidy": dropins["clang-tidy"],
    "warrant-clangd": dropins["clangd"],
    "g++": shutil.which("g++"),
    "cmake": shutil.which("cmake"),
    "git": shutil.which("git"),
    "sarif-multitool": multitool,
    "nvim": shutil.which("nvim"),
    "valgrind": shutil.which("valgrind"),
    "chromium": chromium,
}
everything = bool(lit_config.params.get("all"))
for feature, path in features.items():
    if everything or (path and os.path.exists(path)):
        config.available_features.add(feature)
yaml = subprocess.run(
    [config.python, "-c", "import yaml"], stderr=subprocess.DEVNULL, check=False
)
if everything or yaml.returncode == 0:
    config.available_features.add("python-yaml")
# Not promised: few have them.
if shutil.which("zsh"):
    config.available_features.add("zsh")
if os.path.exists(os.path.join(tools, "clang-apply-replacements")):
    config.available_features.add("clang-apply-replacements")
# Containers may have no pseudo terminals.
try:
    for end in os.openpty():
        os.close(end)
    config.available_features.add("terminal")
except OSError:
    pass
# scan.sh builds there; on another build's tests it would build a second time.
if os.path.realpath(build) == os.path.realpath(os.path.join(source, "build", "release")):
    config.available_features.add("release-build")
# What is there of the language server depends on a package.
serves = subprocess.run([warrant, "lsp"], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
if everything or serves.returncode == 1:
    config.available_features.add("lsp")
# Debian 12's Emacs; later ones have another eglot.
eglot = ["emacs", "--batch", "--eval"]
eglot += ["(kill-emacs (if (and (< emacs-major-version 30) (require 'eglot nil t)) 0 1))"]
if shutil.which("emacs") and subprocess.run(eglot, capture_output=True).returncode == 0:
    config.available_features.add("eglot")
ale = os.environ.get("ALE", "/usr/share/vim-ale")
if shutil.which("vim") and os.path.exists(os.path.join(ale, "autoload", "ale.vim")):
    config.available_features.add("ale")
config.substitutions.append(("%ale", ale))
# Instructions are counted of a release, and compared where there is a count.
counts = [
    config.python,
    os.path.join(source, "test", "bench", "instructions.py"),
    "is-recorded",
    "--counts",
    os.path.join(source, "test", "bench", "counts.json"),
]
if config.build_type == "Release" and subprocess.run(counts).returncode == 0:
    config.available_features.add("recorded-instruction-count")
if config.sanitize:
    config.available_features.add("sanitizers")
else:
    # Slow with sanitizers, and of no more use with them.
    config.available_features.add("self-scan")
