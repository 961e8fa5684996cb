import { get, post, put, query, remove } from "../api.js";
import { choice, confirmed, field, h, replace, trouble } from "../dom.js";
import { LANGUAGES, language, t } from "../i18n.js";
import { applyTheme, prefer, preferences } from "../preferences.js";

export async function settings(main, { redraw }) {
  const [llm, { providers }, keys] = await Promise.all([get("/v1/settings/llm"), get("/v1/settings/llm/providers"), get("/v1/api-keys")]);
  replace(main, h("h1", t("settings.title")), look(redraw), model(llm, providers), apiKeys(keys, redraw));
}

function look(redraw) {
  const theme = choice(["system", "light", "dark"].map((each) => [each, t(`settings.theme.${each}`)]), preferences().theme);
  theme.addEventListener("change", () => { prefer({ theme: theme.value }); applyTheme(); });
  const words = choice(LANGUAGES, language());
  words.addEventListener("change", () => { prefer({ language: words.value }); redraw(); });
  return h("section", { class: "card inline" }, h("h2", t("settings.look")), field(t("settings.theme"), theme), field(t("settings.language"), words));
}

function model(llm, providers) {
  const holder = h("div");
  const draw = (found, words) => replace(holder, modelForm(found, providers, draw, words));
  draw(llm, "");
  return holder;
}

function modelForm({ settings: kept, status }, providers, draw, words) {
  const provider = choice(providers.map(({ id, label, name }) => [id, label ?? name ?? id]), kept?.providerId ?? providers[0].id);
  const list = h("datalist", { id: "models" });
  const name = h("input", { value: kept?.model ?? "", list: "models", required: true });
  const baseUrl = h("input", { type: "url", value: kept?.baseUrl ?? "" });
  const key = h("input", { type: "password", autocomplete: "off" });
  const said = h("div", { role: "status" }, words);
  let changed = false;
  const offer = async () => {
    try {
      const { models } = await get(query("/v1/settings/llm/models", { providerId: provider.value }));
      replace(list, models.map(({ id }) => h("option", { value: id })));
    } catch {
      // A list of suggestions may be missing.
    }
  };
  provider.addEventListener("change", offer);
  offer();
  async function attempt(doing, then) {
    try {
      await then(await doing());
    } catch (error) {
      replace(said, trouble(error));
    }
  }
  const save = () => put("/v1/settings/llm", { providerId: provider.value, model: name.value.trim(), ...(baseUrl.value && { baseUrl: baseUrl.value }), ...(key.value && { apiKey: key.value }) });
  // What is tested is what is written here, so it is saved first.
  async function test() {
    replace(said, t("settings.testing"));
    const found = changed ? await save() : null;
    const { ok, message } = await post("/v1/settings/llm/test");
    const tested = h("p", { class: ok ? "good" : "trouble" }, message);
    if (found) draw(found, tested);
    else replace(said, tested);
  }
  const submit = (event) => { event.preventDefault(); attempt(save, (found) => draw(found, t("settings.saved"))); };
  const form = h("form", { class: "card", "aria-label": t("settings.model"), onsubmit: submit, oninput: () => { changed = true; } },
    h("h2", t("settings.model")), h("p", { class: "about" }, t("settings.model.about")),
    h("p", status.available ? t("settings.model.now", { model: `${status.provider} · ${status.model}` }) : t("settings.model.none")),
    h("div", { class: "fields" }, field(t("settings.provider"), provider), field(t("settings.modelName"), name), field(t("settings.baseUrl"), baseUrl, t("settings.baseUrl.hint")),
      field(t("settings.key"), key, kept?.apiKeyConfigured ? t("settings.key.kept", { hint: kept.apiKeyHint }) : t("settings.key.never"))),
    list, said,
    h("div", { class: "row" }, h("button", { class: "primary" }, t("settings.save")),
      h("button", { type: "button", name: "test", onclick: () => { if (!changed || form.reportValidity()) attempt(test, () => {}); } }, t("settings.test")),
      kept && h("button", { type: "button", onclick: () => attempt(() => remove("/v1/settings/llm"), (found) => draw(found, "")) }, t("settings.forget"))));
  return form;
}

function apiKeys(keys, redraw) {
  const label = h("input", { required: true, maxlength: 200 });
  const said = h("div");
  async function add(event) {
    event.preventDefault();
    try {
      const { key } = await post("/v1/api-keys", { label: label.value });
      // Only pages from https or this machine may write to the clipboard.
      const copy = navigator.clipboard && h("button", { type: "button", onclick: async () => { await navigator.clipboard.writeText(key); copy.textContent = t("settings.keys.copied"); } }, t("settings.keys.copy"));
      label.value = "";
      replace(said, h("div", { class: "note", role: "status" }, h("p", t("settings.keys.once")), h("code", key), " ", copy));
      replace(list, rows(await get("/v1/api-keys")));
    } catch (error) {
      replace(said, trouble(error));
    }
  }
  async function drop(key) {
    if (!(await confirmed(t("settings.keys.sure", { label: key.label }), t("app.delete"), t("app.cancel")))) return;
    await remove(`/v1/api-keys/${key.id}`);
    redraw();
  }
  const rows = (all) => all.map((key) => h("li", h("span", key.label), " ", h("code", key.key), " ", h("button", { type: "button", class: "danger", onclick: () => drop(key), "aria-label": `${t("app.delete")}: ${key.label}` }, t("app.delete"))));
  const list = h("ul", { class: "keys" }, rows(keys));
  return h("form", { class: "card", onsubmit: add, "aria-label": t("settings.keys") }, h("h2", t("settings.keys")), h("p", { class: "about" }, t("settings.keys.about")), list, field(t("settings.keys.label"), label), said, h("button", {}, t("settings.keys.add")));
}
