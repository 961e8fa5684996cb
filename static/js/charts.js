// Pictures of numbers, as plain SVG; each says in words what it shows.

import { h, svg } from "./dom.js";
import { day, t } from "./i18n.js";

export const VERDICTS = ["success", "fail-app-bug", "fail-test-broken", "fail-agent-lost", "inconclusive-environment", "inconclusive"];
const WIDTH = 640;
const HEIGHT = 180;
const BOTTOM = 22;

/** Stacked columns, one a day, and over them the share of runs that passed. */
export function dayColumns(days) {
  const most = Math.max(1, ...days.map((each) => each.runs));
  const step = WIDTH / days.length;
  const columns = days.map((each, at) => {
    let top = HEIGHT - BOTTOM;
    const bars = VERDICTS.filter((verdict) => each.verdicts[verdict]).map((verdict) => {
      const tall = (each.verdicts[verdict] / most) * (HEIGHT - BOTTOM - 8);
      top -= tall;
      return svg("rect", { x: at * step + step * 0.15, y: top, width: step * 0.7, height: Math.max(1, tall - 1), rx: 2, class: `fill ${verdict}` });
    });
    const said = `${day(each.day)}: ${Object.entries(each.verdicts).map(([verdict, count]) => `${count} ${t(`verdict.${verdict}`)}`).join(", ") || "0"}`;
    const label = at % Math.ceil(days.length / 7) === 0 && svg("text", { x: at * step + step / 2, y: HEIGHT - 5, "text-anchor": "middle" }, day(each.day));
    return svg("g", {}, svg("title", {}, said), svg("rect", { x: at * step, y: 0, width: step, height: HEIGHT - BOTTOM, class: "ground" }), bars, label);
  });
  const points = days.map((each, at) => [at * step + step / 2, each]).filter(([, each]) => each.runs)
    .map(([x, each]) => [x, 8 + (1 - (each.verdicts.success ?? 0) / each.runs) * (HEIGHT - BOTTOM - 16)]);
  const line = points.length > 1 && [
    svg("polyline", { class: "share", points: points.map((point) => point.join(",")).join(" ") }),
    points.map(([cx, cy]) => svg("circle", { class: "share-dot", cx, cy, r: 3 })),
  ];
  const shown = VERDICTS.filter((verdict) => days.some((each) => each.verdicts[verdict]));
  const count = (verdict) => days.reduce((sum, each) => sum + (each.verdicts[verdict] ?? 0), 0);
  const words = shown.map((verdict) => `${count(verdict)} ${t(`verdict.${verdict}`)}`).join(", ");
  return h("figure", { class: "chart" },
    svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": `${t("home.chart")}: ${words || "0"}` }, columns, line),
    h("figcaption", { class: "legend" }, shown.map((verdict) => h("span", { class: `key ${verdict}` }, `${t(`verdict.${verdict}`)} ${count(verdict)}`)), line && h("span", { class: "key rate-line" }, t("home.rate"))));
}

/** A ring that is full when everything passed. */
export function ring(share, label) {
  const around = 2 * Math.PI * 42;
  const said = share === null ? "–" : `${Math.round(share * 100)} %`;
  return svg("svg", { viewBox: "0 0 100 100", class: "ring", role: "img", "aria-label": `${said} ${label}` },
    svg("circle", { cx: 50, cy: 50, r: 42, class: "ring-ground" }),
    share !== null && svg("circle", { cx: 50, cy: 50, r: 42, class: "ring-fill", "stroke-dasharray": `${around * share} ${around}`, transform: "rotate(-90 50 50)" }),
    svg("text", { x: 50, y: 50, "text-anchor": "middle", class: "ring-number" }, said),
    svg("text", { x: 50, y: 66, "text-anchor": "middle", class: "ring-label" }, label));
}

/** Rows of {href, title, detail, share, value}: a bar beneath each name. */
export function bars(rows) {
  return h("ol", { class: "bars" }, rows.map(({ href, title, detail, share, value }) => h("li",
    h("a", { href }, title, detail && h("small", detail)),
    h("span", { class: "number" }, value),
    h("span", { class: "bar", "aria-hidden": "true" }, h("span", { style: { width: `${Math.max(2, share * 100)}%` } })))));
}
