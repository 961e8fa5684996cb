// Builds elements. Whatever comes from a page under test becomes text, never markup.

const SVG = "http://www.w3.org/2000/svg";

function give(element, given) {
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "style") for (const [rule, set] of Object.entries(value)) element.style.setProperty(rule, set);
    else if (name === "value" && "value" in element) element.value = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
}

function add(element, parts) {
  element.append(...parts.flat(Infinity).filter((part) => part !== undefined && part !== null && part !== false));
  return element;
}

/** h("a", {href: "#/"}, "Home"): attributes may be left out; on… are listeners. */
export function h(tag, given, ...parts) {
  const element = document.createElement(tag);
  const isPart = given instanceof Node || Array.isArray(given) || typeof given !== "object" || given === null;
  if (isPart) parts.unshift(given);
  add(element, parts);
  if (!isPart) give(element, given);
  return element;
}

export function svg(tag, given = {}, ...parts) {
  const element = document.createElementNS(SVG, tag);
  give(element, given);
  return add(element, parts);
}

export function replace(parent, ...parts) {
  parent.replaceChildren();
  return add(parent, parts);
}

let names = 0;

/** A label and its control, with a hint beneath when there is one. */
export function field(label, control, hint) {
  control.id ||= `field-${++names}`;
  const about = hint && h("small", { id: `${control.id}-hint` }, hint);
  if (about) control.setAttribute("aria-describedby", about.id);
  return h("div", { class: "field" }, h("label", { for: control.id }, label), control, about);
}

export function tick(label, checked, given = {}) {
  const box = h("input", { type: "checkbox", ...given });
  box.checked = checked;
  const row = h("label", { class: "tick" }, box, " ", label);
  return { box, row };
}

/** A <select> of [value, label] pairs. */
export function choice(pairs, chosen, given = {}) {
  const select = h("select", given, pairs.map(([value, label]) => h("option", { value }, label)));
  select.value = chosen;
  return select;
}

/** What went wrong, said to everybody: sentence first, then what concerns single fields. */
export function trouble(error) {
  const fields = Object.values(error.fields ?? {}).flat().filter((sentence) => !error.message.includes(sentence));
  return h("div", { class: "trouble", role: "alert" }, h("p", error.message), fields.length ? h("ul", fields.map((each) => h("li", each))) : null);
}

/** A yes-or-no question; resolves to whether it was confirmed. */
export function confirmed(question, yes, no) {
  return new Promise((resolve) => {
    const dialog = h("dialog", { class: "question", closedby: "any", "aria-label": question },
      h("p", question),
      h("form", { method: "dialog", class: "row end" },
        h("button", { value: "no" }, no), h("button", { value: "yes", class: "danger" }, yes)));
    dialog.addEventListener("close", () => { dialog.remove(); resolve(dialog.returnValue === "yes"); });
    document.body.append(dialog);
    dialog.showModal();
  });
}
