import { signIn } from "../api.js";
import { field, h, replace, trouble } from "../dom.js";
import { t } from "../i18n.js";

/** `done(user)` is called when somebody has signed in; `ended`: they were, and their session has ended. */
export function login(main, done, ended) {
  const email = h("input", { type: "email", autocomplete: "username", required: true });
  const password = h("input", { type: "password", autocomplete: "current-password", required: true });
  const said = h("div");
  const go = h("button", { class: "primary" }, t("login.go"));
  async function submit(event) {
    event.preventDefault();
    go.disabled = true;
    try {
      done(await signIn(email.value, password.value));
    } catch (error) {
      replace(said, trouble(error));
      password.select();
    }
    go.disabled = false;
  }
  replace(main, h("div", { class: "login card" },
    h("h1", h("img", { src: "/static/icon.svg", alt: "", width: 40, height: 40 }), " Ghostly"),
    h("p", t("login.about")),
    ended && h("p", { role: "status", class: "note" }, t("login.ended")),
    h("form", { onsubmit: submit, "aria-label": t("login.title") }, field(t("login.email"), email), field(t("login.password"), password, t("login.first")), said, go)));
  email.focus();
}
