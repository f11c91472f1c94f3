/** callback_times: When the customer would like to be called: a half of the day, or, identified, a time she books. */

import { make } from "./elements.js";
import { clock, day } from "./times.js";

const WISHES = ["any", "forenoon", "afternoon"];
const BOOKED = "at ";

/** "ti 24.11. klo 10.00–11.00" */
export function windowWords({ begins_at: begins, ends_at: ends }, wording) {
  return wording.say("callback_window", {
    day: day(begins, wording.language), from: clock(begins), until: clock(ends),
  });
}

export class CallbackTimes {
  #page;
  #hours;
  #shows = "";

  /** `hours`: the calling time in words. */
  constructor(page, hours) {
    this.#page = page;
    this.#hours = hours;
    this.root = make("select", { id: "callback-wish", on: { change: () => this.#choose() } });
    this.update();
  }

  /** Shows what may be chosen now; what she has chosen stays as long as it may be. */
  update() {
    const { wording, callback } = this.#page;
    const shows = JSON.stringify([callback.windows, callback.form.wish, callback.form.bookedFrom]);
    if (shows === this.#shows) return;
    this.#shows = shows;
    const wishes = WISHES.map((each) => option(each, wording.say(`callback_wish_${each}`, this.#hours)));
    const windows = callback.windows.map((each) => option(`${BOOKED}${each.begins_at}`, windowWords(each, wording)));
    const groups = windows.length === 0 ? wishes : [
      make("optgroup", { label: wording.say("callback_wish_group") }, ...wishes),
      make("optgroup", { label: wording.say("callback_book_group") }, ...windows),
    ];
    this.root.replaceChildren(...groups);
    const { wish, bookedFrom } = callback.form;
    this.root.value = bookedFrom === null ? wish : `${BOOKED}${bookedFrom}`;
  }

  #choose() {
    const { form } = this.#page.callback;
    const { value } = this.root;
    const isBooked = value.startsWith(BOOKED);
    form.wish = isBooked ? "any" : value;
    form.bookedFrom = isBooked ? value.slice(BOOKED.length) : null;
    this.root.removeAttribute("aria-invalid");
  }
}

function option(value, text) {
  return make("option", { value, text });
}
