#!/usr/bin/env python3
"""Measures the HTML report in a browser.

usage: test/bench/page.py --browser CHROMIUM (REPORT.html | --sites N --warrant PROGRAM)

With --sites a C project of that many operations is made up and scanned first.
Tells the file's size, the seconds from its address to what can be used, those
of a filter, of sorting and of opening an operation, and the memory.
"""

import argparse
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "report"))
from browser import Browser  # noqa: E402

SITES_OF_FILE = 400


def generate(folder, sites, warrant):
    """A report of as many sites, in 20 folders."""
    units = []
    for unit in range(sites // SITES_OF_FILE):
        name = os.path.join(folder, "part%d" % (unit % 20), "unit%d.c" % unit)
        os.makedirs(os.path.dirname(name), exist_ok=True)
        with open(name, "w", encoding="utf-8") as file:
            for n in range(SITES_OF_FILE // 4):
                file.write("int f%d_%d(int *p, int *q, long n) {\n" % (unit, n))
                if n % 3 == 0:
                    file.write("  // SAFETY: the callers hand in at least n elements that outlive the call\n")
                file.write("  int sum = p[n] +\n    *(q + %d);\n" % n)
                file.write("  char *bytes = (char *)(p - n);\n  return sum + bytes[%d];\n}\n" % n)
        units.append(name)
    with open(os.path.join(folder, "compile_commands.json"), "w", encoding="utf-8") as file:
        entries = ['{"directory": "%s", "file": "%s", "arguments": ["cc", "-c", "%s"]}' % (folder, u, u) for u in units]
        file.write("[" + ",\n".join(entries) + "]")
    report = os.path.join(folder, "report.html")
    subprocess.run([warrant, "scan", "--root", folder, "-p", folder, "--no-cache", "--html", report],
                   stdout=subprocess.DEVNULL, check=True)
    return report


def timed(browser, name, action, done):
    seconds = browser.run("""(async () => {
        const start = performance.now();
        %s;
        while (!(%s)) await new Promise((next) => setTimeout(next, 0));
        await new Promise((next) => requestAnimationFrame(next));
        return (performance.now() - start) / 1000;
    })()""" % (action, done))
    print("%-28s %6.2f s" % (name, seconds))


def measure(program, report):
    browser = Browser(program)
    print("%-28s %6.1f MB" % ("size", os.path.getsize(report) / 1e6))
    print("%-28s %6.2f s" % ("overview, with the map", browser.open(report)))
    print("%-28s %6.2f s" % ("list, opened directly", browser.open(report, "#view=sites&status=all")))
    print("%-28s %s" % ("", browser.run("document.getElementById('count').textContent")))
    timed(browser, "filter by text", "location.hash = '#view=sites&status=all&q=sum'",
          "document.getElementById('by-q').value === 'sum'")
    timed(browser, "filter by status", "document.querySelector('.chip.proven').click()", "true")
    timed(browser, "sort by operation", "document.querySelector('th.is-operation button').click()", "true")
    timed(browser, "scroll to the end", "document.getElementById('rows').scrollTop = 1e9", "true")
    tenth = "'#list tbody tr[aria-rowindex=\"11\"]'"
    timed(browser, "all again", "location.hash = '#view=sites&status=all&sort=place'", "document.querySelector(%s)" % tenth)
    timed(browser, "open an operation", "document.querySelector(%s).click()" % tenth,
          "!document.getElementById('details').hidden")
    timed(browser, "metrics", "location.hash = '#view=metrics'", "document.querySelector('#metrics table')")
    print("%-28s %6.1f MB" % ("JavaScript heap", browser.megabytes()))
    print("%-28s %6.1f MB" % ("process of the page", browser.resident()))
    nodes = browser.run("document.querySelectorAll('*').length")
    print("%-28s %6d" % ("elements", nodes))
    if browser.problems:
        sys.exit("the page complains: " + "\n".join(browser.problems))
    browser.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report", nargs="?")
    parser.add_argument("--browser", default="/usr/bin/chromium")
    parser.add_argument("--sites", type=int)
    parser.add_argument("--warrant")
    options = parser.parse_args()
    if options.report:
        return measure(options.browser, options.report)
    if not options.sites or not options.warrant:
        parser.error("name a report, or --sites and --warrant")
    with tempfile.TemporaryDirectory() as folder:
        measure(options.browser, generate(folder, options.sites, os.path.abspath(options.warrant)))


if __name__ == "__main__":
    main()
