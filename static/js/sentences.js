// Events and steps as sentences. What comes from outside is put in as text nodes.

import { h } from "./dom.js";
import { has, parts, t } from "./i18n.js";

const LONGEST = 160;
// By whole letters: half an emoji is none.
const short = (text) => (text.length > LONGEST ? `${[...text.slice(0, 2 * LONGEST)].slice(0, LONGEST).join("")}…` : text);
// What the engine says in one word.
const told = (name, code) => (has(`${name}.${code}`) ? t(`${name}.${code}`) : short(String(code ?? "")));
const quoted = (text) => h("q", short(String(text)));
const named = (text) => h("em", short(String(text)));

/** "Clicked Save": `tense` is "do" or "did". */
export function stepSentence(step, target, tense) {
  const what = target?.name ? named(target.name) : h("code", short(step.selector ?? target?.selector ?? "?"));
  const given = step.value ?? step.url ?? step.key ?? step.text ?? step.files ?? step.target ?? step.urlIncludes ?? step.index ?? step.promptText ?? "…";
  const value = quoted(Array.isArray(given) ? given.join(", ") : given);
  const key = `${tense}.${step.path ? "drawOn" : step.action}`;
  return has(key) ? parts(key, { what, value }) : [step.action];
}

export function verdictName(run) {
  return t(`verdict.${run.verdict ?? run.status ?? "running"}`);
}

/** A pill that says how a run stands, in words and not by its color alone. */
export function pill(run) {
  const kind = run.verdict ?? run.status;
  return h("span", { class: `pill ${kind}` }, verdictName(run));
}

const SENTENCES = {
  recon: ({ title, url, nodeCount }) => parts("event.recon", { title: named(title || url), count: nodeCount }),
  plan_chunk: planned,
  loop_state: (payload) => parts(`state.${payload.state}`, {
    position: payload.position, verdict: told("verdict", payload.verdict), why: payload.state === "stopped" ? told("stop", payload.reason) : quoted(payload.summary ?? payload.reason ?? ""),
  }),
  horizon_start: ({ horizon }) => parts("event.horizon_start", { number: horizon }),
  horizon_end: ({ horizon, outcome }) => parts("event.horizon_end", { number: horizon, outcome: t(`outcome.${outcome}`) }),
  victory_check: ({ configured, met, reason }) => [
    t(configured ? (met ? "event.victory.met" : "event.victory") : "event.victory.none"), ...(configured && reason ? [" · ", quoted(reason)] : []),
  ],
  memory_hit: () => [t("event.memory_hit")],
  memory_miss: () => [t("event.memory_miss")],
  step_start: ({ step }) => [...stepSentence(step, null, "do"), "…"],
  step_success: ({ step, target, healed, skipped, reason }) => [
    ...stepSentence(step, target, "did"),
    ...(healed ? [" · ", h("strong", t("event.healed")), ...(reason ? [": ", short(reason)] : [])] : []),
    ...(skipped ? [" · ", ...parts("event.skipped", { why: reason ?? "" })] : []),
  ],
  step_failure: ({ step, error, final }) => [
    ...parts("event.step_failure", { step: h("span", stepSentence(step, null, "do")) }),
    " · ", short(error.message), ...(final ? [] : [" · ", t("event.tries")]),
  ],
  heal_start: ({ attempt, maxAttempts, cause }) => parts("event.heal_start", { attempt, most: maxAttempts, why: short(String(cause ?? "")) }),
  heal_action: ({ step, rationale }) => parts("event.heal_action", { step: h("span", stepSentence(step, null, "do")), why: short(rationale ?? "") }),
  heal_success: ({ by }) => parts("event.heal_success", { by: told("by", by) }),
  heal_failure: ({ reason, error }) => parts("event.heal_failure", { why: short(reason ?? error ?? "") }),
  run_end: (payload) => parts("event.run_end", { verdict: h("strong", verdictName(payload)) }),
};

export function eventSentence(event) {
  const say = SENTENCES[event.type];
  return say ? say(event.payload) : parts("event.unknown", { type: event.type });
}

function planned({ source, steps, rationale }) {
  if (!steps.length) return parts("event.plan.unsure", { why: quoted(rationale ?? "") });
  const said = parts(`event.plan.${source}`, { count: steps.length });
  return rationale ? [...said, ": ", quoted(rationale)] : said;
}
