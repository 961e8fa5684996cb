// The board: an order gets another status by being dragged, or by its list of statuses.

import { say, send, toast } from "./page.js";

const laneOf = (status) => document.querySelector(`[data-lane="${status}"]`);
const cardOf = (number) => document.getElementById(`card-${number}`);

async function move(card, lane) {
  const from = card.closest("[data-lane]");
  const list = card.querySelector("[data-moves]");
  const hadFocus = document.activeElement === list;
  const answer = await send("PUT", `/api/orders/${card.dataset.card}/status`, { status: lane.dataset.lane });
  if (answer.status === 401) {
    location.assign("/login?expired=1");
    return;
  }
  list.value = (answer.ok ? lane : from).dataset.lane;
  if (!answer.ok) {
    toast(say("not_moved", { number: card.dataset.card }), true);
    return;
  }
  lane.querySelector("ul").prepend(card);
  if (hadFocus) list.focus();
  toast(say("moved", { number: card.dataset.card, lane: lane.querySelector("h2").textContent }));
}

document.addEventListener("dragstart", (event) => {
  const card = event.target.closest?.("[data-card]");
  if (card) event.dataTransfer.setData("text/plain", card.dataset.card);
});

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-moves]")) move(event.target.closest("[data-card]"), laneOf(event.target.value));
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
    const card = cardOf(event.dataTransfer.getData("text/plain"));
    if (card && !lane.contains(card)) move(card, lane);
  });
}
