// The events of a run as they come, grouped by horizon. However many come at once, the page stays usable:
// they are drawn a screenful a frame, and what is off screen is not laid out.

import { h } from "./dom.js";
import { clock, duration, t } from "./i18n.js";
import { eventSentence } from "./sentences.js";

const A_SCREENFUL = 80;
// From here on lists that are off screen are not laid out.
const LONG = 400;
const NEAR = 120;
// Told for completeness; shown when somebody asks for every event.
const MINOR = new Set(["step_start", "horizon_start", "horizon_end", "memory_miss"]);
const MINOR_STATES = new Set(["planning", "executing"]);
const MARKS = { step_success: "✓", step_failure: "✕", run_end: "■", heal_start: "✚", heal_action: "✚", heal_success: "✚", heal_failure: "✕", plan_chunk: "☰", recon: "◉", memory_hit: "★" };

export class Timeline {
  #waiting = [];
  #count = 0;
  #frame = 0;
  #group = null;
  #onPicture;
  #follow;

  /** `onPicture(path)` is called when somebody asks for the picture of an event; `follow()` says whether to scroll. */
  constructor(onPicture, follow) {
    this.element = h("div", { class: "timeline", tabindex: 0, role: "group", "aria-label": t("run.timeline") });
    this.#onPicture = onPicture;
    this.#follow = follow;
  }

  add(event) {
    this.#waiting.push(event);
    this.#frame ||= requestAnimationFrame(() => this.#draw());
  }

  #draw() {
    this.#frame = 0;
    const now = this.#waiting.splice(0, A_SCREENFUL);
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    // Whoever has scrolled up to read is left there.
    const atEnd = scrollHeight - scrollTop - clientHeight < NEAR;
    for (const event of now) this.#place(event);
    this.#count += now.length;
    this.element.classList.toggle("long", this.#count > LONG);
    if (atEnd && this.#follow()) this.element.scrollTop = this.element.scrollHeight;
    if (this.#waiting.length) this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #place(event) {
    if (event.type === "horizon_start" || !this.#group) {
      const name = event.type === "horizon_start" ? t("run.horizon", { number: event.payload.horizon }) : t("run.start");
      this.#begin(name);
    } else if (this.#group.childElementCount >= A_SCREENFUL) {
      // A long group goes on in a new list, so that the old one need not be laid out again.
      this.#group = h("ol", { class: "events" });
      this.element.lastElementChild.append(this.#group);
    }
    this.#group.append(this.#row(event));
  }

  #begin(name) {
    this.#group = h("ol", { class: "events" });
    this.element.append(h("section", { class: "horizon", "aria-label": name }, h("h3", name), this.#group));
  }

  #row(event) {
    const { type, payload } = event;
    const minor = MINOR.has(type) || (type === "loop_state" && MINOR_STATES.has(payload.state)) || (type === "victory_check" && !payload.configured);
    const picture = payload.screenshotPath;
    const said = h("span", { class: "said" }, eventSentence(event));
    const bad = type === "step_failure" || type === "heal_failure";
    return h("li", { class: `event ${type}${minor ? " minor" : ""}${bad ? " bad" : ""} ${type === "run_end" ? payload.verdict ?? payload.status : ""}`, "data-seq": event.seq },
      h("time", { datetime: event.at }, clock(event.at)),
      h("span", { class: "mark", "aria-hidden": "true" }, MARKS[type] ?? "·"),
      said,
      payload.durationMs !== undefined && h("small", duration(payload.durationMs)),
      picture && h("button", { class: "quiet", onclick: () => this.#onPicture(picture), "aria-label": `${t("run.picture")}: ${said.textContent}` }, "▣"));
  }
}
