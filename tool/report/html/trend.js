// How this report stands against earlier ones, and the page's start.

const SVG = "http://www.w3.org/2000/svg";
function svg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A line over the reports, from 0 % to 100 %. */
function shareLine(measure, values) {
  const width = 320, height = 90, step = values.length > 1 ? width / (values.length - 1) : 0;
  const points = values.map(([part, whole], n) => [n * step, height - (whole ? height * part / whole : 0)]);
  const label = (y, text) => svg("text", { x: -8, y }, text);
  return svg("svg", { viewBox: "-50 -8 382 104", class: "line", role: "img",
    "aria-label": measure.name + ": " + values.map((v) => value(measure, v)).join(", then ") },
    svg("path", { class: "axis", d: "M0 0V90H320" }), label(4, "100 %"), label(94, "0 %"),
    svg("polyline", { points: points.map((point) => point.join(",")).join(" ") }),
    ...points.map(([x, y]) => svg("circle", { cx: x, cy: y, r: 3 })));
}

const signed = (n) => (n > 0 ? "+" : "") + number(n);

function showTrend() {
  const trend = head.trend;
  if (!trend) return;
  const labels = [...trend.labels, "this report"];
  const series = head.measures.map((m, n) => [...trend.rows.map((row) => row[n]), [m.part, m.whole]]);
  const rows = head.measures.map((m, n) => [m.name + ", " + unit(m), ...series[n].map((v) => value(m, v)),
    signed(series[n].at(-1)[0] - series[n].at(-2)[0])]);
  const step = (count, text, changes) => [changes ? el("a", { href: address(changes, NO_STATE) }, number(count) + " " + text) : number(count) + " " + text];
  const change = trend.change;
  byId("trend").append(el("h2", {}, "Since " + trend.labels.at(-1)),
    el("ul", {}, ...[
      step(change.new, "new, and not proven", { view: "sites", status: "all", only: "since" }),
      step(change.changed, "with another status or other defects", { view: "sites", status: "all", only: "changed" }),
      step(change.gone, "gone")].map((item) => el("li", {}, ...item))),
    el("figure", {}, shareLine(head.measures[0], series[0]), el("figcaption", {}, head.measures[0].name + ", " + unit(head.measures[0]))),
    table("Trend", ["measure", ...labels, "change of the count"], rows, labels.map((_, n) => n + 1).concat(labels.length + 1)));
}

showRun();
showTotals();
showTrend();
show();
