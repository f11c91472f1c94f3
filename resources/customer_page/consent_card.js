/**
 * consent_card: May the conversation move? The question with two answers of equal weight, and taking it back.
 *
 * Every word of the question comes from the service model, as it is recorded with the answer. Nothing but a press
 * is an answer.
 */

import { button, icon, make } from "./elements.js";
import { clock, date } from "./times.js";

const QUOTED = 60;

export class ConsentCard {
  #page;
  #shows = "";

  constructor(page) {
    this.#page = page;
    this.root = make("div", { class: "card consent", role: "group", "aria-labelledby": "consent-title", hidden: true });
  }

  /** True when a question has come that was not there before. */
  update() {
    const { chat } = this.#page;
    const consent = chat.consent;
    const shows = consent === null ? "" : `${consent.number} ${consent.state} ${chat.isAnswering}`;
    if (this.#shows === shows) return false;
    const isNew = consent?.state === "asked" && !this.#shows.startsWith(`${consent.number} asked`);
    this.#shows = shows;
    this.root.hidden = consent === null;
    this.root.replaceChildren(...(consent === null ? [] : this.#parts(consent)));
    return isNew;
  }

  #parts(consent) {
    return consent.state === "asked" ? this.#question(consent) : this.#permission(consent);
  }

  #question(consent) {
    const { wording, chat } = this.#page;
    const term = (key, text) => [make("dt", { text: wording.say(key) }), make("dd", { text })];
    return [
      make("h2", { id: "consent-title", tabindex: "-1" }, icon("shield"), ` ${wording.say("ask_consent")}`),
      make("dl", { class: "terms" },
        ...term("consent_where", `${wording.of(consent.target)} (${wording.say(`register_${consent.register}`)})`),
        ...term("consent_what", `${this.#scope(consent)} ${wording.of(consent.moves)}`),
        ...term("consent_why", wording.of(consent.purpose))),
      make("p", { text: wording.of(consent.withdrawing) }),
      make("div", { class: "equal" },
        button(wording.say("consent_yes"), "secondary", () => chat.answerConsent(true), { disabled: chat.isAnswering }),
        button(wording.say("consent_no"), "secondary", () => chat.answerConsent(false), { disabled: chat.isAnswering })),
      make("p", { class: "small", text: wording.of(consent.refusing) }),
      make("p", { class: "small", text: wording.say("consent_text", {
        number: consent.text_version, language: wording.say("language_name"), day: date(consent.starts_on),
      }) }),
    ];
  }

  /** Given, and not opened yet: it can be taken back. */
  #permission(consent) {
    const { wording, chat } = this.#page;
    const key = consent.state === "moved" ? "consent_has_moved" : "consent_is_given";
    return [
      make("h2", { id: "consent-title", tabindex: "-1" }, icon("shield"), ` ${wording.say(key, { where: wording.of(consent.target) })}`),
      make("p", { text: wording.of(consent.withdrawing) }),
      button(wording.say("consent_take_back"), "secondary", () => chat.withdrawConsent(), { disabled: chat.isAnswering }),
    ];
  }

  #scope({ first_seq: firstSeq }) {
    const { wording, chat } = this.#page;
    if (firstSeq <= 1) return wording.say("consent_whole");
    const first = chat.messages.find((message) => message.seq === firstSeq);
    if (first === undefined) return wording.say("consent_part", { number: firstSeq });
    return wording.say("consent_from", { time: clock(first.at), words: shortened(first.text) });
  }
}

/** What became of it, as it stands in the conversation. */
export function consentWords(wording, { consent, state }) {
  const words = wording.say(`consent_mark_${state}`, { where: wording.of(consent.target) });
  return state === "opened" ? `${words} ${wording.of(consent.after_opening)}` : words;
}

function shortened(text) {
  const line = text.replace(/\s+/gu, " ").trim();
  const letters = [...line];
  return letters.length > QUOTED ? `${letters.slice(0, QUOTED).join("")}…` : line;
}
