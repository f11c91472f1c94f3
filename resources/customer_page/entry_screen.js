/** entry_screen: Before a conversation: topic, first words, notices, start; or closed, and when it opens. */

import { callbackOffer } from "./callback_screen.js";
import { button, icon, make, phoneLink, setText, withNumbers } from "./elements.js";
import { dutyOf, isTopicShut } from "./duty.js";
import { countyFoot, greeting, instructionsLink, newsList, temporaryNotices, unitChoice } from "./entry_parts.js";
import { IdentifyFirst } from "./identity_card.js";
import { FinerTopic } from "./finer_topic.js";
import { leftMessages, messageOffer } from "./message_screen.js";
import { aboutList, channelNow, emergencyLine, firstNumber, otherWays, queueLine } from "./service_parts.js";
import { TextBox } from "./text_box.js";
import { clock, day } from "./times.js";

export class OpenScreen {
  #page;
  #words;
  #topic;
  #finer;
  #missing;
  #foot;
  #callback;
  #greeting = greeting();
  #identifyFirst;
  #startButton;
  #shut;
  #shows = "";

  constructor(page) {
    this.#page = page;
    const { wording, service, chat, drafts, masker, kept } = page;
    this.#topic = this.#topics(service, kept.read("topic", ""));
    this.#finer = new FinerTopic(page, kept.read("finer_topic", ""));
    this.#missing = make("div", { class: "problem-slot", id: "topic-problem", role: "alert" });
    this.#words = new TextBox({
      wording, masker: { find: (text) => (chat.isIdentified ? [] : masker.find(text)), cover: (text) => masker.cover(text) },
      limits: () => chat.limits,
      onText: (text) => drafts.typed("first_words", text),
      onReady: (text) => this.#start(text),
      parts: {
        id: "first-words", label: wording.say("first_words"), note: wording.say("optional"),
        text: drafts.text("first_words"), mayBeEmpty: true,
      },
    });
    this.#foot = make("div", { class: "queue-foot" });
    this.#callback = callbackOffer(page);
    this.#identifyFirst = new IdentifyFirst(page);
    this.#startButton = make("button", { type: "submit", class: "primary" });
    this.#shut = make("div", { role: "status" });
    this.root = make("div", { class: "stack" }, temporaryNotices(page), unitChoice(page), leftMessages(page), this.#greeting.root,
      make("form", { class: "stack", novalidate: true, on: { submit: (event) => this.#submit(event) } },
        make("div", { class: "choice" },
          make("label", { class: "label", for: "topic", text: wording.say("topic") }),
          make("div", { class: "select" }, this.#topic), this.#missing),
        this.#finer.root,
        this.#shut,
        this.#words.root,
        make("p", { class: "small", text: wording.of(service.notice.storage) }),
        this.#startButton, this.#identifyFirst.root),
      this.#callback.root, messageOffer(page), instructionsLink(page), aboutList(page, service), newsList(page, "narrow-only"),
      otherWays(page, service), countyFoot(page, "narrow-only"));
    this.foot = this.#foot;
    this.update();
  }

  update() {
    const { service, wording, chat } = this.#page;
    this.#callback.update();
    this.#identifyFirst.update();
    setText(this.#startButton, wording.say(chat.isIdentified ? "start_identified" : "start"));
    this.#finer.showFor(this.#topic.value);
    const duty = dutyOf(service, wording.language, this.#topic.value);
    this.#greeting.say(duty === "nobody" ? "" : wording.say(`greeting_${duty}`));
    const isShut = isTopicShut(service, wording.language, this.#topic.value);
    const key = JSON.stringify([duty, service.queue_now, isShut, this.#topic.value]);
    if (this.#shows === key) return;
    this.#shows = key;
    this.#startButton.hidden = isShut;
    this.#shut.replaceChildren(...(isShut ? [this.#shutCard()] : []));
    this.#foot.replaceChildren(duty === "free" || isShut ? emergencyLine(this.#page) : make("div", { class: "queue-now" },
      icon("people"), make("div", {}, ...queueLines(wording, duty, service.queue_now).map((text) => make("p", { text })))));
  }

  /** The text came back after a refusal. */
  givenBack() {
    this.#words.value = this.#page.drafts.text("first_words");
  }

  /** Hours alone do not open it: what she can do instead, and what happens by itself (R025, R064). */
  #shutCard() {
    const { service, wording } = this.#page;
    const topic = service.topics.find((each) => each.topic_id === this.#topic.value);
    const call = firstNumber(service);
    return make("div", { class: "card shut" }, icon("clock"), make("div", {},
      make("p", {}, make("strong", { text: wording.say("topic_shut", { topic: wording.of(topic.name) }) })),
      make("p", { text: wording.say("topic_shut_about") }),
      call && make("p", {}, `${wording.say("or_call")} `, phoneLink(call.number),
        `, ${channelNow(wording, call) || wording.of(call.hours_text)}`)));
  }

  #topics(service, chosen) {
    const { wording, kept } = this.#page;
    const select = make("select", {
      id: "topic", "aria-describedby": "topic-problem", on: { change: () => {
        kept.write("topic", select.value);
        select.removeAttribute("aria-invalid");
        this.#missing.replaceChildren();
        this.#page.lookAgainLater();
        this.update();
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
    if (isTopicShut(service, wording.language, this.#topic.value)) return;
    chat.open({
      serviceId: service.service_id, topicId: this.#topic.value, finerTopicId: this.#finer.chosen,
      language: wording.language, text,
      noticeVersion: service.notice.notice_version,
    });
  }
}

export class ClosedScreen {
  #callback;
  #identifyFirst;

  constructor(page) {
    const { wording, service } = page;
    const opening = service.opens_at === null ? null : wording.say("opens", {
      day: day(service.opens_at, wording.language), time: clock(service.opens_at),
    });
    this.#callback = callbackOffer(page, "primary");
    // The chat is open to who identifies: that is one way more, and the nearest.
    this.#identifyFirst = page.opensToIdentified ? new IdentifyFirst(page, "closed_but_identified") : null;
    this.root = make("div", { class: "stack" },
      make("div", { class: "closed-notice" }, icon("clock"), make("p", {},
        make("strong", { text: wording.of(service.closed_text) || wording.say("closed") }),
        opening && ` ${opening}`)), this.#identifyFirst?.root ?? null,
      temporaryNotices(page), unitChoice(page), leftMessages(page), messageOffer(page), this.#callback.root,
      otherWays(page, service, "", false),
      instructionsLink(page), aboutList(page, service), newsList(page, "narrow-only"), countyFoot(page, "narrow-only"));
    this.foot = emergencyLine(page);
  }

  update() {
    this.#callback.update();
    this.#identifyFirst?.update();
  }

  givenBack() {}
}

/** The queue situation at the lower edge: said when all are busy (R024), or why no time can be given (R027). */
function queueLines(wording, duty, queue) {
  return duty === "nobody" ? [wording.say("duty_nobody")] : [wording.say("duty_busy"), queueLine(wording, queue)];
}

/** While the first command is on its way; other ways are offered when it does not get through, or has to wait (R025). */
export class OpeningScreen {
  #page;
  #ways;

  constructor(page) {
    this.#page = page;
    const { wording, service } = page;
    this.#ways = otherWays(page, service, "card");
    this.root = make("div", { class: "stack" }, make("div", { class: "card-tinted" },
      make("p", {}, make("strong", { text: wording.say("starting") })),
      make("p", { text: wording.say("starting_about") })), this.#ways);
    this.foot = null;
    this.update();
  }

  update() {
    const { link, note } = this.#page.chat;
    this.#ways.hidden = link !== "lost" && note?.key !== "busy";
  }

  givenBack() {}
}

/** Before anything is known, and while nothing can be reached. */
export class WaitScreen {
  constructor({ wording, tryNow, doors }, isUnreachable) {
    this.root = make("div", { class: "stack" }, isUnreachable
      ? make("div", { class: "card" },
        make("p", {}, make("strong", { text: wording.say("unreachable") })),
        make("p", {}, ...withNumbers(wording.say("unreachable_about"))),
        button(wording.say("try_now"), "secondary", tryNow))
      : make("p", { class: "small", text: wording.say("loading") }),
    // What was known before the line broke: other ways in (R025).
    isUnreachable && doors !== null ? otherWays({ wording, entry: doors }, doors.service, "card") : null);
    this.foot = null;
  }

  update() {}

  givenBack() {}
}
