/**
 * outbox: The customer's commands on their way: first in, first out, one at a time, the same bytes every time.
 *
 *     queued ──► in_flight ──► accepted ──► (retired by its fact)
 *        ▲           │  └────► refused ───► (the text goes back to the customer)
 *        └─ unknown ─┘  later · sign_in: queued again, nothing happened
 *
 * A row is kept over a reload; its id is made once, when the customer acts. The text is covered before it
 * comes here.
 */

import { newCommandId } from "./api.js";
import { waitBefore } from "./backoff.js";

const KEPT_AS = "outbox";

/** Commands that begin a conversation: a chat, or a non-urgent message. */
export const BEGINS = ["OpenConversation", "LeaveMessage"];

/** Written while its conversation was being opened: it leaves when it is known which one that is. */
function isUnplaced(row) {
  return row.about === null && !BEGINS.includes(row.type);
}

/** The same bytes every time. */
function bodyOf({ id, type, about, keys }) {
  const of = BEGINS.includes(type) ? {} : { conversation_id: about };
  return JSON.stringify({ type, command_id: id, ...of, ...keys });
}

export class Outbox {
  #api;
  #kept;
  #listener;
  #rows;
  #isBusy = false;
  #isPaused = true;
  #timer = 0;
  #tries = 0;

  /** `listener`: changed(), session(), accepted(row), refused(row), signedOut(), later(seconds). */
  constructor(api, kept, listener) {
    this.#api = api;
    this.#kept = kept;
    this.#listener = listener;
    this.#rows = kept.read(KEPT_AS, []).map((row) => ({
      ...row, stage: row.stage === "in_flight" ? "queued" : row.stage,
    }));
  }

  get rows() {
    return this.#rows;
  }

  /** Whether something has not arrived yet. */
  get isWaiting() {
    return this.#rows.some((row) => row.stage === "queued" || row.stage === "in_flight");
  }

  /** Whether a conversation is being opened. */
  get isBeginning() {
    return this.#rows.some((row) => BEGINS.includes(row.type));
  }

  /** How many tries in a row have failed: more than one, and the line is not well. */
  get tries() {
    return this.#tries;
  }

  /**
   * Queues a command. `about` is the conversation it is of: null while that one is being opened, and for what
   * opens it. `text` is what the transcript shows meanwhile (null: nothing). Returns its id.
   */
  add(type, about, keys, text = null) {
    const id = newCommandId();
    const at = new Date().toISOString();
    this.#change([...this.#rows, {
      id, type, about, keys, text, at, masked: [], stage: "queued", cursor: null, problem: null, hasSession: false,
    }]);
    void this.#deliver();
    return id;
  }

  /** A newer mark replaces one that has not left. */
  addMark(about, seq) {
    this.remove((row) => row.type === "MarkRead" && row.about === about && row.stage === "queued");
    this.add("MarkRead", about, { seq });
  }

  /** The conversation is open that what stands behind its opening was written for. */
  isOpened(conversationId) {
    if (!this.#rows.some(isUnplaced)) return;
    this.#change(this.#rows.map((row) => (isUnplaced(row) ? { ...row, about: conversationId } : row)));
  }

  remove(isGone) {
    const rows = this.#rows.filter((row) => !isGone(row));
    if (rows.length !== this.#rows.length) this.#change(rows);
  }

  /** Nothing leaves while there is no session to send it in. */
  pause() {
    this.#isPaused = true;
  }

  /** Sends what waits, at once. */
  tryNow() {
    this.#isPaused = false;
    clearTimeout(this.#timer);
    this.#timer = 0;
    void this.#deliver();
  }

  async #deliver() {
    if (this.#isBusy || this.#isPaused || this.#timer !== 0) return;
    const next = this.#rows.find((row) => row.stage === "queued");
    if (next !== undefined && isUnplaced(next)) return;
    if (!next) return;
    this.#isBusy = true;
    this.#set(next.id, { stage: "in_flight" });
    const outcome = await this.#send(next);
    this.#isBusy = false;
    this.#settle(this.#rows.find((row) => row.id === next.id), outcome);
    void this.#deliver();
  }

  /** A session is asked for before the first command goes, and never again for the same command. */
  async #send(row) {
    if (BEGINS.includes(row.type) && !row.hasSession) {
      const outcome = await this.#listener.session();
      if (outcome.kind !== "ok") return outcome;
      this.#set(row.id, { hasSession: true });
    }
    return this.#api.send(bodyOf(row), row.id);
  }

  #settle(row, outcome) {
    // Its fact came before its answer: the row is retired already, and the line is well.
    if (row === undefined || outcome.kind !== "unknown") this.#tries = 0;
    if (row === undefined) return undefined;
    switch (outcome.kind) {
      case "accepted":
        return this.#accepted(row, outcome.answer);
      case "refused":
        this.#set(row.id, { stage: "refused", problem: outcome.problem });
        return this.#listener.refused({ ...row, stage: "refused", problem: outcome.problem });
      case "sign_in":
        return this.#signIn(row);
      case "later":
        this.#set(row.id, { stage: "queued" });
        this.#wait(outcome.seconds * 1000);
        return this.#listener.later(outcome.seconds);
      default:
        this.#tries += 1;
        this.#set(row.id, { stage: "queued" });
        return this.#wait(waitBefore(this.#tries));
    }
  }

  #accepted(row, answer) {
    const isWritten = row.text !== null && typeof answer.text === "string";
    const text = isWritten ? answer.text : row.text;
    const parts = { stage: "accepted", cursor: answer.cursor, text, masked: answer.masked ?? [] };
    this.#set(row.id, parts);
    if (BEGINS.includes(row.type)) this.isOpened(answer.conversation_id);
    this.#listener.accepted({ ...row, ...parts });
  }

  #signIn(row) {
    this.#set(row.id, { stage: "queued", hasSession: false });
    if (BEGINS.includes(row.type)) return this.#wait(waitBefore(1));
    this.pause();
    return this.#listener.signedOut();
  }

  #wait(milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = 0;
      void this.#deliver();
    }, milliseconds);
  }

  #set(id, parts) {
    this.#change(this.#rows.map((row) => (row.id === id ? { ...row, ...parts } : row)));
  }

  #change(rows) {
    this.#rows = rows;
    const kept = rows.filter((row) => row.type !== "MarkRead");
    this.#kept.write(KEPT_AS, kept.length === 0 ? null : kept);
    this.#listener.changed();
  }
}
