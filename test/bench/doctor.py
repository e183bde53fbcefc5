"""Makes a report wrong: without its difference and its offsets, and with a step
where there is none."""

import json
import pathlib
import sys

report = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
sites = report["sites"]
step = next(site for site in sites if site["kind"] == "step")
extra = dict(step, line=1, column=1, endLine=1, endColumn=2, precision="certain")
kept = [site for site in sites if site["kind"] not in ("difference", "offset")]
report["sites"] = [*kept, extra]
pathlib.Path(sys.argv[2]).write_text(json.dumps(report), encoding="utf-8")
