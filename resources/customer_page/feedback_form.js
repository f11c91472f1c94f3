/** feedback_form: How did it go? A score, words, or both; after the end, once, and only if she wants to (R139). */

import { icon, make, setText } from "./elements.js";
import { TextBox } from "./text_box.js";

const LIMITS = Object.freeze({ message_characters: 1000, message_bytes: 4000 });
const SCORES = [5, 4, 3, 2, 1];

export class FeedbackForm {
  #page;
  #words;
  #send;
  #problem;
  #shows = "";

  constructor(page) {
    this.#page = page;
    this.root = make("section", { class: "card letter feedback", "aria-labelledby": "feedback-title", tabindex: "-1" });
    this.update();
  }

  update() {
    const { feedback, wording } = this.#page;
    this.root.hidden = !feedback.canGive && !feedback.isGiven;
    const shows = `${feedback.canGive} ${feedback.isGiven} ${wording.language}`;
    if (this.#shows !== shows) {
      const isThanked = feedback.isGiven && this.#shows.startsWith("true");
      this.#shows = shows;
      this.#build();
      if (isThanked) this.root.focus();
    }
    if (feedback.canGive) this.#showForm();
  }

  #build() {
    const { feedback, wording } = this.#page;
    const title = make("h2", { id: "feedback-title", text: wording.say("feedback_title") });
    if (feedback.canGive) {
      this.root.replaceChildren(title, this.#form());
    } else {
      this.root.replaceChildren(title, make("p", { class: "letter-state", role: "status" }, icon("check"),
        make("span", { text: wording.say("feedback_thanks") })));
    }
  }

  #form() {
    const { wording, masker, drafts, feedback } = this.#page;
    this.#words = new TextBox({
      wording, masker, limits: () => LIMITS, onText: (text) => drafts.typed("feedback_words", text),
      onReady: (text) => void this.#give(text),
      parts: {
        id: "feedback-words", label: wording.say("feedback_words"), note: wording.say("optional"),
        text: drafts.text("feedback_words"), mayBeEmpty: true,
      },
    });
    this.#problem = make("div", { class: "problem-slot", id: "feedback-problem", role: "alert" });
    this.#send = make("button", { type: "submit", class: "secondary" });
    return make("form", { class: "stack", novalidate: true, on: { submit: (event) => {
      event.preventDefault();
      if (!feedback.isSending) this.#words.submit();
    } } },
      make("p", { class: "small", text: wording.say("feedback_about") }),
      make("fieldset", { class: "letter-scope", "aria-describedby": "feedback-problem" },
        make("legend", { class: "label", text: wording.say("feedback_question") }), ...SCORES.map((score) => this.#choice(score))),
      this.#words.root, this.#problem, this.#send);
  }

  #choice(score) {
    const { wording, feedback } = this.#page;
    const radio = make("input", { id: `feedback-${score}`, type: "radio", name: "feedback-score", on: { change: () => {
      feedback.score = score;
      feedback.problem = null;
      this.#showForm();
    } } });
    radio.checked = feedback.score === score;
    return make("label", { class: "tick" }, radio, make("span", { text: wording.say(`feedback_score_${score}`) }));
  }

  async #give(text) {
    const { feedback, drafts } = this.#page;
    if (feedback.score === null && text === "") {
      feedback.problem = { code: "nothing" };
      this.#showForm();
      return;
    }
    await feedback.give(text);
    if (feedback.isGiven) drafts.put("feedback_words", "");
  }

  #showForm() {
    const { wording, feedback } = this.#page;
    setText(this.#send, wording.say(feedback.isSending ? "feedback_sending" : "feedback_send"));
    this.#send.disabled = feedback.isSending;
    const code = feedback.problem?.code ?? "";
    if ((this.#problem.dataset.code ?? "") === code) return;
    this.#problem.dataset.code = code;
    const key = [`feedback_problem_${code}`, "feedback_problem_line"].find((each) => wording.has(each));
    this.#problem.replaceChildren(...(code === "" ? [] : [
      make("p", { class: "problem" }, icon("alert"), make("span", { text: wording.say(key) }))]));
  }
}
