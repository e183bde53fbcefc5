"use strict";
// What the page is made of: JSON in elements that the browser does not run.
// Everything in it is other people's text, and becomes text nodes only.

const island = (id) => JSON.parse(document.getElementById(id).textContent);
const head = island("head");
const byId = (id) => document.getElementById(id);

/** An element with attributes, listeners (onclick, ...) and children. */
function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined && value !== null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** A table with a header; columns of `numbers` are aligned to the right. */
function table(caption, columns, rows, numbers = []) {
  const align = (n) => (numbers.includes(n) ? "number" : undefined);
  const cells = (row) => row.map((cell, n) => el("td", { class: align(n) }, cell));
  return el("div", { class: "scroll" },
    el("table", {},
      el("caption", {}, caption),
      el("thead", {}, el("tr", {}, ...columns.map((name, n) => el("th", { scope: "col", class: align(n) }, name)))),
      el("tbody", {}, ...rows.map((row) => el("tr", {}, ...cells(row))))));
}

const number = (n) => n.toLocaleString("en");
const percent = (part, whole) => (whole ? (100 * part / whole).toFixed(1) + " %" : "none");
const counted = (n, noun) => number(n) + " " + noun + (n === 1 ? "" : "s");
const folderOf = (path) => (path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".");

const STATUSES = ["unknown", "undocumented", "partial", "documented", "proven"];
const OPEN = 3; // how many of them are open
const badge = (status) => el("span", { class: "badge " + STATUSES[status] }, STATUSES[status]);

let parsedSites = null;
/** The columns of all sites, parsed when they are first asked for. */
function sites() {
  parsedSites ??= island("site-data");
  return parsedSites;
}

const parsedDetails = new Map();
/** What is known of site `n` beside its columns; parsed file by file. */
function details(n) {
  const file = sites().file[n];
  if (!parsedDetails.has(file)) parsedDetails.set(file, island("file-" + file));
  const all = parsedDetails.get(file);
  const text = (index) => all.strings[index];
  return { ...all.sites[n - all.first], text, lines: all.lines, changed: all.changed };
}

const filePath = (index) => head.files[index][0];
const isVendored = (index) => head.files[index][4] === 1;
const kindOf = (n) => head.kinds[sites().kind[n]];
const checkOf = (kind) => head.checks[kind.check];

/** Counts by status of each file's sites, by its index. */
function countFiles() {
  const counts = head.files.map(() => [0, 0, 0, 0, 0]);
  const all = sites();
  for (let n = 0; n < all.file.length; ++n) counts[all.file[n]][all.status[n]]++;
  return counts;
}
const sum = (counts) => counts.reduce((a, b) => a + b, 0);
const open = (counts) => counts[0] + counts[1] + counts[2];

/** The state of the page is its fragment, so that every view has an address. */
const readState = () => new URLSearchParams(location.hash.slice(1));
function address(changes, from = readState()) {
  const next = new URLSearchParams(from);
  for (const [name, value] of Object.entries(changes))
    if (value) next.set(name, value);
    else next.delete(name);
  return "#" + next;
}
const go = (changes, from) => { location.hash = address(changes, from); };
/** The same without a step in the browser's history. */
function replace(changes) {
  history.replaceState(null, "", address(changes));
  show();
}
const NO_STATE = new URLSearchParams();
