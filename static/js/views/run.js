import { get, post, remove } from "../api.js";
import { confirmed, h, replace, trouble } from "../dom.js";
import { Feed } from "../feed.js";
import { duration, parts, t, when } from "../i18n.js";
import { Pictures } from "../pictures.js";
import { eventSentence, pill, stepSentence, verdictName } from "../sentences.js";
import { Timeline } from "../timeline.js";
import { again } from "./again.js";

const TICK_MS = 1_000;

export async function run(main, { id, go, left }) {
  let record = await get(`/v1/runs/${encodeURIComponent(id)}`);
  if (left()) return undefined;
  const pictures = new Pictures();
  const every = h("input", { type: "checkbox" });
  const follow = h("input", { type: "checkbox" });
  follow.checked = record.status === "running";
  const timeline = new Timeline((path) => pictures.show(path), () => follow.checked);
  every.addEventListener("change", () => timeline.element.classList.toggle("every", every.checked));
  const slots = Object.fromEntries(["state", "verdict", "plan", "side", "actions", "said", "progress"].map((name) => [name, h("div", { class: `slot-${name}` })]));
  const line = h("p", { class: "line", role: "status" }, t("run.connecting"));
  const plan = new PlanOfRun();
  let held = "";
  const goal = record.assisted?.goal;
  replace(main,
    h("div", { class: "head" }, h("h1", { class: "goal", title: goal }, goal ?? t("runs.scripted", { count: record.steps.length || "" })), slots.actions),
    slots.state, slots.said, slots.verdict, slots.progress,
    h("div", { class: "columns" },
      h("section", { class: "card", "aria-label": t("run.timeline") },
        h("div", { class: "head" }, h("h2", t("run.timeline")), h("div", { class: "row" }, h("label", { class: "tick" }, follow, " ", t("run.follow")), h("label", { class: "tick" }, every, " ", t("run.every")))),
        timeline.element, line),
      h("div", { class: "aside" }, pictures.element, slots.plan, slots.side)));

  const act = async (doing) => {
    replace(slots.said);
    try {
      await doing();
    } catch (error) {
      replace(slots.said, trouble(error));
    }
  };
  const commands = {
    cancel: () => act(async () => { if (await confirmed(t("run.cancel.sure"), t("run.cancel"), t("app.close"))) await post(`/v1/runs/${id}/cancel`); }),
    pause: () => act(() => post(`/v1/runs/${id}/pause`)),
    resume: () => act(() => post(`/v1/runs/${id}/resume`)),
    again: () => again(record, go),
    delete: () => act(async () => { if (await confirmed(t("run.delete.sure"), t("app.delete"), t("app.cancel"))) { await remove(`/v1/runs/${id}`); go("/runs"); } }),
  };
  const head = () => {
    const live = record.status === "running";
    const took = live ? Date.now() - new Date(record.startedAt) : record.durationMs;
    replace(slots.state, h("p", { class: "facts" }, pill(live && held ? { status: held } : record), " ", h("span", record.baseUrl), " · ", h("span", t("run.started", { when: when(record.startedAt) })), " · ", h("span", { class: "took" }, duration(Math.max(0, took)))));
  };
  const actions = () => {
    const focused = slots.actions.contains(document.activeElement);
    const names = record.status === "running" ? [held === "paused" ? "resume" : "pause", "cancel"] : ["again", "delete"];
    replace(slots.actions, h("div", { class: "row" }, names.map((name) => h("button", { class: name === "again" ? "primary" : name === "delete" ? "danger" : "", onclick: commands[name] }, t(`run.${name}`)))));
    if (focused) slots.actions.querySelector("button").focus();
  };
  const ended = () => {
    replace(slots.verdict, verdict(record, pictures));
    replace(slots.side, side(record));
  };
  const drawPlan = () => {
    replace(slots.plan, plan.shown());
    replace(slots.progress, plan.progress(record.status !== "running"));
  };
  head();
  actions();
  drawPlan();

  let drawing = 0;
  const planLater = () => { drawing ||= requestAnimationFrame(() => { drawing = 0; drawPlan(); }); };
  const take = async ({ event, status, connection, message, end }) => {
    if (event) {
      timeline.add(event);
      const { payload } = event;
      if (payload.screenshotPath) pictures.add(payload.screenshotPath, h("span", eventSentence(event)).textContent);
      const now = holding(event, held);
      if (now !== held) {
        held = now;
        head();
        actions();
      }
      if (plan.take(event)) planLater();
    } else if (connection) {
      line.className = `line ${connection}`;
      line.textContent = connection === "refused" ? t("run.refused", { why: message }) : connection === "lost" ? t("run.lost") : t("run.live");
    } else if (end) {
      record = await get(`/v1/runs/${id}`);
      if (left()) return;
      held = "";
      for (const fact of record.evidence ?? []) if (fact.screenshotPath) pictures.add(fact.screenshotPath, fact.text);
      head();
      actions();
      ended();
      drawPlan();
      line.className = `line ${end.verified ? "verified" : "unverified"}`;
      line.textContent = end.verified ? t("run.verified", { events: end.events }) : t("run.unverified");
    } else if (status && status !== record.status) {
      record = { ...record, status };
      head();
    }
  };
  const feed = new Feed(id, take);
  const clock = setInterval(() => { if (record.status === "running") head(); }, TICK_MS);
  const keys = (event) => pictures.key(event);
  document.addEventListener("keydown", keys);
  return () => {
    feed.close();
    clearInterval(clock);
    document.removeEventListener("keydown", keys);
  };
}

/** Whether the run waits after this event: for its turn, for somebody, or (empty) for nothing. */
function holding({ type, payload }, before) {
  const state = type === "loop_state" && payload.state;
  if (state === "paused" || state === "queued") return state;
  return state === "resumed" || before === "queued" ? "" : before;
}

/** What is planned and what has become of it. */
class PlanOfRun {
  #done = new Map();
  #planned = [];

  /** Whether the event changes what is shown. */
  take({ type, stepIndex, payload }) {
    if (type === "plan_chunk") this.#planned = [...payload.steps];
    else if (type === "step_start") {
      this.#done.set(stepIndex, { step: payload.step, state: "now" });
      this.#planned.shift();
    } else if (type === "step_success") this.#done.set(stepIndex, { step: payload.step, target: payload.target, state: "done" });
    else if (type === "step_failure") this.#done.set(stepIndex, { step: payload.step, state: payload.final ? "failed" : "now" });
    else return false;
    return true;
  }

  shown() {
    const rows = [...this.#done.entries()].sort(([a], [b]) => a - b).map(([, each]) => each);
    const open = this.#planned.map((step) => ({ step, state: "open" }));
    const all = [...rows, ...open];
    return h("section", { class: "card" }, h("h2", t("run.plan")), all.length
      ? h("ol", { class: "plan" }, all.map(({ step, target, state }) => h("li", { class: state }, stepSentence(step, target, "do"), " ", h("small", t(`run.plan.${state}`)))))
      : h("p", { class: "empty" }, t("run.plan.none")));
  }

  progress(isOver) {
    const done = [...this.#done.values()].filter(({ state }) => state === "done").length;
    const total = this.#done.size + this.#planned.length;
    const said = this.#planned.length || isOver ? t("run.progress", { done, total }) : t("run.progressOpen", { done });
    return h("div", { class: "progress" }, h("progress", { max: Math.max(1, total), value: done, "aria-label": said }), h("small", said));
  }
}

function verdict(record, pictures) {
  const facts = record.evidence ?? [];
  return h("section", { class: `card verdict ${record.verdict ?? "inconclusive"}`, "aria-label": t("run.why") },
    h("h2", verdictName(record)),
    h("p", record.verdictReason ?? t("run.noReason")),
    facts.length > 0 && h("details", { open: true }, h("summary", `${t("run.evidence")} (${facts.length})`), h("ol", { class: "evidence" }, facts.map((fact) => evidence(fact, pictures)))));
}

function evidence(fact, pictures) {
  const way = fact.supports === true ? "for" : fact.supports === false ? "against" : "neither";
  return h("li", { class: way },
    h("strong", t(`source.${fact.source}`)), " ", way !== "neither" && [h("small", { class: "way" }, t(`run.evidence.${way}`)), " "], h("span", fact.text),
    fact.stepIndex !== undefined && h("small", ` · ${t("run.evidence.step", { number: fact.stepIndex + 1 })}`),
    fact.screenshotPath && [" ", h("button", { class: "quiet", onclick: () => pictures.show(fact.screenshotPath) }, t("run.evidence.picture"))]);
}

function side(record) {
  const file = (href, name) => h("li", h("a", { href, download: true }, name));
  const exports = ["playwright", "junit", "json"].map((format) => file(`/v1/runs/${record.id}/export?format=${format}`, t(`run.export.${format}`)));
  const { usage } = record;
  return h("section", { class: "card" }, h("h2", t("run.artifacts")),
    record.videoPath && h("video", { src: record.videoPath, controls: true, preload: "metadata", "aria-label": t("run.video") }),
    h("ul", record.videoPath && file(record.videoPath, t("run.video")), record.tracePath && file(record.tracePath, t("run.trace")), exports),
    h("p", { class: "about" }, h("strong", t("run.usage")), ": ", usage ? parts("run.usage.tokens", { prompt: usage.promptTokens, completion: usage.completionTokens, calls: usage.calls }) : t("run.usage.none")));
}
