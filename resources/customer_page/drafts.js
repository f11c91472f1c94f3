/**
 * drafts: Text that is being written, one slot per box. In memory as it is; over a reload, covered.
 *
 * Personal data must not lie in the browser's storage (architecture.md, masking happens before anything else),
 * so what is kept has already been through the same rules as a message on its way.
 */

const KEPT_AS = "drafts";
const SAVE_AFTER_MS = 300;

export class Drafts {
  #kept;
  #cover;
  #texts;
  #timer = 0;

  /** `cover`: text → text without personal data. */
  constructor(kept, cover) {
    this.#kept = kept;
    this.#cover = cover;
    this.#texts = new Map(Object.entries(kept.read(KEPT_AS, {})));
  }

  text(slot) {
    return this.#texts.get(slot) ?? "";
  }

  /** Kept soon: a browser that is killed loses less than half a second of typing. */
  typed(slot, text) {
    this.#texts.set(slot, text);
    if (this.#timer === 0) this.#timer = setTimeout(() => this.save(), SAVE_AFTER_MS);
  }

  /** Kept at once: what was sent must not come back as a draft, nor what is given back be lost. */
  put(slot, text) {
    this.#texts.set(slot, text);
    this.save();
  }

  /** Returned text goes above what is being written, never over it. */
  giveBack(slot, text) {
    this.put(slot, [text, this.text(slot)].filter((part) => part !== "").join("\n\n"));
  }

  save() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    const covered = [...this.#texts].filter(([, text]) => text !== "").map(([slot, text]) => [slot, this.#cover(text)]);
    this.#kept.write(KEPT_AS, covered.length === 0 ? null : Object.fromEntries(covered));
  }
}
