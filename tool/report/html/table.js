// The list of sites: of 100,000 rows those are in the page that are in view.

const COLUMNS = ["status", "kind", "operation", "place", "function", "missing"];
const ROW = 30; // pixels; the style sheet has the same
const PRINTED = 500;

let listed = [], selected = -1; // a place in `listed`
const body = el("tbody", {});
const above = el("tr", { class: "gap", "aria-hidden": "true" }, el("td", {}));
const below = above.cloneNode(true);
const heads = COLUMNS.map((name) =>
  el("th", { scope: "col", class: "is-" + name },
    el("button", { type: "button", onclick: () => sortBy(name) }, name)));
const grid = el("table", { id: "list", role: "grid", tabindex: "0", "aria-label": "Operations" },
  el("thead", {}, el("tr", {}, ...heads)), body);
const viewport = byId("rows");
viewport.append(grid);

function sortBy(name) {
  const now = readState().get("sort");
  replace({ sort: now === name ? name + "-down" : name });
}

const missingOf = (mask) => head.properties.filter((_, n) => (mask >>> n) & 1).map((p) => p.name).join(", ");

function row(at) {
  const n = listed[at], all = sites();
  const place = filePath(all.file[n]) + ":" + all.line[n];
  const defects = all.strings[all.defects[n]];
  return el("tr", {
    id: "row-" + n, "aria-rowindex": at + 2, "aria-selected": at === selected ? "true" : "false",
    onclick: (event) => { if (!event.target.closest("a")) openSite(at); },
  },
    el("td", {}, badge(all.status[n])),
    el("td", { title: checkOf(kindOf(n)).name }, kindOf(n).name),
    el("td", { class: "code" },
      defects ? el("span", { class: "badge defect", title: defects }, "defect") : null,
      el("a", { href: address({ site: all.fp[n] }), tabindex: "-1" }, all.strings[all.text[n]] || kindOf(n).name)),
    el("td", { class: "place", title: place }, place),
    el("td", { class: "code", title: all.strings[all.fn[n]] }, all.strings[all.fn[n]]),
    el("td", { title: missingOf(all.missing[n]) }, missingOf(all.missing[n])));
}

function fill(first, last) {
  above.firstChild.style.setProperty("height", first * ROW + "px");
  below.firstChild.style.setProperty("height", (listed.length - last) * ROW + "px");
  const rows = [];
  for (let at = first; at < last; ++at) rows.push(row(at));
  body.replaceChildren(above, ...rows, below);
}

function draw() {
  const first = Math.max(0, Math.floor(viewport.scrollTop / ROW) - 10);
  const last = Math.min(listed.length, first + Math.ceil((viewport.clientHeight || 600) / ROW) + 20);
  fill(first, last);
  const current = selected >= 0 ? byId("row-" + listed[selected]) : null;
  if (current) grid.setAttribute("aria-activedescendant", current.id);
  else grid.removeAttribute("aria-activedescendant");
}

let waiting = false;
function drawSoon() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => { waiting = false; draw(); });
}
viewport.addEventListener("scroll", drawSoon, { passive: true });
window.addEventListener("resize", drawSoon);
window.addEventListener("beforeprint", () => {
  fill(0, Math.min(listed.length, PRINTED));
  byId("sites").dataset.more = listed.length > PRINTED ? "and " + number(listed.length - PRINTED) + " more" : "";
});
window.addEventListener("afterprint", draw);

function moveTo(at) {
  if (!listed.length) return;
  selected = Math.max(0, Math.min(listed.length - 1, at));
  const top = selected * ROW, room = viewport.clientHeight - 2 * ROW;
  if (top < viewport.scrollTop) viewport.scrollTop = top;
  else if (top > viewport.scrollTop + room) viewport.scrollTop = top - room;
  draw();
}

function openSite(at) {
  moveTo(at);
  go({ site: sites().fp[listed[at]] });
}

grid.addEventListener("keydown", (event) => {
  const page = Math.max(1, Math.floor(viewport.clientHeight / ROW) - 2);
  const to = {
    ArrowDown: selected + 1, j: selected + 1, ArrowUp: selected - 1, k: selected - 1,
    PageDown: selected + page, PageUp: selected - page, Home: 0, End: listed.length - 1,
  }[event.key];
  if (event.target.closest("thead") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Enter" && selected >= 0) openSite(selected);
  else if (to !== undefined) moveTo(to);
  else return;
  event.preventDefault();
});

let shown = null; // the state that `listed` answers, without the site
function showTable(state) {
  const key = address({ site: "" }, state);
  if (key !== shown) {
    shown = key;
    listed = select(state);
    selected = -1;
    viewport.scrollTop = 0;
  }
  const [name, direction] = (state.get("sort") ?? "worst").split("-");
  heads.forEach((th, n) => th.setAttribute("aria-sort",
    COLUMNS[n] !== name ? "none" : direction === "down" ? "descending" : "ascending"));
  grid.setAttribute("aria-rowcount", listed.length + 1);
  byId("count").textContent = counted(listed.length, "operation") + " of " +
    number(state.get("only") === "vendored" ? sites().file.length : head.summary.sites);
  draw();
}
