import { get, query } from "../api.js";
import { bars, dayColumns, ring } from "../charts.js";
import { choice, h, replace } from "../dom.js";
import { duration, t } from "../i18n.js";
import { stepSentence } from "../sentences.js";

const DAYS = [7, 14, 30, 90];

export async function home(main, { params, go }) {
  const days = params.get("days") ?? "14";
  const project = params.get("project") ?? "";
  const [stats, projects] = await Promise.all([get(query("/v1/stats", { days, project, offset: -new Date().getTimezoneOffset() })), get("/v1/projects")]);
  const again = () => go(query("/", { days: period.value, project: place.value }));
  const period = choice(DAYS.map((count) => [String(count), t("home.days", { days: count })]), days, { name: "days", "aria-label": t("home.period"), onchange: again });
  const place = choice([["", t("home.all")], ...projects.map(({ id, label }) => [id, label])], project, { name: "project", "aria-label": t("home.project"), onchange: again });
  replace(main,
    h("div", { class: "head" }, h("h1", t("home.title")), h("div", { class: "row" }, place, period)),
    stats.runs || params.size ? null : h("div", { class: "card hello" }, h("p", t("home.firstAbout")), h("a", { class: "button primary", href: "#/new" }, t("home.first"))),
    h("div", { class: "tiles" },
      h("section", { class: "card rate", "aria-label": t("home.rate") }, ring(stats.runs ? stats.passed / stats.runs : null, t("home.rate")), h("p", stats.runs ? t("home.runs", { count: stats.runs }) : t("home.noRuns"))),
      h("section", { class: "card wide" }, h("h2", t("home.chart")), dayColumns(stats.days)),
      list("slowest", stats.slowest, (flow, most) => ({ href: `#/runs/${flow.runId}`, title: flow.flow, value: duration(flow.medianMs), share: flow.medianMs / most.medianMs })),
      list("flakiest", stats.flakiest, stepRow),
      list("healed", stats.healed, stepRow)));
}

function stepRow(step) {
  const [, number, action, name] = /^(\d+)\. (\S+) ?(.*)$/s.exec(step.step);
  const title = [`${number}. `, stepSentence({ action, selector: name || "…" }, { name }, "do")];
  return { href: `#/runs/${step.runId}`, title, detail: step.flow, value: t("home.times", { count: step.count, runs: step.runs }), share: step.count / step.runs };
}

function list(name, rows, shown) {
  return h("section", { class: "card" }, h("h2", t(`home.${name}`)), h("p", { class: "about" }, t(`home.${name}.about`)),
    rows.length ? bars(rows.map((row) => shown(row, rows[0]))) : h("p", { class: "empty" }, t("home.empty")));
}
