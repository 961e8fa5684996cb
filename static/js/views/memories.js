import { get, query, remove } from "../api.js";
import { choice, confirmed, h, replace } from "../dom.js";
import { t, when } from "../i18n.js";
import { stepSentence } from "../sentences.js";

export async function memories(main, { params, go }) {
  const project = params.get("project") ?? "";
  const [found, projects] = await Promise.all([get(query("/v1/memories", { project })), get("/v1/projects")]);
  const place = choice([["", t("home.all")], ...projects.map(({ id, label }) => [id, label])], project, { name: "project", "aria-label": t("home.project") });
  place.addEventListener("change", () => go(query("/memories", { project: place.value })));
  async function forget(memory) {
    if (!(await confirmed(t("memories.sure"), t("memories.forget"), t("app.cancel")))) return;
    await remove(`/v1/memories/${memory.id}`);
    go(query("/memories", { project }));
  }
  replace(main,
    h("div", { class: "head" }, h("h1", t("memories.title")), place),
    h("p", { class: "about" }, t("memories.about")),
    found.length ? null : h("p", { class: "empty" }, t("memories.none")),
    h("ul", { class: "cards" }, found.map((memory) => h("li", { class: "card" },
      h("h2", memory.goal),
      h("p", { class: "about" }, [memory.baseUrl, t("memories.saved", { when: when(memory.savedAt) }), t("memories.hits", { count: memory.hits }), memory.doubts ? t("memories.doubts", { count: memory.doubts }) : ""].filter(Boolean).join(" · ")),
      h("details", h("summary", t("memories.steps", { count: memory.steps.length })), h("ol", memory.steps.map((step) => h("li", stepSentence(step, null, "do"))))),
      h("button", { class: "danger", onclick: () => forget(memory), "aria-label": `${t("memories.forget")}: ${memory.goal}` }, t("memories.forget"))))));
}
