/** callback_screen: Asking to be called: the form, what happens next, and what became of a request left before. */

import { CallbackTimes, windowWords } from "./callback_times.js";
import { button, icon, make, setText } from "./elements.js";
import { emergencyLine } from "./service_parts.js";
import { TextBox } from "./text_box.js";
import { clock, day } from "./times.js";

const LIMITS = Object.freeze({ message_characters: 500, message_bytes: 2000 });
const OF_THE_PHONE = ["phone_missing", "phone_unreadable", "phone_not_called"];

/**
 * What stands on the entry, on the closed page and in the queue: the way to the form, or the request left.
 * `look` is of the way to the form: "primary" where it is the first thing to do.
 */
export function callbackOffer(page, look = "secondary") {
  const { wording, callback } = page;
  const root = make("div", { class: "callback-offer" });
  const update = () => {
    const { request } = callback;
    const key = JSON.stringify([request, wording.language, page.entry.calling]);
    if (root.dataset.shows === key) return;
    root.dataset.shows = key;
    const shows = button(
      wording.say(callback.isOpen ? "callback_show" : "callback_leave"), callback.isOpen ? "secondary" : look,
      () => callback.show(),
      { id: "callback-offer" });
    root.replaceChildren(...(request === null ? [] : [statusCard(page)]), shows);
  };
  update();
  return { root, update };
}

/** When customers are called, in words. The hours are not broken between two lines. */
function calling({ wording, entry }) {
  const words = Object.entries(entry.calling);
  return Object.fromEntries(words.map(([name, text]) => [name, wording.of(text).replace(/–/g, "\u2060–\u2060")]));
}

/** What became of the request, in words. */
function statusCard(page) {
  const { wording, callback } = page;
  const { request } = callback;
  const lines = [];
  if (request.state === "open") {
    const left = { day: day(request.requested_at, wording.language), time: clock(request.requested_at) };
    const booked = request.attempts === 0 ? request.booked_from ?? null : null;
    const when = booked === null ? wording.say(`callback_wish_kept_${request.wish}`, calling(page))
      : wording.say("callback_booked", {
        window: windowWords({ begins_at: booked, ends_at: request.booked_until }, wording),
      });
    lines.push(when, wording.say("callback_left", left));
    if (request.attempts > 0) lines.push(wording.say(`callback_tried_${request.attempts}`));
  }
  return make("div", { class: "card-tinted callback-status" },
    make("p", {}, icon("phone"), make("strong", {
      text: request.state === "open"
        ? wording.say("callback_open", { phone: request.masked_phone })
        : wording.say(`callback_closed_${request.reason}`),
    })),
    ...lines.map((text) => make("p", { class: "small", text })));
}

export class CallbackScreen {
  #page;
  #topic;
  #phone;
  #times;
  #words;
  #problem;
  #send;
  #shows = "";

  constructor(page) {
    this.#page = page;
    this.root = make("div", { class: "stack callback" });
    this.foot = emergencyLine(page);
    this.#build();
  }

  update() {
    const { callback } = this.#page;
    if (this.#shows !== this.#state()) this.#build();
    else if (!callback.isOpen) {
      this.#times.update();
      this.#showSending();
    }
  }

  givenBack() {}

  /** Another language: what was written is in the page's memory already. */
  goOnFrom() {}

  #state() {
    const { callback, entry } = this.#page;
    const what = callback.isOpen ? `left ${callback.request.attempts} ${callback.problem?.code}` : "form";
    // The calling time that a county has changed is not the old one on a page that stands open.
    return `${what} ${this.#mayBook()} ${JSON.stringify(entry.calling)}`;
  }

  #build() {
    const { callback } = this.#page;
    const hadFocus = this.root.contains(document.activeElement);
    this.#shows = this.#state();
    this.root.replaceChildren(...(callback.isOpen ? this.#left() : this.#form()));
    if (hadFocus) document.getElementById("title").focus();
  }

  // ---- what was left

  #left() {
    const { wording, callback } = this.#page;
    const question = make("div", { class: "card", hidden: true },
      make("p", {}, make("strong", { text: wording.say("callback_withdraw_ask") })),
      make("div", { class: "buttons" },
        button(wording.say("callback_withdraw"), "secondary", () => void callback.withdraw()),
        button(wording.say("callback_keep"), "secondary", () => { question.hidden = true; ask.focus(); })));
    const ask = button(wording.say("callback_withdraw"), "secondary", () => {
      question.hidden = false;
      question.querySelector("button").focus();
    });
    this.#problem = make("div", { class: "problem-slot", role: "alert" });
    this.#say(this.#problem, callback.problem);
    return [
      statusCard(this.#page), make("p", { text: wording.say("callback_next") }),
      make("p", { class: "small", text: wording.say("callback_kept") }), this.#problem,
      make("div", { class: "buttons" },
        button(wording.say("callback_back"), "primary", () => callback.hide(), { id: "callback-back" }), ask), question,
    ];
  }

  // ---- the form

  #form() {
    const { wording, callback, masker, drafts } = this.#page;
    const hours = calling(this.#page);
    this.#topic = this.#topics();
    this.#phone = make("input", {
      id: "callback-phone", class: "line-field", type: "tel", autocomplete: "tel", inputmode: "tel", maxlength: "40",
      "aria-describedby": "callback-phone-about callback-problem", on: { input: () => {
        callback.form.phone = this.#phone.value;
        this.#phone.removeAttribute("aria-invalid");
      } },
    });
    this.#phone.value = callback.form.phone;
    this.#times = new CallbackTimes(this.#page, hours);
    this.#lookForWindows();
    const voicemail = make("input", {
      id: "callback-voicemail", type: "checkbox", on: { change: () => { callback.form.mayLeaveVoicemail = voicemail.checked; } },
    });
    voicemail.checked = callback.form.mayLeaveVoicemail;
    this.#words = new TextBox({
      wording, masker, limits: () => LIMITS, onText: (text) => drafts.typed("callback_words", text),
      onReady: (text) => void this.#leave(text),
      parts: {
        id: "callback-words", label: wording.say("callback_words"), note: wording.say("optional"),
        text: drafts.text("callback_words"), mayBeEmpty: true,
      },
    });
    this.#problem = make("div", { class: "problem-slot", id: "callback-problem", role: "alert" });
    this.#send = make("button", { type: "submit", class: "primary" });
    this.#showSending();
    const form = make("form", { class: "stack", novalidate: true, on: { submit: (event) => this.#submit(event) } },
      labelled("callback-topic", wording.say("topic"), make("div", { class: "select" }, this.#topic)),
      labelled("callback-phone", wording.say("callback_phone"), this.#phone,
        make("p", { class: "small", id: "callback-phone-about", text: wording.say("callback_phone_about") })),
      labelled("callback-wish", wording.say("callback_wish"), make("div", { class: "select" }, this.#times.root),
        ...(this.#mayBook() || !this.#page.entry.can_book_calls ? []
          : [make("p", { class: "small", text: wording.say("callback_book_hint") })])),
      make("label", { class: "tick" }, voicemail, make("span", { text: wording.say("callback_voicemail") })),
      this.#words.root, this.#problem, this.#send,
      button(wording.say("callback_back"), "secondary", () => callback.hide(), { id: "callback-back" }));
    const before = callback.request === null ? [] : [statusCard(this.#page)];
    return [...before, make("p", { text: wording.say("callback_about", hours) }), form];
  }

  #topics() {
    const { wording, service, kept } = this.#page;
    const topics = service.topics.map(({ topic_id, name }) => [topic_id, wording.of(name)]);
    return select("callback-topic", [["", wording.say("topic_choose")], ...topics], kept.read("topic", ""),
      (chosen) => {
        kept.write("topic", chosen);
        this.#lookForWindows();
      });
  }

  #mayBook() {
    const { entry, chat } = this.#page;
    return entry.can_book_calls && chat.isIdentified;
  }

  #lookForWindows() {
    const { callback, service, wording } = this.#page;
    if (!this.#mayBook()) return;
    const keys = { service_id: service.service_id, topic_id: this.#topic.value, language: wording.language };
    void callback.lookForWindows(keys);
  }

  #showSending() {
    const { wording, callback } = this.#page;
    setText(this.#send, wording.say(callback.isSending ? "callback_sending" : "callback_send"));
    this.#send.disabled = callback.isSending;
    this.#say(this.#problem, callback.problem);
    const isPhone = OF_THE_PHONE.includes(callback.problem?.code);
    if (isPhone && !this.#phone.hasAttribute("aria-invalid")) this.#refuse(this.#phone);
  }

  #refuse(field) {
    field.setAttribute("aria-invalid", "true");
    field.focus();
  }

  #submit(event) {
    event.preventDefault();
    const { callback } = this.#page;
    if (callback.isSending) return;
    if (this.#topic.value === "") {
      callback.problem = { code: "topic_missing" };
      this.#refuse(this.#topic);
    } else if (callback.form.phone.trim() === "") {
      callback.problem = { code: "phone_missing" };
      this.#refuse(this.#phone);
    } else {
      callback.problem = null;
      this.#topic.removeAttribute("aria-invalid");
      this.#words.submit();
    }
    this.#say(this.#problem, callback.problem);
  }

  async #leave(text) {
    const { callback, drafts, service, wording } = this.#page;
    const keys = { service_id: service.service_id, topic_id: this.#topic.value, language: wording.language, text };
    if (await callback.leave(keys)) drafts.put("callback_words", "");
  }

  #say(slot, problem) {
    const { wording } = this.#page;
    const code = problem?.code ?? "";
    if (slot.dataset.code === code) return;
    slot.dataset.code = code;
    const key = [`callback_problem_${code}`, `problem_${code}`, "callback_problem_line"].find((each) => wording.has(each));
    const sentence = code === "topic_missing" ? wording.say("topic_missing") : wording.say(key, problem ?? {});
    slot.replaceChildren(...(code === "" ? [] : [
      make("p", { class: "problem" }, icon("alert"), make("span", { text: sentence }))]));
  }
}

function labelled(id, label, ...field) {
  return make("div", {}, make("label", { class: "label", for: id, text: label }), ...field);
}

function select(id, choices, chosen, onChange) {
  const element = make("select", {
    id, on: { change: () => {
      element.removeAttribute("aria-invalid");
      onChange(element.value);
    } },
  }, ...choices.map(([value, text]) => make("option", { value, text })));
  element.value = choices.some(([value]) => value === chosen) ? chosen : choices[0][0];
  return element;
}
