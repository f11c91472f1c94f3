/** text: What a customer wrote, made ready to send, and what anybody wrote, made safe to show. */

// C0 and C1 controls other than tab and line break: nobody sees them, and the backend takes none (CONTRACT.md).
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu;
// With the flag u a pair is one character, so this finds the lone ones.
const LONE_SURROGATES = /[\ud800-\udfff]/gu;
// Marks that turn the direction of what follows: real Arabic and Hebrew need none of them (trust.md B04).
const TURNERS = /[\u061c\u202a-\u202e\u2066-\u2069]/u;
const COVER = "\u2588".repeat(5);
const PIECES = new RegExp(`(${COVER}|${TURNERS.source})`, "u");

/** As the backend will keep it: NFC, one kind of line break, no trailing space, no invisible controls. */
export function cleaned(text) {
  const lines = text.replace(/\r\n?/g, "\n").replace(LONE_SURROGATES, "\ufffd").replace(CONTROLS, "");
  return lines.normalize("NFC").trimEnd();
}

/** null, or why the cleaned text cannot go: {code, limit, length}. Lengths are code points, then UTF-8 bytes. */
export function problemOf(text, limits) {
  if (text.trim() === "") return { code: "text_empty" };
  const length = Array.from(text).length;
  const isTooLong = length > limits.message_characters;
  if (isTooLong || new TextEncoder().encode(text).length > limits.message_bytes) {
    return { code: "text_too_long", limit: limits.message_characters, length };
  }
  return null;
}

/** The text cut into pieces to show: {kind: "text" | "covered" | "turner", text}. */
export function pieces(text) {
  return text.split(PIECES).filter((piece) => piece !== "").map((piece) => {
    if (piece === COVER) return { kind: "covered", text: piece };
    if (TURNERS.test(piece)) return { kind: "turner", text: codePoint(piece) };
    return { kind: "text", text: piece };
  });
}

function codePoint(character) {
  return `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
