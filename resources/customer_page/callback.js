/**
 * callback: The customer's wish to be called, as this window knows it: leaving it, seeing it again, taking it back.
 *
 * The number lies in this window's memory only, never in the browser's storage. What is sent is the same bytes
 * under the same id until the outcome is known; after that the backend's own snapshot says what there is.
 */

import { Delivery } from "./delivery.js";

export class Callback {
  #api;
  #changed;
  #delivery;
  #known = null;
  /** What is being written: kept while the window lives, also when the form is left for a moment. */
  form = { phone: "", wish: "any", mayLeaveVoicemail: false };
  /** Whether the form, or what became of it, is shown in place of the entry or the queue. */
  isShown = false;
  isSending = false;
  /** Why it did not succeed: {code, …} or null. */
  problem = null;

  constructor(api, changed) {
    this.#api = api;
    this.#delivery = new Delivery(api);
    this.#changed = changed;
  }

  /** The request left in this session, as the backend has it; null when there is none. */
  get request() {
    return this.#known;
  }

  get isOpen() {
    return this.#known?.state === "open";
  }

  /** A snapshot has come. */
  learned(request) {
    this.#known = request ?? null;
  }

  show() {
    this.isShown = true;
    this.problem = null;
    this.#changed();
  }

  hide() {
    this.isShown = false;
    this.problem = null;
    this.#changed();
  }

  /** Leaves the request. `keys`: service_id, topic_id, language, text; the rest is in `form`. */
  async leave(keys) {
    const { phone, wish, mayLeaveVoicemail } = this.form;
    const sent = await this.#send("RequestCallback", {
      ...keys, phone: phone.trim(), wish, may_leave_voicemail: mayLeaveVoicemail,
    });
    if (sent) this.form = { phone: "", wish: "any", mayLeaveVoicemail: false };
    this.#changed();
    return sent;
  }

  async withdraw() {
    await this.#send("WithdrawCallback", {});
    this.#changed();
  }

  async #send(type, keys) {
    if (this.isSending) return false;
    this.isSending = true;
    this.problem = null;
    this.#changed();
    const outcome = await this.#delivery.deliver(type, keys);
    this.isSending = false;
    this.problem = outcome.kind === "accepted" ? null : outcome.problem ?? { code: "line" };
    if (outcome.kind === "accepted" || outcome.problem?.code === "callback_exists") await this.#look();
    return outcome.kind === "accepted";
  }

  /** What has become of it meanwhile: asked for when the page is looked at again. */
  async refresh() {
    if (!this.isOpen || this.isSending) return;
    await this.#look();
    this.#changed();
  }

  async #look() {
    const there = await this.#api.snapshot();
    if (there.kind === "ok") this.learned(there.body.callback);
  }
}
