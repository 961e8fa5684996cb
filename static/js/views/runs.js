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
  const place = choice([["", t("home.all")], ...projects.map(({ id, label }) => [id, label])], chosen("project"));
  const status = choice([["", t("runs.any")], ...["running", "pass", "fail"].map((each) => [each, t(`verdict.${each}`)])], chosen("status"));
  const verdict = choice([["", t("runs.any")], ...VERDICTS.map((each) => [each, t(`verdict.${each}`)])], chosen("verdict"));
  const search = h("input", { type: "search", placeholder: t("runs.searchHint"), value: chosen("q") });
  const wanted = () => ({ project: place.value, status: status.value, verdict: verdict.value, q: search.value.trim() });
  const filters = h("form", { class: "filters", role: "search", onsubmit: (event) => { event.preventDefault(); go(query("/runs", wanted())); } },
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

  const shown = new Map();
  let next;
  let timer;
  const draw = () => {
    replace(body, [...shown.values()].map((run) => row(run, labels)));
    more.hidden = !next;
    const text = shown.size ? t("runs.count", { count: shown.size }) : t("runs.none");
    if (said.textContent !== text) said.textContent = text;
  };
  async function extend() {
    const found = await page(next);
    next = found.next;
    for (const run of found.items) shown.set(run.id, run);
    const first = body.rows.length;
    draw();
    body.rows[first]?.querySelector("a")?.focus();
  }
  async function refresh() {
    clearTimeout(timer);
    try {
      const found = await page(query("/v1/runs", { ...wanted(), limit: PAGE }));
      if (left()) return;
      const before = [...shown.entries()];
      if (!before.length) next = found.next;
      shown.clear();
      for (const run of found.items) shown.set(run.id, run);
      // What "Show more" has brought stays, beneath.
      for (const [id, run] of before) if (!shown.has(id) && run.startedAt < (found.items.at(-1)?.startedAt ?? "")) shown.set(id, run);
      const focused = document.activeElement?.closest?.("tr")?.dataset.id;
      draw();
      if (focused) body.querySelector(`tr[data-id="${CSS.escape(focused)}"] a`)?.focus();
    } catch (error) {
      said.textContent = error.message;
    }
    const live = [...shown.values()].some((run) => run.status === "running");
    timer = setTimeout(() => { if (!left()) (document.hidden ? wait() : refresh()); }, live ? LIVE_MS : CALM_MS);
  }
  function wait() {
    document.addEventListener("visibilitychange", () => { if (!left()) refresh(); }, { once: true });
  }
  await refresh();
  return () => clearTimeout(timer);
}

function row(run, labels) {
  const title = run.assisted?.goal ?? t("runs.scripted", { count: run.steps.length });
  const passed = run.steps.filter((step) => step.ok).length;
  const cell = (name, ...parts) => h("td", { "data-label": t(`runs.col.${name}`), class: name }, parts);
  return h("tr", { "data-id": run.id },
    cell("run", h("a", { href: `#/runs/${run.id}` }, title), h("small", run.baseUrl)),
    cell("verdict", pill(run)),
    cell("project", labels.get(run.project) ?? t("runs.noProject")),
    cell("started", h("time", { datetime: run.startedAt, title: when(run.startedAt) }, ago(run.startedAt))),
    cell("time", duration(run.durationMs)),
    cell("steps", `${passed}/${run.steps.length}`));
}
