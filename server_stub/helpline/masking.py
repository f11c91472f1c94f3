"""Masking by hand: health, a child's name, somebody else's matter, which no rule finds (domain.md B3). Pure.

    held, ended ── MaskSpan ──► the same state; the message with █████ in the span's place, for good

Who holds the conversation may, and who reads along. Whose words they are does not matter. What was there
is kept nowhere (P02, I13): the fact says what the message is now, and every older copy is written over in
its commit (`records/masking.py`).

| the span | outcome |
|---|---|
| of a message that is not there, empty, or beyond its end | `message_changed` |
| of a message in which another was masked since she looked | `message_changed` |
| beside or across a cover | one cover, never two in a row |
"""

from typing import Final

from server_stub.helpline import joining
from server_stub.helpline.actors import StaffActor
from server_stub.helpline.conversation_situation import Situation, may_see, watchers
from server_stub.helpline.conversation_values import ConversationState
from server_stub.helpline.decisions import Addressed, Decision
from server_stub.helpline.masking_values import Maskable, MaskSpan, SpanMasked
from server_stub.helpline.new_conversation import LAST_LINE_CHARACTERS
from server_stub.helpline.values import Problem

BY_HAND: Final = "by_hand"
"""The kind of what was masked by hand: in `masked` once for each span."""
COVER: Final = "█████"
"""What stands in the place of what was masked (CONTRACT.md section 4)."""


def masked(situation: Situation, command: MaskSpan) -> Decision | Problem:
    """What masking a span leads to; `situation.maskable` is the message as it is kept, None where none is."""
    found, actor = situation.conversation, situation.actor
    if found is None or not isinstance(actor, StaffActor):
        return Problem("not_found")
    reads_along = joining.reader(found) == (actor.address,)
    if not reads_along and not may_see(found, actor):
        return Problem("not_found")
    if found.state == ConversationState.CLOSED:
        return Problem("conversation_closed")
    is_hers = found.holder_id == actor.staff_id
    if not (is_hers or reads_along) or found.responsibility_version != command.responsibility_version:
        return Problem("responsibility_moved")
    message = situation.maskable
    if message is None or not _is_as_she_saw_it(message, command):
        return Problem("message_changed")
    text = covered(message.text, command.start, command.end)
    fact = SpanMasked(command.seq, text, (*message.masked, BY_HAND))
    after = found
    if found.last_seq == command.seq:
        after = found._replace(last_line=text[:LAST_LINE_CHARACTERS])
    return Decision(after, (Addressed(fact, watchers(found)),))


def covered(text: str, start: int, end: int) -> str:
    """The text with one cover in the place of the span; covers that it touches become one with it."""
    block = COVER[0]
    while start > 0 and text[start - 1] == block:
        start -= 1
    while end < len(text) and text[end] == block:
        end += 1
    return text[:start] + COVER + text[end:]


def _is_as_she_saw_it(message: Maskable, command: MaskSpan) -> bool:
    is_span = 0 <= command.start < command.end <= len(message.text)
    return is_span and message.masked.count(BY_HAND) == command.masked_before
