"""A headless Chromium, by its debugging protocol over two pipes."""

import base64
import fcntl
import json
import os
import pathlib
import select
import subprocess
import tempfile
import time

TIMEOUT = 120  # seconds, for machines that do other things too


class Browser:
    """One page. What goes wrong in it, or leaves it, is in `problems`."""

    def __init__(self, program, width=1300, height=900, dark=False):
        self.problems = []
        self.requests = []
        self.number = 0
        self.buffer = b""
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.start(program, width, height)
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self.session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log", "Performance"):
            self.call(domain + ".enable")
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[scheme])
        self.resize(width, height)

    def start(self, program, width, height):
        to_read, self.to_write = os.pipe()
        self.to_read, to_write = os.pipe()
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (to_read, to_write)]

        def at_three_and_four():
            os.dup2(ends[0], 3)
            os.dup2(ends[1], 4)

        # Tests run as root in containers, where Chromium's sandbox does not.
        self.process = subprocess.Popen(
            [program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
             "--no-first-run", "--disable-background-networking", "--disable-component-update",
             "--hide-scrollbars", "--window-size=%d,%d" % (width, height),
             "--user-data-dir=" + self.folder.name, "--remote-debugging-pipe", "about:blank"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            pass_fds=(3, 4), preexec_fn=at_three_and_four)
        for end in (to_read, to_write, *ends):
            os.close(end)
        self.session = None

    def close(self):
        self.session = None
        self.call("Browser.close")
        self.process.wait(TIMEOUT)
        os.close(self.to_write)
        os.close(self.to_read)
        self.folder.cleanup()

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.to_write, data):]
        return self.wait(lambda m: m.get("id") == self.number)

    def wait(self, is_wanted):
        end = time.monotonic() + TIMEOUT
        while True:
            message = self.receive(end)
            self.note(message)
            if is_wanted(message):
                if "error" in message:
                    raise RuntimeError(message["error"]["message"])
                return message.get("result", message.get("params"))

    def receive(self, end):
        while b"\0" not in self.buffer:
            if not select.select([self.to_read], [], [], max(0, end - time.monotonic()))[0]:
                raise RuntimeError("the browser does not answer")
            data = os.read(self.to_read, 1 << 20)
            if not data:
                raise RuntimeError("the browser has ended")
            self.buffer += data
        text, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(text)

    def note(self, message):
        method, params = message.get("method"), message.get("params", {})
        if method == "Runtime.exceptionThrown":
            details = params["exceptionDetails"]
            self.problems.append(details.get("exception", {}).get("description", details["text"]))
        elif method == "Runtime.consoleAPICalled":
            self.problems.append("console: " + json.dumps(params["args"])[:300])
        elif method == "Log.entryAdded":
            self.problems.append("log: " + params["entry"]["text"])
        elif method == "Network.requestWillBeSent":
            self.requests.append(params["request"]["url"])

    def resize(self, width, height):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=1, mobile=False)

    def open(self, file, fragment=""):
        """Opens a file; gives the seconds until the page has shown itself."""
        self.call("Page.navigate", url="about:blank")
        url = pathlib.Path(file).resolve().as_uri() + fragment
        start = time.monotonic()
        self.call("Page.navigate", url=url)
        self.until("document.documentElement?.dataset.ready !== undefined")
        return time.monotonic() - start

    def run(self, script):
        """The value of an expression in the page."""
        result = self.call("Runtime.evaluate", expression=script, returnByValue=True,
                           awaitPromise=True, userGesture=True)
        if "exceptionDetails" in result:
            raise RuntimeError(script + ": " + json.dumps(result["exceptionDetails"])[:600])
        return result["result"].get("value")

    def until(self, script):
        end = time.monotonic() + TIMEOUT
        while True:
            if self.run(script):
                return
            if time.monotonic() > end:
                raise RuntimeError("never: " + script)
            time.sleep(0.02)

    def click(self, selector):
        """A real click, in the middle of the first element that is selected."""
        box = self.run("(() => { const e = document.querySelector(%s); e.scrollIntoView({block: 'nearest'});"
                       " const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()"
                       % json.dumps(selector))
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left", clickCount=1)

    def key(self, key, text=""):
        extra = {"text": text} if text else {}
        if key == "Enter":
            extra = {"text": "\r", "windowsVirtualKeyCode": 13}
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, **extra)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key)

    def type(self, text):
        for letter in text:
            self.key(letter, letter)

    def screenshot(self, file):
        data = self.call("Page.captureScreenshot", format="png")["data"]
        pathlib.Path(file).write_bytes(base64.b64decode(data))

    def print(self, file):
        data = self.call("Page.printToPDF", printBackground=True)["data"]
        pathlib.Path(file).write_bytes(base64.b64decode(data))

    def megabytes(self):
        """The JavaScript heap behind a collection."""
        self.call("HeapProfiler.collectGarbage")
        metrics = {m["name"]: m["value"] for m in self.call("Performance.getMetrics")["metrics"]}
        return metrics["JSHeapUsedSize"] / 1e6

    def resident(self):
        """The megabytes that the largest of the processes of pages has to itself and its share of the rest."""
        session, self.session = self.session, None
        processes = self.call("SystemInfo.getProcessInfo")["processInfo"]
        self.session = session
        sizes = []
        for process in processes:
            if process["type"] == "renderer":
                text = pathlib.Path("/proc/%d/smaps_rollup" % process["id"]).read_text()
                sizes += [int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")]
        return max(sizes) / 1e3
