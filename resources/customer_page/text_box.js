/**
 * text_box: A box to write in that finds personal data before anything is sent, marks it and says what to do.
 *
 * The marks lie behind the text: a second layer with the same words and the same wrapping, hidden from screen
 * readers, which hear the sentence below instead.
 */

import { button, icon, make, setText } from "./elements.js";
import { cleaned, problemOf } from "./text.js";

const COUNT_SHOWN_BELOW = 500;

export class TextBox {
  #wording;
  #masker;
  #limits;
  #onText;
  #onReady;
  #onAddress;
  #takesAddress;
  #box;
  #marks;
  #problem;
  #left;
  #hint;

  /**
   * `onText(text)` at every change; `onReady(text)` with text that may go; where `takesAddress()`, an e-mail address
   * found in it may go to `onAddress(address)` instead of into the text. `parts`: id, label, note, hint, text,
   * placeholder, rows, mayBeEmpty, action (a button beside the box).
   */
  constructor({ wording, masker, limits, onText, onReady, onAddress = null, takesAddress = () => false, parts }) {
    this.#wording = wording;
    this.#masker = masker;
    this.#limits = limits;
    this.#onText = onText;
    this.#onReady = onReady;
    this.#onAddress = onAddress;
    this.#takesAddress = takesAddress;
    this.mayBeEmpty = parts.mayBeEmpty ?? false;
    this.#build(parts);
  }

  #build({ id, label, note = null, hint = null, text, placeholder = null, rows = 2, action = null }) {
    this.#marks = make("div", { class: "marks", "aria-hidden": "true" });
    this.#problem = make("div", { class: "problem-slot", id: `${id}-problem`, role: "alert" });
    this.#left = make("p", { class: "small left-count", id: `${id}-left` });
    const described = `${id}-problem ${id}-left${hint === null ? "" : ` ${id}-hint`}`;
    this.#box = make("textarea", {
      id, rows, placeholder, "aria-describedby": described, autocomplete: "off", spellcheck: "true",
      on: { input: () => this.#typed(), scroll: () => this.#scrolled() },
    });
    this.#box.value = text;
    const name = make("label", { class: "label", for: id }, label, note && make("span", { class: "optional", text: ` ${note}` }));
    const field = make("div", { class: "field" }, this.#marks, this.#box);
    this.root = make("div", { class: "text-box" },
      name, make("div", { class: "field-row" }, field, action), this.#left, this.#problem,
      this.#hint = hint && make("p", { class: "unseen", id: `${id}-hint`, text: hint }));
    this.#count();
  }

  get box() {
    return this.#box;
  }

  set value(text) {
    this.#box.value = text;
    this.#clear();
    this.#count();
  }

  set placeholder(text) {
    if (this.#box.placeholder !== text) this.#box.placeholder = text;
  }

  /** Says something else of what the keys do, where anything is said of it. */
  set hint(text) {
    if (this.#hint !== null) setText(this.#hint, text);
  }

  focus() {
    this.#box.focus();
  }

  /** Looks through the text: it goes to `onReady`, or the customer is told why not. */
  submit() {
    const text = cleaned(this.#box.value);
    const problem = problemOf(text, this.#limits());
    if (problem !== null && !(problem.code === "text_empty" && this.mayBeEmpty)) {
      this.#refuse(this.#wording.say(`problem_${problem.code}`, problem));
      return;
    }
    const spans = this.#masker.find(text);
    if (spans.length > 0) this.#found(text, spans);
    else this.#send(problem === null ? text : "");
  }

  #send(text) {
    this.#clear();
    this.#onReady(text);
  }

  #typed() {
    this.#clear();
    this.#count();
    this.#onText(this.#box.value);
  }

  #scrolled() {
    this.#marks.scrollTop = this.#box.scrollTop;
  }

  #count() {
    const left = this.#limits().message_characters - Array.from(cleaned(this.#box.value)).length;
    setText(this.#left, left < COUNT_SHOWN_BELOW ? this.#wording.say("left", { count: left }) : "");
  }

  #clear() {
    if (this.#problem.childElementCount === 0) return;
    this.#problem.replaceChildren();
    this.#marks.replaceChildren();
    this.#box.removeAttribute("aria-invalid");
  }

  #refuse(sentence, ...more) {
    this.#box.setAttribute("aria-invalid", "true");
    this.#problem.replaceChildren(
      make("p", { class: "problem" }, icon("alert"), make("span", {}, sentence)), ...more);
    this.#box.focus();
  }

  #found(text, spans) {
    const kinds = new Set(spans.map((span) => span.kind));
    const kind = kinds.size === 1 ? spans[0].kind : "several";
    this.#box.value = text;
    this.#mark(text, spans);
    const sentence = make("span", {}, make("strong", { text: this.#wording.say(`found_${kind}`) }),
      ` ${this.#wording.say("not_sent")}`);
    const address = kind === "email" && this.#takesAddress() ? spans[0] : null;
    this.#refuse(sentence, make("div", { class: "buttons" },
      address && button(this.#wording.say("letter_to_address"), "secondary", () => {
        this.#remove([address]);
        this.#onAddress(text.slice(address.start, address.end));
      }),
      button(this.#wording.say(`remove_${kind}`), "secondary", () => this.#remove(spans)),
      button(this.#wording.say("send_covered"), "secondary", () => this.#sendCovered(text))));
    this.#scrolled();
  }

  #mark(text, spans) {
    const parts = [];
    let from = 0;
    for (const { start, end } of spans) {
      parts.push(text.slice(from, start), make("mark", { text: text.slice(start, end) }));
      from = end;
    }
    // A last line break needs something after it to take its line, as it does in the box.
    this.#marks.replaceChildren(...parts, `${text.slice(from)}\u200b`);
  }

  /** Takes the found parts away, and one of the two spaces each would leave. */
  #remove(spans) {
    let text = this.#box.value;
    for (const { start, end } of [...spans].reverse()) {
      const isBetweenSpaces = text[start - 1] === " " && (end === text.length || /[\s,.!?]/u.test(text[end]));
      text = text.slice(0, isBetweenSpaces ? start - 1 : start) + text.slice(end);
    }
    this.value = text;
    this.#onText(text);
    this.#box.focus();
    setText(this.#left, this.#wording.say("removed"));
  }

  #sendCovered(text) {
    const covered = this.#masker.cover(text);
    this.#box.focus();
    this.value = covered;
    this.#onText(covered);
    this.#send(covered);
  }
}
