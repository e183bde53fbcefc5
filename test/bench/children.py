"""Runs programs, and says what they cost with all their children."""

import collections
import os
import pathlib
import subprocess
import tempfile
import threading
import time

# CPU seconds (user and system), wall seconds, and the peak of the largest
# process in MB; the times cover every child that was waited for.
Cost = collections.namedtuple("Cost", "cpu user system wall peak")
Result = collections.namedtuple("Result", "status output cost")

PERIOD = 0.02  # seconds between two looks at the memory


def run(command, folder=None, environment=None):
    """Runs one program; its output goes to a file, since a pipe would cost."""
    with tempfile.TemporaryFile() as output:
        begin = time.monotonic()
        child = subprocess.Popen(
            [str(word) for word in command],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.monotonic() - begin
        child.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode(errors="replace")
    cost = Cost(
        usage.ru_utime + usage.ru_stime,
        usage.ru_utime,
        usage.ru_stime,
        wall,
        usage.ru_maxrss / 1024,
    )
    return Result(child.returncode, text, cost)


def total(costs):
    """Of runs one after the other."""
    costs = list(costs)
    return Cost(
        *(sum(cost[field] for cost in costs) for field in range(4)),
        max(cost.peak for cost in costs),
    )


def family(process):
    """A process and all that came from it, as /proc shows them now."""
    parents = {}
    for entry in pathlib.Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            stat = (entry / "stat").read_text(encoding="utf-8", errors="replace")
        except OSError:  # it has just ended
            continue
        # The name in parentheses may itself hold anything.
        parents[int(entry.name)] = int(stat.rpartition(")")[2].split()[1])
    found = [process]
    for parent in found:
        found += [child for child, its in parents.items() if its == parent]
    return found


def proportional(process):
    """The memory of one process in MB; a page that N share counts as 1/N."""
    try:
        text = pathlib.Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8")
    except OSError:
        return 0
    for line in text.splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0


class Watch(threading.Thread):
    """The peak memory of a program and its children together."""

    def __init__(self, process):
        super().__init__(daemon=True)
        self.process = process
        self.peak = 0
        self.ended = threading.Event()

    def run(self):
        while not self.ended.wait(PERIOD):
            now = sum(proportional(one) for one in family(self.process))
            self.peak = max(self.peak, now)


def whole_peak(command, folder=None, environment=None):
    """The peak in MB of a program with its children. Looking costs time, so no
    run is measured twice over."""
    with subprocess.Popen(
        [str(word) for word in command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as child:
        watch = Watch(child.pid)
        watch.start()
        child.wait()
        watch.ended.set()
        watch.join()
    return watch.peak
