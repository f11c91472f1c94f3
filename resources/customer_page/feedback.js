/**
 * feedback: What the customer may say of a conversation that is over, as this window knows it (R139).
 *
 * Whether she may is asked of the backend when it is over: another window of hers may have said it already.
 */

import { waitBefore } from "./backoff.js";
import { Delivery } from "./delivery.js";

function isUnanswered(there) {
  return there.kind === "unknown" || there.kind === "later";
}

export class Feedback {
  #api;
  #changed;
  #delivery;
  #about = null;
  canGive = false;
  /** Said in this window: she is thanked. */
  isGiven = false;
  isSending = false;
  /** 1 to 5, or null. */
  score = null;
  /** Why it did not succeed: {code, …} or null. */
  problem = null;

  constructor(api, changed) {
    this.#api = api;
    this.#changed = changed;
    this.#delivery = new Delivery(api);
  }

  /** The conversation that is over, or null while none is. Whether there was another one before: its words go. */
  isOf(conversationId) {
    if (conversationId === this.#about) return false;
    const hadOther = this.#about !== null;
    this.#about = conversationId;
    this.canGive = false;
    this.isGiven = false;
    this.score = null;
    this.problem = null;
    if (conversationId !== null) void this.#look(conversationId);
    return hadOther;
  }

  /** Her one press; `text` may be empty where there is a score. */
  async give(text) {
    if (this.isSending) return;
    this.isSending = true;
    this.problem = null;
    this.#changed();
    const about = this.#about;
    const outcome = await this.#delivery.deliver("GiveFeedback", { conversation_id: about, score: this.score, text });
    this.isSending = false;
    if (about !== this.#about) return;
    // Said already, in another window or by a press whose answer was lost: there is nothing left to say.
    const isGiven = outcome.kind === "accepted" || outcome.problem?.code === "feedback_given";
    this.problem = isGiven ? null : outcome.problem ?? { code: "line" };
    if (isGiven) {
      this.isGiven = true;
      this.canGive = false;
    }
    this.#changed();
  }

  /** Where the line is away it is asked again, at ever longer intervals, for as long as it is about this one. */
  async #look(about) {
    let there = await this.#api.snapshot();
    for (let tries = 1; isUnanswered(there) && about === this.#about; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, Math.max(waitBefore(tries), (there.seconds ?? 0) * 1000)));
      if (about === this.#about) there = await this.#api.snapshot();
    }
    const isHers = there.kind === "ok" && there.body.conversation?.conversation_id === about && about === this.#about;
    if (!isHers || this.isGiven) return;
    this.canGive = there.body.can_give_feedback ?? false;
    this.#changed();
  }
}
