// How a run has ended: the verdict with its evidence, and what it leaves behind.

import { h } from "./dom.js";
import { parts, t } from "./i18n.js";
import { verdictName } from "./sentences.js";

export function verdict(record, pictures) {
  const facts = record.evidence ?? [];
  // What is merely new on the page speaks for nothing by itself, and there may be much of it.
  const [weighty, others] = [facts.filter(isWeighty), facts.filter((fact) => !isWeighty(fact))];
  return h("section", { class: `card verdict ${record.verdict ?? "inconclusive"}`, "aria-label": t("run.why") },
    h("h2", verdictName(record)),
    h("p", record.verdictReason ?? t("run.noReason")),
    listed("run.evidence", weighty, pictures, true),
    listed("run.evidence.others", others, pictures, !weighty.length && others.length < 5));
}

const isWeighty = ({ supports, source }) => supports !== undefined || source !== "change";

function listed(name, facts, pictures, open) {
  return facts.length > 0 && h("details", { open }, h("summary", `${t(name)} (${facts.length})`), h("ol", { class: "evidence" }, facts.map((fact) => evidence(fact, pictures))));
}

function evidence(fact, pictures) {
  const way = fact.supports === true ? "for" : fact.supports === false ? "against" : "neither";
  return h("li", { class: way },
    h("strong", t(`source.${fact.source}`)), " ", way !== "neither" && [h("small", { class: "way" }, t(`run.evidence.${way}`)), " "], h("span", fact.text),
    fact.stepIndex !== undefined && h("small", ` · ${t("run.evidence.step", { number: fact.stepIndex + 1 })}`),
    fact.screenshotPath && [" ", h("button", { class: "quiet", onclick: () => pictures.show(fact.screenshotPath), "aria-label": `${t("run.picture")}: ${fact.text}` }, t("run.evidence.picture"))]);
}

export function files(record) {
  const file = (href, name) => h("li", h("a", { href, download: true }, name));
  const exports = ["playwright", "junit", "json"].map((format) => file(`/v1/runs/${record.id}/export?format=${format}`, t(`run.export.${format}`)));
  const { usage } = record;
  return h("section", { class: "card" }, h("h2", t("run.artifacts")),
    record.videoPath && h("video", { src: record.videoPath, controls: true, preload: "metadata", "aria-label": t("run.video") }),
    h("ul", record.videoPath && file(record.videoPath, t("run.video")), record.tracePath && file(record.tracePath, t("run.trace")), exports),
    h("p", { class: "about" }, h("strong", t("run.usage")), ": ", usage ? parts("run.usage.tokens", { prompt: usage.promptTokens, completion: usage.completionTokens, calls: usage.calls }) : t("run.usage.none")));
}
