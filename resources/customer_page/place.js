/** place: The place in the queue at the lower edge of the box, when all are busy (R024). */

import { make } from "./elements.js";

export class Place {
  root = make("div", { class: "card-tinted place" });
  #shows = null;

  /** `waiting` is null until the backend has told it. */
  show(wording, waiting) {
    const key = JSON.stringify([wording.language, waiting]);
    if (this.#shows === key) return;
    this.#shows = key;
    this.root.replaceChildren(...partsOf(wording, waiting));
  }
}

/** What is said above the messages while one waits: who is there, and that one may write already (R027). */
export function waitingWords(wording, waiting) {
  const who = waiting === null ? "" : `${wording.say(`waiting_${waiting.duty}`)} `;
  return `${who}${wording.say("may_write")}`;
}

function partsOf(wording, waiting) {
  if (waiting === null) return [make("p", { text: wording.say("place_soon") })];
  const { place, duty, low_min: low, high_min: high, hasGrown = false } = waiting;
  if (duty === "free") return [make("p", {}, make("strong", { text: wording.say("place_free") }))];
  const isRange = high !== null && low !== null && low < high;
  const key = isRange ? "estimate" : high === null ? "estimate_none" : "estimate_one";
  return [make("p", { class: "place-number", text: String(place) }),
    make("div", {}, make("p", { text: wording.say("place") }),
      make("p", {}, make("strong", { text: wording.say(key, { low, high }) })),
      hasGrown ? make("p", { class: "small", text: wording.say("estimate_grew") }) : null)];
}
