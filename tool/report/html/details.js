// One site: what it is, what documents it, what is open, and its source.

const SURE = ["certain", "likely", "possible"], LEVELS = ["high", "medium", "low"];

function source(n, known) {
  if (known.changed) return el("p", { class: "note" }, "The file was not what was scanned when this report was written, so its lines are not shown.");
  const all = sites(), from = all.line[n], to = known.e[0];
  const lines = el("ol", { class: "source" });
  for (const [start, texts] of known.lines)
    texts.forEach((text, offset) => {
      const line = start + offset;
      if (line < from - 4 || line > to + 4) return;
      const item = el("li", { class: line >= from && line <= to ? "here" : undefined, "data-line": line },
        el("code", {}, known.text(text) || " "));
      lines.append(item);
    });
  return lines.childElementCount ? lines : el("p", { class: "note" }, "The source was not there when this report was written.");
}

const part = (title, ...content) => el("div", {}, el("h3", {}, title), ...content);
const place = (file, line, column) => el("span", { class: "place" }, file + ":" + line + (column ? ":" + column : ""));

function properties(known) {
  if (!known.p) return null;
  const rows = known.p.map(([property, state, by, subject]) => {
    const info = head.properties[property];
    return [el("span", { title: info.meaning }, info.name + (subject ? " of '" + known.text(subject) + "'" : "")),
      el("span", { class: "state " + state }, state),
      by ? known.text(by) : state === "missing" ? info.question : ""];
  });
  return table("What must hold", ["property", "answered by", "with"], rows);
}

function comment(known) {
  if (!known.c) return null;
  const [text, file, line, placement] = known.c;
  return part("The comment (" + placement + ")", el("blockquote", {}, known.text(text)), place(known.text(file), line));
}

const list = (title, items) => items && items.length ? part(title, el("ul", {}, ...items.map((item) => el("li", {}, ...item)))) : null;

function explanation(kind) {
  const names = kind.required.map((property) => head.properties[property].name);
  return el("details", {}, el("summary", {}, "What " + kind.name + " is, and what is asked of it"),
    el("p", {}, kind.name + ": " + kind.summary + "."),
    names.length ? el("p", {}, "Required: " + names.join(", ") + ".") : null,
    kind.refs ? el("p", {}, "Serves " + kind.refs + ".") : null,
    ...checkOf(kind).explanation.split(/\n\s*\n/).map((text) => el("p", { class: "prose" }, text)));
}

function facts(known) {
  const text = known.text, result = [];
  if (known.proof) result.push(part("Proven", el("p", {}, text(known.proof))));
  if (known.rejection) result.push(part("A comment that does not count", el("p", {}, text(known.rejection))));
  if (known.excuse !== undefined) result.push(part("Set aside", el("p", {}, text(known.excuse))));
  return result;
}

function describeSite(n) {
  const all = sites(), kind = kindOf(n), known = details(n), text = known.text;
  const where = ([file, line, column, message]) =>
    [place(text(file), line, column), message === undefined ? "" : ": " + text(message)];
  return [
    el("h2", {}, badge(all.status[n]), " " + kind.name),
    el("p", { class: "code" }, all.strings[all.text[n]]),
    el("p", {}, place(filePath(all.file[n]), all.line[n], all.column[n]),
      all.fn[n] ? " in " : "", el("code", {}, all.strings[all.fn[n]])),
    el("p", { class: "note" }, checkOf(kind).name + "; " + SURE[all.sure[n]] + "; severity " + LEVELS[kind.severity] +
      (known.macro ? "; macro " + text(known.macro) : "") + (known.register ? "; register " + text(known.register) : "") +
      (known.configurations ? "; in " + known.configurations.map(text).join(", ") : "")),
    list("Wrong, whatever a comment says", known.d?.map(([id, sure, message]) => [el("strong", {}, text(id)), " (" + sure + "): " + text(message)])),
    source(n, known), ...facts(known), comment(known), properties(known),
    list("Related places", known.r?.map(where)),
    list("Where the macro is used" + (known.xs ? " (" + number(known.xs) + ", these first)" : ""), known.x?.map(where)),
    list("Notes", known.n?.map((note) => [text(note)])),
    explanation(kind),
    el("p", { class: "note" }, "Address: ", el("a", { href: address({ site: all.fp[n] }, NO_STATE) }, all.fp[n])),
  ].filter(Boolean);
}

function closeDetails() {
  go({ site: "" });
  grid.focus();
}

function showDetails(state) {
  const panel = byId("details"), wanted = state.get("site");
  const n = wanted ? sites().fp.indexOf(wanted) : -1;
  panel.hidden = !wanted;
  byId("split").classList.toggle("has-details", !!wanted);
  if (!wanted) return panel.replaceChildren();
  const at = listed.indexOf(n);
  if (at >= 0 && at !== selected) moveTo(at);
  const step = (by, name) => el("button", { type: "button", disabled: at < 0 || !(at + by in listed), onclick: () => openSite(at + by) }, name);
  panel.replaceChildren(
    el("div", { class: "bar" }, step(-1, "Previous"), step(1, "Next"),
      el("button", { type: "button", onclick: closeDetails }, "Close")),
    ...(n < 0 ? [el("p", {}, "This report has no operation '" + wanted + "'.")] : describeSite(n)));
  panel.scrollTop = 0;
  if (matchMedia("(max-width: 900px)").matches) panel.scrollIntoView({ block: "nearest" }); // it is above the list
}
