"""Makes every text of a JSON report hostile, as far as the schema lets it."""

import json
import sys

PAYLOAD = "</script><img src=x onerror=\"document.title='owned'\"><!--<script>\u2028&lt;'\"`"
# Words of ours, and what must stay of one form.
KEPT = {"version", "name", "status", "precision", "severity", "state", "placement", "mode",
        "fingerprint", "check", "baseline", "llvm"}


def spoil(value, key=""):
    if isinstance(value, dict):
        return {name: spoil(each, name) for name, each in value.items()}
    if isinstance(value, list):
        return [spoil(each, key) for each in value]
    if isinstance(value, str) and key not in KEPT:
        return value + PAYLOAD
    return value


def main(source, target):
    with open(source, encoding="utf-8") as file:
        report = json.load(file)
    for site in report["sites"]:
        site["comment"] = {"text": "said", "file": site["file"], "line": 1, "placement": "trailing"}
        site["related"] = [{"file": site["file"], "line": 1, "column": 1, "message": "related"}]
        site["expansions"] = [{"file": site["file"], "line": 1, "column": 1}]
        site["defects"] = [{"id": "defect", "precision": "certain", "message": "wrong"}]
        site.update(notes=["noted"], excuse="excused", proof="proven by", rejection="rejected", macro="MACRO", register="REG")
        site["properties"] = [{"name": "bounds", "state": "text", "by": "within", "subject": "p"}]
    report["units"].append({"file": "bad.cpp", "configuration": "build", "status": "errors", "messages": ["message"],
                            "excuse": "unit"})
    report["blindSpots"]["filesInNoUnit"].append("unseen.cpp")
    report["verdict"]["warnings"].append("warning")
    with open(target, "w", encoding="utf-8") as file:
        json.dump(spoil(report), file)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
