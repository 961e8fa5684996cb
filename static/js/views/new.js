import { get, post } from "../api.js";
import { choice, field, h, replace, tick, trouble } from "../dom.js";
import { t } from "../i18n.js";
import { prefer, preferences } from "../preferences.js";
import { stepSentence } from "../sentences.js";

const NEW = "+";
const EXAMPLE = '[\n  {"action": "goto", "url": "/"},\n  {"action": "assertText", "text": "Welcome"}\n]';
const lines = (area) => area.value.split("\n").map((line) => line.trim()).filter(Boolean);

export async function create(main, { params, go, left }) {
  const projects = await get("/v1/projects");
  const form = controls(projects, params.get("project") ?? preferences().project);
  const said = h("div");
  const preview = h("section", { class: "preview", "aria-live": "polite" });
  let draft = null;
  const buttons = [form.look, form.start];

  async function attempt(doing) {
    replace(said);
    for (const button of buttons) button.disabled = true;
    try {
      await doing();
    } catch (error) {
      replace(said, trouble(error));
      said.scrollIntoView({ block: "nearest" });
    }
    for (const button of buttons) button.disabled = false;
  }
  async function project() {
    if (form.project.value !== NEW) return form.project.value;
    const made = await post("/v1/projects", { label: form.projectName.value });
    form.project.prepend(h("option", { value: made.id }, made.label));
    form.project.value = made.id;
    form.nameRow.hidden = true;
    return made.id;
  }
  async function look() {
    draft = null;
    const { steps } = form.body();
    if (steps) {
      replace(preview, h("h2", t("new.plan")), asList(steps));
      return;
    }
    replace(preview, h("p", { class: "busy" }, t("new.planning")));
    try {
      const plan = await post("/v1/plan", { project: await project(), baseUrl: form.url.value.trim(), goal: form.goal.value });
      if (left()) return;
      draft = plan.draft;
      replace(preview, planned(plan));
    } catch (error) {
      replace(preview);
      throw error;
    }
  }
  async function start() {
    const body = { ...form.body(), project: await project() };
    // What was previewed is what is done first, as long as it is still the same goal on the same page.
    if (draft && body.assist && draft.baseUrl === body.baseUrl && draft.assist.goal === body.assist.goal) body.steps = draft.steps;
    prefer({ project: body.project, baseUrl: body.baseUrl });
    const { id } = await post("/v1/run", body);
    go(`/runs/${id}`);
  }
  form.look.addEventListener("click", () => { if (form.element.reportValidity()) attempt(look); });
  form.element.addEventListener("submit", (event) => { event.preventDefault(); attempt(start); });
  form.ending.before(said, preview);
  replace(main, h("h1", t("new.title")), form.element);
}

function planned({ draft, meta, observer }) {
  return [
    h("h2", t("new.plan")),
    h("p", { class: "about" }, t("new.plan.by", { who: meta.model, title: observer?.title ?? observer?.url ?? draft.baseUrl })),
    draft.steps.length ? asList(draft.steps) : h("p", { class: "empty" }, t("new.plan.none")),
    meta.unsure ? h("p", { class: "note" }, t("new.plan.unsure", { why: meta.unsure })) : meta.hasMore && h("p", { class: "about" }, t("new.plan.more")),
  ];
}

const asList = (steps) => h("ol", { class: "plan" }, steps.map((step) => h("li", stepSentence(step, null, "do"))));

function controls(projects, chosen) {
  const project = choice([...projects.map(({ id, label }) => [id, label]), [NEW, t("new.newProject")]], projects.some(({ id }) => id === chosen) ? chosen : (projects[0]?.id ?? NEW));
  const projectName = h("input", { maxlength: 200 });
  const nameRow = field(t("new.projectName"), projectName);
  const naming = () => { nameRow.hidden = project.value !== NEW; projectName.required = project.value === NEW; };
  project.addEventListener("change", naming);
  naming();
  const url = h("input", { type: "url", required: true, placeholder: "http://127.0.0.1:8080", value: preferences().baseUrl });
  const goal = h("textarea", { rows: 4, maxlength: 2000, required: true });
  const steps = h("textarea", { rows: 10, class: "code", spellcheck: "false", value: EXAMPLE });
  const success = conditions();
  const secrets = secretRows();
  const options = extras();
  const look = h("button", { type: "button" }, t("new.preview"));
  const start = h("button", { class: "primary" }, t("new.start"));
  const goalPart = h("div", field(t("new.goalLabel"), goal, t("new.goalHint")), success.element);
  const stepsPart = h("div", { hidden: true }, field(t("new.stepsLabel"), steps, t("new.stepsHint")));
  const kinds = ["goal", "steps"].map((kind, at) => {
    const radio = h("input", { type: "radio", name: "kind", value: kind });
    radio.checked = at === 0;
    radio.addEventListener("change", () => {
      goalPart.hidden = kind !== "goal";
      stepsPart.hidden = kind !== "steps";
      goal.required = kind === "goal";
    });
    return h("label", { class: "tick" }, radio, " ", t(`new.${kind}`));
  });
  const ending = h("div", { class: "row end" }, look, start);
  const element = h("form", { class: "card new" },
    h("div", { class: "fields" }, field(t("new.project"), project), nameRow, field(t("new.url"), url)),
    h("fieldset", { class: "row" }, h("legend", t("new.kind")), kinds), goalPart, stepsPart, secrets.element, options.element, ending);
  const body = () => {
    const common = { baseUrl: url.value.trim(), ...options.body(), ...secrets.body() };
    if (!goalPart.hidden) return { ...common, assist: { v2: true, goal: goal.value, ...options.assist(), ...success.body() } };
    return { ...common, steps: stepsOf(steps.value) };
  };
  return { element, project, projectName, nameRow, url, goal, look, start, ending, body };
}

function stepsOf(text) {
  let found;
  try {
    found = JSON.parse(text);
  } catch (error) {
    throw new Error(t("new.badJson", { why: error.message }));
  }
  if (!Array.isArray(found) || found.some((step) => typeof step?.action !== "string")) throw new Error(t("new.notList"));
  return found;
}

function conditions() {
  const [texts, urls, selectors] = [0, 1, 2].map(() => h("textarea", { rows: 2 }));
  const all = tick(t("new.success.all"), true);
  const element = h("details", h("summary", t("new.success")), field(t("new.success.text"), texts), field(t("new.success.url"), urls), field(t("new.success.selector"), selectors), all.row);
  const body = () => {
    const [textIncludes, urlIncludes, selectorVisible] = [texts, urls, selectors].map(lines);
    if (!textIncludes.length && !urlIncludes.length && !selectorVisible.length) return {};
    return { victory: { textIncludes, urlIncludes, selectorVisible, mustAll: all.box.checked } };
  };
  return { element, body };
}

function secretRows() {
  const rows = h("div");
  const add = () => {
    const name = h("input", { pattern: "[A-Z][A-Z0-9_]*", placeholder: "PASSWORD", autocomplete: "off", required: true });
    const value = h("input", { type: "password", autocomplete: "off", required: true });
    const row = h("div", { class: "fields secret" }, field(t("new.secrets.name"), name), field(t("new.secrets.value"), value),
      h("button", { type: "button", onclick: () => row.remove(), "aria-label": t("new.secrets.remove") }, "✕"));
    rows.append(row);
    name.focus();
  };
  const element = h("details", h("summary", t("new.secrets")), h("p", { class: "about" }, t("new.secrets.hint")), rows, h("button", { type: "button", onclick: add }, t("new.secrets.add")));
  const body = () => {
    const pairs = [...rows.children].map((row) => Array.from(row.querySelectorAll("input"), (input) => input.value));
    return pairs.length ? { secrets: Object.fromEntries(pairs) } : {};
  };
  return { element, body };
}

function extras() {
  const [shots, video, trace, a11y, memory] = [["shots", true], ["video", false], ["trace", false], ["a11y", false], ["memory", true]].map(([name, on]) => tick(t(`new.${name}`), on));
  const timeout = h("input", { type: "number", min: 1, max: 120000, value: 30000 });
  const horizons = h("input", { type: "number", min: 1, max: 50, value: 12 });
  const heals = h("input", { type: "number", min: 0, max: 3, value: 1 });
  const element = h("details", h("summary", t("new.options")), shots.row, video.row, trace.row, a11y.row, memory.row, h("div", { class: "fields" }, field(t("new.timeout"), timeout), field(t("new.horizons"), horizons), field(t("new.heals"), heals)));
  const body = () => ({
    captureScreenshotAfterEachStep: shots.box.checked, recordVideoOnFailure: video.box.checked, recordTrace: trace.box.checked,
    captureA11yAfterEachStep: a11y.box.checked, defaultTimeoutMs: Number(timeout.value),
  });
  const assist = () => ({ maxHorizons: Number(horizons.value), maxHealingAttemptsPerStep: Number(heals.value), memoryMode: memory.box.checked ? "adaptive" : "off" });
  return { element, body, assist };
}
