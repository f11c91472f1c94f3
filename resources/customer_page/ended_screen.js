/** ended_screen: After a conversation: thanks, what was said, what could not be sent, and ways on. */

import { callbackOffer } from "./callback_screen.js";
import { button, make } from "./elements.js";
import { FeedbackForm } from "./feedback_form.js";
import { LetterForm } from "./letter_form.js";
import { otherWays } from "./service_parts.js";
import { Transcript } from "./transcript.js";

export class EndedScreen {
  #page;
  #transcript;
  #unsent;
  #heading;
  #kept;
  #callback;
  #letter;
  #feedback;

  constructor(page) {
    this.#page = page;
    const { wording, service, chat } = page;
    this.#transcript = new Transcript(wording);
    this.#unsent = new Transcript(wording);
    this.#unsent.root.removeAttribute("role");
    this.#unsent.root.setAttribute("role", "group");
    this.#unsent.root.setAttribute("aria-label", wording.say("unsent"));
    this.#heading = make("p", {}, make("strong", { text: wording.say("unsent") }));
    this.#kept = make("p", { class: "small", text: wording.say("kept_a_while") });
    this.#callback = callbackOffer(page);
    this.#letter = new LetterForm(page);
    this.#feedback = new FeedbackForm(page);
    const next = nextSteps(page);
    this.root = make("div", { class: "stack" },
      make("div", { class: "thanks" }, ...thanks(page).map((text) => make("p", { text }))),
      next === "" ? null : make("p", { class: "ended-next", text: next }),
      page.letter.isWished ? this.#letter.root : null,
      button(wording.say("new_conversation"), "primary", () => chat.startAnew()),
      this.#heading, this.#unsent.root, this.#transcript.root, this.#kept,
      page.letter.isWished ? null : this.#letter.root,
      this.#feedback.root, this.#callback.root, otherWays(page, service, "card"));
    this.foot = null;
    this.update();
  }

  update() {
    const { wording, chat } = this.#page;
    this.#callback.update();
    this.#letter.update();
    this.#feedback.update();
    const who = wording.of(chat.conversation.counsellor_role) || wording.say("counsellor");
    const lines = chat.lines();
    const isUnsent = (line) => line.stage === "refused" || line.stage === "sending";
    const unsent = lines.filter(isUnsent).map((line) => ({ ...line, stage: "refused" }));
    this.#unsent.update(unsent, { isLineDown: false, who });
    this.#transcript.update(lines.filter((line) => !isUnsent(line)), { isLineDown: false, who });
    this.#heading.hidden = unsent.length === 0;
    this.#unsent.root.hidden = unsent.length === 0;
    this.#transcript.root.hidden = lines.length === unsent.length;
    this.#kept.hidden = this.#transcript.root.hidden || chat.isMessage;
  }

  givenBack() {}
}

/** Who ended it, and what happens next; in the queue nothing was ended. */
function nextSteps({ wording, chat }) {
  if (chat.isAgreed) return `${wording.say("message_agreed_closed")} ${wording.say("message_agreed_kept")}`;
  const { ended_by: endedBy } = chat.conversation;
  return endedBy ? `${wording.say(`ended_by_${endedBy}`)} ${wording.say("ended_next")}` : "";
}

function thanks({ wording, chat }) {
  if (chat.isAgreed) return [wording.say("message_agreed")];
  switch (chat.conversation.reason) {
    case "left_queue":
      return [wording.say("left_queue")];
    case "abandoned":
      return [wording.say("abandoned", { minutes: Math.round(chat.limits.waiting_lapses_s / 60) })];
    default:
      return [wording.say("thanks")];
  }
}
