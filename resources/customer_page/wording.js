/** wording: The page's own words in three languages, and the county's texts by language. */

import { heldTogether } from "./elements.js";
import { en } from "./words/en.js";
import { fi } from "./words/fi.js";
import { sv } from "./words/sv.js";
import { onThisDevice } from "./keeping.js";

const WORDS = { fi, sv, en };
export const LANGUAGES = Object.freeze([["fi", "suomi"], ["sv", "svenska"], ["en", "English"]]);

function firstLanguage(kept) {
  const asked = new URLSearchParams(location.search).get("lang");
  const wished = [asked, kept.read("language", null), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wished.find((language) => Object.hasOwn(WORDS, language ?? "")) ?? "fi";
}

export class Wording {
  #kept = onThisDevice();
  #language = firstLanguage(this.#kept);

  get language() {
    return this.#language;
  }

  choose(language) {
    this.#language = language;
    this.#kept.write("language", language);
  }

  /** The sentence `key`, `{names}` filled in from `parts`. */
  say(key, parts = {}) {
    return WORDS[this.#language][key].replace(/\{(\w+)\}/g, (_, name) => String(parts[name]));
  }

  /** True when there is a sentence of its own for `key`. */
  has(key) {
    return Object.hasOwn(WORDS[this.#language], key);
  }

  /** A text of the county that comes in all languages; "" when it is missing. */
  of(byLanguage) {
    return heldTogether(byLanguage?.[this.#language] ?? byLanguage?.fi ?? "");
  }
}
