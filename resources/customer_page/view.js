/** view: The frame around every screen: header, notice, banners, footer, focus and announcements. */

import { icon, make, setText } from "./elements.js";
import { CallbackScreen } from "./callback_screen.js";
import { closingOffer, closingWords } from "./closing.js";
import { EndedScreen } from "./ended_screen.js";
import { ClosedScreen, OpeningScreen, OpenScreen, WaitScreen } from "./entry_screen.js";
import { countyFoot, newsList } from "./entry_parts.js";
import { FoldedScreen } from "./folded_screen.js";
import { headingOf } from "./heading.js";
import { MessageScreen } from "./message_screen.js";
import { InstructionsScreen } from "./instructions_screen.js";
import { askedAndHelped, emergencyLine, introduction, otherWays, tellChannelsNow } from "./service_parts.js";
import { TalkScreen } from "./talk_screen.js";
import { LANGUAGES } from "./wording.js";

/** Where the notice of limits stands on top (R019): every screen of the chat, from before it begins to after its end. */
const CHAT_SCREENS = ["open", "message", "opening", "talk", "callback", "ended"];

const byId = (id) => document.getElementById(id);

export class View {
  #page;
  #screen = null;
  #shown = "";
  #language = "";
  #served = null;
  #state = "";
  #wasLost = false;
  #wasContinued = null;
  #movedTo = "";
  #wasJoined = null;
  #question = null;
  #askedConsent = null;
  #place = null;
  #duty = null;
  #isDue = false;
  #hasNews = false;
  #lastSeq = 0;

  constructor(page) {
    this.#page = page;
    byId("languages").append(...LANGUAGES.map(([language, name]) => make("button", {
      type: "button", class: "language", lang: language, text: name, "data-language": language,
      on: { click: () => page.chooseLanguage(language) },
    })));
    document.addEventListener("visibilitychange", () => this.render());
    for (const scroller of [byId("scroller"), document]) scroller.addEventListener("scroll", () => this.#scrolled());
  }

  /** Shows what is so now; many changes at once are drawn once. */
  render() {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      this.#draw();
    });
  }

  #scrolled() {
    this.#screen?.scrolled?.();
    this.#tellWhatWasSeen();
  }

  givenBack(slot) {
    this.#screen?.givenBack(slot);
    this.render();
  }

  #draw() {
    const { wording } = this.#page;
    this.#speakAsCorrected();
    const kind = this.#kind();
    const isNewLanguage = this.#language !== wording.language;
    if (isNewLanguage) this.#speak();
    if (this.#shown !== kind || isNewLanguage) this.#change(kind);
    else this.#screen.update();
    if (this.#page.entry !== null && !this.#page.isUnreachable) tellChannelsNow(this.#page);
    this.#drawHead(kind.split(" ")[0]);
    this.#drawNotices(kind.split(" ")[0]);
    this.#announceChanges();
    this.#tellWhatWasSeen();
  }

  /**
   * A counsellor has corrected in which language she is served (R068): the page goes on in it, and so tells her in her own
   * language where she was moved. She may choose another one at any time.
   */
  #speakAsCorrected() {
    const { chat, kept, wording } = this.#page;
    const now = chat?.conversation ?? null;
    if (now === null) return;
    const before = this.#served ?? kept.read("served", null);
    const isSame = before?.id === now.conversation_id;
    const isCorrected = isSame && (before.isCorrected || before.language !== now.language);
    const isNews = isCorrected && (this.#served === null || before.language !== now.language);
    if (isNews) wording.choose(now.language);
    if (this.#served !== null && isSame && !isNews) return;
    // After a reload the address may name another language: what was corrected holds for this conversation.
    this.#served = { id: now.conversation_id, language: now.language, isCorrected };
    kept.write("served", this.#served);
  }

  /** The screen's name, and what makes it another screen of the same name. */
  #kind() {
    const { chat, entry, service, isUnreachable } = this.#page;
    if (entry === null || !chat.isKnown) {
      return isUnreachable || chat?.link === "lost" ? "unreachable" : "loading";
    }
    const state = chat.conversation?.state;
    // Who waits may ask to be called; who is answered talks.
    if (this.#page.callback.isShown && state !== "held" && !chat.isOpening) return "callback";
    if (state === "waiting" || state === "held") return `talk ${chat.conversation.conversation_id}`;
    if (state !== undefined) return `ended ${chat.conversation.reason ?? ""} ${chat.conversation.conversation_id}`;
    if (chat.isOpening) return "opening";
    if (this.#page.leavesMessage && (service.message_due_at ?? null) !== null) {
      return `message ${service.service_id} ${chat.isIdentified} ${service.notice.notice_version}`;
    }
    if (this.#page.isFolded) return `folded ${service.service_id}`;
    if (location.hash === "#instructions" && entry.instructions.length > 0) return "instructions";
    const announced = JSON.stringify(service.announcements);
    const topics = service.topics.map((topic) => topic.topic_id).join(" ");
    const units = this.#page.services.map((each) => each.is_open).join(" ");
    const what = service.is_open ? `open ${service.notice.notice_version} ${topics}`
      : `closed ${service.opens_at} ${this.#page.opensToIdentified}`;
    // A number that a county has changed is not the old one on a page that stands open.
    const channels = service.other_channels.map(({ name, number, hours_text }) => [name, number, hours_text]);
    const ways = JSON.stringify([channels, entry.emergency, entry.calling]);
    const left = JSON.stringify([chat.isIdentified, chat.leftMessages]);
    return `${what} ${left} ${service.service_id} ${units} ${announced} ${ways}`;
  }

  #change(kind) {
    const isFirst = ["", "loading", "unreachable"].includes(this.#shown);
    // Another conversation of hers, which another window has come to: nothing that was begun in this one goes on there.
    const isAnotherTalk = kind.startsWith("talk ") && this.#shown.startsWith("talk ") && this.#shown !== kind;
    const wasName = this.#shown.split(" ")[0];
    const name = kind.split(" ")[0];
    this.#shown = kind;
    this.#language = this.#page.wording.language;
    const former = this.#screen;
    const focused = document.activeElement?.id ?? "";
    this.#screen = this.#make(name);
    if (name === wasName && !isAnotherTalk) this.#screen.goOnFrom?.(former);
    byId("screen").replaceChildren(this.#screen.root);
    byId("dock").replaceChildren(...(this.#screen.dock ? [this.#screen.dock] : []));
    byId("foot").replaceChildren(...(this.#screen.foot ? [this.#screen.foot] : []));
    byId("foot").hidden = !this.#screen.foot;
    this.#drawAside();
    // Whoever stands on something that is on the new screen too stays there: she chooses by the arrow keys.
    const isStill = focused.startsWith("unit-") || (name === wasName && !isAnotherTalk);
    const again = isStill && focused !== "" ? byId(focused) : null;
    if (again !== null) again.focus();
    else if (!isFirst && (name !== wasName || isAnotherTalk)) this.#focusTitle();
    if (isAnotherTalk) this.#tellFromHere();
    this.#screen.attached?.();
  }

  #make(name) {
    const page = this.#page;
    switch (name) {
      case "open":
        return new OpenScreen(page);
      case "closed":
        return new ClosedScreen(page);
      case "message":
        return new MessageScreen(page);
      case "callback":
        return new CallbackScreen(page);
      case "folded":
        return new FoldedScreen(page);
      case "instructions":
        return new InstructionsScreen(page);
      case "opening":
        return new OpeningScreen(page);
      case "talk":
        return new TalkScreen(page);
      case "ended":
        return new EndedScreen(page);
      default:
        return new WaitScreen(page, name === "unreachable");
    }
  }

  #focusTitle() {
    byId("scroller").scrollTop = 0;
    byId("title").focus();
  }

  #speak() {
    const { wording } = this.#page;
    document.documentElement.lang = wording.language;
    byId("languages").setAttribute("aria-label", wording.say("languages"));
    for (const language of byId("languages").children) {
      const isChosen = language.dataset.language === wording.language;
      if (isChosen) language.setAttribute("aria-current", "true");
      else language.removeAttribute("aria-current");
    }
  }

  #drawAside() {
    const { entry, service, wording } = this.#page;
    if (entry === null) return;
    setText(byId("organisation"), wording.of(entry.organisation));
    // The list scrolls where it is too long; the emergency line stands below it, always in sight.
    byId("aside").replaceChildren(
      make("div", { class: "aside-list" },
        introduction(this.#page, service), otherWays(this.#page, service, "wide-only", false),
        askedAndHelped(this.#page, service), newsList(this.#page, "wide-only") ?? "",
        countyFoot(this.#page, "wide-only")),
      make("div", { class: "aside-emergency wide-only" }, emergencyLine(this.#page)),
    );
    byId("aside").setAttribute("aria-label", wording.say("about"));
  }

  #drawHead(name) {
    const { wording, service } = this.#page;
    const [title, status] = headingOf(name, this.#page);
    setText(byId("title"), title);
    setText(byId("status"), status);
    const news = this.#hasNews ? `${wording.say("title_new_message")} – ` : "";
    const place = service === null || wording.of(service.name) === title ? "" : ` – ${wording.of(service.name)}`;
    const whole = `${news}${title}${place}`;
    if (document.title !== whole) document.title = whole;
  }

  #drawNotices(name) {
    const { entry, service, wording } = this.#page;
    byId("practice").hidden = !(this.#page.isPractice);
    setText(byId("practice-word"), wording.say("practice"));
    setText(byId("practice-about"), wording.say("practice_about"));
    const isIdentified = this.#page.chat?.isIdentified ?? false;
    // Before she has identified nothing is written to a message: what holds of an anonymous chat is not said there.
    const isShown = entry !== null && CHAT_SCREENS.includes(name) && (name !== "message" || isIdentified);
    byId("notice").hidden = !isShown;
    if (isShown) drawNotice(isIdentified ? wording.say("identified_notice") : wording.of((service ?? entry).notice.standing), isIdentified);
    this.#drawClosing(name);
    this.#drawBanner(name);
  }

  #drawClosing(name) {
    const text = closingWords(this.#page, name);
    byId("closing").hidden = text === "";
    setText(byId("closing-text"), text);
    const offer = closingOffer(this.#page, name);
    const slot = byId("closing-slot");
    // Drawn anew only when it comes, goes or is in another language: the keys may stand on it.
    if (slot.textContent !== (offer?.textContent ?? "")) slot.replaceChildren(...(offer === null ? [] : [offer]));
  }

  #drawBanner(name) {
    const { chat } = this.#page;
    const banner = byId("banner");
    const isLineDown = chat?.link === "lost" && ["talk", "opening"].includes(name);
    const parts = isLineDown ? this.#lineLost() : this.#noteParts();
    const key = JSON.stringify(parts);
    if (banner.dataset.shows === key) return;
    banner.dataset.shows = key;
    banner.replaceChildren(...(parts === null ? [] : [make("div", { class: "banner" },
      icon(isLineDown ? "offline" : "alert"),
      make("p", {}, make("strong", { text: parts[0] }), parts[1] ? ` ${parts[1]}` : ""))]));
  }

  #lineLost() {
    const { wording, chat } = this.#page;
    const isWaiting = chat.conversation?.state === "waiting" && !chat.isMessage;
    const minutes = Math.round(chat.limits.waiting_lapses_s / 60);
    const place = isWaiting ? ` ${wording.say("line_lost_place", { minutes })}` : "";
    return [wording.say("line_lost"), wording.say("line_lost_about") + place];
  }

  #noteParts() {
    const { wording, chat } = this.#page;
    const about = this.#page.identification.note;
    if (about !== null) return firstSentence(wording.say(about));
    const note = chat?.note ?? null;
    if (note === null) return null;
    if (note.key === "busy") return [wording.say("busy"), busyAbout(wording, note.parts.seconds)];
    return firstSentence(wording.say(wording.has(note.key) ? note.key : "problem_general", note.parts));
  }

  /** What has changed is what changes in this conversation from now on. */
  #tellFromHere() {
    this.#state = this.#page.chat.conversation.state;
    this.#wasContinued = null;
    this.#wasJoined = null;
  }

  #announceChanges() {
    const { chat, wording } = this.#page;
    const state = chat?.conversation?.state ?? "";
    const link = chat?.link ?? "";
    const hasArrived = this.#state === "waiting" && state === "held";
    if (hasArrived) {
      const who = wording.of(chat.conversation.counsellor_role) || wording.say("counsellor");
      this.#announce(wording.say("arrived", { who }));
    }
    if (this.#state === "held" && state === "waiting") {
      const queue = wording.of(chat.conversation.transferred_to);
      // A queue she was in already: she has come back to it, and was not moved anew.
      this.#announce(queue && queue !== this.#movedTo ? wording.say("transferred", { queue }) : wording.say("returned"));
    }
    const isContinued = (chat?.conversation?.is_continued ?? false) && state === "held";
    if (this.#wasContinued === false && isContinued && !hasArrived) this.#announce(wording.say("continued"));
    this.#wasContinued = chat?.conversation ? isContinued : null;
    const isJoined = (chat?.conversation?.is_joined ?? false) && state === "held";
    if (this.#wasJoined === false && isJoined) this.#announce(wording.say("joined"));
    // A talk that is over, or goes on with another, is told of by its own words.
    const goesOn = state === "held" && this.#state === "held" && !isContinued;
    if (this.#wasJoined === true && !isJoined && goesOn) this.#announce(wording.say("joining_ended"));
    this.#wasJoined = chat?.conversation ? isJoined : null;
    const question = chat?.question ?? null;
    if (question !== null && question !== this.#question) this.#announce(wording.say(`ask_${question}`));
    const asked = chat?.consent?.state === "asked" ? chat.consent.number : null;
    if (asked !== null && asked !== this.#askedConsent) this.#announce(wording.say("ask_consent"));
    this.#askedConsent = asked;
    this.#question = question;
    // On its way back the line may be drawn as neither: it was lost until it is live again.
    if (this.#wasLost && link === "live") this.#announce(wording.say("line_back"));
    this.#wasLost = link === "lost" || (this.#wasLost && link !== "live");
    const place = chat?.waiting?.place ?? null;
    if (place !== null && this.#place !== null && place !== this.#place) {
      this.#announce(`${wording.say("place")} ${place}`);
    }
    const duty = chat?.waiting?.duty ?? null;
    if (this.#duty === "nobody" && duty !== null && duty !== "nobody") this.#announce(wording.say(`waiting_${duty}`));
    this.#duty = duty;
    this.#movedTo = wording.of(chat?.conversation?.transferred_to);
    this.#state = state;
    this.#place = place;
  }

  #announce(text) {
    byId("announcer").textContent = text;
  }

  /** A message has been seen when the window is in view and scrolled to it. */
  #tellWhatWasSeen() {
    const { chat } = this.#page;
    const lastSeq = chat?.conversation?.last_seq ?? 0;
    const isTalk = this.#shown.startsWith("talk ");
    const isSeen = document.visibilityState === "visible" && isTalk && this.#screen.isAtBottom;
    if (isSeen) {
      this.#lastSeq = lastSeq;
      if (lastSeq > 0) chat.saw(lastSeq);
    }
    const hasNews = document.hidden && isTalk && lastSeq > this.#lastSeq;
    if (hasNews !== this.#hasNews) {
      this.#hasNews = hasNews;
      this.#drawHead(this.#shown.split(" ")[0]);
    }
  }
}

/** The first sentence, which stands out, and the rest, which says what follows from it. */
function firstSentence(text) {
  const end = text.indexOf(". ");
  return end === -1 ? [text, ""] : [text.slice(0, end + 1), text.slice(end + 2)];
}

function drawNotice(text, isIdentified) {
  const notice = byId("notice-text");
  const box = byId("notice");
  if (box.classList.toggle("identified", isIdentified) !== (box.dataset.identified === "yes")) {
    box.dataset.identified = isIdentified ? "yes" : "no";
    box.firstElementChild.replaceWith(icon(isIdentified ? "shield" : "anonymous"));
  }
  if (notice.textContent === text) return;
  const [head, rest] = firstSentence(text);
  notice.replaceChildren(make("strong", { text: head }), rest === "" ? "" : ` ${rest}`);
}

/** When it is tried again, in a measure one can wait by: 456 seconds is about 8 minutes. */
function busyAbout(wording, seconds) {
  if (seconds < 100) return wording.say("busy_about", { seconds });
  return wording.say("busy_about_minutes", { minutes: Math.ceil(seconds / 60) });
}
