/** closing: That the chat closes soon or has closed behind who waits, and what happens to her then. */

import { button } from "./elements.js";
import { closingClock } from "./times.js";

const WORDS_FIT = 500;

/** What is said on the screen of that name, or "". Who waits is told what holds of her service. */
export function closingWords(page, name) {
  const { service, wording } = page;
  if (service === null || !(isWaiting(page, name) || name === "open" || name === "opening")) return "";
  if (service.closes_soon) return wording.say(keyOf(page, name, "closes_soon"), { time: closingClock(service.closes_at) });
  return isWaiting(page, name) && !service.is_open ? wording.say(keyOf(page, name, "closed")) : "";
}

/** The way to a callback request for who waits where nobody promises to serve her to the end; else null. */
export function closingOffer(page, name) {
  const { service, callback, wording } = page;
  const isOffered = service !== null && offersCallback(service) && isWaiting(page, name) && !callback.isOpen;
  if (!isOffered || !(service.closes_soon || !service.is_open)) return null;
  return button(wording.say("callback_leave"), "primary", () => {
    bringAlong(page);
    callback.show();
  }, { id: "closing-offer" });
}

function offersCallback(service) {
  return service.at_closing === "offer_callback";
}

function isWaiting({ chat }, name) {
  return name === "talk" && chat.conversation.state === "waiting" && !chat.isMessage;
}

function keyOf(page, name, key) {
  const { service, callback } = page;
  const waits = isWaiting(page, name);
  const base = waits ? `${key}_waiting` : key;
  if (!offersCallback(service)) return base;
  return waits && callback.isOpen ? `${base}_called` : `${base}_offer`;
}

/** What she wrote in the queue stands in the form, unless she has written something there: whole messages that fit. */
function bringAlong({ chat, drafts }) {
  if (drafts.text("callback_words") !== "") return;
  let words = "";
  for (const { by, text } of chat.lines()) {
    if (by !== "customer") continue;
    const longer = words === "" ? text : `${words}\n${text}`;
    if ([...longer].length > WORDS_FIT) break;
    words = longer;
  }
  if (words !== "") drafts.put("callback_words", words);
}
