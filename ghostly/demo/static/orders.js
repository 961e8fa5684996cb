// The orders page: the dialog that writes an order, and the table that shows it without a reload.

import { say, send, settings, toast } from "./page.js";

const part = (name) => document.querySelector(`[data-part="${name}"]`);
const fields = [...document.querySelectorAll("[data-field]")];
const field = (name) => fields.find((element) => element.dataset.field === name);
const totals = settings.hasTotals ? { show: showTotal } : undefined;
let edited = null;
let address = new URL(location.href);
let refreshes = 0;

function showTotal() {
  const price = Number(field("product").selectedOptions[0]?.dataset.price ?? 0);
  const total = (price * Number(field("quantity").value)) / 100;
  const format = new Intl.NumberFormat(document.documentElement.lang, { style: "currency", currency: "EUR" });
  part("total").value = format.format(total);
}

function showProblems(problems, general = "") {
  for (const element of fields) {
    const name = element.dataset.field;
    element.toggleAttribute("aria-invalid", name in problems);
    if (name in problems) element.setAttribute("aria-invalid", "true");
    document.querySelector(`[data-problem="${name}"]`).textContent = problems[name] ?? "";
  }
  part("problem").textContent = general;
  part("problem").hidden = !general;
  fields.find((element) => element.dataset.field in problems)?.focus();
}

function open(order) {
  edited = order?.number ?? null;
  part("form").reset();
  part("title").textContent = edited ? say("edit_title", { number: edited }) : say("new_title");
  part("status").hidden = !edited;
  field("date").value = new Date().toLocaleDateString("sv");
  if (order) fill(order);
  showProblems({});
  showTotal();
  part("dialog").showModal();
}

function fill(order) {
  field("customer").value = order.customer_id;
  field("product").value = order.product_id;
  for (const name of ["quantity", "date", "status", "notes"]) field(name).value = order[name];
}

async function refresh() {
  const asked = ++refreshes;
  const response = await fetch(part("table").dataset.url + address.search);
  const rows = await response.text();
  // While somebody types, answers may come in another order than they were asked for.
  if (asked === refreshes && response.ok && !response.redirected) part("table").innerHTML = rows;
}

async function save() {
  totals.show();
  const values = Object.fromEntries(fields.map((element) => [element.dataset.field, element.value]));
  const url = edited ? `/api/orders/${edited}` : "/api/orders";
  const answer = await send(edited ? "PUT" : "POST", url, values);
  if (answer.status === 401) {
    location.assign("/login?expired=1");
    return;
  }
  const isRefused = !answer.ok || answer.body.error;
  if (isRefused && settings.readsAnswers) {
    const { errors, error } = answer.body;
    if (settings.tellsErrors) showProblems(errors ?? {}, error ?? (errors ? "" : say("failed")));
    return;
  }
  part("dialog").close();
  await finish(answer.body.number ? say("saved", answer.body) : say("saved_somehow"));
}

async function finish(message) {
  if (settings.refreshes) await refresh();
  toast(message);
}

async function remove(number) {
  if (!window.confirm(say("confirm_delete", { number }))) return;
  const answer = await send("DELETE", `/api/orders/${number}`);
  if (answer.ok) await finish(say("deleted", { number }));
  else toast(say("not_deleted"), true);
}

async function edit(number) {
  const answer = await send("GET", `/api/orders/${number}`);
  if (answer.ok) open(answer.body);
  else toast(say("failed"), true);
}

function filter() {
  const chosen = new FormData(part("filters"));
  address = new URL(location.pathname, location.href);
  for (const [name, value] of chosen) if (value) address.searchParams.set(name, value);
  history.replaceState(null, "", address);
  return refresh();
}

part("new").addEventListener("click", () => open(null));
part("cancel").addEventListener("click", () => part("dialog").close());
part("form").addEventListener("input", showTotal);
part("filters").addEventListener("input", filter);
part("filters").addEventListener("submit", (event) => {
  event.preventDefault();
  filter();
});
part("table").addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const number = button.closest("[data-number]").dataset.number;
  if (button.dataset.part === "edit") edit(number);
  else remove(number);
});
part("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const button = event.submitter;
  if (button) button.disabled = true;
  try {
    await save();
  } finally {
    if (button) button.disabled = false;
  }
});
