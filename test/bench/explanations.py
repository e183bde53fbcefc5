"""Files that explain differences, a line each: a rule of docs/peers.md, and what
it explains. What is not explained, and what explains nothing, is printed."""

import collections
import re
import sys


def read(file, pattern):
    """The rule of each explained difference, which the groups of pattern are."""
    explained = {}
    if not file.exists():
        return explained
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        found = re.fullmatch(r"([\w-]+) " + pattern, line)
        if not found:
            sys.exit(f"{file}:{number}: not a rule and a difference: {line}")
        explained[found.groups()[1:]] = found[1]
    return explained


def judge(differences, explained):
    """Prints what is amiss, then how much each rule explains; the exit status.
    Differences are a dictionary from what pattern matches to a text."""
    used = collections.Counter()
    for key in sorted(differences):
        if key in explained:
            used[explained[key]] += 1
        else:
            print("UNEXPLAINED", *key, differences[key])
    stale = sorted(set(explained) - set(differences))
    for key in stale:
        print("STALE", *key)
    for rule, count in used.most_common():
        print(f"{count:6} {rule}")
    return 1 if stale or used.total() < len(differences) else 0
