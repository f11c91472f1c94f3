/**
 * identification: Going to the provider of strong identification, and what became of it.
 *
 * The window goes there and comes back to the same address; the conversation lies in the backend and what is being
 * written in this window's storage, so nothing is lost on the way. Why it did not succeed comes back behind the #
 * of the address, where no server is sent it, and is taken away at once.
 */

const OUTCOMES = ["declined", "refused", "unavailable", "expired", "other_browser", "other_person"];
const MARK = "#identification=";

export class Identification {
  #api;
  #changed;
  /** Whether the window is about to leave. */
  isLeaving = false;
  /** The key of a sentence about what became of it, or null. */
  note = returned();

  constructor(api, changed) {
    this.#api = api;
    this.#changed = changed;
  }

  /** Sends the window to the provider. `keep`: what must lie in the window's storage before it goes. */
  async begin(language, keep) {
    if (this.isLeaving) return;
    this.isLeaving = true;
    this.note = null;
    this.#changed();
    const body = JSON.stringify({ return_to: hereAndNow(), language });
    const session = await this.#session();
    const outcome = session.kind === "ok" ? await this.#api.identification(body) : session;
    const address = outcome.kind === "ok" ? outcome.body.redirect_url : null;
    if (isWebAddress(address)) {
      keep();
      location.assign(address);
      return;
    }
    this.isLeaving = false;
    this.note = "identification_unavailable";
    this.#changed();
  }

  /** The window is back from the browser's own memory of pages. */
  isBack() {
    this.isLeaving = false;
    this.#changed();
  }

  /** Something else has happened since: what became of it is no news any more. */
  goOn() {
    this.note = null;
  }

  async #session() {
    const there = await this.#api.snapshot();
    return there.kind === "sign_in" ? this.#api.session() : there;
  }
}

function isWebAddress(address) {
  try {
    return ["https:", "http:"].includes(new URL(address).protocol);
  } catch {
    return false;
  }
}

/** The page's own address with its query, in the letters the backend takes back. */
function hereAndNow() {
  const query = new URLSearchParams(location.search).toString();
  return query === "" ? "/" : `/?${query}`.slice(0, 400);
}

function returned() {
  if (!location.hash.startsWith(MARK)) return null;
  const outcome = location.hash.slice(MARK.length);
  history.replaceState(history.state, "", location.pathname + location.search);
  return OUTCOMES.includes(outcome) ? `identification_${outcome}` : null;
}
