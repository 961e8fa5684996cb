import { post } from "../api.js";
import { choice, field, h, replace, trouble } from "../dom.js";
import { t } from "../i18n.js";
import { stepSentence } from "../sentences.js";

const HIDDEN = "[REDACTED]";

/** Asks how a run is to be run again, and does it. */
export function again(record, open) {
  const goal = record.assisted?.assistConfig && record.assisted.goal;
  const modes = ["same", "data", ...(goal ? ["instructions"] : [])];
  const how = choice(modes.map((mode) => [mode, t(`run.again.${mode}`)]), "same");
  const instructions = h("textarea", { rows: 3, required: true, maxlength: 2000 });
  const inputs = values(record);
  const part = h("div");
  const said = h("div");
  const show = () => replace(part,
    how.value === "instructions" && field(t("run.again.instruction"), instructions),
    how.value === "data" && (inputs.length ? inputs.map(({ row }) => row) : h("p", { class: "empty" }, t("run.again.noData"))));
  how.addEventListener("change", show);
  async function start(event) {
    event.preventDefault();
    go.disabled = true;
    const changed = inputs.filter(({ input, before }) => input.value !== before).map(({ index, input }) => [index, input.value]);
    const body = { mode: how.value, ...(how.value === "instructions" && { instructions: instructions.value }), ...(how.value === "data" && { values: Object.fromEntries(changed) }) };
    try {
      const { id } = await post(`/v1/runs/${record.id}/rerun`, body);
      dialog.close();
      open(`/runs/${id}`);
    } catch (error) {
      replace(said, trouble(error));
    }
    go.disabled = false;
  }
  const go = h("button", { class: "primary" }, t("new.start"));
  const dialog = h("dialog", { class: "again", "aria-label": t("run.again") },
    h("form", { onsubmit: start }, h("h2", t("run.again")), field(t("run.again.how"), how), part, said,
      h("div", { class: "row end" }, h("button", { type: "button", onclick: () => dialog.close() }, t("app.cancel")), go)));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function values(record) {
  const steps = new Map();
  for (const { type, stepIndex, payload } of record.events) if (["step_start", "step_success"].includes(type) && typeof payload.step.value === "string") steps.set(stepIndex, payload);
  return [...steps].map(([index, { step, target }]) => {
    const hidden = step.value.includes(HIDDEN);
    const before = hidden ? "" : step.value;
    const input = h("input", { type: hidden ? "password" : "text", value: before, autocomplete: "off", required: hidden && Boolean(record.assisted) });
    const what = h("span", stepSentence(step, target, "do")).textContent;
    return { index, input, before, row: field(t("run.again.value", { number: index + 1, what }), input, hidden && record.assisted ? t("run.again.secret") : undefined) };
  });
}
