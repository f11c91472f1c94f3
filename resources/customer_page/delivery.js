/**
 * delivery: One press, one command, whatever becomes of the line: the same bytes under the same id until it is known.
 *
 * For what is not part of the conversation itself and is kept in this window's memory only.
 */

import { newCommandId } from "./api.js";
import { waitBefore } from "./backoff.js";
import { isGoingOn } from "./state.js";

const TRIES = 4;

/**
 * A session to open a conversation in: the one there is, or a new one. The one there is knows her callback
 * request too, so it is kept after a conversation that is over; a new one would cut her off from both.
 */
export async function sessionToBeginIn(api) {
  const there = await api.snapshot();
  const conversation = there.body?.conversation ?? null;
  // Begun in another window of this browser. A message waits for days and stands in nobody's way.
  if (conversation?.channel !== "message" && isGoingOn(conversation)) return { kind: "refused", problem: { code: "conversation_exists" } };
  if (there.kind !== "sign_in") return there;
  const begun = await api.session();
  return begun.kind === "sign_in" ? { kind: "unknown" } : begun;
}

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
