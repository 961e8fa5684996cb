// The pictures of a run: the latest beside the timeline, any of them with the arrow keys, full size on a click.

import { h, replace } from "./dom.js";
import { t } from "./i18n.js";

export class Pictures {
  #all = [];
  #at = -1;
  #image = h("img", { alt: "", hidden: true });
  #caption = h("p", { class: "about" });
  #large = h("img", { alt: "" });
  #beneath = h("p", { class: "about", role: "status" });
  #ways = [];
  #dialog = h("dialog", { class: "lightbox", closedby: "any", "aria-label": t("run.picture") },
    h("div", { class: "row" }, this.#way(-1), this.#way(1), this.#beneath, h("button", { class: "quiet", onclick: () => this.#dialog.close(), "aria-label": t("app.close") }, "✕")), this.#large);

  constructor() {
    const open = h("button", { class: "picture", hidden: true, "aria-label": t("run.picture.larger"), onclick: () => this.#dialog.showModal() }, this.#image);
    this.open = open;
    this.element = h("section", { class: "card pictures", "aria-label": t("run.picture") }, open, this.#caption, h("div", { class: "row walk", hidden: true }, this.#way(-1), this.#way(1), h("small", t("run.keys"))), this.#dialog);
    replace(this.#caption, t("run.noPicture"));
  }

  /** A new picture shows at once, unless somebody is looking at an earlier one. */
  add(path, what) {
    if (this.#all.some((each) => each.path === path)) return;
    const following = this.#at === this.#all.length - 1;
    this.#all.push({ path, what });
    if (following) this.#show(this.#all.length - 1);
    else this.#refresh();
  }

  /** Full size; whoever closes it is back where they were. */
  show(path) {
    const at = this.#all.findIndex((each) => each.path === path);
    if (at < 0) return;
    this.#show(at);
    this.#dialog.showModal();
  }

  move(by) {
    const to = this.#at + by;
    if (to >= 0 && to < this.#all.length) this.#show(to);
  }

  /** The arrow keys step through the pictures, except where they have a meaning already. */
  key(event) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const elsewhere = document.querySelector("dialog[open]") ?? this.#dialog;
    if (!step || elsewhere !== this.#dialog || event.altKey || event.ctrlKey || event.metaKey || event.target.closest?.("input, select, textarea, video")) return;
    event.preventDefault();
    this.move(step);
  }

  #way(by) {
    const button = h("button", { onclick: () => this.move(by), "aria-label": t(by < 0 ? "run.previous" : "run.next"), disabled: true }, by < 0 ? "←" : "→");
    this.#ways.push([by, button]);
    return button;
  }

  #show(at) {
    this.#at = at;
    this.#refresh();
  }

  #refresh() {
    const { path, what } = this.#all[this.#at];
    const said = t("run.picture.of", { number: this.#at + 1, count: this.#all.length, what });
    for (const image of [this.#image, this.#large]) {
      if (image.getAttribute("src") !== path) image.src = path;
      image.alt = said;
    }
    this.#image.hidden = this.open.hidden = false;
    this.open.setAttribute("aria-label", `${t("run.picture.larger")}: ${said}`);
    this.#caption.textContent = this.#beneath.textContent = said;
    this.element.querySelector(".walk").hidden = this.#all.length < 2;
    for (const [by, button] of this.#ways) button.disabled = !this.#all[this.#at + by];
  }
}
