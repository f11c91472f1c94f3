/**
 * moved: This window's session has come to another of her conversations, by another window of the same browser.
 *
 * What she was writing belongs to the one she saw. It waits there, where she can come back to it; else it is given
 * back where she writes now, and a sentence says so. It is never sent to a conversation she did not write it to.
 */

/** Where text waits for a conversation this window has left, and she may come back to. */
export const slotOf = (conversationId) => `message ${conversationId}`;

/** Where her text for the conversation `about` is kept, when the window shows `shown` (null: the entry). */
export function slotFor(about, shown, leftMessages) {
  if (about === shown) return "message";
  if (leftMessages.some((left) => left.conversation_id === about)) return slotOf(about);
  return shown === null ? "first_words" : "message";
}

/** What she is told: whether a text of hers did not leave and where it is, or that a press changed nothing. */
export function movedNote(slot, { hasText, hasDeed = false }) {
  if (hasText) return { key: slot.startsWith("message ") ? "moved_kept_there" : "moved_given_back", parts: {} };
  return { key: hasDeed ? "moved_nothing_done" : "moved", parts: {} };
}
