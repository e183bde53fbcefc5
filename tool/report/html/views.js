// The views beside the list, and which of them is shown.

function showRun() {
  const run = head.run, parts = [head.tool, run.mode + " mode"];
  if (run.revision) parts.push("revision " + run.revision.slice(0, 12) + (run.dirty ? " with changes" : ""));
  if (run.configurations.length) parts.push("configuration " + run.configurations.join(", "));
  byId("run").textContent = parts.join("; ");
  const banner = (name, texts) => texts.map((text) => el("p", { class: "banner " + name }, el("strong", {}, name + ": "), text));
  byId("verdict").append(...banner("failed", head.verdict.failures), ...banner("incomplete", head.verdict.incomplete));
  if (head.verdict.warnings.length)
    byId("verdict").append(el("details", {}, el("summary", {}, counted(head.verdict.warnings.length, "warning")),
      ...banner("warning", head.verdict.warnings)));
}

/** Each status with its count and share, as numbers and as a bar. */
function showTotals() {
  const counts = STATUSES.map((status) => head.summary[status]), all = head.summary.sites;
  const bar = el("div", { class: "stack", "aria-hidden": "true" }, ...counts.map((count, n) => {
    const piece = el("span", { class: STATUSES[n] });
    piece.style.setProperty("flex-grow", count);
    return piece;
  }));
  const card = (name, count, note, changes) => el("a", { class: "card " + name, href: address(changes, NO_STATE) },
    el("span", { class: "figure" }, number(count)), " ", el("span", {}, name), " ", el("span", { class: "note" }, note));
  byId("totals").append(
    el("div", { class: "cards" },
      card("operations", all, "in " + counted(head.files.filter((_, n) => !isVendored(n)).length, "file"), { view: "sites", status: "all" }),
      ...STATUSES.map((status, n) => card(status, counts[n], percent(counts[n], all), { view: "sites", status })),
      card("defects", head.summary.defects, "wrong whatever a comment says", { view: "sites", status: "all", defect: "any" }),
      card("remarks", head.summary.remarks, "about comments", { view: "remarks" })),
    bar);
}

function option(value, text = value) { return el("option", { value }, text); }

/** A choice that is kept in the address. */
function chooser(name, label, none, options) {
  const select = el("select", { id: "by-" + name, onchange: () => replace({ [name]: select.value }) }, option("", none), ...options);
  return el("label", {}, label + " ", select);
}

function kindOptions() {
  const present = new Set(sites().kind);
  return head.checks.map((check, c) => {
    const kinds = head.kinds.filter((kind, k) => kind.check === c && present.has(k));
    return kinds.length ? el("optgroup", { label: check.name }, option(check.name, "all of " + check.name),
      ...kinds.map((kind) => option(check.name + "/" + kind.name, kind.name))) : null;
  }).filter(Boolean);
}

function textField(name, label, extra) {
  let timer = 0;
  const input = el("input", { id: "by-" + name, type: "search", autocomplete: "off", spellcheck: "false", ...extra,
    oninput: () => { clearTimeout(timer); timer = setTimeout(() => replace({ [name]: input.value }), 150); } });
  return el("label", {}, label + " ", input);
}

function buildFilters() {
  const toggle = (status) => {
    const wanted = wantedStatuses(readState());
    wanted[status] = !wanted[status];
    const names = STATUSES.filter((_, n) => wanted[n]);
    replace({ status: names.length === STATUSES.length ? "all" : names.join(",") || "none" });
  };
  const folders = [...new Set(head.files.map(([path]) => folderOf(path)))].sort();
  byId("filters").append(
    el("div", { class: "chips", role: "group", "aria-label": "Status" }, ...STATUSES.map((status, n) =>
      el("button", { type: "button", class: "chip " + status, onclick: () => toggle(n) }, status + " " + number(head.summary[status])))),
    textField("q", "Filter", { placeholder: "text, file or function ( / )" }),
    chooser("kind", "Kind", "all", kindOptions()),
    textField("folder", "Folder or file", { list: "folders" }),
    el("datalist", { id: "folders" }, ...folders.slice(0, 1000).map((path) => option(path))),
    chooser("missing", "Open property", "any", head.properties.map((p) => option(p.name))),
    chooser("defect", "Defect", "with or without", [option("any", "with one"), ...head.defects.map((id) => option(id))]),
    chooser("only", "Only", "all", Object.keys(FLAGS).map((name) => option(name, FLAG_NAMES[name]))),
    el("button", { type: "button", onclick: () => go({ view: "sites" }, NO_STATE) }, "Reset"));
}

function showFilters(state) {
  if (!byId("filters").childElementCount) buildFilters();
  const statuses = wantedStatuses(state);
  document.querySelectorAll(".chip").forEach((chip, n) => chip.setAttribute("aria-pressed", statuses[n]));
  for (const name of ["q", "kind", "folder", "missing", "defect", "only"]) {
    const field = byId("by-" + name);
    if (field !== document.activeElement || field.tagName === "SELECT") field.value = state.get(name) ?? "";
  }
}

const MOST_REMARKS = 1000;

function showRemarks() {
  const all = head.remarks.length;
  const rows = head.remarks.slice(0, MOST_REMARKS).map(([kind, file, line, column, message, mark]) =>
    [kind, el("span", { class: "place" }, file + ":" + line + ":" + column), message, mark]);
  byId("remarks").replaceChildren(rows.length
    ? table(counted(all, "remark") + " about comments and contracts" + (all > MOST_REMARKS ? ", the first of them; the CSV has all" : ""), ["kind", "place", "what", "baseline"], rows)
    : el("p", {}, "No remarks about comments or contracts."));
}

const value = (measure, [part, whole]) =>
  measure.per === 1000 ? (whole ? (1000 * part / whole).toFixed(2) : "none") : percent(part, whole);
const unit = (measure) => (measure.per === 1000 ? "per thousand " : "of all ") + measure.of;

/** Operations by kind, and by function those with most that are open. */
function breakdowns() {
  const kinds = head.kinds.map(() => [0, 0, 0, 0, 0]), functions = new Map();
  const all = sites();
  for (let n = 0; n < all.file.length; ++n) {
    if (all.flags[n] & FLAGS.vendored) continue;
    kinds[all.kind[n]][all.status[n]]++;
    const name = all.strings[all.fn[n]] || "(namespace scope)", key = all.file[n] + " " + name;
    if (!functions.has(key)) functions.set(key, { name, file: all.file[n], counts: [0, 0, 0, 0, 0] });
    functions.get(key).counts[all.status[n]]++;
  }
  const cells = (counts) => [...counts.map(number), number(sum(counts)), percent(counts[3] + counts[4], sum(counts))];
  const right = [1, 2, 3, 4, 5, 6, 7].map((n) => n + 1);
  const worst = [...functions.values()].sort((a, b) => open(b.counts) - open(a.counts)).slice(0, 50);
  return [
    table("Operations by kind", ["check", "kind", ...STATUSES, "all", "documented or proven"],
      head.kinds.map((kind, k) => [checkOf(kind).name, kind.name, ...cells(kinds[k])]).filter((_, k) => sum(kinds[k])), right),
    table("The functions with most open operations, of " + number(functions.size), ["function", "file", ...STATUSES, "all", "documented or proven"],
      worst.map(({ name, file, counts }) => [el("code", {}, name), filePath(file), ...cells(counts)]), right),
  ];
}

function folderTable() {
  const folders = new Map();
  countFiles().forEach((counts, file) => {
    if (isVendored(file)) return;
    const name = folderOf(filePath(file)), known = folders.get(name) ?? { lines: 0, counts: [0, 0, 0, 0, 0] };
    known.lines += head.files[file][1];
    counts.forEach((count, status) => { known.counts[status] += count; });
    folders.set(name, known);
  });
  const rows = [...folders].sort(([, a], [, b]) => open(b.counts) - open(a.counts)).slice(0, 200);
  return table("The folders with most open operations, each without those in it, of " + number(folders.size),
    ["folder", "lines", "operations", "open", "share open", "open per 1,000 lines"],
    rows.map(([name, { lines, counts }]) => [el("a", { href: address({ view: "sites", folder: name }, NO_STATE) }, name), number(lines),
      number(sum(counts)), number(open(counts)), percent(open(counts), sum(counts)),
      lines ? (1000 * open(counts) / lines).toFixed(1) : "none"]), [1, 2, 3, 4, 5]);
}

function fileTable() {
  const counts = countFiles();
  const rows = head.files.map(([path, lines, functions, raw], n) => ({ path, lines, functions, raw, counts: counts[n], n }))
    .filter(({ n }) => !isVendored(n)).sort((a, b) => open(b.counts) - open(a.counts)).slice(0, 200);
  return table("The files with most open operations, of " + number(head.files.length),
    ["file", "lines", "functions", "without operations", "operations", "open", "open per 1,000 lines"],
    rows.map((r) => [el("a", { href: address({ view: "sites", folder: r.path }, NO_STATE) }, r.path), number(r.lines), number(r.functions),
      number(r.functions - r.raw), number(sum(r.counts)), number(open(r.counts)),
      r.lines ? (1000 * open(r.counts) / r.lines).toFixed(1) : "none"]), [1, 2, 3, 4, 5, 6]);
}

function showMetrics() {
  const view = byId("metrics");
  if (view.childElementCount) return;
  const rows = head.measures.map((m) => [m.name, number(m.part), number(m.whole) + " " + m.of, value(m, [m.part, m.whole]), unit(m)]);
  view.append(table("The unsafe surface", ["measure", "count", "of", "value", ""], rows, [1, 2, 3]), ...breakdowns(), folderTable(), fileTable());
}

function showCoverage() {
  const view = byId("coverage"), blind = head.blind;
  if (view.childElementCount) return;
  const measures = head.measures.filter((m) => m.blind);
  const lists = [["Units that were not, or not wholly, analysed", head.units.map((u) =>
    [u.file + " (" + u.configuration + "): ", el("strong", {}, u.status), u.messages.length ? ": " + u.messages[0] : "", u.excuse ? " (expected: " + u.excuse + ")" : ""])],
  ["Files in no unit", blind.filesInNoUnit.map((file) => [file])]];
  view.append(table("What the audit could not see", ["what", "count", "of", "value", ""],
    measures.map((m) => [m.name, number(m.part), number(m.whole) + " " + m.of, value(m, [m.part, m.whole]), unit(m)]), [1, 2, 3]),
    ...lists.map(([title, items]) => list(title + " (" + number(items.length) + ")", items)).filter(Boolean));
}

function showAbout() {
  const view = byId("about"), run = head.run;
  if (view.childElementCount) return;
  view.append(table("The run", ["what", "value"], [["tool", head.tool], ["revision", run.revision || "none"], ["files differ from it", run.dirty ? "yes" : "no"],
    ["mode", run.mode], ["configurations", run.configurations.join(", ")], ["digest of the configuration", run.configDigest], ["digest of the commands", run.commandsDigest]]),
  el("p", {}, "A comment is a claim of its author. It says why an operation is sound, and is no proof; operations that are called proven are those that the analysis shows sound by itself."),
  el("p", {}, "Keys: / goes to the filter; in the list arrows, page keys, Home and End move, Enter opens an operation, Escape closes it. In the map arrows go from cell to cell."),
  ...head.notices.map((text) => el("details", {}, el("summary", {}, "Licence of the layout library"), el("pre", {}, text))));
}

const VIEWS = {
  overview: (state) => showMap(state), sites: (state) => { showFilters(state); showTable(state); showDetails(state); },
  remarks: showRemarks, metrics: showMetrics, coverage: showCoverage, about: showAbout,
};

function viewOf(state) {
  const view = state.get("view");
  return view in VIEWS ? view : state.has("site") ? "sites" : "overview";
}

function show() {
  const state = readState(), view = viewOf(state);
  for (const name of Object.keys(VIEWS)) byId(name).hidden = name !== view;
  for (const link of document.querySelectorAll("nav a"))
    if (link.hash === "#view=" + view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  VIEWS[view](state);
  document.documentElement.dataset.ready = view;
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, select, textarea");
  if (event.key === "Escape" && readState().get("site")) closeDetails();
  else if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    if (viewOf(readState()) !== "sites") { history.pushState(null, "", address({ view: "sites" }, NO_STATE)); show(); }
    byId("by-q").focus();
  }
});
window.addEventListener("hashchange", show);
window.addEventListener("resize", () => { if (viewOf(readState()) === "overview") showMap(readState()); });
