/**
 * personal_data: Finds identity codes, phone numbers, e-mail addresses and account numbers before they are sent.
 *
 * The rules are data shared with the backend (personal_data.json): the algorithm is written out there step by
 * step, and so are the test vectors. The backend decides; this page tells the customer in time.
 */

import { dialForm, passes, publicPart } from "./personal_data_checks.js";

const LONGEST_FOLD = 4;
const VERSION = 1;

/** "000D" or "115F-1160" as a pair of code points. */
function range(text) {
  const [from, to = from] = text.split("-").map((digits) => Number.parseInt(digits, 16));
  return [from, to];
}

function isIn(ranges, codePoint) {
  return ranges.some(([from, to]) => codePoint >= from && codePoint <= to);
}

export class Masker {
  #given;
  #rules;
  #removed;
  #dashes;
  #spaces;
  #zeros;
  #public;

  /** `given`: personal_data.json, of this version. `publicNumbers`: left as they are, in any spelling. */
  constructor(given, publicNumbers = []) {
    if (given.version !== VERSION) throw new RangeError("personal_data.json is of another version");
    this.#given = given;
    this.#rules = given.rules.map((rule, order) => ({
      ...rule, order,
      pattern: new RegExp(rule.pattern, "gu"),
      preceding: rule.not_preceded_by === "" ? null : new RegExp(`^(?:${rule.not_preceded_by})$`, "u"),
    }));
    this.#removed = given.removed.map(range);
    this.#dashes = given.dashes.map(range);
    this.#spaces = given.spaces.map(range);
    this.#zeros = given.digit_zeros.map((digits) => Number.parseInt(digits, 16));
    this.#public = new Set([...given.public_numbers, ...publicNumbers].map(dialForm));
  }

  /** Where personal data lies: [{kind, start, end}] in places of the text, in order, never overlapping. */
  find(text) {
    const folded = this.#fold(text);
    const spans = this.#matches({ ...folded, text: folded.text.replaceAll("\n", " ") }, () => true);
    if (folded.text.includes("\n")) {
      spans.push(...this.#matches(withoutLoneBreaks(folded), (rule) => rule.kind === "identity_code"));
    }
    return joined(spans).map(({ start, end, order }) => ({ start, end, kind: this.#rules[order].kind }));
  }

  /** {text, kinds}: what was found covered, and of what kinds, in order, each once. */
  mask(text) {
    const kinds = new Set();
    let covered = text;
    for (let round = 0; round < this.#given.rounds; round += 1) {
      const spans = this.find(covered);
      if (spans.length === 0) break;
      for (const { kind } of spans) kinds.add(kind);
      for (const { start, end } of spans.reverse()) {
        covered = covered.slice(0, start) + this.#given.cover + covered.slice(end);
      }
    }
    return { text: covered, kinds: [...kinds] };
  }

  cover(text) {
    return this.mask(text).text;
  }

  /** Step 1. `starts` and `ends` say, for each unit of the folded text, what it came from. */
  #fold(text) {
    const pieces = [];
    const starts = [];
    const ends = [];
    let at = 0;
    for (const character of text) {
      const end = at + character.length;
      const piece = this.#foldOne(character);
      pieces.push(piece);
      for (let unit = 0; unit < piece.length; unit += 1) {
        starts.push(at);
        ends.push(end);
      }
      at = end;
    }
    return { text: pieces.join(""), starts, ends };
  }

  #foldOne(character) {
    if (isIn(this.#removed, character.codePointAt(0))) return "";
    const plain = Array.from(character.normalize("NFKC"));
    return (plain.length <= LONGEST_FOLD ? plain : [character]).map((part) => this.#plainSign(part)).join("");
  }

  #plainSign(character) {
    const codePoint = character.codePointAt(0);
    const zero = this.#zeros.find((from) => codePoint >= from && codePoint < from + 10);
    if (zero !== undefined) return String(codePoint - zero);
    if (isIn(this.#dashes, codePoint)) return "-";
    return isIn(this.#spaces, codePoint) ? " " : character;
  }

  /** Step 3, for the rules that are wanted. */
  #matches(reading, isWanted) {
    return this.#rules.filter(isWanted).flatMap((rule) => this.#matchesOf(rule, reading));
  }

  #matchesOf(rule, { text, starts, ends }) {
    const spans = [];
    const { pattern } = rule;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const known = rule.checks.includes("not_public") ? publicPart(match[0], this.#public) : 0;
      if (!this.#counts(rule, match, text)) {
        pattern.lastIndex = match.index + 1;
      } else if (known > 0) {
        pattern.lastIndex = match.index + known;
      } else {
        const end = match.index + match[0].length;
        spans.push({ start: starts[match.index], end: ends[end - 1], order: rule.order });
      }
    }
    return spans;
  }

  #counts(rule, match, text) {
    if (rule.preceding?.test(text[match.index - 1] ?? "")) return false;
    return rule.checks.every((check) => passes(check, match, this.#given));
  }
}

/** Step 2, the second reading. */
function withoutLoneBreaks({ text, starts, ends }) {
  const breaks = Array.from(text.matchAll(/\n+/g)).filter((match) => match[0].length === 1);
  const dropped = new Set(breaks.map((match) => match.index));
  const isKept = (_, place) => !dropped.has(place);
  return {
    text: text.split("").filter(isKept).join("").replaceAll("\n", " "),
    starts: starts.filter(isKept), ends: ends.filter(isKept),
  };
}

/** Step 4. */
function joined(spans) {
  const ordered = [...spans].sort((one, other) => one.start - other.start || one.end - other.end);
  const kept = [];
  for (const span of ordered) {
    const last = kept.at(-1);
    if (last !== undefined && span.start < last.end) {
      last.end = Math.max(last.end, span.end);
      last.order = Math.min(last.order, span.order);
    } else {
      kept.push({ ...span });
    }
  }
  return kept;
}
