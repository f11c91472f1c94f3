/**
 * letter: The customer's wish for her conversation by e-mail, as this window knows it (R099–R101).
 *
 * The address lies in this window's memory only, until it is sent; never in the browser's storage. Of the wish
 * itself, spoken before the talk or during it, a yes is kept over a reload.
 */

import { Delivery } from "./delivery.js";

const WISHED = "letter_wished";
const LOOKS_EVERY_MS = 5_000;
const MOST_LOOKS = 24;

export class Letter {
  #api;
  #kept;
  #changed;
  #delivery;
  #known = { can_ask: false, state: null };
  #about = null;
  #timer = 0;
  #looks = 0;
  /** What is being written: kept while the window lives. `first` and `last` are of a part, as seq. */
  form = { address: "", isPart: false, first: null, last: null };
  isSending = false;
  /** Why it did not succeed: {code, …} or null. */
  problem = null;

  constructor(api, kept, changed) {
    this.#api = api;
    this.#kept = kept;
    this.#changed = changed;
    this.#delivery = new Delivery(api);
  }

  /** Whether she may ask for one; both sides have to have written besides. */
  get canAsk() {
    return this.#known.can_ask;
  }

  /** How the last one stands: "waiting" "sent" "failed" "unknown", or null. */
  get state() {
    return this.#known.state;
  }

  /** Whether she has said that she wants it at the end. */
  get isWished() {
    return this.#kept.read(WISHED, false);
  }

  set isWished(isWished) {
    this.#kept.write(WISHED, isWished ? true : null);
  }

  /** A snapshot has come. */
  learned(known) {
    this.#known = known ?? { can_ask: false, state: null };
  }

  /** Another conversation has letters of its own. */
  isOf(conversationId) {
    if (conversationId === null || conversationId === this.#about) return;
    const isFirst = this.#about === null;
    this.#about = conversationId;
    if (isFirst) return;
    this.form = { address: "", isPart: false, first: null, last: null };
    this.problem = null;
    this.#known = { can_ask: false, state: null };
    void this.#look();
  }

  /** Her one press. */
  async send() {
    if (this.isSending) return false;
    this.isSending = true;
    this.problem = null;
    this.#changed();
    const { address, isPart, first, last } = this.form;
    const outcome = await this.#delivery.deliver("RequestTranscript", {
      conversation_id: this.#about, address: address.trim(), first_seq: isPart ? first : null, last_seq: isPart ? last : null,
    });
    this.isSending = false;
    const isTaken = outcome.kind === "accepted";
    this.problem = isTaken ? null : outcome.problem ?? { code: "line" };
    if (isTaken) {
      this.form.address = "";
      this.isWished = false;
      this.#looks = 0;
    }
    if (isTaken || outcome.problem?.code === "transcript_exists") await this.#look();
    this.#changed();
    return isTaken;
  }

  async #look() {
    clearTimeout(this.#timer);
    const there = await this.#api.snapshot();
    const isHers = there.kind === "ok" && there.body.conversation?.conversation_id === this.#about;
    if (isHers) this.learned(there.body.transcript);
    this.#looks += 1;
    if (this.state === "waiting" && this.#looks < MOST_LOOKS) {
      this.#timer = setTimeout(() => void this.#look(), LOOKS_EVERY_MS);
    }
    this.#changed();
  }

  /** What has become of it meanwhile: asked for when the page is looked at again. */
  async refresh() {
    if (this.state === "waiting" && !this.isSending) await this.#look();
  }
}
