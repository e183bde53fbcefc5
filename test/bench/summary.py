"""Tables of what was measured."""

import json
import statistics

import tools


def spread(values):
    """The median with its range."""
    values = list(values)
    return f"{statistics.median(values):.2f} ({min(values):.2f}..{max(values):.2f})"


def column(project, name, field):
    return [costs[name][field] for costs in project["rounds"]]


def ratios(project, name, other, field="cpu"):
    """Within each round."""
    pairs = zip(column(project, name, field), column(project, other, field))
    return [a / b for a, b in pairs]


def row(project, name):
    measured = project["rounds"][0]
    against = [
        spread(ratios(project, name, peer)) if peer in measured else "–"
        for peer in ("clang", "clang-tidy")
    ]
    same = "–"
    if name in project["differences"]:
        same = project["differences"][name] or "yes"
    peak = project["peaks"].get(name)
    cells = [
        name,
        *against,
        f"{statistics.median(column(project, name, 'cpu')):.2f}",
        f"{statistics.median(column(project, name, 'wall')):.2f}",
        f"{max(column(project, name, 'peak')):.0f}",
        f"{peak:.0f}" if peak else "–",
        same,
    ]
    return "| " + " | ".join(cells) + " |"


def table(project):
    yield f"### {project['name']}: {project['units']} units"
    yield ""
    if project["refused"]:
        yield f"{project['refused']} more that clang does not parse were left out."
        yield ""
    yield (
        "| | CPU to clang | CPU to clang-tidy | CPU s | wall s "
        "| MB, largest process | MB, all | same as `--exact` |"
    )
    yield "| --- " + "| ---: " * 6 + "| --- |"
    names = list(project["rounds"][0])
    for name in names:
        yield row(project, name)
    if {"warrant", "warrant -j2"} <= set(names):
        wall = spread(ratios(project, "warrant -j2", "warrant", "wall"))
        yield ""
        yield f"Wall of -j2 to -j1: {wall}."
    for name, message in project["wrong"].items():
        yield ""
        yield f"{name} did not end well: {' '.join(message.split())}"


def markdown(result):
    rounds = len(result["projects"][0]["rounds"]) if result["projects"] else 0
    lines = [
        f"{result['warrant']}; {result['clang']}; {result['cores']} cores; "
        f"medians of {rounds} rounds, ratios within a round (least..most).",
        "",
    ]
    for project in result["projects"]:
        lines += [*table(project), ""]
    present = {name for project in result["projects"] for name in project["rounds"][0]}
    lines += [f"- {name}: {tools.WAYS[name].about}" for name in tools.WAYS if name in present]
    return "\n".join(lines) + "\n"


def write(result, options):
    if options.json:
        options.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    if options.markdown:
        options.markdown.write_text(markdown(result), encoding="utf-8")


def is_wrong(result):
    """A tool failed, or a short cut changed what is found."""
    return any(
        project["wrong"] or any(project["differences"].values())
        for project in result["projects"]
    )
