import { get, post, remove } from "../api.js";
import { confirmed, field, h, replace, trouble } from "../dom.js";
import { t, when } from "../i18n.js";

export async function projects(main, { go }) {
  const found = await get("/v1/projects");
  const name = h("input", { name: "label", required: true, maxlength: 200 });
  const color = h("input", { type: "color", value: "#6366f1" });
  const said = h("div");
  async function add(event) {
    event.preventDefault();
    try {
      await post("/v1/projects", { label: name.value, color: color.value });
      go("/projects");
    } catch (error) {
      replace(said, trouble(error));
    }
  }
  async function drop(project) {
    if (!(await confirmed(t("projects.sure", { label: project.label }), t("app.delete"), t("app.cancel")))) return;
    await remove(`/v1/projects/${project.id}`);
    go("/projects");
  }
  replace(main,
    h("h1", t("projects.title")),
    found.length ? null : h("p", { class: "empty" }, t("projects.none")),
    h("ul", { class: "cards" }, found.map((project) => h("li", { class: "card" },
      h("h2", h("span", { class: "dot", style: { background: project.color }, "aria-hidden": "true" }), " ", project.label),
      h("p", { class: "about" }, t("projects.created", { when: when(project.createdAt) })),
      h("div", { class: "row" },
        h("a", { class: "button", href: `#/runs?project=${project.id}` }, t("projects.runs")),
        h("a", { class: "button", href: `#/new?project=${project.id}` }, t("nav.new")),
        h("button", { class: "danger", onclick: () => drop(project), "aria-label": `${t("app.delete")}: ${project.label}` }, t("app.delete")))))),
    h("form", { class: "card inline", onsubmit: add, "aria-label": t("projects.add") }, h("h2", t("projects.add")), field(t("projects.name"), name), field(t("projects.color"), color), said, h("button", { class: "primary" }, t("projects.add"))));
}
