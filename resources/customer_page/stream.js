/**
 * stream: Follows the facts of one conversation, and keeps following when the line breaks.
 *
 *     stopped ── follow ──► opening ── open ──► live ── error, 45 s of silence ──► probing ─┐
 *                              ▲                                                            │
 *                              └────────── facts, nothing wrong ◄───────────────────────────┤
 *                     polling ◄──── the same, but events do not come through ◄──────────────┘
 *
 * An EventSource never says why it failed, so after every break one short long-poll (wait=0) asks: it brings
 * what was missed, or says gone, signed out, or later. Where a proxy holds events back, long-polling goes on.
 */

import { factsOf } from "./api.js";
import { waitBefore } from "./backoff.js";

const SILENCE_MS = 45_000;
const POLL_WAIT_S = 25;
const POLLS_BEFORE_EVENTS_AGAIN = 10;
const BREAKS_BEFORE_POLLING = 2;
const TRIES_BEFORE_LOST = 2;

export class Stream {
  #api;
  #reader;
  #source = null;
  #about = null;
  #cursor = 0;
  #round = 0;
  #timer = 0;
  #watchdog = 0;
  #tries = 0;
  #breaks = 0;
  #polls = 0;

  /** `reader`: fact(cursor, after, fact) → taken?, hint(hint), gone(), signedOut(), link(state). */
  constructor(api, reader) {
    this.#api = api;
    this.#reader = reader;
  }

  follow(conversationId, cursor) {
    this.stop();
    this.#about = conversationId;
    this.#cursor = cursor;
    this.#open();
  }

  stop() {
    this.#round += 1;
    clearTimeout(this.#timer);
    this.#timer = 0;
    clearTimeout(this.#watchdog);
    this.#source?.close();
    this.#source = null;
  }

  /** The person asked, or the device says it is on line again. Does nothing while the line is well. */
  tryNow() {
    if (this.#timer !== 0) {
      clearTimeout(this.#timer);
      void this.#probe(0);
    }
  }

  #open() {
    this.#source?.close();
    const source = new EventSource(factsOf(this.#about, this.#cursor));
    this.#source = source;
    source.onopen = () => this.#heard(false);
    source.onmessage = (event) => {
      this.#heard(true);
      this.#takeEvent(event);
    };
    source.addEventListener("hint", (event) => {
      this.#heard(true);
      this.#takeHint(event.data);
    });
    source.addEventListener("beat", (event) => {
      this.#heard(true);
      this.#checkBeat(event.data);
    });
    source.addEventListener("gone", () => this.#end("gone"));
    source.onerror = () => this.#broke();
    this.#watch();
  }

  #watch() {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => this.#broke(), SILENCE_MS);
  }

  #heard(isFromServer) {
    if (isFromServer) {
      this.#tries = 0;
      this.#breaks = 0;
    }
    this.#watch();
    this.#reader.link("live");
  }

  #takeEvent(event) {
    const [after, ...rest] = event.data.split("\n");
    this.#take(Number(event.lastEventId), Number(after), parsed(rest.join("\n")));
  }

  #take(cursor, after, fact) {
    if (fact !== null && this.#reader.fact(cursor, after, fact)) {
      this.#cursor = cursor;
      return true;
    }
    this.#end("gone");
    return false;
  }

  #takeHint(data) {
    const hint = parsed(data);
    if (hint !== null) this.#reader.hint(hint);
  }

  /** Events come in order: a beat that names another cursor than ours says that the last fact was lost. */
  #checkBeat(data) {
    const beat = parsed(data);
    if (Number.isInteger(beat?.cursor) && beat.cursor !== this.#cursor) this.#end("gone");
  }

  #end(how) {
    this.stop();
    if (how === "gone") this.#reader.gone();
    else this.#reader.signedOut();
  }

  #broke() {
    this.stop();
    this.#breaks += 1;
    this.#reader.link("recovering");
    this.#later(this.#tries === 0 ? Math.random() * 500 : waitBefore(this.#tries));
  }

  #later(milliseconds) {
    const round = this.#round;
    this.#timer = setTimeout(() => {
      if (round === this.#round) void this.#probe(0);
    }, milliseconds);
  }

  async #probe(wait) {
    this.#timer = 0;
    const round = this.#round;
    const outcome = await this.#api.facts(this.#about, this.#cursor, wait);
    if (round !== this.#round) return;
    if (outcome.kind === "ok") this.#goOn(outcome.body);
    else if (outcome.kind === "gone") this.#end("gone");
    else if (outcome.kind === "sign_in") this.#end("signed_out");
    else this.#tryAgain(outcome);
  }

  #tryAgain(outcome) {
    this.#tries += 1;
    this.#reader.link(this.#tries >= TRIES_BEFORE_LOST ? "lost" : "recovering");
    this.#later(outcome.kind === "later" ? outcome.seconds * 1000 : waitBefore(this.#tries));
  }

  #goOn(batch) {
    const round = this.#round;
    for (const { cursor, after, fact } of batch.facts) {
      if (!this.#take(cursor, after, fact)) return;
      // The reader stops the stream when the conversation is closed.
      if (round !== this.#round) return;
    }
    for (const hint of batch.hints) this.#reader.hint(hint);
    this.#reader.link("live");
    const isPolling = this.#breaks >= BREAKS_BEFORE_POLLING;
    if (!isPolling || this.#polls >= POLLS_BEFORE_EVENTS_AGAIN) {
      this.#polls = 0;
      this.#open();
      return;
    }
    this.#tries = 0;
    this.#polls += 1;
    void this.#probe(POLL_WAIT_S);
  }
}

function parsed(json) {
  try {
    const value = JSON.parse(json);
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}
