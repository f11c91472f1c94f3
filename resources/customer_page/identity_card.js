/** identity_card: The two questions of identification, each with two answers of equal weight. */

import { button, icon, make } from "./elements.js";

export class IdentityCard {
  #page;
  #shows = "";

  constructor(page) {
    this.#page = page;
    this.root = make("div", { class: "card ask", role: "group", "aria-labelledby": "ask-title", hidden: true });
  }

  /** True when a question has come that was not there before. */
  update() {
    const { chat, identification } = this.#page;
    const question = chat.question;
    const shows = `${question} ${identification.isLeaving} ${chat.isAnswering}`;
    if (this.#shows === shows) return false;
    const isNew = question !== null && !this.#shows.startsWith(`${question} `);
    this.#shows = shows;
    this.root.hidden = question === null;
    this.root.replaceChildren(...(question === null ? [] : this.#parts(question)));
    return isNew;
  }

  #parts(question) {
    const { wording, chat, identification } = this.#page;
    const isBusy = identification.isLeaving || chat.isAnswering;
    const [yes, no] = question === "identify"
      ? [() => this.#page.identify(), () => chat.declineIdentification()]
      : [() => chat.decideEarlierLines(true), () => chat.decideEarlierLines(false)];
    const status = identification.isLeaving ? wording.say("identifying") : "";
    return [
      make("h2", { id: "ask-title", tabindex: "-1" }, icon("shield"), ` ${wording.say(`ask_${question}`)}`),
      make("p", { text: wording.say(`ask_${question}_about`) }),
      make("div", { class: "equal" },
        button(wording.say(`ask_${question}_yes`), "secondary", yes, { disabled: isBusy }),
        button(wording.say(`ask_${question}_no`), "secondary", no, { disabled: isBusy })),
      make("p", { class: "small", role: "status", text: status }),
    ];
  }
}

/** Before the first word: to identify first, where that is possible and has not been done. */
export class IdentifyFirst {
  #page;
  #link;

  /** `about`: which words say why. */
  constructor(page, about = "identify_first_about") {
    this.#page = page;
    this.#link = button(page.wording.say("identify_first"), "link", () => page.identify());
    this.root = make("div", { class: "identify-first" },
      make("p", { class: "small", text: page.wording.say(about) }), this.#link);
    this.update();
  }

  update() {
    const { chat, canIdentify, identification } = this.#page;
    this.root.hidden = !canIdentify || chat.isIdentified;
    this.#link.disabled = identification.isLeaving;
  }
}
