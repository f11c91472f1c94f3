/** attention: Typing and seen marks, both ways: told seldom enough, shown only while they hold. */

const TYPING_SHOWN_MS = 6000;

export class Attention {
  #limits;
  #listener;
  #isTyping = false;
  #typingTimer = 0;
  #toldAt = 0;
  #seen = 0;
  #readTimer = 0;

  /** `limits()`: the contract's. `listener`: changed() · tell() that she types · mark(seq) → whether it was due. */
  constructor(limits, listener) {
    this.#limits = limits;
    this.#listener = listener;
  }

  /** Whether the counsellor is typing. */
  get isTyping() {
    return this.#isTyping;
  }

  /** The counsellor types: valid for six seconds. */
  heard() {
    this.#isTyping = true;
    clearTimeout(this.#typingTimer);
    this.#typingTimer = setTimeout(() => this.#quiet(), TYPING_SHOWN_MS);
    this.#listener.changed();
  }

  /** The counsellor's line has come, or the line has broken: she is not known to type. */
  stopped() {
    this.#isTyping = false;
  }

  #quiet() {
    this.#isTyping = false;
    this.#listener.changed();
  }

  /** The customer types: told at most every other second. */
  typed() {
    const now = Date.now();
    if (now - this.#toldAt < this.#limits().typing_every_s * 1000) return;
    this.#toldAt = now;
    this.#listener.tell();
  }

  /** The message `seq` has been on the screen: marked at most every other second, the newest last. */
  saw(seq) {
    this.#seen = Math.max(this.#seen, seq);
    if (this.#readTimer === 0) this.#mark();
  }

  #mark() {
    if (!this.#listener.mark(this.#seen)) return;
    this.#readTimer = setTimeout(() => {
      this.#readTimer = 0;
      this.#mark();
    }, this.#limits().read_every_s * 1000);
  }

  /** Another conversation begins from nothing. */
  forget() {
    this.#isTyping = false;
    this.#seen = 0;
  }
}
