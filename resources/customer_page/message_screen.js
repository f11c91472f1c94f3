/** message_screen: Leaving a non-urgent message, the messages left before, and by when they are answered (R007, R105). */

import { button, icon, make, setText } from "./elements.js";
import { FinerTopic } from "./finer_topic.js";
import { emergencyLine, otherWays } from "./service_parts.js";
import { TextBox } from "./text_box.js";
import { clock, day } from "./times.js";

/** The way to the form, where the service takes messages and there is a provider to identify at. */
export function messageOffer(page) {
  const { wording, service, canIdentify } = page;
  if (!canIdentify || (service.message_due_at ?? null) === null) return null;
  return make("div", { class: "message-offer" },
    button(wording.say("message_leave"), "secondary", () => { page.leavesMessage = true; }, { id: "message-offer" }),
    make("p", { class: "small", text: wording.say("message_about") }));
}

/** What she has left before, for who has identified. */
export function leftMessages(page) {
  const { wording, chat } = page;
  if (chat.leftMessages.length === 0) return null;
  return make("div", { class: "card-tinted left-messages" },
    make("h2", { text: wording.say("message_own") }),
    make("ul", { class: "channels" }, ...chat.leftMessages.map((each) => make("li", {}, icon("clock"), make("div", {},
      make("p", {}, make("strong", { text: wording.of(each.topic.name) })),
      make("p", { class: "small", text: stateWords(wording, each) }),
      button(wording.say("message_open"), "secondary", () => void chat.openLeft(each.conversation_id), {
        "aria-label": `${wording.say("message_open")}: ${wording.of(each.topic.name)}, ${stateWords(wording, each)}`,
      }))))));
}

function stateWords(wording, left) {
  return left.direction === "professional_initiated" ? agreedWords(wording, left) : leftWords(wording, left);
}

/** One that a professional sent: since when, whether it is new, and until when it can be answered. */
function agreedWords(wording, { state, opened_at: openedAt, due_at: dueAt, has_news: hasNews, open_until: until }) {
  const sent = wording.say("message_sent_on", { day: day(openedAt, wording.language) });
  const isOver = state === "closed" || state === "ended" || until === null;
  const ends = isOver ? wording.say("message_read_only") : wording.say("message_until", { day: day(until, wording.language) });
  const parts = [sent, hasNews ? wording.say("message_new") : null, dueAt === null ? ends : promise(wording, dueAt)];
  return parts.filter((part) => part !== null).join(" · ");
}

function leftWords(wording, { state, opened_at: openedAt, due_at: dueAt, has_news: hasNews }) {
  const left = wording.say("message_left_on", { day: day(openedAt, wording.language) });
  if (hasNews) return `${left} · ${wording.say("message_news")}`;
  if (state === "closed" || state === "ended") return `${left} · ${wording.say("message_over")}`;
  return `${left} · ${dueAt === null ? wording.say("message_answered_short") : promise(wording, dueAt)}`;
}

function promise(wording, dueAt) {
  const isLate = Date.now() > Date.parse(dueAt);
  return isLate ? wording.say("message_late") : wording.say("message_due", at(wording, dueAt));
}

function at(wording, moment) {
  return { day: day(moment, wording.language), time: clock(moment) };
}

/** Above the messages: by when she is answered, and that she may close the page. */
export function promiseWords({ wording, chat }) {
  const { due_at: dueAt, open_until: until } = chat.conversation;
  if (dueAt === null && chat.isAgreed && (until ?? null) !== null) {
    const parts = [wording.say("message_agreed"), wording.say("message_agreed_until", at(wording, until))];
    return [...parts, wording.say("message_agreed_kept")].join(" ");
  }
  if (dueAt === null) return wording.say("message_answered");
  return `${promise(wording, dueAt)} ${wording.say("message_come_back")}`;
}

export class MessageScreen {
  #page;
  #topic;
  #finer;
  #missing;
  #words = null;
  #due;
  #identify = null;

  constructor(page) {
    this.#page = page;
    const { wording, chat, service } = page;
    this.#due = make("p", {});
    const back = button(wording.say("back"), "link", () => { page.leavesMessage = false; }, { id: "message-back" });
    const parts = chat.isIdentified ? this.#form() : this.#first();
    const about = chat.isIdentified ? null : make("p", { text: wording.say("message_about") });
    this.root = make("div", { class: "stack" }, back, about, this.#due,
      ...parts, otherWays(page, service, "card", false));
    this.foot = emergencyLine(page);
    this.update();
  }

  update() {
    const { wording, service, identification } = this.#page;
    setText(this.#due, wording.say("message_due_if", at(wording, service.message_due_at)));
    if (this.#identify !== null) this.#identify.disabled = identification.isLeaving;
    if (this.#words !== null) this.#finer.showFor(this.#topic.value);
  }

  /** The text came back after a refusal. */
  givenBack() {
    if (this.#words !== null) this.#words.value = this.#page.drafts.text("first_words");
  }

  /** Only who has identified leaves one; who does not want to is offered the other ways below. */
  #first() {
    const { wording } = this.#page;
    this.#identify = button(wording.say("identify"), "primary", () => this.#page.identify(), { id: "message-identify" });
    return [make("p", { text: wording.say("message_identify_about") }), this.#identify];
  }

  #form() {
    const { wording, service, drafts, masker, chat, kept } = this.#page;
    this.#topic = this.#topics(service, kept.read("topic", ""));
    this.#finer = new FinerTopic(this.#page, kept.read("finer_topic", ""));
    this.#missing = make("div", { class: "problem-slot", id: "topic-problem", role: "alert" });
    this.#words = new TextBox({
      wording, masker: { find: () => [], cover: (text) => masker.cover(text) },
      limits: () => chat.limits,
      onText: (text) => drafts.typed("first_words", text),
      onReady: (text) => this.#leave(text),
      parts: { id: "first-words", label: wording.say("message_words"), text: drafts.text("first_words"), rows: 5 },
    });
    return [make("form", { class: "stack", novalidate: true, on: { submit: (event) => this.#submit(event) } },
      make("div", { class: "choice" },
        make("label", { class: "label", for: "topic", text: wording.say("topic") }),
        make("div", { class: "select" }, this.#topic), this.#missing),
      this.#finer.root, this.#words.root,
      make("p", { class: "small", text: wording.of(service.notice.storage) }),
      make("button", { type: "submit", class: "primary", text: wording.say("message_send") }))];
  }

  #topics(service, chosen) {
    const { wording, kept } = this.#page;
    const select = make("select", { id: "topic", "aria-describedby": "topic-problem", on: { change: () => {
      kept.write("topic", select.value);
      select.removeAttribute("aria-invalid");
      this.#missing.replaceChildren();
      this.update();
    } } }, make("option", { value: "", text: wording.say("topic_choose") }),
    ...service.topics.map(({ topic_id: id, name }) => make("option", { value: id, text: wording.of(name) })));
    select.value = service.topics.some((topic) => topic.topic_id === chosen) ? chosen : "";
    return select;
  }

  #submit(event) {
    event.preventDefault();
    if (this.#topic.value !== "") {
      this.#words.submit();
      return;
    }
    this.#topic.setAttribute("aria-invalid", "true");
    this.#missing.replaceChildren(make("p", { class: "problem" },
      icon("alert"), make("span", { text: this.#page.wording.say("topic_missing") })));
    this.#topic.focus();
  }

  #leave(text) {
    const { chat, service, wording } = this.#page;
    chat.open({
      serviceId: service.service_id, topicId: this.#topic.value, finerTopicId: this.#finer.chosen,
      language: wording.language, text, noticeVersion: service.notice.notice_version, isMessage: true,
    });
  }
}
