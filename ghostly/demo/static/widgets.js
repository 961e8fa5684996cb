// The widgets page: a web component that subscribes.

import { say, send } from "./page.js";

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
    answer.textContent = result.ok ? say("subscribed", result.body) : (result.body.error ?? say("failed"));
  }
}

customElements.define("newsletter-box", NewsletterBox);
