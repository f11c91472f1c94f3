/** transcript: The messages of a conversation, one element each, changed only where something changed. */

import { attachmentWords } from "./attachment_card.js";
import { consentWords } from "./consent_card.js";
import { icon, make, setText } from "./elements.js";
import { pieces } from "./text.js";
import { clock } from "./times.js";

const STATE_ICONS = {
  sending: "clock", held_back: "clock", saved: "check", sent: "check", seen: "seen", refused: "alert",
};

export class Transcript {
  #wording;
  #shown = new Map();

  constructor(wording) {
    this.#wording = wording;
    this.root = make("div", { class: "log", role: "log", tabindex: "0", "aria-label": wording.say("log") });
  }

  /** Shows `lines` (state.js). True when a line was added at the end. */
  update(lines, { isLineDown, who }) {
    const last = this.root.lastElementChild;
    const keys = new Set(lines.map((line) => line.key));
    for (const [key, shown] of this.#shown) if (!keys.has(key)) this.#drop(key, shown);
    lines.forEach((line, index) => this.#place(line, index, { isLineDown, who }));
    return this.root.lastElementChild !== last;
  }

  #drop(key, shown) {
    shown.root.remove();
    this.#shown.delete(key);
  }

  #place(line, index, view) {
    const shown = this.#shown.get(line.key) ?? (line.by === "mark" ? this.#addMark(line) : this.#add(line, view.who));
    if (this.root.children[index] !== shown.root) this.root.insertBefore(shown.root, this.root.children[index] ?? null);
    // A file's name alone until it has been taken; then what it is.
    const text = (line.attachment ?? null) === null ? line.text : attachmentWords(this.#wording, line.text, line.attachment);
    if (shown.text !== text) {
      shown.text = text;
      shown.words.replaceChildren(...pieces(text).map((piece) => this.#piece(piece)));
    }
    setText(shown.covered, this.#whyCovered(line));
    if (line.by === "customer") this.#showStage(shown, line, view.isLineDown);
  }

  /** Why something in a message is covered; what was covered by hand is said of anybody's message. */
  #whyCovered({ by, masked }) {
    if (masked.includes("by_hand")) return this.#wording.say("were_covered_by_hand");
    return by === "customer" && masked.length > 0 ? this.#wording.say("were_covered") : "";
  }

  /** From here on she is known by name; or what she was asked permission for, and what came of it. */
  #addMark(line) {
    const isConsent = line.consent !== undefined;
    const said = isConsent ? `${consentWords(this.#wording, line)} ${clock(line.at)}` : this.#wording.say("identified_from_here");
    const words = make("p", { class: "meta" }, icon("shield"), ` ${said}`);
    const shown = { root: make("div", { class: "mark" }, words), words, covered: make("p"), text: "", stage: null };
    this.#shown.set(line.key, shown);
    return shown;
  }

  #add(line, who) {
    const words = make("p", { class: "words", dir: "auto" });
    const covered = make("p", { class: "meta" });
    const state = make("p", { class: "meta state" });
    const isOwn = line.by === "customer";
    const speaker = { customer: this.#wording.say("you"), service: this.#wording.say("service") }[line.by] ?? who;
    const head = isOwn
      ? make("span", { class: "unseen", text: `${speaker}: ` })
      : make("p", { class: "meta", text: `${speaker} · ${clock(line.at)}` });
    const root = make("div", { class: `line ${isOwn ? "own" : line.by}` }, head, words, covered, state);
    const shown = { root, words, covered, state, text: null, stage: null };
    this.#shown.set(line.key, shown);
    return shown;
  }

  #showStage(shown, line, isLineDown) {
    const stage = line.stage === "sending" && isLineDown ? "held_back" : line.stage;
    const sentence = this.#wording.say(stage, { time: clock(line.at) });
    if (shown.stage === sentence) return;
    shown.stage = sentence;
    shown.root.classList.toggle("on-its-way", stage === "sending" || stage === "held_back");
    shown.root.classList.toggle("returned", stage === "refused");
    shown.state.replaceChildren(icon(STATE_ICONS[stage]), ` ${sentence}`);
  }

  #piece(piece) {
    if (piece.kind === "covered") {
      return make("span", { class: "covered" }, icon("lock"), ` ${this.#wording.say("covered")}`);
    }
    if (piece.kind === "turner") {
      const title = this.#wording.say("direction_mark", { code: piece.text });
      return make("span", { class: "turner", title, text: `[${piece.text}]` });
    }
    return document.createTextNode(piece.text);
  }
}
