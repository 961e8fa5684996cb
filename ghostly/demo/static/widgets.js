// The widgets page: a web component that subscribes, and a board whose cards can be dragged.

import { say, send, toast } from "./page.js";

class NewsletterBox extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: "open" });
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = new URL("demo.css", import.meta.url).href;
    root.append(style, this.form());
  }

  form() {
    const form = document.createElement("form");
    form.className = "stack";
    form.noValidate = true;
    const label = document.createElement("label");
    label.htmlFor = "newsletter-email";
    label.textContent = say("newsletter_email");
    const input = Object.assign(document.createElement("input"), { id: "newsletter-email", type: "email" });
    const button = Object.assign(document.createElement("button"), { textContent: say("newsletter_button") });
    button.className = "primary";
    const answer = document.createElement("p");
    answer.setAttribute("role", "status");
    form.append(label, input, button, answer);
    form.addEventListener("submit", (event) => this.subscribe(event, input, answer));
    return form;
  }

  async subscribe(event, input, answer) {
    event.preventDefault();
    const result = await send("POST", "/api/newsletter", { email: input.value });
    answer.textContent = result.ok ? say("subscribed", result.body) : result.body.error;
  }
}

customElements.define("newsletter-box", NewsletterBox);

document.addEventListener("dragstart", (event) => {
  const card = event.target.closest?.("[data-card]");
  if (card) event.dataTransfer.setData("text/plain", card.dataset.card);
});

for (const lane of document.querySelectorAll("[data-lane]")) {
  lane.addEventListener("dragover", (event) => {
    event.preventDefault();
    lane.classList.add("over");
  });
  lane.addEventListener("dragleave", () => lane.classList.remove("over"));
  lane.addEventListener("drop", (event) => {
    event.preventDefault();
    lane.classList.remove("over");
    drop(event.dataTransfer.getData("text/plain"), lane);
  });
}

async function drop(id, lane) {
  const card = document.getElementById(`card-${id}`);
  if (!card) return;
  const answer = await send("POST", "/api/board", { card: id, lane: lane.dataset.lane });
  if (!answer.ok) {
    toast(say("failed"), true);
    return;
  }
  lane.querySelector("ul").append(card);
  toast(say("moved", { card: card.textContent, lane: lane.querySelector("h3").textContent }));
}
