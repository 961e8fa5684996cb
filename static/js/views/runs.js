import { get, page, query } from "../api.js";
import { VERDICTS } from "../charts.js";
import { choice, field, h, replace } from "../dom.js";
import { ago, duration, t, when } from "../i18n.js";
import { pill } from "../sentences.js";

const PAGE = 25;
const LIVE_MS = 2_000;
const CALM_MS = 5_000;

export async function runs(main, { params, go, left }) {
  const chosen = (name) => params.get(name) ?? "";
  const projects = await get("/v1/projects");
  const labels = new Map(projects.map(({ id, label }) => [id, label]));
  const place = choice([["", t("home.all")], ...projects.map(({ id, label }) => [id, label])], chosen("project"), { name: "project" });
  const status = choice([["", t("runs.any")], ...["running", "pass", "fail"].map((each) => [each, t(`verdict.${each}`)])], chosen("status"), { name: "status" });
  const verdict = choice([["", t("runs.any")], ...VERDICTS.map((each) => [each, t(`verdict.${each}`)])], chosen("verdict"), { name: "verdict" });
  const search = h("input", { name: "q", type: "search", placeholder: t("runs.searchHint"), value: chosen("q") });
  const asked = Object.fromEntries(["project", "status", "verdict", "q"].map((name) => [name, chosen(name)]));
  const wanted = () => ({ project: place.value, status: status.value, verdict: verdict.value, q: search.value.trim() });
  const filters = h("form", { class: "filters", role: "search", onsubmit: (event) => event.preventDefault() },
    field(t("runs.search"), search), field(t("home.project"), place), field(t("runs.status"), status), field(t("runs.verdict"), verdict));
  filters.addEventListener("change", () => go(query("/runs", wanted())));
  const columns = ["run", "verdict", "project", "started", "time", "steps"];
  const body = h("tbody");
  const said = h("p", { role: "status", class: "about" });
  const more = h("button", { hidden: true, onclick: () => extend() }, t("runs.more"));
  replace(main,
    h("div", { class: "head" }, h("h1", t("runs.title")), h("a", { class: "button primary", href: "#/new" }, t("nav.new"))),
    filters,
    h("table", { class: "runs" }, h("thead", h("tr", columns.map((name) => h("th", { scope: "col" }, t(`runs.col.${name}`))))), body),
    said, more);

  let shown = [];
  let next;
  let timer;
  const drawn = new Map();
  const draw = () => {
    arrange(body, shown.map((run) => {
      const text = JSON.stringify([run, ago(run.startedAt)]);
      if (drawn.get(run.id)?.text !== text) drawn.set(run.id, { text, row: row(run, labels) });
      return drawn.get(run.id).row;
    }));
    more.hidden = !next;
    const text = shown.length ? t("runs.count", { count: shown.length }) : t(Object.values(asked).some(Boolean) ? "runs.none" : "runs.noneYet");
    if (said.textContent !== text) said.textContent = text;
  };
  async function extend() {
    const first = shown.length;
    const found = await page(next);
    next = found.next;
    shown = [...shown, ...found.items];
    draw();
    body.rows[first]?.querySelector("a")?.focus();
  }
  /** As many runs as are shown now, as they are now. */
  async function latest() {
    let found = await page(query("/v1/runs", { ...asked, limit: PAGE }));
    const items = [...found.items];
    while (items.length < shown.length && found.next) {
      found = await page(found.next);
      items.push(...found.items);
    }
    return { items, next: found.next };
  }
  async function refresh() {
    clearTimeout(timer);
    try {
      const before = shown;
      const found = await latest();
      if (left()) return;
      if (before === shown) ({ items: shown, next } = found);
      const focused = document.activeElement?.closest?.("tr")?.dataset.id;
      draw();
      if (focused && !body.contains(document.activeElement)) body.querySelector(`tr[data-id="${CSS.escape(focused)}"] a`)?.focus();
    } catch (error) {
      said.textContent = error.message;
    }
    const live = shown.some((run) => run.status === "running");
    timer = setTimeout(() => { if (!left()) (document.hidden ? wait() : refresh()); }, live ? LIVE_MS : CALM_MS);
  }
  function wait() {
    document.addEventListener("visibilitychange", () => { if (!left()) refresh(); }, { once: true });
  }
  await refresh();
  return () => clearTimeout(timer);
}

/** Makes `rows` the rows of the table, and touches only those that have changed. */
function arrange(body, rows) {
  const kept = new Set(rows);
  for (const row of [...body.rows]) if (!kept.has(row)) row.remove();
  rows.forEach((row, at) => { if (body.rows[at] !== row) body.insertBefore(row, body.rows[at] ?? null); });
}

function row(run, labels) {
  const title = run.assisted?.goal ?? (run.steps.length ? t("runs.scripted", { count: run.steps.length }) : t("runs.script"));
  const passed = run.steps.filter((step) => step.ok).length;
  const cell = (name, ...parts) => h("td", { "data-label": t(`runs.col.${name}`), class: name }, parts);
  return h("tr", { "data-id": run.id },
    cell("run", h("a", { href: `#/runs/${run.id}` }, title), h("small", run.baseUrl)),
    cell("verdict", pill(run)),
    cell("project", h("span", labels.get(run.project) ?? t("runs.noProject"))),
    cell("started", h("time", { datetime: run.startedAt, title: when(run.startedAt) }, ago(run.startedAt))),
    cell("time", duration(run.durationMs)),
    cell("steps", `${passed}/${run.steps.length}`));
}
