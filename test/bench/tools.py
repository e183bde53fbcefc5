"""The tools that are measured, and the ways in which Warrant is run."""

import collections
import filecmp
import json
import os
import shutil
import subprocess
import sys

import children
import corpus

# clang-tidy's checks of the same subjects as those of Warrant that are on.
TIDY_CHECKS = (
    "-*,bugprone-casting-through-void,bugprone-multi-level-implicit-pointer-conversion,"
    "bugprone-pointer-arithmetic-on-polymorphic-object,"
    "bugprone-bitwise-pointer-cast,"
    "cppcoreguidelines-pro-bounds-*,cppcoreguidelines-pro-type-const-cast,"
    "cppcoreguidelines-pro-type-cstyle-cast,cppcoreguidelines-pro-type-reinterpret-cast,"
    "cppcoreguidelines-pro-type-static-cast-downcast,"
    "cppcoreguidelines-pro-type-union-access,performance-no-int-to-ptr"
)

Way = collections.namedtuple("Way", "flags needs about")

# Each way to run Warrant: its options, those without which it means nothing,
# and what it is there for. All but `cached` find an empty cache.
WAYS = {
    "warrant": Way([], [], "all in, nothing cached"),
    "no-cache": Way(["--no-cache"], ["--no-cache"], "neither read nor filled"),
    "no-prefix": Way(["--no-prefix"], ["--no-prefix"], "no precompiled headers"),
    "exact": Way(["--exact"], ["--exact"], "no short cut"),
    "cached": Way([], ["--no-cache"], "nothing changed since the last run"),
    "warrant -j2": Way(["-j2"], [], "two workers"),
}
ALL = ("clang", "clang-tidy", *WAYS)


class Bench:
    """One corpus with the tools that measure it."""

    def __init__(self, options, project):
        self.options = options
        self.project = project
        self.folder = project.database
        self.wrong = {}  # what a tool said where it did not end well

    def run(self, name):
        if name == "clang":
            return self.run_clang()
        if name == "clang-tidy":
            return self.run_tidy()
        return self.run_warrant(name)

    def run_clang(self):
        return children.total(
            children.run(
                corpus.clang_command(unit, self.options.clang), unit.directory
            ).cost
            for unit in self.project.units
        )

    def run_tidy(self):
        files = dict.fromkeys(unit.file for unit in self.project.units)
        command = [
            self.options.clang_tidy, "-p", self.folder, "--quiet", "--config={}",
            f"--checks={TIDY_CHECKS}", "--header-filter=.*",
            "--extra-arg=-Wno-everything", "--extra-arg=-Wno-error", *files,
        ]  # fmt: skip
        done = children.run(command)
        if done.status not in (0, 1):
            self.wrong["clang-tidy"] = f"status {done.status}: {done.output[-500:]}"
        return done.cost

    def report(self, name):
        return self.folder / f"{name.replace(' ', '')}.json"

    def warrant_command(self, name):
        """The command, and the environment with the cache that it is to find."""
        if name == "cached":
            cache = self.folder / "cache-warrant"
            if not cache.exists():
                self.run_warrant("warrant")
        else:
            cache = self.folder / f"cache-{name.replace(' ', '')}"
            shutil.rmtree(cache, ignore_errors=True)
        cache.mkdir(exist_ok=True)
        flags = WAYS[name].flags
        command = [
            self.options.warrant, "scan", "--root", self.project.root,
            "-p", self.folder, "--json", self.report(name), *flags,
            *([] if "-j2" in flags else ["-j1"]),
        ]  # fmt: skip
        return command, {**os.environ, "XDG_CACHE_HOME": str(cache)}

    def run_warrant(self, name):
        command, environment = self.warrant_command(name)
        done = children.run(command, environment=environment)
        if done.status != 0:
            self.wrong[name] = f"status {done.status}: {done.output[:500]}"
        return done.cost

    def peak(self, name):
        command, environment = self.warrant_command(name)
        return children.whole_peak(command, environment=environment)

    def compare(self, name):
        """How the report differs from that without short cuts; empty where it
        does not by a single byte."""
        exact, other = self.report("exact"), self.report(name)
        if filecmp.cmp(exact, other, shallow=False):
            return ""
        ours, theirs = (
            {
                json.dumps(entry, sort_keys=True)
                for part in ("sites", "remarks")
                for entry in json.loads(file.read_text(encoding="utf-8"))[part]
            }
            for file in (other, exact)
        )
        return f"{len(theirs - ours)} lost, {len(ours - theirs)} new"


def known_flags(warrant, folder):
    """Those of the flags in WAYS that this Warrant takes."""
    folder.mkdir(parents=True, exist_ok=True)
    source = folder / "flags.c"
    source.write_text("int used;\n", encoding="utf-8")
    known = set()
    for flag in sorted({flag for way in WAYS.values() for flag in way.needs}):
        done = subprocess.run(
            [warrant, "scan", "--root", folder, flag, source, "--"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode == 0:
            known.add(flag)
        elif "unknown option" not in done.stderr:
            sys.exit(f"{warrant} scan {flag} ended badly:\n{done.stderr}")
    return known


def ways(options):
    """What is measured, without what this Warrant has no option for."""
    return [
        name
        for name in ALL
        if name not in WAYS or set(WAYS[name].needs) <= options.known
        if not options.only or name in options.only
    ]


def version(program):
    text = subprocess.run(
        [program, "--version"], capture_output=True, text=True, check=True
    ).stdout
    return text.strip().splitlines()[0]
