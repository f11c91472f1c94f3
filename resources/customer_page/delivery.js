/**
 * delivery: One press, one command, whatever becomes of the line: the same bytes under the same id until it is known.
 *
 * For what is not part of the conversation itself and is kept in this window's memory only.
 */

import { newCommandId } from "./api.js";
import { waitBefore } from "./backoff.js";

const TRIES = 4;

export class Delivery {
  #api;
  #pending = null;

  constructor(api) {
    this.#api = api;
  }

  /** An answer that was lost is asked for again by the same command; other keys are another command. */
  async deliver(type, keys) {
    const text = JSON.stringify({ type, ...keys });
    if (this.#pending?.text !== text) {
      const commandId = newCommandId();
      this.#pending = { text, commandId, body: JSON.stringify({ type, command_id: commandId, ...keys }) };
    }
    const { body, commandId } = this.#pending;
    let outcome = { kind: "unknown" };
    for (let tries = 1; tries <= TRIES; tries += 1) {
      const session = await this.#session();
      outcome = session.kind === "ok" ? await this.#api.send(body, commandId) : session;
      if (outcome.kind === "accepted" || outcome.kind === "refused" || outcome.kind === "later") {
        this.#pending = outcome.kind === "later" ? this.#pending : null;
        return outcome;
      }
      if (tries < TRIES) await new Promise((resolve) => setTimeout(resolve, waitBefore(tries)));
    }
    return { kind: "unknown" };
  }

  /** The session there is, or a new one. */
  async #session() {
    const there = await this.#api.snapshot();
    return there.kind === "sign_in" ? this.#api.session() : there;
  }
}
