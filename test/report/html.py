"""Uses HTML reports in a browser: html.py CHROMIUM FOLDER"""

import json
import sys
import time

from browser import Browser
from hostile import PAYLOAD

browser = Browser(sys.argv[1])
folder = sys.argv[2]
ROWS = "document.querySelectorAll('#list tbody tr:not(.gap)').length"


def check(expected, script, why):
    """Waits for a moment, since the page answers events."""
    end = time.monotonic() + 10
    while (found := browser.run(script)) != expected:
        if time.monotonic() > end:
            sys.exit("%s: expected %r, found %r" % (why, expected, found))
        time.sleep(0.02)


def text(selector):
    return "document.querySelector(%s).textContent" % json.dumps(selector)


def has(part, selector):
    return "%s.includes(%s)" % (text(selector), json.dumps(part))


def go(fragment, view):
    browser.run("location.hash = %s" % json.dumps(fragment))
    check(view, "document.documentElement.dataset.ready", "view " + view)


def overview_and_map():
    browser.open(folder + "/report.html")
    check("9", text(".card.operations .figure"), "operations")
    check("5", text(".card.undocumented .figure"), "undocumented")
    check(True, has("sites are undocumented", ".banner.failed"), "the verdict")
    check(True, has("sub", "#map"), "the map shows folders")
    browser.run("document.querySelector('#map a').focus()")
    first = browser.run("document.activeElement.getAttribute('aria-label')")
    browser.key("ArrowRight")
    check(False, "document.activeElement.getAttribute('aria-label') === %s" % json.dumps(first), "arrows in the map")
    browser.click("#map a[aria-label^='b.cpp']")
    check("#view=sites&folder=b.cpp", "location.hash", "a click on a file of the map lists it")
    check(1, ROWS, "what is open in b.cpp")


def without_library():
    with open(folder + "/report.html", encoding="utf-8") as file:
        page = file.read()
    start = page.index("<script>")  # the library comes first
    end = page.index("</script>", start) + len("</script>")
    with open(folder + "/plain.html", "w", encoding="utf-8") as file:
        file.write(page[:start] + page[end:])
    browser.open(folder + "/plain.html")
    check(True, has("built without the library", "#map"), "it says what is missing")
    check(True, has("b.cpp", "#map table"), "and has a table")


def filters():
    browser.open(folder + "/report.html", "#view=sites")
    check(5, ROWS, "what is open")
    browser.click(".chip.proven")
    check(8, ROWS, "proven ones, too")
    browser.click(".chip.undocumented")
    check(3, ROWS, "proven ones only")
    go("#view=sites&status=all", "sites")
    check(9, ROWS, "all")
    check(True, has("0x40000002", "#list tbody tr:nth-child(2)"), "the defect comes first")
    browser.run("(() => { const s = document.getElementById('by-kind'); s.value = 'reinterpret-cast';"
                " s.dispatchEvent(new Event('change')); })()")
    check(2, ROWS, "casts")
    go("#view=sites&status=all&folder=sub", "sites")
    check(3, ROWS, "a folder")
    go("#view=sites&status=all&folder=.", "sites")
    check(6, ROWS, "the files of the root, without those of its folders")
    go("#view=sites&status=all&defect=any", "sites")
    check(1, ROWS, "defects")
    check(True, has("0x40000002", "#list tbody"), "the defect")
    go("#view=sites&missing=address", "sites")
    check(1, ROWS, "an open property")
    go("#view=metrics", "metrics")
    browser.key("/", "/")
    check("by-q", "document.activeElement.id", "/ goes to the filter")
    browser.type("deep")
    check(2, ROWS, "what is typed")
    check(True, "location.hash.includes('q=deep')", "and it has an address")


def sorting():
    go("#view=sites&status=all", "sites")
    browser.click("th.is-place button")
    check("ascending", "document.querySelector('th.is-place').ariaSort", "sorted")
    check(True, has("a.cpp:1", "#list tbody tr:nth-child(2) .place"), "the first place")
    browser.click("th.is-place button")
    check("descending", "document.querySelector('th.is-place').ariaSort", "sorted down")
    check(True, has("sub/c.cpp:1", "#list tbody tr:nth-child(2) .place"), "the last place")


def details():
    go("#view=sites&status=documented", "sites")
    browser.run("document.getElementById('list').focus()")
    browser.key("ArrowDown")
    check("true", "document.querySelector('#list tbody tr:nth-child(2)').ariaSelected", "an arrow selects")
    browser.key("Enter")
    check(False, "document.getElementById('details').hidden", "Enter opens")
    check("the callers hand in 4 elements, </script><b>bold</b>", text("#details blockquote"), "the comment")
    check("  return p[3];", text("#details .here code"), "the line")
    check(True, has("fresh(int *)", "#details"), "the function")
    check("bounds", text("#details tbody td"), "a property")
    address = browser.run("document.querySelector('#details p:last-child a').href")
    browser.key("Escape")
    check(True, "document.getElementById('details').hidden", "Escape closes")
    check("list", "document.activeElement.id", "and goes back to the list")
    browser.open(folder + "/report.html", address[address.index("#"):])
    check("  return p[3];", text("#details .here code"), "a deep link opens it")
    browser.open(folder + "/report.html", "#site=w1:0")
    check(True, has("no operation 'w1:0'", "#details"), "a link to what is not there")


def metrics():
    go("#view=metrics", "metrics")
    tables = [caption.split(",")[0] for caption in browser.run(
        "[...document.querySelectorAll('#metrics caption')].map((caption) => caption.textContent)")]
    if tables != ["The unsafe surface", "Operations by kind", "The functions with most open operations",
                  "The folders with most open operations", "The files with most open operations"]:
        sys.exit("tables of metrics: " + repr(tables))
    row = browser.run("[...document.querySelectorAll('#metrics tbody tr')].map((row) => [...row.cells].map((c) => c.textContent))"
                      ".filter((cells) => cells[0] === 'sub')[0]")
    if row != ["sub", "1", "3", "2", "66.7 %", "2000.0"]:
        sys.exit("a folder's metrics: " + repr(row))


def trend():
    browser.open(folder + "/trend.html")
    check(True, has("Since old", "#trend"), "what it is compared with")
    check(True, has("1 gone", "#trend"), "what is gone")
    check(1, "document.querySelectorAll('#trend svg polyline').length", "a line")
    check("+3", text("#trend tbody tr td:last-child"), "and what it went up by")
    go("#view=sites&status=all&only=since", "sites")
    check(4, ROWS, "what is new, and not proven")


def changed():
    browser.open(folder + "/changed.html", "#view=sites&status=all&sort=place")
    browser.click("#list tbody tr:nth-child(2) td:nth-child(2)")
    check(True, has("was not what was scanned", "#details"), "lines of a file that has changed are not shown")
    check(0, "document.querySelectorAll('#details .source').length", "nor any other")
    go("#view=sites&status=all&folder=b.cpp", "sites")
    browser.click("#list tbody tr:nth-child(2) td:nth-child(2)")
    check(1, "document.querySelectorAll('#details .source').length", "those of others are")


def paper():
    browser.open(folder + "/report.html", "#view=sites&status=all")
    browser.call("Emulation.setEmulatedMedia", media="print")
    browser.run("window.dispatchEvent(new Event('beforeprint'))")
    check(9, ROWS, "all rows are on paper")
    check("none", "getComputedStyle(document.getElementById('filters')).display", "and no controls")
    check("visible", "getComputedStyle(document.getElementById('rows')).overflow", "nor a window to scroll")
    browser.call("Emulation.setEmulatedMedia", media="screen")


def policy():
    """What gets into the page all the same can neither run nor call home."""
    browser.open(folder + "/report.html")
    browser.run("(() => { const s = document.createElement('script'); s.textContent = \"document.title = 'owned'\";"
                " const i = document.createElement('img'); i.src = 'https://example.org/x.png';"
                " document.body.append(s, i); })()")
    browser.run("fetch('https://example.org/').catch(() => 0)")
    check("Raw memory report", "document.title", "a script of others does not run")
    refused = [problem for problem in browser.problems if "Content Security Policy" in problem]
    if len(refused) < 3:
        sys.exit("not refused: " + repr(browser.problems))


def hostile():
    for view in ("overview", "sites", "remarks", "metrics", "coverage", "about"):
        browser.open(folder + "/hostile.html", "#view=" + view + "&status=all")
        check(True, "document.body.textContent.includes(%s)" % json.dumps(PAYLOAD), "the text is shown in " + view)
    for n in range(8):
        browser.open(folder + "/hostile.html", "#view=sites&status=all&site=" + browser_fingerprints[n])
        for part in ("said", "related", "wrong", "noted", "excused", "proven by", "rejected", "MACRO", "REG", "within"):
            check(True, has(part + PAYLOAD, "#details"), part)
    check("Raw memory report", "document.title", "nothing of it ran")
    check(0, "document.querySelectorAll('img').length", "nor became an element")


with open(folder + "/new.json", encoding="utf-8") as file:
    browser_fingerprints = [site["fingerprint"] for site in json.load(file)["sites"]]
overview_and_map()
without_library()
filters()
sorting()
details()
metrics()
trend()
changed()
paper()
hostile()
if browser.problems:
    sys.exit("the page complains: " + "\n".join(browser.problems))
strange = [url for url in browser.requests if not url.startswith(("file:", "about:", "data:"))]
if strange or {url.split("#")[0].rsplit("/", 1)[-1] for url in browser.requests if url.startswith("file:")} != {
        "report.html", "plain.html", "trend.html", "changed.html", "hostile.html"}:
    sys.exit("the page asks for more than itself: " + " ".join(browser.requests))
policy()
browser.close()
