import { get, post, remove } from "../api.js";
import { confirmed, h, replace, trouble } from "../dom.js";
import { Feed } from "../feed.js";
import { duration, t, when } from "../i18n.js";
import { files, verdict } from "../outcome.js";
import { Pictures } from "../pictures.js";
import { Plan } from "../plan.js";
import { eventSentence, pill, verdictName } from "../sentences.js";
import { Timeline } from "../timeline.js";
import { again } from "./again.js";

const TICK_MS = 1_000;
const RETRY_MS = 1_500;
const ACTIONS = { "": ["pause", "cancel"], queued: ["cancel"], pausing: ["resume", "cancel"], paused: ["resume", "cancel"], cancelling: [] };
const SLOTS = ["state", "verdict", "plan", "files", "actions", "said", "progress"];

export async function run(main, { id, go, left }) {
  const path = `/v1/runs/${encodeURIComponent(id)}`;
  const [record, projects] = await Promise.all([get(path), get("/v1/projects")]);
  if (left()) return undefined;
  const page = new RunPage(record, projects.find((each) => each.id === record.project), { path, main, go, left });
  const feed = new Feed(id, (told) => page.take(told));
  const clock = setInterval(() => page.tick(), TICK_MS);
  const keys = (event) => page.pictures.key(event);
  document.addEventListener("keydown", keys);
  return () => {
    feed.close();
    clearInterval(clock);
    document.removeEventListener("keydown", keys);
  };
}

class RunPage {
  pictures = new Pictures();
  #follow = h("input", { type: "checkbox" });
  #following = h("label", { class: "tick" }, this.#follow, " ", t("run.follow"));
  #timeline = new Timeline((picture) => this.pictures.show(picture), () => this.#follow.checked);
  #slots = Object.fromEntries(SLOTS.map((name) => [name, h("div", { class: `slot-${name}` })]));
  #line = h("p", { class: "line", role: "status" }, t("run.connecting"));
  #spoken = h("p", { class: "unseen", role: "status" });
  #arrived = performance.now();
  #held = "";
  #drawing = 0;
  #record;
  #project;
  #place;
  #wasLive;
  #plan;
  #goal;

  constructor(record, project, place) {
    this.#record = record;
    this.#project = project;
    this.#place = place;
    this.#wasLive = this.#follow.checked = this.#isLive;
    this.#plan = new Plan(record.planned);
    const count = record.planned?.length ?? record.steps.length;
    this.#goal = record.assisted?.goal ?? (count ? t("runs.scripted", { count }) : t("runs.script"));
    this.#layOut();
    this.#draw();
    this.#drawPlan();
  }

  get #isLive() {
    return this.#record.status === "running";
  }

  // By the server's clock: that of the reader may be wrong.
  get #took() {
    return this.#record.durationMs + (this.#isLive ? performance.now() - this.#arrived : 0);
  }

  tick() {
    if (this.#isLive) this.#slots.state.querySelector(".took").textContent = duration(this.#took);
  }

  take({ event, status, connection, message, end }) {
    if (event) this.#happened(event);
    else if (connection) this.#say(connection, t({ open: "run.live", lost: "run.lost", refused: "run.refused" }[connection], { why: message }));
    else if (end) this.#finish(end);
    else if (status !== this.#record.status) {
      this.#record = { ...this.#record, status, durationMs: this.#took };
      this.#drawHead();
    }
  }

  #happened(event) {
    this.#timeline.add(event);
    const { screenshotPath } = event.payload;
    if (screenshotPath) this.pictures.add(screenshotPath, h("span", eventSentence(event)).textContent);
    this.#hold(holding(event, this.#held));
    if (this.#plan.take(event)) this.#drawing ||= requestAnimationFrame(() => { this.#drawing = 0; this.#drawPlan(); });
  }

  async #finish({ events, verified }) {
    this.#record = await this.#settled();
    if (this.#place.left()) return;
    for (const { screenshotPath, text } of this.#record.evidence ?? []) if (screenshotPath) this.pictures.add(screenshotPath, text);
    if (this.#wasLive) {
      this.#draw();
      this.#spoken.textContent = t("run.over", { verdict: verdictName(this.#record) });
    }
    this.#say(verified ? "verified" : "unverified", t(verified ? "run.verified" : "run.unverified", { events }));
  }

  /** The record with its verdict, evidence and files; the connection may be lost at that moment too. */
  async #settled() {
    while (this.#wasLive && !this.#place.left()) {
      try {
        return await get(this.#place.path);
      } catch {
        await new Promise((resolve) => { setTimeout(resolve, RETRY_MS); });
      }
    }
    return this.#record;
  }

  #say(kind, text) {
    this.#line.className = `line ${kind}`;
    if (this.#line.textContent !== text) this.#line.textContent = text;
  }

  #hold(now) {
    if (now === this.#held) return;
    this.#held = now;
    this.#drawHead();
    this.#drawActions();
  }

  #layOut() {
    const slots = this.#slots;
    const every = h("input", { type: "checkbox", onchange: () => this.#timeline.element.classList.toggle("every", every.checked) });
    replace(this.#place.main,
      h("div", { class: "head" }, title(this.#goal), slots.actions),
      slots.state, this.#line, this.#spoken, slots.said, slots.verdict, slots.progress,
      h("div", { class: "columns" },
        h("section", { class: "card", "aria-label": t("run.timeline") },
          h("div", { class: "head" }, h("h2", t("run.timeline")), h("div", { class: "row" }, this.#following, h("label", { class: "tick" }, every, " ", t("run.every")))),
          this.#timeline.element),
        h("div", { class: "aside" }, this.pictures.element, slots.plan, slots.files)));
  }

  #draw() {
    this.#timeline.element.classList.toggle("live", this.#isLive);
    this.#following.hidden = !this.#isLive;
    this.#drawHead();
    this.#drawActions();
    if (this.#isLive) return;
    replace(this.#slots.verdict, verdict(this.#record, this.pictures));
    replace(this.#slots.files, files(this.#record));
  }

  #drawHead() {
    const shown = this.#isLive && this.#held ? { status: this.#held } : this.#record;
    replace(this.#slots.state, h("p", { class: "facts" }, pill(shown), " ", h("span", this.#record.baseUrl), " · ",
      this.#project && [h("a", { href: `#/runs?project=${this.#project.id}` }, this.#project.label), " · "],
      h("time", { datetime: this.#record.startedAt }, t("run.started", { when: when(this.#record.startedAt) })), " · ", h("span", { class: "took" }, duration(this.#took))));
    document.title = `${verdictName(shown)}: ${this.#goal} · Ghostly`;
  }

  #drawActions() {
    const { actions } = this.#slots;
    const focused = actions.contains(document.activeElement);
    const names = this.#isLive ? ACTIONS[this.#held] : ["again", "delete"];
    replace(actions, h("div", { class: "row" }, names.map((name) => h("button", { class: { again: "primary", delete: "danger" }[name], onclick: () => this.#act(name) }, t(`run.${name}`)))));
    if (focused) (actions.querySelector("button") ?? this.#place.main).focus({ preventScroll: true });
  }

  #drawPlan() {
    replace(this.#slots.plan, this.#plan.shown());
    replace(this.#slots.progress, this.#plan.progress());
  }

  async #act(name) {
    replace(this.#slots.said);
    try {
      await this[name]();
    } catch (error) {
      replace(this.#slots.said, trouble(error));
    }
  }

  async cancel() {
    if (!(await confirmed(t("run.cancel.sure"), t("run.cancel.yes"), t("run.cancel.no")))) return;
    await post(`${this.#place.path}/cancel`);
    if (this.#isLive) this.#hold("cancelling");
  }

  async pause() {
    await post(`${this.#place.path}/pause`);
    if (!this.#held) this.#hold("pausing");
  }

  async resume() {
    await post(`${this.#place.path}/resume`);
    if (this.#held === "pausing") this.#hold("");
  }

  again() {
    again(this.#record, this.#place.go);
  }

  async delete() {
    if (!(await confirmed(t("run.delete.sure"), t("app.delete"), t("app.cancel")))) return;
    await remove(this.#place.path);
    this.#place.go("/runs");
  }
}

/** Whether the run waits after this event, or was told to: for its turn, for somebody, for its end, or (empty) for nothing. */
function holding({ type, payload }, before) {
  const state = type === "loop_state" && payload.state;
  if (before === "cancelling") return before;
  if (state === "paused" || state === "queued") return state;
  return state === "resumed" || before === "queued" ? "" : before;
}

/** A goal may be as long as a page: its beginning, and a button for the rest. */
function title(goal) {
  const heading = h("h1", { class: "goal" }, goal);
  const more = h("button", { class: "quiet", hidden: true, onclick: () => { heading.classList.add("whole"); more.remove(); } }, t("run.wholeGoal"));
  requestAnimationFrame(() => { more.hidden = heading.scrollHeight <= heading.clientHeight + 4; });
  return h("div", { class: "title" }, heading, more);
}
