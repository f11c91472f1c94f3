/** entry_screen: Before a conversation: topic, first words, notices, start; or closed, and when it opens. */

import { callbackOffer } from "./callback_screen.js";
import { button, icon, make, withNumbers } from "./elements.js";
import { aboutList, emergencyLine, otherWays, queueLine } from "./service_parts.js";
import { TextBox } from "./text_box.js";
import { clock, day } from "./times.js";

export class OpenScreen {
  #page;
  #words;
  #topic;
  #missing;
  #foot;
  #callback;

  constructor(page) {
    this.#page = page;
    const { wording, service, chat, drafts, masker, kept } = page;
    this.#topic = this.#topics(service, kept.read("topic", ""));
    this.#missing = make("div", { class: "problem-slot", id: "topic-problem", role: "alert" });
    this.#words = new TextBox({
      wording, masker, limits: () => chat.limits,
      onText: (text) => drafts.typed("first_words", text),
      onReady: (text) => this.#start(text),
      parts: {
        id: "first-words", label: wording.say("first_words"), note: wording.say("optional"),
        text: drafts.text("first_words"), mayBeEmpty: true,
      },
    });
    this.#foot = make("p", { class: "queue-now" });
    this.#callback = callbackOffer(page);
    this.root = make("div", { class: "stack" },
      make("form", { class: "stack", novalidate: true, on: { submit: (event) => this.#submit(event) } },
        make("div", { class: "choice" },
          make("label", { class: "label", for: "topic", text: wording.say("topic") }),
          make("div", { class: "select" }, this.#topic), this.#missing),
        this.#words.root,
        make("p", { class: "small", text: wording.of(service.notice.storage) }),
        make("button", { type: "submit", class: "primary", text: wording.say("start") })),
      this.#callback.root, aboutList(page, service), otherWays(page, service));
    this.foot = this.#foot;
    this.update();
  }

  update() {
    const { service, wording } = this.#page;
    this.#callback.update();
    this.#foot.replaceChildren(icon("people"), make("span", { text: queueLine(wording, service.queue_now) }));
  }

  /** The text came back after a refusal. */
  givenBack() {
    this.#words.value = this.#page.drafts.text("first_words");
  }

  #topics(service, chosen) {
    const { wording, kept } = this.#page;
    const select = make("select", {
      id: "topic", "aria-describedby": "topic-problem", on: { change: () => {
        kept.write("topic", select.value);
        select.removeAttribute("aria-invalid");
        this.#missing.replaceChildren();
      } },
    }, make("option", { value: "", text: wording.say("topic_choose") }));
    for (const { topic_id, name } of service.topics) {
      select.append(make("option", { value: topic_id, text: wording.of(name) }));
    }
    const isThere = service.topics.some((topic) => topic.topic_id === chosen);
    select.value = isThere ? chosen : "";
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

  #start(text) {
    const { chat, service, wording } = this.#page;
    chat.open({
      serviceId: service.service_id, topicId: this.#topic.value, language: wording.language, text,
      noticeVersion: service.notice.notice_version,
    });
  }
}

export class ClosedScreen {
  #callback;

  constructor(page) {
    const { wording, service } = page;
    const opening = service.opens_at === null ? null : wording.say("opens", {
      day: day(service.opens_at, wording.language), time: clock(service.opens_at),
    });
    this.#callback = callbackOffer(page);
    this.root = make("div", { class: "stack" },
      make("div", { class: "closed-notice" }, icon("clock"), make("p", {},
        make("strong", { text: wording.of(service.closed_text) || wording.say("closed") }),
        opening && ` ${opening}`)),
      this.#callback.root, otherWays(page, service, "", false), aboutList(page, service));
    this.foot = emergencyLine(page);
  }

  update() {
    this.#callback.update();
  }

  givenBack() {}
}

/** While the first command is on its way. */
export class OpeningScreen {
  constructor({ wording }) {
    this.root = make("div", { class: "stack" }, make("div", { class: "card-tinted" },
      make("p", {}, make("strong", { text: wording.say("starting") })),
      make("p", { text: wording.say("starting_about") })));
    this.foot = null;
  }

  update() {}

  givenBack() {}
}

/** Before anything is known, and while nothing can be reached. */
export class WaitScreen {
  constructor({ wording, tryNow }, isUnreachable) {
    this.root = make("div", { class: "stack" }, isUnreachable
      ? make("div", { class: "card" },
        make("p", {}, make("strong", { text: wording.say("unreachable") })),
        make("p", {}, ...withNumbers(wording.say("unreachable_about"))),
        button(wording.say("try_now"), "secondary", tryNow))
      : make("p", { class: "small", text: wording.say("loading") }));
    this.foot = null;
  }

  update() {}

  givenBack() {}
}
