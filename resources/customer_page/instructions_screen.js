/** instructions_screen: How the chat works, in plain words, one click from the entry (R033). */

import { make, withNumbers } from "./elements.js";
import { emergencyLine } from "./service_parts.js";

export class InstructionsScreen {
  constructor(page) {
    const { entry, wording } = page;
    const pieces = entry.instructions.map(({ heading, text }) => make("div", { class: "instruction" },
      make("h2", { text: wording.of(heading) }), make("p", {}, ...withNumbers(wording.of(text)))));
    this.root = make("div", { class: "stack" }, ...pieces,
      make("a", { class: "secondary", id: "instructions-back", href: "#", text: wording.say("back") }));
    this.foot = emergencyLine(page);
  }

  update() {}

  givenBack() {}
}
