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
  #asked = 0;
  /** What is being written: kept while the window lives, also when the form is left for a moment. */
  form = emptyForm();
  /** Times that may be booked for the topic chosen: [{begins_at, ends_at}]. */
  windows = [];
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
    const { phone, wish, mayLeaveVoicemail, bookedFrom } = this.form;
    const sent = await this.#send("RequestCallback", {
      ...keys, phone: phone.trim(), wish, may_leave_voicemail: mayLeaveVoicemail,
      booked_from: bookedFrom,
    });
    if (sent) this.form = emptyForm();
    else if (this.problem?.code === "booked_time_gone") await this.lookForWindows(keys);
    this.#changed();
    return sent;
  }

  /** Which times may be booked for that topic now. One she has chosen that is gone is chosen no more. */
  async lookForWindows(keys) {
    this.#asked += 1;
    const asked = this.#asked;
    const there = keys.topic_id === "" ? null : await this.#api.callbackWindows(keys);
    // Another topic has been chosen meanwhile: this answer is about none of hers.
    if (asked !== this.#asked) return;
    this.windows = there?.kind === "ok" ? there.body.windows : [];
    if (!this.windows.some(({ begins_at: begins }) => begins === this.form.bookedFrom)) this.form.bookedFrom = null;
    this.#changed();
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

function emptyForm() {
  return { phone: "", wish: "any", mayLeaveVoicemail: false, bookedFrom: null };
}
