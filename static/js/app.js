// The shell: who is signed in, which page is shown, and what is around it.

import { session, signOut, whenSignedOut } from "./api.js";
import { h, replace, trouble } from "./dom.js";
import { has, loadWords, t } from "./i18n.js";
import { applyTheme } from "./preferences.js";

const PAGES = [
  { pattern: /^\/$/, name: "home", load: async () => (await import("./views/home.js")).home },
  { pattern: /^\/runs$/, name: "runs", load: async () => (await import("./views/runs.js")).runs },
  { pattern: /^\/runs\/([0-9a-f-]{36})$/, name: "run", under: "runs", load: async () => (await import("./views/run.js")).run },
  { pattern: /^\/new$/, name: "new", load: async () => (await import("./views/new.js")).create },
  { pattern: /^\/projects$/, name: "projects", load: async () => (await import("./views/projects.js")).projects },
  { pattern: /^\/memories$/, name: "memories", load: async () => (await import("./views/memories.js")).memories },
  { pattern: /^\/settings$/, name: "settings", load: async () => (await import("./views/settings.js")).settings },
];
const NAVIGATION = [["home", "/"], ["runs", "/runs"], ["new", "/new"], ["projects", "/projects"], ["memories", "/memories"], ["settings", "/settings"]];

const root = document.getElementById("app");
const main = h("main", { id: "main", tabindex: "-1" });
let user = null;
let leave = () => {};
let visit = 0;

/** To another page; to the same one, it is drawn anew. */
function go(path) {
  if (location.hash === `#${path}`) show();
  else location.hash = path;
}

function frame() {
  const links = NAVIGATION.map(([name, path]) => h("a", { href: `#${path}`, "data-name": name }, t(`nav.${name}`)));
  replace(root,
    h("a", { class: "skip", href: "#main", onclick: (event) => { event.preventDefault(); main.focus(); } }, t("app.skip")),
    h("header", { class: "top" },
      h("a", { class: "brand", href: "#/" }, h("img", { src: "/static/icon.svg", alt: "", width: 26, height: 26 }), " Ghostly"),
      h("nav", { "aria-label": t("app.nav") }, links),
      h("div", { class: "who" }, h("small", user.email), h("button", { class: "quiet", onclick: out }, t("app.signOut")))),
    main);
}

async function out() {
  await signOut();
  enter(false);
}

async function enter(ended) {
  visit++;
  leave();
  leave = () => {};
  user = null;
  document.title = "Ghostly";
  const { login } = await import("./views/login.js");
  const page = h("main", { id: "main" });
  replace(root, page);
  login(page, (who) => { user = who; frame(); show(); }, ended);
}

async function show() {
  if (!user) return;
  const mine = ++visit;
  leave();
  leave = () => {};
  const [path, search = ""] = (location.hash.slice(1) || "/").split("?");
  const page = PAGES.find(({ pattern }) => pattern.test(path));
  const name = page?.under ?? page?.name;
  for (const link of root.querySelectorAll("nav a")) {
    if (link.dataset.name === name) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  const title = `nav.${name}`;
  document.title = `${has(title) ? t(title) : t("app.notFound")} · Ghostly`;
  main.setAttribute("aria-busy", "true");
  const moved = main.dataset.path !== undefined && main.dataset.path !== path;
  main.dataset.path = path;
  const focused = main.contains(document.activeElement) && !moved ? document.activeElement : null;
  if (moved || !main.firstChild) replace(main, h("p", { class: "busy", role: "status" }, t("app.loading")));
  try {
    if (!page) throw new Error(t("app.notFound"));
    const [view] = await Promise.all([page.load()]);
    if (mine !== visit) return;
    const stop = await view(main, { params: new URLSearchParams(search), id: page.pattern.exec(path)[1], go, redraw: restart, left: () => mine !== visit });
    if (mine !== visit) stop?.();
    else leave = stop ?? leave;
    if (mine === visit && moved) { main.focus({ preventScroll: true }); scrollTo(0, 0); }
    // A page that is drawn anew keeps the keyboard on the same control, or at least in the page.
    if (mine === visit && focused && !focused.isConnected) (main.querySelector(`[name="${CSS.escape(focused.name || "-")}"]`) ?? main).focus({ preventScroll: true });
  } catch (error) {
    if (mine === visit) replace(main, h("h1", name && has(title) ? t(title) : "Ghostly"), trouble(error), h("button", { onclick: show }, t("app.retry")));
  }
  if (mine === visit) main.removeAttribute("aria-busy");
}

async function restart() {
  await loadWords();
  frame();
  await show();
}

async function begin() {
  applyTheme();
  await loadWords();
  whenSignedOut(() => { if (user) enter(true); });
  window.addEventListener("hashchange", show);
  // The last place that catches what a click has led to.
  window.addEventListener("unhandledrejection", (event) => {
    if (!event.reason?.message) return;
    event.preventDefault();
    main.prepend(trouble(event.reason));
  });
  try {
    user = (await session()) ?? null;
  } catch (error) {
    replace(root, h("main", trouble(error), h("button", { onclick: begin }, t("app.retry"))));
    return;
  }
  if (user) {
    frame();
    await show();
  } else await enter(false);
}

begin();
