// What this browser remembers: how things look, and which project was used last. Nothing secret.

const KEY = "ghostly.preferences";
const DEFAULTS = { theme: "system", language: "", project: "", baseUrl: "" };

export function preferences() {
  try {
    return { ...DEFAULTS, ...JSON.parse(localStorage.getItem(KEY) ?? "{}") };
  } catch {
    return { ...DEFAULTS };
  }
}

export function prefer(changes) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...preferences(), ...changes }));
  } catch {
    // A browser that keeps nothing still shows everything.
  }
}

export function applyTheme() {
  document.documentElement.dataset.theme = preferences().theme;
}
