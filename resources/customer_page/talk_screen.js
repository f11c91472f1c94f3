/** talk_screen: Waiting and talking: place in the queue, transcript, composer, leaving and ending. */

import { AttachmentCard } from "./attachment_card.js";
import { callbackOffer } from "./callback_screen.js";
import { ConsentCard } from "./consent_card.js";
import { IdentityCard } from "./identity_card.js";
import { button, icon, make, phoneLink, setText } from "./elements.js";
import { LetterForm, hasBothVoices, letterLink, letterWish } from "./letter_form.js";
import { promiseWords } from "./message_screen.js";
import { Place, waitingWords } from "./place.js";
import { firstNumber, otherWays } from "./service_parts.js";
import { TextBox } from "./text_box.js";
import { Transcript } from "./transcript.js";

const NEAR_BOTTOM_PX = 80;

export class TalkScreen {
  #page;
  #transcript;
  #place = new Place();
  #waitingWords;
  #movedWords;
  #card;
  #consent;
  #attachment;
  #attachLink;
  #older;
  #typing;
  #retry;
  #rather;
  #callback;
  #letter;
  #letterLink;
  #letterWish;
  #ways;
  #box;
  #send;
  #composer;
  #question = null;
  #endLink;
  #waysLink;
  #identifyLink;
  #startLink;
  #below;
  #isPinned = true;
  #room = "";

  constructor(page) {
    this.#page = page;
    const { wording, service, chat } = page;
    this.#transcript = new Transcript(wording);
    this.#waitingWords = make("p", { class: "greeting" });
    this.#movedWords = make("p", { class: "transferred", hidden: true });
    this.#card = new IdentityCard(page);
    this.#consent = new ConsentCard(page);
    this.#attachment = new AttachmentCard(page, { showWays: () => this.#showWays(), close: () => this.#showAttachment({ isShown: false }) });
    this.#older = button(wording.say("older"), "secondary", () => chat.older());
    this.#typing = make("p", { class: "small typing", role: "status" });
    this.#retry = retryPart(page);
    this.#rather = make("h2", { class: "rather", text: wording.say("rather_not_wait") });
    this.#callback = callbackOffer(page);
    this.#letter = new LetterForm(page);
    this.#letter.root.hidden = true;
    this.#letterWish = letterWish(page);
    this.#ways = otherWays(page, service, "card");
    this.#ways.tabIndex = -1;
    this.root = make("div", { class: "stack talk" },
      this.#waitingWords, this.#older, this.#transcript.root, this.#movedWords, this.#card.root, this.#consent.root, this.#typing, this.#retry,
      this.#attachment.root, this.#letterWish.root, this.#letter.root, this.#ways);
    this.#buildComposer();
    this.#buildFoot();
    this.#below = button(wording.say("new_below"), "new-below", () => this.scrollDown());
    this.#below.hidden = true;
    this.dock = make("div", { class: "dock" }, this.#below, this.#place.root, this.#composer);
    this.update();
  }

  /** Stays at the newest message when the room for it changes: a banner, a keyboard, a growing box. */
  attached() {
    const watch = new ResizeObserver(() => {
      this.#room = this.#roomNow();
      if (this.#isPinned) this.scrollDown();
    });
    watch.observe(this.root.closest(".scroller"));
    watch.observe(this.root);
    this.scrollDown();
  }

  /** The customer has moved the page herself; unless the room has just changed, which moves it too. */
  scrolled() {
    if (this.#room !== this.#roomNow()) return;
    this.#isPinned = this.isAtBottom;
    if (this.#isPinned) this.#below.hidden = true;
  }

  get isAsking() {
    return this.#question !== null;
  }

  /** The same screen in another language: a question stays open. */
  goOnFrom(other) {
    if (other.isAsking) this.#ask({ isQuiet: true });
  }

  #buildComposer() {
    const { wording, chat, drafts, masker } = this.#page;
    this.#send = make("button", { type: "submit", class: "primary" });
    this.#box = new TextBox({
      // Who has identified writes under her own name: nothing is covered any more.
      wording, masker: { find: (text) => (chat.isIdentified ? [] : masker.find(text)), cover: (text) => masker.cover(text) },
      limits: () => chat.limits,
      onText: (text) => {
        drafts.typed("message", text);
        if (text !== "") chat.typing();
      },
      onReady: (text) => this.#write(text),
      onAddress: (address) => this.#takeAddress(address),
      takesAddress: () => this.#page.letter.canAsk && chat.conversation.state === "held" && hasBothVoices(chat),
      parts: {
        id: "message", label: wording.say("message"), text: drafts.text("message"), rows: 1,
        hint: canPressEnter() ? wording.say("enter_sends") : null, action: this.#send,
      },
    });
    this.#box.box.addEventListener("keydown", (event) => this.#pressed(event));
    this.#composer = make("form", { class: "composer", novalidate: true, on: { submit: (event) => {
      event.preventDefault();
      this.#box.submit();
    } } }, this.#box.root);
  }

  #buildFoot() {
    const { wording } = this.#page;
    this.#waysLink = button(wording.say("other_ways"), "link", () => this.#showWays(), { "aria-expanded": "false" });
    this.#endLink = button("", "link", () => this.#ask());
    this.#letterLink = letterLink(this.#page, () => this.#showLetter());
    this.#attachLink = button(wording.say("attach"), "link", () => this.#showAttachment(), { id: "attach-link" });
    this.#identifyLink = button(wording.say("identify"), "link", () => this.#page.identify());
    this.#startLink = button(wording.say("message_to_start"), "link", () => this.#page.chat.toStart(), { id: "to-start" });
    this.foot = make("div", { class: "foot-links" }, this.#startLink, this.#attachLink, this.#waysLink, this.#letterLink, this.#identifyLink, this.#endLink);
  }

  update() {
    const { wording, chat, canIdentify, identification } = this.#page;
    const isMessage = chat.isMessage;
    const isWaiting = chat.conversation.state === "waiting" && !isMessage;
    const isLineDown = chat.link === "lost";
    this.#showPlace(isWaiting);
    this.#older.hidden = !(chat.firstSeq > 1);
    const who = wording.of(chat.conversation.counsellor_role) || wording.say("counsellor");
    this.#showLines(chat.lines(), isLineDown, who);
    setText(this.#typing, chat.isTyping ? wording.say("typing", { who }) : "");
    this.#retry.hidden = !isLineDown;
    this.#showRather(isWaiting);
    this.#drawLetter(isWaiting);
    if (this.#card.update() && this.#isPinned) this.scrollDown();
    if (this.#consent.update() && this.#isPinned) {
      // Longer than the room there is, it is read from its beginning.
      this.#isPinned = false;
      this.#consent.root.scrollIntoView({ block: "start" });
    }
    this.#attachment.update();
    this.#attachLink.setAttribute("aria-expanded", String(this.#page.attaching.isOpen));
    this.#identifyLink.hidden = !canIdentify || chat.isIdentified || chat.question !== null;
    this.#identifyLink.disabled = identification.isLeaving;
    setText(this.#send, wording.say(isWaiting ? "save" : "send"));
    this.#box.hint = wording.say(isWaiting ? "enter_saves" : "enter_sends");
    this.#box.placeholder = wording.say(isLineDown ? "write_offline" : "write");
    setText(this.#endLink, chat.isEnding ? wording.say("ending") : wording.say(isWaiting ? "leave_queue" : "end"));
    this.#endLink.disabled = chat.isEnding;
    // A message that nobody has taken yet is left alone, not given up: there is no place to lose.
    this.#endLink.hidden = this.#question !== null || (isMessage && chat.conversation.state === "waiting");
    this.#startLink.hidden = !isMessage;
    this.#startLink.disabled = !chat.canGoToStart;
  }

  /** The text came back after a refusal. */
  givenBack(slot) {
    if (slot === "message") this.#box.value = this.#page.drafts.text("message");
  }

  #roomNow() {
    const scroller = this.root.closest(".scroller");
    return `${scroller?.clientHeight} ${this.root.offsetHeight}`;
  }

  /** What has come last: the newest message, or where the conversation was transferred after it. */
  get #newest() {
    if (!this.#consent.root.hidden) return this.#consent.root;
    if (!this.#card.root.hidden) return this.#card.root;
    return this.#movedWords.hidden ? this.#transcript.root.lastElementChild : this.#movedWords;
  }

  /** Brings what has come last in view; while talking, all that is below it too. */
  scrollDown() {
    const last = this.#newest;
    const isWaiting = this.#page.chat.conversation?.state === "waiting" && !this.#page.chat.isMessage;
    const scroller = scrollerOf(this.root);
    if (isWaiting) last?.scrollIntoView({ block: "nearest" });
    else if (scroller) scroller.scrollTop = scroller.scrollHeight;
    this.#isPinned = true;
    this.#below.hidden = true;
  }

  /** True when what has come last is in view, nearly. */
  get isAtBottom() {
    const last = this.#newest;
    const scroller = scrollerOf(this.root);
    if (last === null || scroller === null) return true;
    const edge = scroller === document.scrollingElement ? innerHeight : scroller.getBoundingClientRect().bottom;
    return last.getBoundingClientRect().bottom < edge + NEAR_BOTTOM_PX;
  }

  #showPlace(isWaiting) {
    const { wording, chat } = this.#page;
    this.#place.root.hidden = !isWaiting;
    this.#waitingWords.hidden = !isWaiting && !chat.isMessage;
    if (chat.isMessage) setText(this.#waitingWords, promiseWords(this.#page));
    const moved = chat.conversation.state === "waiting" ? transferredWords(wording, chat) : continuedWords(wording, chat);
    this.#movedWords.hidden = moved === "";
    setText(this.#movedWords, moved);
    if (!isWaiting) return;
    this.#place.show(wording, chat.waiting);
    setText(this.#waitingWords, waitingWords(wording, chat.waiting));
    this.#waitingWords.classList.toggle("nobody", chat.waiting?.duty === "nobody");
  }

  #showLines(lines, isLineDown, who) {
    const isNew = this.#transcript.update(lines, { isLineDown, who });
    if (!isNew) return;
    const isOwn = lines.at(-1)?.by === "customer";
    if (this.#isPinned || isOwn) this.scrollDown();
    else this.#below.hidden = false;
  }

  /** While waiting the other ways are offered; while talking they are asked for. */
  #showRather(isWaiting) {
    const isAsked = this.#waysLink.getAttribute("aria-expanded") === "true";
    this.#ways.hidden = !isWaiting && !isAsked;
    this.#callback.update();
    if (isWaiting && !this.#rather.isConnected) this.#ways.prepend(this.#rather, this.#callback.root);
    if (!isWaiting) {
      this.#rather.remove();
      this.#callback.root.remove();
    }
  }

  #showWays() {
    const isShown = this.#waysLink.getAttribute("aria-expanded") === "true";
    this.#waysLink.setAttribute("aria-expanded", String(!isShown));
    this.update();
    if (!isShown || !this.#ways.hidden) {
      this.#ways.focus();
      this.#ways.scrollIntoView({ block: "nearest" });
    }
  }

  /** Wished for in the queue; had while talking, as soon as both sides have written. */
  #drawLetter(isWaiting) {
    const isAsked = this.#letterLink.getAttribute("aria-expanded") === "true";
    this.#letterWish.update();
    if (!isWaiting) this.#letterWish.root.hidden = true;
    this.#letter.update();
    this.#letterLink.hidden = isWaiting || !this.#letter.isOf;
    if (!isAsked || isWaiting) this.#letter.root.hidden = true;
  }

  #showLetter({ isShown = this.#letterLink.getAttribute("aria-expanded") !== "true" } = {}) {
    this.#letterLink.setAttribute("aria-expanded", String(isShown));
    this.update();
    if (!this.#letter.root.hidden) this.#letter.focus();
  }

  #showAttachment({ isShown = !this.#page.attaching.isOpen } = {}) {
    this.#page.attaching.isOpen = isShown;
    this.update();
    if (isShown) this.#attachment.focus();
    else this.#attachLink.focus();
  }

  /** An address that was about to go into the chat goes into the letter's field instead (R100). */
  #takeAddress(address) {
    this.#showLetter({ isShown: true });
    this.#letter.take(address);
  }

  #write(text) {
    this.#box.value = "";
    this.#page.chat.write(text);
    this.#box.focus();
  }

  #pressed(event) {
    const isSending = event.key === "Enter" && !event.shiftKey && !event.isComposing && canPressEnter();
    if (!isSending) return;
    event.preventDefault();
    this.#box.submit();
  }

  /** Asks in the page; Esc and the second button go back. */
  #ask({ isQuiet = false } = {}) {
    const { wording, chat } = this.#page;
    const isWaiting = chat.conversation.state === "waiting";
    const heading = make("h2", { id: "question", tabindex: "-1", text: wording.say(isWaiting ? "leave_queue_ask" : "end_ask") });
    this.#question = make("div", { class: "question", role: "group", "aria-labelledby": "question", on: { keydown: (event) => {
      if (event.key === "Escape") this.#goOn();
    } } }, heading,
    make("p", { text: wording.say(isWaiting ? "leave_queue_about" : "end_about") }),
    make("div", { class: "buttons" },
      button(wording.say(isWaiting ? "leave_queue" : "end"), "secondary", () => this.#end()),
      button(wording.say(isWaiting ? "stay_in_queue" : "go_on"), "secondary", () => this.#goOn())));
    this.#composer.hidden = true;
    this.#endLink.hidden = true;
    this.dock.append(this.#question);
    if (!isQuiet) heading.focus();
  }

  #end() {
    this.#closeQuestion();
    this.#page.chat.end();
    this.#endLink.focus();
  }

  #goOn() {
    this.#closeQuestion();
    this.#endLink.focus();
  }

  #closeQuestion() {
    this.#question?.remove();
    this.#question = null;
    this.#composer.hidden = false;
    this.#endLink.hidden = false;
  }
}

/** Trying at once, and a number to call instead, while the line is down. */
export function retryPart({ wording, service, tryNow }) {
  const channel = firstNumber(service);
  const call = channel && make("p", { class: "small" }, `${wording.say("or_call")} `, phoneLink(channel.number),
    `, ${wording.of(channel.hours_text)}`);
  return make("div", { class: "retry" }, button(wording.say("try_now"), "secondary", tryNow), call);
}

/** Enter sends where there is a keyboard; on a touch keyboard it breaks the line. */
function canPressEnter() {
  return matchMedia("(hover: hover) and (pointer: fine)").matches;
}

/** The element that scrolls: the box's own, or the document where there is too little height for one. */
export function scrollerOf(element) {
  const inner = element.closest(".scroller");
  if (inner === null) return null;
  return inner.scrollHeight > inner.clientHeight && getComputedStyle(inner).overflowY !== "visible"
    ? inner : document.scrollingElement;
}

function transferredWords(wording, chat) {
  const queue = wording.of(chat.conversation.transferred_to);
  return queue === "" ? "" : wording.say("transferred", { queue });
}

/** Said while the talk goes on: the customer must know that somebody else answers now, or that two read. */
function continuedWords(wording, chat) {
  const { state, is_continued: isContinued, is_joined: isJoined } = chat.conversation;
  if (state !== "held") return "";
  if (isJoined) return wording.say("joined");
  return isContinued ? wording.say("continued") : "";
}
