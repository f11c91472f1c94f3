/**
 * attaching: A file of the customer's, from her choice until it is sent (R040, R047).
 *
 *     none ── choose ──► chosen ── send ──► going ──► sent: a message on its way like every other
 *      ▲                  │  ▲               │  └────► chosen, with why not
 *      └──── remove ──────┘  └──── stop ─────┘
 *
 * Nothing of it leaves this window before she presses; its name goes with the message, never with the bytes. A
 * lost answer is asked for again under the same id, so that one file is sent once.
 */

import { newCommandId } from "./api.js";
import { waitBefore } from "./backoff.js";

const TRIES = 4;
/** What is refused unread: the backend looks into the file, whatever its name says. */
const ENDINGS = /\.(pdf|jpe?g|png)$/iu;

export class Attaching {
  #api;
  #changed;
  #send;
  #uploadId = null;
  #stopping = null;
  #about = null;
  file = null;
  isOpen = false;
  isGoing = false;
  /** How much has gone, 0 to 100. */
  percent = 0;
  /** Why it was not sent: {code, …} or null. */
  problem = null;

  /** `send(uploadId, name)` makes it a message. */
  constructor(api, { changed, send }) {
    this.#api = api;
    this.#changed = changed;
    this.#send = send;
  }

  /** Another conversation has files of its own. */
  isOf(conversationId) {
    if (conversationId === this.#about) return;
    this.#about = conversationId;
    this.remove();
    this.isOpen = false;
  }

  choose(file, limits) {
    this.remove();
    this.file = file;
    this.#uploadId = newCommandId();
    if (!ENDINGS.test(file.name)) this.problem = { code: "attachment_refused", reason: "kind" };
    else if (file.size > limits.attachment_bytes) this.problem = { code: "too_large" };
    else if (file.size === 0) this.problem = { code: "attachment_refused", reason: "damaged" };
    this.#changed();
  }

  /** Whether what was chosen may be sent, or sent again. */
  get canSend() {
    const isHopeless = this.problem !== null && this.problem.code !== "line";
    return this.file !== null && !this.isGoing && !isHopeless;
  }

  remove() {
    this.#stopping?.abort();
    this.file = null;
    this.problem = null;
    this.percent = 0;
    this.#changed();
  }

  stop() {
    this.#stopping?.abort();
  }

  async send() {
    if (!this.canSend) return;
    const file = this.file;
    this.#stopping = new AbortController();
    const { signal } = this.#stopping;
    this.isGoing = true;
    this.problem = null;
    this.percent = 0;
    this.#changed();
    const outcome = await this.#upload(file, signal);
    this.isGoing = false;
    if (signal.aborted || this.file !== file) {
      // She took it back: what has gone is nobody's, and the service forgets it.
      this.#uploadId = newCommandId();
    } else if (outcome.kind === "ok") {
      this.#send(this.#uploadId, file.name);
      this.remove();
      this.isOpen = false;
    } else {
      this.problem = outcome.kind === "refused" ? outcome.problem : { code: "line" };
      this.isOpen = true;
    }
    this.#changed();
  }

  /** The message was refused: the file has to be chosen again. */
  refused(problem) {
    this.isOpen = true;
    this.problem = problem;
    this.#changed();
  }

  async #upload(file, signal) {
    for (let tries = 1; ; tries += 1) {
      const outcome = await this.#api.upload(this.#uploadId, file, { signal, onProgress: (percent) => this.#went(percent) });
      const isOver = outcome.kind === "ok" || outcome.kind === "refused" || signal.aborted || tries === TRIES;
      if (isOver) return outcome;
      const wait = outcome.kind === "later" ? outcome.seconds * 1000 : waitBefore(tries);
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (signal.aborted) return outcome;
    }
  }

  #went(percent) {
    if (this.percent === percent) return;
    this.percent = percent;
    this.#changed();
  }
}
