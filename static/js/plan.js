// What a run means to do and what has become of it.

import { h } from "./dom.js";
import { t } from "./i18n.js";
import { stepSentence } from "./sentences.js";

// Drawn with each step: of a very long run only the latest.
const MOST = 50;

// The codes of steps that did not fail by themselves: the run ended around them.
const CUT = new Set(["cancelled", "timed_out", "server_stopped", "worker_lost", "internal_error", "out_of_time"]);

export class Plan {
  #begun = new Map();
  #open;
  #isOver = false;

  /** `asked`: the steps of a scripted run, which are known before any event tells them. */
  constructor(asked = []) {
    this.#open = [...asked];
  }

  /** Whether the event changes what is shown. */
  take({ type, stepIndex, payload }) {
    if (type === "plan_chunk") this.#open = [...payload.steps];
    else if (type === "step_start") {
      this.#begun.set(stepIndex, { step: payload.step, state: "now" });
      this.#open.shift();
    } else if (type === "step_success") {
      const state = payload.skipped ? "skipped" : payload.healed ? "healed" : "done";
      this.#begun.set(stepIndex, { step: payload.step, target: payload.target, state });
    } else if (type === "step_failure") this.#begun.set(stepIndex, { step: payload.step, state: !payload.final ? "now" : CUT.has(payload.error.code) ? "cut" : "failed" });
    else if (type === "run_end") this.#isOver = true;
    else return false;
    return true;
  }

  /** A step that the run has left unfinished, or never begun, is told apart from one that is still to come. */
  #rows() {
    const begun = [...this.#begun.entries()].sort(([a], [b]) => a - b).map(([, each]) => each);
    const all = [...begun, ...this.#open.map((step) => ({ step, state: "open" }))];
    return this.#isOver ? all.map((row) => ({ ...row, state: { now: "cut", open: "unreached" }[row.state] ?? row.state })) : all;
  }

  shown() {
    const all = this.#rows();
    const rows = all.slice(-MOST);
    return h("section", { class: "card" }, h("h2", t("run.plan")), rows.length
      ? h("ol", { class: "plan", start: all.length - rows.length + 1 }, rows.map(({ step, target, state }) => h("li", { class: state }, stepSentence(step, target, "do"), " ", h("small", t(`run.plan.${state}`)))))
      : h("p", { class: "empty" }, t("run.plan.none")));
  }

  progress() {
    const rows = this.#rows();
    const done = rows.filter(({ state }) => ["done", "healed", "skipped"].includes(state)).length;
    const said = this.#open.length || this.#isOver ? t("run.progress", { done, total: rows.length }) : t("run.progressOpen", { count: done });
    return h("div", { class: "progress" }, h("progress", { max: Math.max(1, rows.length), value: done, "aria-label": said }), h("small", said));
  }
}
