#!/usr/bin/env python3
"""Talks to a language server by a script, and prints what it says.

usage: client.py SCRIPT SERVER...

Each line of SCRIPT is a command, paths are relative to the working directory:

  open FILE [TEXT-FILE]     opens FILE, with the text of TEXT-FILE
  change FILE OLD => NEW    replaces the first OLD in the open text
  save FILE, close FILE
  write FILE TEXT-FILE      writes the text of TEXT-FILE to the disk
  wait FILE                 prints the diagnostics of the text as it is
  hover FILE LINE:COL       (from 1, in characters)
  definition FILE LINE:COL
  actions FILE LINE:COL     prints the titles
  apply FILE LINE:COL TITLE prints the text behind the first action that begins so
  pause SECONDS
  raw BYTES                 sends bytes, as Python spells them
  message JSON              sends it with a header
  request METHOD JSON       prints the answer
  post FILE LINE:COL        asks for a hover, and goes on
  answer                    prints what was said to it
  cancel                    takes that question back
  summary FILE              prints the project's, and the message that is shown
  workers                   prints how many processes the server has
  end                       shuts down, and prints the exit status
"""

import json
import os
import pathlib
import queue
import shutil
import subprocess
import sys
import threading
import time

PATIENCE = 60


class Client:
    def __init__(self, command):
        self.server = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        self.texts, self.versions, self.diagnostics = {}, {}, {}
        self.shown = {}
        self.messages, self.number, self.said = queue.Queue(), 0, ""
        threading.Thread(target=self.read, daemon=True).start()
        threading.Thread(target=self.server.stderr.read, daemon=True).start()

    def read(self):
        stream = self.server.stdout
        while header := stream.readline():
            length = int(header.split(b":")[1])
            stream.readline()
            self.messages.put(json.loads(stream.read(length)))
        self.messages.put(None)

    def receive(self):
        message = self.messages.get(timeout=PATIENCE)
        if message is None:
            raise SystemExit("the server has closed its output")
        if message.get("method") == "window/showMessage":
            self.said = message["params"]["message"]
        if message.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]
        return message

    def send_bytes(self, data):
        self.server.stdin.write(data)
        self.server.stdin.flush()

    def send(self, message):
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.send_bytes(b"Content-Length: %d\r\n\r\n" % len(data) + data)

    def notify(self, method, params):
        self.send({"method": method, "params": params})

    def request(self, method, params):
        self.number += 1
        self.send({"id": self.number, "method": method, "params": params})
        while (message := self.receive()).get("id") != self.number:
            pass
        return message

    def update(self, name, text):
        self.texts[name] = text
        self.versions[name] += 1
        document = {"uri": uri(name), "version": self.versions[name]}
        changes = [{"text": text}]
        self.notify(
            "textDocument/didChange", {"textDocument": document, "contentChanges": changes}
        )

    def wait(self, name):
        """The diagnostics of the text as it is."""
        while self.diagnostics.get(uri(name), {}).get("version") != self.versions[name]:
            self.receive()
        self.shown[name] = self.diagnostics.pop(uri(name))["diagnostics"]
        return self.shown[name]

    def at(self, name, place):
        line, column = (int(n) - 1 for n in place.split(":"))
        before = self.texts[name].split("\n")[line][:column]
        position = {"line": line, "character": len(before.encode("utf-16-le")) // 2}
        return {
            "textDocument": {"uri": uri(name)},
            "position": position,
            "range": {"start": position, "end": position},
            # As editors do: clangd has actions for diagnostics that it is shown.
            "context": {"diagnostics": [d for d in self.shown.get(name, []) if covers(d, position)]},
        }


def covers(diagnostic, position):
    place = (position["line"], position["character"])
    start, end = (diagnostic["range"][side] for side in ("start", "end"))
    return (
        (start["line"], start["character"]) <= place <= (end["line"], end["character"])
    )


def children(process):
    """How many processes the process has started that run."""
    count = 0
    for path in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            # The name in parentheses may hold anything.
            fields = path.read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            continue  # it has ended
        count += fields[1] == str(process) and fields[0] != "Z"
    return count


def uri(name):
    return "file://" + os.path.realpath(name)


def offset(text, position):
    lines = text.splitlines(keepends=True)
    before = "".join(lines[: position["line"]])
    line = lines[position["line"]] if position["line"] < len(lines) else ""
    units = line.encode("utf-16-le")[: 2 * position["character"]]
    return len(before) + len(units.decode("utf-16-le"))


def apply(client, name, place, title):
    actions = client.request("textDocument/codeAction", client.at(name, place))["result"]
    chosen = next(a for a in actions if a["title"].startswith(title))
    text = client.texts[name]
    # All of them are about the text as it was.
    for edit in reversed(chosen["edit"]["changes"][uri(name)]):
        start, end = (offset(text, edit["range"][e]) for e in ("start", "end"))
        text = text[:start] + edit["newText"] + text[end:]
    client.update(name, text)
    print(text, end="")


def show(name, diagnostics):
    for d in diagnostics:
        start, end = d["range"]["start"], d["range"]["end"]
        print(
            f"{name}:{start['line'] + 1}:{start['character'] + 1}"
            f"-{end['line'] + 1}:{end['character'] + 1}: {d['severity']}: {d['message']}"
            f" [{d.get('code')}]"
        )
        for near in d.get("relatedInformation", []):
            place = near["location"]["range"]["start"]
            file = os.path.basename(near["location"]["uri"])
            print(f"  {file}:{place['line'] + 1}: {near['message']}")
    print(f"{name}: {len(diagnostics)} diagnostics")


def perform(client, command, words):
    name = words[0] if words else ""
    document = {"textDocument": {"uri": uri(name)}}
    if command == "open":
        with open(words[-1], encoding="utf-8", newline="") as file:
            client.texts[name] = file.read()
        client.versions[name] = client.versions.get(name, 0) + 1
        item = {"uri": uri(name), "languageId": "cpp", "text": client.texts[name]}
        item["version"] = client.versions[name]
        client.notify("textDocument/didOpen", {"textDocument": item})
    elif command == "change":
        old, new = " ".join(words[1:]).split(" => ")
        old, new = (t.encode().decode("unicode_escape") for t in (old, new))
        assert old in client.texts[name], old
        client.update(name, client.texts[name].replace(old, new, 1))
    elif command == "write":
        shutil.copyfile(words[1], name)
    elif command == "save":
        client.notify("textDocument/didSave", document)
    elif command == "close":
        client.notify("textDocument/didClose", document)
    elif command == "wait":
        show(name, client.wait(name))
    elif command in ("hover", "definition"):
        answer = client.request("textDocument/" + command, client.at(name, words[1]))
        result = answer.get("result")
        if command == "hover":
            print(result["contents"]["value"] if result else "no hover")
        else:
            for near in result or []:
                place = near["range"]["start"]
                print(f"{os.path.basename(near['uri'])}:{place['line'] + 1}")
    elif command == "actions":
        answer = client.request("textDocument/codeAction", client.at(name, words[1]))
        for action in answer["result"] or []:
            print(f"{action['kind']}: {action['title']}")
    elif command == "apply":
        apply(client, name, words[1], " ".join(words[2:]))
    elif command == "pause":
        time.sleep(float(name))
    elif command == "raw":
        client.send_bytes(eval("b" + " ".join(words)))
    elif command == "message":
        data = " ".join(words).encode()
        client.send_bytes(b"Content-Length: %d\r\n\r\n" % len(data) + data)
    elif command == "request":
        answer = client.request(name, json.loads(" ".join(words[1:])))
        print(json.dumps(answer.get("error", answer.get("result"))))
    elif command == "post":
        client.number += 1
        request = {"id": client.number, "method": "textDocument/hover"}
        client.send({**request, "params": client.at(name, words[1])})
    elif command == "answer":
        while (message := client.receive()).get("id") != client.number:
            pass
        print(json.dumps(message.get("error")) if "error" in message else "a hover")
    elif command == "cancel":
        client.notify("$/cancelRequest", {"id": client.number})
    elif command == "summary":
        params = {"command": "warrant.summary", "arguments": [uri(name)]}
        answer = client.request("workspace/executeCommand", params)
        print(f"shown: {client.said}")
        print(answer["result"]["markdown"] if "result" in answer else answer["error"])
    elif command == "workers":
        print(f"{children(client.server.pid)} workers")
    elif command == "end":
        client.request("shutdown", None)
        client.send({"method": "exit"})
        print("status", client.server.wait(PATIENCE))
    else:
        raise SystemExit("unknown command " + command)
    sys.stdout.flush()


def main(script, command):
    client = Client(command)
    with open(script, encoding="utf-8") as file:
        for line in file:
            words = line.split()
            if words and not words[0].startswith("#"):
                perform(client, words[0], words[1:])
    client.server.kill()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
