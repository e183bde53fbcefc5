// The tree of folders: area is the number of operations, colour the share that
// is open. Without the layout library a table says the same.

/** Folders as {name, path, counts, children}; a folder with one folder is one with it. */
function buildTree(counts) {
  const root = { name: "all", path: "", counts: [0, 0, 0, 0, 0], children: new Map() };
  const add = (node, more) => more.forEach((n, status) => { node.counts[status] += n; });
  head.files.forEach(([path], file) => {
    if (isVendored(file) || !sum(counts[file])) return;
    let node = root;
    add(node, counts[file]);
    const parts = path.split("/");
    parts.forEach((name, depth) => {
      if (!node.children.has(name))
        node.children.set(name, { name, path: parts.slice(0, depth + 1).join("/"), counts: [0, 0, 0, 0, 0], children: new Map() });
      node = node.children.get(name);
      add(node, counts[file]);
    });
  });
  const finish = (node) => {
    while (node.children.size === 1 && node !== root) {
      const [only] = node.children.values();
      if (!only.children.size) break;
      node = { ...only, name: node.name + "/" + only.name };
    }
    return { ...node, children: [...node.children.values()].map(finish) };
  };
  return finish(root);
}

let tree = null;
function findFolder(path) {
  tree ??= buildTree(countFiles());
  let node = tree;
  while (node.path !== path) {
    const next = node.children.find((child) =>
      path === child.path || path.startsWith(child.path + "/") || child.path.startsWith(path + "/"));
    if (!next) return tree;
    node = next;
    if (node.path.startsWith(path + "/")) break; // one with the folder in it
  }
  return node;
}

const describe = (node) =>
  node.name + ": " + counted(sum(node.counts), "operation") + ", " +
  number(open(node.counts)) + " open (" + percent(open(node.counts), sum(node.counts)) + ")";
const addressOf = (node) =>
  node.children.length ? address({ view: "overview", map: node.path }, NO_STATE)
                       : address({ view: "sites", folder: node.path }, NO_STATE);

function mapPath(folder) {
  const parts = folder.path ? folder.path.split("/") : [];
  const links = parts.map((name, n) =>
    el("a", { href: address({ view: "overview", map: parts.slice(0, n + 1).join("/") }, NO_STATE) }, name));
  const path = [el("a", { href: address({ view: "overview" }, NO_STATE) }, "all")];
  for (const link of links) path.push(" / ", link);
  byId("map-path").replaceChildren(
    el("p", {}, ...path, " ",
      el("a", { class: "action", href: address({ view: "sites", folder: folder.path }, NO_STATE) },
        "list its " + counted(sum(folder.counts), "operation"))),
    el("p", { class: "legend" }, "Area: operations. Colour: the share that is open, from ",
      el("span", { class: "swatch low" }, "0 %"), " to ", el("span", { class: "swatch high" }, "100 %")));
}

function mapTable(folder) {
  const rows = [...folder.children].sort((a, b) => open(b.counts) - open(a.counts)).map((node) =>
    [el("a", { href: addressOf(node) }, node.name), number(sum(node.counts)), number(open(node.counts)),
      percent(open(node.counts), sum(node.counts))]);
  return table("Folders and files, those with most open operations first",
    ["place", "operations", "open", "share"], rows, [1, 2, 3]);
}

/** A rectangle; the colours and the size go by custom properties. */
function cell(box) {
  const node = box.data;
  const share = open(node.counts) / sum(node.counts);
  const link = el("a", {
    href: addressOf(node), title: describe(node), "aria-label": describe(node),
    class: (box.depth === 1 ? "cell outer" : "cell") + (share > 0.5 ? " worse" : ""),
  });
  const place = { left: box.x0, top: box.y0, width: box.x1 - box.x0, height: box.y1 - box.y0 };
  for (const [name, value] of Object.entries(place)) link.style.setProperty(name, value + "px");
  link.style.setProperty("--mix", 100 * Math.abs(2 * share - 1) + "%");
  if (place.width > 34 && place.height > 15)
    link.append(el("span", { class: "name" }, node.name), " ",
      el("span", { class: "share" }, Math.round(100 * share) + " %"));
  return link;
}

function drawMap(folder) {
  const map = byId("map");
  const width = map.clientWidth || 900, height = Math.max(260, Math.min(460, width * 0.5));
  const root = d3.hierarchy(folder, (node) => node.children)
    .sum((node) => (node.children.length ? 0 : sum(node.counts)))
    .sort((a, b) => b.value - a.value || (a.data.name < b.data.name ? -1 : 1));
  d3.treemap().size([width, height]).paddingInner(2).paddingOuter(1)
    .paddingTop((node) => (node.depth === 1 && node.children ? 18 : 1)).round(true)(root);
  map.style.setProperty("height", height + "px");
  const boxes = root.descendants().filter((box) =>
    (box.depth === 1 || box.depth === 2) && box.x1 - box.x0 > 2 && box.y1 - box.y0 > 2);
  map.className = "map";
  map.replaceChildren(...boxes.map(cell));
}

function showMap(state) {
  const folder = findFolder(state.get("map") ?? "");
  mapPath(folder);
  if (typeof d3 !== "undefined" && folder.children.length) return drawMap(folder);
  const why = typeof d3 === "undefined" ? "A table and no map: this Warrant was built without the library that lays one out." : "";
  byId("map").replaceChildren(el("p", { class: "note" }, why), mapTable(folder));
}

/** Arrows go from cell to cell. */
byId("map").addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const cells = [...byId("map").querySelectorAll("a.cell")];
  const at = cells.indexOf(document.activeElement);
  if (!step || at < 0) return;
  event.preventDefault();
  cells[(at + step + cells.length) % cells.length].focus();
});
