/**
 * keeping: What survives a reload: the outbox and the drafts of this window, and the chosen language.
 *
 * Only covered text comes here (the callers cover it), and only for as long as the window is open. Where the
 * browser forbids storage, everything works but does not survive a reload.
 */

const PREFIX = "vuoro.";

function storageOr(name) {
  try {
    return window[name];
  } catch {
    return null;
  }
}

class Kept {
  #storage;

  constructor(storage) {
    this.#storage = storage;
  }

  /** The value kept under `name`, or `otherwise`. */
  read(name, otherwise) {
    try {
      const json = this.#storage?.getItem(PREFIX + name) ?? null;
      return json === null ? otherwise : JSON.parse(json);
    } catch {
      return otherwise;
    }
  }

  write(name, value) {
    try {
      if (value === null) this.#storage?.removeItem(PREFIX + name);
      else this.#storage?.setItem(PREFIX + name, JSON.stringify(value));
    } catch {
      // Full or forbidden: the window still has it in memory.
    }
  }
}

/** Until this window closes. */
export const forThisWindow = () => new Kept(storageOr("sessionStorage"));

/** On this device: nothing but the language. */
export const onThisDevice = () => new Kept(storageOr("localStorage"));
