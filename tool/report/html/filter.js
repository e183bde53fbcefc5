// Which sites are listed, in which order.

const FLAGS = { excused: 1, new: 2, known: 4, since: 8, changed: 16, vendored: 32 };
const FLAG_NAMES = {
  excused: "set aside by a person", new: "not in the baseline", known: "in the baseline",
  since: "new since the earlier report", changed: "changed since then", vendored: "in vendored files",
};

/** A word means what its name says; without one it is those that are open. */
function wantedStatuses(state) {
  const words = state.get("status");
  if (words === "all") return [true, true, true, true, true];
  if (words) return STATUSES.map((status) => words.split(",").includes(status));
  return STATUSES.map((_, n) => n < OPEN);
}

let haystack = null;
function textOf(n) {
  const all = sites();
  haystack ??= all.file.map((file, m) =>
    (filePath(file) + ":" + all.line[m] + " " + all.strings[all.fn[m]] + " " + all.strings[all.text[m]]).toLowerCase());
  return haystack[n];
}

/** The conditions of the state, each a function of a site's number. */
function conditions(state) {
  const all = sites(), result = [];
  const statuses = wantedStatuses(state);
  result.push((n) => statuses[all.status[n]]);
  const [check, kind] = (state.get("kind") ?? "").split("/");
  if (check) {
    const kinds = head.kinds.map((k) => checkOf(k).name === check && (!kind || k.name === kind));
    result.push((n) => kinds[all.kind[n]]);
  }
  const folder = (state.get("folder") ?? "").replace(/\/+$/, "");
  if (folder) {
    const files = head.files.map(([path]) =>
      path === folder || path.startsWith(folder + "/") || (folder === "." && !path.includes("/")));
    result.push((n) => files[all.file[n]]);
  }
  const property = head.properties.findIndex((p) => p.name === state.get("missing"));
  if (property >= 0) result.push((n) => (all.missing[n] >>> property) & 1);
  const defect = state.get("defect");
  if (defect) result.push((n) => defect === "any" ? all.defects[n] : all.strings[all.defects[n]].split(" ").includes(defect));
  const flag = FLAGS[state.get("only")] ?? 0;
  result.push(flag === FLAGS.vendored ? (n) => all.flags[n] & flag
                                      : (n) => !(all.flags[n] & FLAGS.vendored) && (!flag || all.flags[n] & flag));
  const words = (state.get("q") ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length) result.push((n) => words.every((word) => textOf(n).includes(word)));
  return result;
}

const compareText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
/** By the name of a column; ties are in the order of the report. */
const ORDERS = {
  worst: (all) => (a, b) => !all.defects[a] - !all.defects[b] || all.status[a] - all.status[b] ||
    head.kinds[all.kind[a]].severity - head.kinds[all.kind[b]].severity || all.sure[a] - all.sure[b],
  status: (all) => (a, b) => all.status[a] - all.status[b],
  kind: (all) => (a, b) => compareText(head.kinds[all.kind[a]].name, head.kinds[all.kind[b]].name),
  operation: (all) => (a, b) => compareText(all.strings[all.text[a]], all.strings[all.text[b]]),
  place: () => () => 0,
  function: (all) => (a, b) => compareText(all.strings[all.fn[a]], all.strings[all.fn[b]]),
  missing: (all) => (a, b) => all.missing[b] - all.missing[a],
};

/** The numbers of the sites that the state asks for. */
function select(state) {
  const tests = conditions(state), found = [];
  for (let n = 0; n < sites().file.length; ++n)
    if (tests.every((test) => test(n))) found.push(n);
  const [name, direction] = (state.get("sort") ?? "worst").split("-");
  const order = (ORDERS[name] ?? ORDERS.worst)(sites());
  const sign = direction === "down" ? -1 : 1;
  return found.sort((a, b) => sign * order(a, b) || sign * (a - b));
}
