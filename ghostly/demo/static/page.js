// What every page does: toasts that go away, forms that ask first, and the words and settings for the other scripts.

const data = JSON.parse(document.getElementById("page-data").textContent);

export const settings = data.settings;

export function say(key, values = {}) {
  return data.words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

export function toast(message, isBad = false) {
  const element = document.createElement("p");
  element.className = isBad ? "toast bad" : "toast";
  element.textContent = message;
  document.getElementById("toasts").append(element);
  letGo(element);
}

export async function send(method, url, body) {
  try {
    const response = await fetch(url, {
      method,
      headers: { "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: response.status, ok: response.ok, body: await response.json() };
  } catch {
    // No server, or no JSON: whoever asked tells it in words.
    return { status: 0, ok: false, body: {} };
  }
}

function letGo(element) {
  setTimeout(() => element.remove(), settings.toastMs);
}

document.querySelectorAll("[data-toast]").forEach(letGo);

document.addEventListener("submit", (event) => {
  const question = event.target.dataset.confirm;
  if (question && !window.confirm(question)) event.preventDefault();
});

document.addEventListener("change", (event) => {
  const form = event.target.closest("[data-sends-changes]");
  if (form) form.requestSubmit();
});

const cover = document.querySelector("[data-cover]");
cover?.querySelector("[data-closes-cover]").addEventListener("click", () => cover.remove());
if (cover) {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") cover.remove();
  });
}

document.querySelector("[data-print]")?.addEventListener("click", () => window.print());

const current = document.querySelector(".main-nav [aria-current]");
if (current) current.parentElement.scrollLeft = current.offsetLeft - current.parentElement.offsetLeft - 40;
