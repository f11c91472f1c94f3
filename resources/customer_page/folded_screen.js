/** folded_screen: The box before it is opened, on a page of the county where it does not open by itself (R026). */

import { button, make } from "./elements.js";
import { greeting } from "./entry_parts.js";
import { dutyOf } from "./duty.js";

export class FoldedScreen {
  #page;
  #greeting = greeting();

  constructor(page) {
    this.#page = page;
    this.root = make("div", { class: "stack" }, this.#greeting.root,
      button(page.wording.say("open_box"), "primary", () => page.unfold(), { id: "open-box" }));
    this.foot = null;
    this.update();
  }

  update() {
    const { service, wording } = this.#page;
    const duty = service.is_open ? dutyOf(service, wording.language) : "nobody";
    this.#greeting.say(duty === "nobody" ? "" : wording.say(`greeting_${duty}`));
  }

  givenBack() {}
}
