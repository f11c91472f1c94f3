/** letter_form: Having the conversation by e-mail: the whole of it or a part, to which address, and how it went. */

import { button, icon, make, setText } from "./elements.js";
import { clock } from "./times.js";

const FIRST_WORDS = 24;
const STATE_ICONS = { waiting: "clock", sent: "check", failed: "alert", unknown: "alert" };
const OF_THE_ADDRESS = ["address_missing", "address_unreadable"];

/** Whether both sides have written: before that there is nothing to have. */
export function hasBothVoices(chat) {
  const voices = new Set(chat.messages.map((message) => message.by));
  return voices.has("customer") && voices.has("counsellor");
}

/** The wish, spoken before the conversation or during it: at the end the form opens by itself (R099). */
export function letterWish({ wording, letter }) {
  const box = make("input", { id: "letter-wish", type: "checkbox", on: { change: () => { letter.isWished = box.checked; } } });
  box.checked = letter.isWished;
  const root = make("label", { class: "tick" }, box, make("span", { text: wording.say("letter_wish") }));
  const update = () => {
    root.hidden = !letter.canAsk;
    box.checked = letter.isWished;
  };
  update();
  return { root, update };
}

export class LetterForm {
  #page;
  #address;
  #send;
  #problem;
  #part;
  #ends;
  #first;
  #last;
  #shows = "";

  constructor(page) {
    this.#page = page;
    this.root = make("section", { class: "card letter", "aria-labelledby": "letter-title", tabindex: "-1" });
    this.update();
  }

  /** Whether there is anything to show: she may ask, or has asked. */
  get isOf() {
    const { letter, chat } = this.#page;
    return letter.state !== null || (letter.canAsk && hasBothVoices(chat));
  }

  update() {
    const { letter, wording, chat } = this.#page;
    this.root.hidden = !this.isOf;
    const shows = `${letter.state} ${letter.canAsk} ${wording.language} ${chat.isIdentified}`;
    if (this.#shows !== shows) {
      this.#shows = shows;
      this.#build();
    }
    if (letter.canAsk) this.#showForm();
  }

  /** An address that she wrote in the chat: it is here now, and goes nowhere before she presses. */
  take(address) {
    this.#page.letter.form.address = address;
    this.update();
    if (this.#address) this.#address.value = address;
    this.focus();
  }

  focus() {
    this.root.scrollIntoView({ block: "nearest" });
    (this.#page.letter.canAsk ? this.#address : this.root).focus();
  }

  #build() {
    const { letter, wording } = this.#page;
    const hadFocus = this.root.contains(document.activeElement);
    // Last, where the eye is after the press.
    const state = letter.state === null ? null
      : make("p", { class: "letter-state", role: "status" }, icon(STATE_ICONS[letter.state]),
        make("span", { text: wording.say(`letter_${letter.state}`) }));
    this.root.replaceChildren(
      make("h2", { id: "letter-title", text: wording.say("letter_title") }),
      ...(letter.canAsk ? [this.#form()] : []), ...(state === null ? [] : [state]));
    if (hadFocus) this.root.focus();
  }

  #form() {
    const { wording, letter, chat } = this.#page;
    this.#address = make("input", {
      id: "letter-address", class: "line-field", type: "email", autocomplete: "email", inputmode: "email", maxlength: "254",
      "aria-describedby": "letter-about letter-problem", on: { input: () => {
        letter.form.address = this.#address.value;
        this.#address.removeAttribute("aria-invalid");
      } },
    });
    this.#address.value = letter.form.address;
    this.#problem = make("div", { class: "problem-slot", id: "letter-problem", role: "alert" });
    this.#send = make("button", { type: "submit", class: "primary" });
    this.#first = this.#end("letter-first", "first");
    this.#last = this.#end("letter-last", "last");
    this.#ends = make("div", { class: "letter-ends" },
      labelled("letter-first", wording.say("letter_from"), make("div", { class: "select" }, this.#first)),
      labelled("letter-last", wording.say("letter_to"), make("div", { class: "select" }, this.#last)));
    return make("form", { class: "stack", novalidate: true, on: { submit: (event) => this.#submit(event) } },
      make("fieldset", { class: "letter-scope" }, make("legend", { class: "label", text: wording.say("letter_scope") }),
        this.#choice("letter-whole", false), this.#choice("letter-part", true)),
      this.#ends,
      labelled("letter-address", wording.say("letter_address"), this.#address,
        make("p", { class: "small", id: "letter-about", text: wording.say(chat.isIdentified ? "letter_about_identified" : "letter_about") })),
      this.#problem, this.#send);
  }

  #choice(id, isPart) {
    const { wording, letter } = this.#page;
    const radio = make("input", { id, type: "radio", name: "letter-scope", on: { change: () => {
      letter.form.isPart = isPart;
      this.update();
    } } });
    radio.checked = letter.form.isPart === isPart;
    if (isPart) this.#part = radio;
    return make("label", { class: "tick" }, radio, make("span", { text: wording.say(isPart ? "letter_part" : "letter_whole") }));
  }

  #end(id, which) {
    return make("select", { id, on: { change: (event) => { this.#page.letter.form[which] = Number(event.target.value); } } });
  }

  #showForm() {
    const { wording, letter } = this.#page;
    this.#ends.hidden = !letter.form.isPart;
    this.#part.checked = letter.form.isPart;
    if (letter.form.isPart) this.#showEnds();
    setText(this.#send, wording.say(letter.isSending ? "letter_sending" : "letter_send"));
    this.#send.disabled = letter.isSending;
    this.#say(letter.problem);
  }

  /** The messages as they are now; what was chosen stays chosen. */
  #showEnds() {
    const { letter, chat } = this.#page;
    const options = chat.messages.map((message) => [String(message.seq), this.#named(message)]);
    letter.form.first ??= chat.messages[0]?.seq ?? 1;
    letter.form.last ??= chat.messages.at(-1)?.seq ?? 1;
    for (const [select, chosen] of [[this.#first, letter.form.first], [this.#last, letter.form.last]]) {
      const key = JSON.stringify(options);
      if (select.dataset.shows === key) continue;
      select.dataset.shows = key;
      select.replaceChildren(...options.map(([value, text]) => make("option", { value, text })));
      select.value = String(chosen);
    }
  }

  #named({ by, at, text }) {
    const { wording, chat } = this.#page;
    const who = by === "customer" ? wording.say("you") : wording.of(chat.conversation.counsellor_role) || wording.say("counsellor");
    const line = Array.from(text.replace(/\s+/gu, " "));
    const words = line.length > FIRST_WORDS ? `${line.slice(0, FIRST_WORDS).join("")}…` : line.join("");
    return `${clock(at)} ${who}: ${words}`;
  }

  #submit(event) {
    event.preventDefault();
    const { letter } = this.#page;
    if (letter.isSending) return;
    const { address, isPart, first, last } = letter.form;
    if (address.trim() === "") letter.problem = { code: "address_missing" };
    else if (isPart && first > last) letter.problem = { code: "part_backwards" };
    else {
      void letter.send();
      return;
    }
    this.#say(letter.problem);
  }

  #say(problem) {
    const { wording } = this.#page;
    const code = problem?.code ?? "";
    if (this.#problem.dataset.code === code) return;
    this.#problem.dataset.code = code;
    const key = [`letter_problem_${code}`, "letter_problem_line"].find((each) => wording.has(each));
    this.#problem.replaceChildren(...(code === "" ? [] : [
      make("p", { class: "problem" }, icon("alert"), make("span", { text: wording.say(key) }))]));
    if (!OF_THE_ADDRESS.includes(code)) return;
    this.#address.setAttribute("aria-invalid", "true");
    this.#address.focus();
  }
}

function labelled(id, label, ...field) {
  return make("div", {}, make("label", { class: "label", for: id, text: label }), ...field);
}

/** The way to the form while talking: unfolds it below the messages. */
export function letterLink({ wording }, onPress) {
  return button(wording.say("letter_link"), "link", onPress, { id: "letter-link", "aria-expanded": "false" });
}
