/**
 * chat: One customer's conversation as this window knows it: what she can do, and what she sees.
 *
 * It owns the confirmed state, the outbox and the stream, and tells its listener when anything has changed. A
 * broken line of facts is never guessed over: a fresh snapshot is asked for, outbox and drafts stay.
 */

import { Attention } from "./attention.js";
import { waitBefore } from "./backoff.js";
import { BEGINS, Outbox } from "./outbox.js";
import { fromSnapshot, isRetired, project, take, withOlder, withWaiting } from "./state.js";
import { Stream } from "./stream.js";

const LEFT_AS = "left";
/** Where this window remembers that the form of a message is open, over a reload and identifying. */
export const LEAVES_MESSAGE = "leaves_message";
const TRIES_BEFORE_LOST = 2;
const ANSWERS = ["DeclineIdentification", "DecideEarlierLines", "AnswerConsent", "WithdrawConsent"];
const NEEDS_NEW_ENTRY = ["service_closed", "notice_changed", "unknown_topic", "messages_unavailable"];

export class Chat {
  #api;
  #kept;
  #drafts;
  #listener;
  #stream;
  #outbox;
  #confirmed = null;
  #link = "connecting";
  #attention;
  #round = 0;
  #syncTimer = 0;
  #tries = 0;
  #isKnown = false;
  #note = null;
  #identity = "anonymous";
  /** Non-urgent messages of who has identified, the newest first. */
  leftMessages = [];

  /** `listener`: changed() · entryNeeded() · givenBack(slot) · callback(request) · letter(known) · attachment(problem) · language(). */
  constructor({ api, kept, drafts, limits, listener }) {
    this.#api = api;
    this.#kept = kept;
    this.#drafts = drafts;
    this.limits = limits;
    this.#listener = listener;
    this.#outbox = new Outbox(api, kept, {
      changed: () => listener.changed(),
      session: () => this.#session(),
      accepted: (row) => this.#accepted(row),
      refused: (row) => this.#refused(row),
      signedOut: () => this.#sessionLost(),
      later: (seconds) => this.#say({ key: "busy", parts: { seconds } }),
    });
    this.#attention = new Attention(() => this.limits, {
      changed: () => listener.changed(),
      tell: () => api.typing(),
      mark: (seq) => this.#markRead(seq),
    });
    this.#stream = new Stream(api, {
      fact: (cursor, after, fact) => this.#take(cursor, after, fact),
      hint: (hint) => this.#hint(hint),
      gone: () => this.#resync(),
      signedOut: () => this.#sessionLost(),
      link: (state) => this.#linked(state),
    });
  }

  // ---- what is seen

  get conversation() {
    return this.#confirmed?.conversation ?? null;
  }

  get waiting() {
    return this.#confirmed?.waiting ?? null;
  }

  get endedAt() {
    return this.#confirmed?.endedAt ?? null;
  }

  get firstSeq() {
    return this.#confirmed?.messages[0]?.seq ?? null;
  }

  /** Whether it is known yet if there is a conversation. */
  get isKnown() {
    return this.#isKnown;
  }

  get isOpening() {
    return this.conversation === null && this.#outbox.rows.some((row) => BEGINS.includes(row.type));
  }

  get isEnding() {
    return this.#outbox.rows.some((row) => row.type === "EndConversation");
  }

  /** Whether she has identified, in this conversation or before one. */
  get isIdentified() {
    return (this.conversation?.identity ?? this.#identity) === "identified";
  }

  /** What is asked of her now: "identify" · "earlier", or null. */
  get question() {
    const { state, identity, identification } = this.conversation ?? {};
    if (state !== "waiting" && state !== "held") return null;
    if (identity !== "identified") return (identification?.asked_at ?? null) === null ? null : "identify";
    return identification?.earlier_lines === "undecided" ? "earlier" : null;
  }

  /** Whether this is a non-urgent message: it is answered within working days, and the page may be closed. */
  get isMessage() {
    return this.conversation?.channel === "message";
  }

  /** Whether a professional began it, as was agreed with her. */
  get isAgreed() {
    return this.conversation?.direction === "professional_initiated";
  }

  /** Whether an answer to what is asked is on its way. */
  get isAnswering() {
    return this.#outbox.rows.some((row) => ANSWERS.includes(row.type));
  }

  /** The newest question for permission that is open, or that may still be taken back; or null. */
  get consent() {
    const { state } = this.conversation ?? {};
    const newest = this.#confirmed?.consents.at(-1) ?? null;
    if (newest === null || (state !== "waiting" && state !== "held")) return null;
    return ["asked", "given", "moved"].includes(newest.state) ? newest : null;
  }

  get isTyping() {
    return this.#attention.isTyping && this.conversation?.state === "held";
  }

  /** "live" · "connecting" · "lost". A short break is not shown as lost. */
  get link() {
    const isStuck = this.#link === "lost" || this.#outbox.tries >= TRIES_BEFORE_LOST;
    if (isStuck) return "lost";
    return this.#link === "live" || this.conversation?.state === "closed" ? "live" : "connecting";
  }

  /** A sentence to show: {key, parts}, or null. */
  get note() {
    const isPast = this.#note?.key === "busy" && !this.#outbox.isWaiting;
    return isPast ? null : this.#note;
  }

  /** What has been said, as far as it is here, by seq. */
  get messages() {
    return this.#confirmed?.messages ?? [];
  }

  lines() {
    return project(this.#confirmed, this.#outbox.rows);
  }

  // ---- what the customer can do

  start() {
    return this.#resync();
  }

  /** The first words are covered already. `isMessage`: a non-urgent message, of one who has identified. */
  open({ serviceId, topicId, finerTopicId, language, text, noticeVersion, isMessage = false }) {
    this.#note = null;
    this.#drafts.put("first_words", "");
    const keys = {
      service_id: serviceId, topic_id: topicId, language, text, notice_version: noticeVersion, finer_topic_id: finerTopicId,
    };
    this.#outbox.add(isMessage ? "LeaveMessage" : "OpenConversation", keys, text);
    this.#outbox.tryNow();
  }

  write(text) {
    this.#note = null;
    this.#drafts.put("message", "");
    this.#outbox.add("WriteMessage", { text }, text);
  }

  /** A file that has been uploaded becomes a message; `name` is what it is called. */
  attach(uploadId, name) {
    this.#note = null;
    this.#outbox.add("SendAttachment", { upload_id: uploadId, name }, name);
  }

  declineIdentification() {
    this.#outbox.add("DeclineIdentification", {});
  }

  decideEarlierLines(areJoined) {
    this.#outbox.add("DecideEarlierLines", { are_joined: areJoined });
  }

  /** Her press, and the language she read the question in. */
  answerConsent(isGiven) {
    const { number } = this.consent;
    this.#outbox.add("AnswerConsent", { number, is_given: isGiven, language: this.#listener.language() });
  }

  withdrawConsent() {
    this.#outbox.add("WithdrawConsent", { number: this.consent.number });
  }

  end() {
    if (!this.isEnding) this.#outbox.add("EndConversation", {});
  }

  /** Leaves the ended conversation behind: the entry is shown, also after a reload. */
  startAnew() {
    this.#kept.write(LEFT_AS, this.conversation?.conversation_id ?? null);
    this.#forget();
    this.#outbox.remove(() => true);
    this.#listener.entryNeeded();
    this.#listener.changed();
  }

  /** Comes back to a message that was left before. */
  async openLeft(id) {
    const outcome = await this.#api.openLeft(JSON.stringify({ conversation_id: id }));
    if (outcome.kind !== "ok") {
      this.#say({ key: "message_not_opened", parts: {} });
      return;
    }
    this.#note = null;
    this.#kept.write(LEFT_AS, null);
    void this.#resync();
  }

  /** Whether she may go to the entry and leave the message as it is: nothing is on its way. */
  get canGoToStart() {
    return this.isMessage && this.#outbox.rows.length === 0;
  }

  /** To the entry; the message waits in the backend, and what was being written in it waits for it here. */
  toStart() {
    if (!this.canGoToStart) return;
    const { conversation_id: id } = this.conversation;
    this.#kept.write(LEFT_AS, id);
    this.#drafts.put(`message ${id}`, this.#drafts.text("message"));
    this.#drafts.put("message", "");
    this.#forget();
    this.#listener.entryNeeded();
    void this.#resync();
  }

  typing() {
    if (this.conversation?.state === "held" && this.#link === "live") this.#attention.typed();
  }

  /** The message `seq` has been on the screen. */
  saw(seq) {
    this.#attention.saw(seq);
  }

  async older() {
    if (this.firstSeq === null) return;
    const outcome = await this.#api.older(this.firstSeq);
    if (outcome.kind === "ok" && this.#confirmed !== null) {
      this.#set(withOlder(this.#confirmed, outcome.body.messages));
    }
  }

  /** The person asks, or the device says it has a network again. */
  tryNow() {
    if (this.#syncTimer !== 0) void this.#resync();
    this.#stream.tryNow();
    if (this.#isKnown) this.#outbox.tryNow();
  }

  /** The device says its network is gone. */
  lineLost() {
    this.#link = "lost";
    this.#listener.changed();
  }

  // ---- what comes in

  async #resync() {
    this.#stream.stop();
    this.#round += 1;
    clearTimeout(this.#syncTimer);
    this.#syncTimer = 0;
    const round = this.#round;
    const outcome = await this.#api.snapshot();
    if (round !== this.#round) return;
    if (outcome.kind === "ok") this.#begin(outcome.body);
    else if (outcome.kind === "sign_in") this.#noSession();
    else this.#syncLater(outcome);
  }

  #syncLater(outcome) {
    this.#tries += 1;
    if (this.#tries >= TRIES_BEFORE_LOST) this.#link = "lost";
    const wait = outcome.kind === "later" ? outcome.seconds * 1000 : waitBefore(this.#tries);
    this.#syncTimer = setTimeout(() => void this.#resync(), wait);
    this.#listener.changed();
  }

  #begin(snapshot) {
    this.#listener.callback(snapshot.callback);
    this.#listener.letter(snapshot.transcript);
    this.#identity = snapshot.identity ?? "anonymous";
    this.leftMessages = snapshot.left_messages ?? [];
    this.#tries = 0;
    this.#isKnown = true;
    this.limits = snapshot.limits;
    const id = snapshot.conversation?.conversation_id ?? null;
    if (id !== null && id !== this.#kept.read(LEFT_AS, null)) {
      this.#show(fromSnapshot(snapshot));
      this.#link = "live";
      if (snapshot.conversation.state !== "closed") this.#stream.follow(snapshot.cursor);
    } else {
      this.#forget();
    }
    this.#outbox.tryNow();
    this.#listener.changed();
  }

  /** What was being written in a message that she comes back to; what belongs to another stays where it is. */
  #takeUp(slot) {
    const draft = this.#drafts.text(slot);
    this.#drafts.put(slot, "");
    if (draft !== "") this.#giveBack("message", [draft]);
  }

  #show(confirmed) {
    const isNew = this.conversation === null;
    this.#set(confirmed);
    if (isNew && this.isMessage) return this.#takeUp(`message ${this.conversation.conversation_id}`);
    const words = this.#drafts.text("first_words");
    if (!isNew || words === "" || this.isOpening) return;
    // The conversation goes on that was begun elsewhere: what was written for a new one belongs to it.
    this.#drafts.put("first_words", "");
    this.#drafts.giveBack("message", words);
    this.#note = null;
  }

  /** No session is known: at the first visit, or after it has run out. */
  #noSession() {
    this.#tries = 0;
    const isUnknown = !this.#isKnown;
    this.#isKnown = true;
    const isGone = this.#outbox.rows.some((row) => BEGINS.includes(row.type) && row.stage === "accepted");
    if (this.conversation !== null || isGone) return this.#sessionLost();
    this.#forget();
    const isLeftOver = this.#outbox.rows.some((row) => row.type === "WriteMessage");
    if (isUnknown && isLeftOver && !this.isOpening) return this.#sessionLost();
    this.#outbox.tryNow();
    return this.#listener.changed();
  }

  #forget() {
    this.#stream.stop();
    this.#confirmed = null;
    this.#link = "live";
    this.#attention.forget();
  }

  #take(cursor, after, fact) {
    if (this.#confirmed === null) return false;
    const next = take(this.#confirmed, cursor, after, fact);
    if (next === null) return false;
    if (fact.type === "MessageWritten" && fact.by === "counsellor") this.#attention.stopped();
    this.#set(next);
    if (this.conversation?.state === "closed") this.#stream.stop();
    return true;
  }

  #set(confirmed) {
    this.#confirmed = confirmed;
    this.#outbox.remove((row) => isRetired(confirmed, row));
    this.#listener.changed();
  }

  #hint(hint) {
    if (hint.type === "Waiting" && this.#confirmed !== null) this.#set(withWaiting(this.#confirmed, hint));
    if (hint.type === "Typing" && hint.by === "counsellor") this.#attention.heard();
  }

  #linked(state) {
    if (state !== "live") this.#attention.stopped();
    if (this.#link === state) return;
    this.#link = state;
    this.#listener.changed();
  }

  #markRead(seq) {
    const conversation = this.conversation;
    const isOpen = conversation?.state === "waiting" || conversation?.state === "held";
    if (!isOpen || seq <= conversation.read_by_customer) return false;
    this.#outbox.addMark(seq);
    return true;
  }

  // ---- what became of a command

  /**
   * A session to open a conversation in: the one there is, or a new one. The one there is knows her callback
   * request too, so it is kept after a conversation that is over; a new one would cut her off from both.
   */
  async #session() {
    const there = await this.#api.snapshot();
    const { state, channel } = there.body?.conversation ?? {};
    // Begun in another window of this browser. A message waits for days and stands in nobody's way.
    if (channel !== "message" && (state === "waiting" || state === "held")) return { kind: "refused", problem: { code: "conversation_exists" } };
    if (there.kind !== "sign_in") return there;
    const begun = await this.#api.session();
    return begun.kind === "sign_in" ? { kind: "unknown" } : begun;
  }

  #accepted(row) {
    if (BEGINS.includes(row.type)) {
      this.#kept.write(LEFT_AS, null);
      this.#kept.write(LEAVES_MESSAGE, false);
      void this.#resync();
    }
    if (this.#confirmed !== null) this.#outbox.remove((other) => isRetired(this.#confirmed, other));
  }

  #refused(row) {
    const { code } = row.problem;
    if (code === "not_allowed") void this.#resync();
    if (BEGINS.includes(row.type)) return this.#openingRefused(row);
    const isOver = code === "conversation_ended" || code === "conversation_closed";
    if (row.type === "WriteMessage" && isOver) return this.#listener.changed();
    this.#outbox.remove((other) => other.id === row.id);
    if (code === "consent_over" || code === "consent_used") this.#say({ key: `problem_${code}`, parts: {} });
    if (row.type === "SendAttachment") this.#listener.attachment(row.problem);
    if (row.type === "WriteMessage") {
      this.#giveBack("message", [row.text]);
      this.#say({ key: `problem_${code}`, parts: this.limits });
    }
    return undefined;
  }

  /** The conversation did not begin: all that was written for it goes back into the first words. */
  #openingRefused(row) {
    const texts = this.#outbox.rows.map((other) => other.text ?? "");
    this.#outbox.remove(() => true);
    this.#giveBack("first_words", texts);
    const { code } = row.problem;
    if (NEEDS_NEW_ENTRY.includes(code)) this.#listener.entryNeeded();
    this.#say({ key: `problem_${code}`, parts: this.limits });
    if (code === "conversation_exists") void this.#resync();
  }

  /** The session has run out: the conversation cannot be reached, but unsent text is hers. */
  #sessionLost() {
    if (["ended", "closed"].includes(this.conversation?.state)) return this.#rest();
    const texts = this.#outbox.rows.filter((row) => row.stage !== "accepted" && row.type !== "SendAttachment").map((row) => row.text ?? "");
    const draft = this.#drafts.text("message");
    this.#outbox.remove(() => true);
    this.#drafts.put("message", "");
    this.#forget();
    this.#giveBack("first_words", [...texts, draft]);
    this.#listener.entryNeeded();
    return this.#say({ key: "problem_signed_out", parts: {} });
  }

  /** A conversation that is over is only read: nothing more comes of it. */
  #rest() {
    this.#stream.stop();
    this.#link = "live";
    this.#listener.changed();
  }

  #giveBack(slot, texts) {
    const text = texts.filter((part) => part !== "").join("\n\n");
    if (text !== "") this.#drafts.giveBack(slot, text);
    this.#listener.givenBack(slot);
  }

  #say(note) {
    this.#note = note;
    this.#listener.changed();
  }
}
