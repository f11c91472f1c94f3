"""archive: Closed conversations that are read again: who may, what is looked for, and how long. Pure (R138).

| a closed conversation | its words are there for |
|---|---|
| of a queue she serves, of her register | her |
| that was hers when it was closed, of her register still | her |
| of any other | nobody here: it is not there, and its id answers as one that never was |
| whose time of keeping is over, also while it is held or consulted about | nobody here |

A role alone opens nothing: a supervisor reads here what is of her own queues, as everybody does. What was
looked for is in no log; that somebody looked, and what she opened, is (trust.md I8, I12).
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from server_stub.helpline.actors import StaffActor
from server_stub.helpline.conversation_values import Conversation, ConversationState
from server_stub.helpline.register import is_of, register_of
from server_stub.helpline.retention import Closed, Retention, is_due
from server_stub.helpline.service_model import Register
from server_stub.helpline.values import Millis

IDENTIFIED: Final = "identified"


class Sought(NamedTuple):
    """What somebody looks for; None and "" look for nothing in particular. `closed_until` is not included.

    `who` is a part of the customer's or the professional's display name, or the beginning of the id; `words`
    must all be in one and the same message.
    """

    closed_from: Millis | None = None
    closed_until: Millis | None = None
    queue_id: str | None = None
    service_id: str | None = None
    topic_id: str | None = None
    outcome: str | None = None
    contact_reason: str | None = None
    who: str = ""
    words: str = ""


def may_open(
    found: Conversation,
    actor: StaffActor,
    registers: Mapping[str, Register | None],
    retention: Retention,
    *,
    exported_at: Millis | None,
    now: Millis,
) -> bool:
    """Whether this one is there for her: the table above. `exported_at`: see `retention`."""
    if found.state != ConversationState.CLOSED or found.closed_at is None:
        return False
    if found.queue_id not in actor.queues and found.holder_id != actor.staff_id:
        return False
    if not is_of(registers, register_of(registers, found.queue_id), actor.queues):
        return False
    # A hold keeps it for whoever must have it by law; it is no reason to go on reading it.
    kept = Closed(
        found.identity != IDENTIFIED, found.closed_at, exported_at, is_held=False, is_consulted=False
    )
    return not is_due(kept, retention, now=now)


def wanted(words: str) -> tuple[str, ...]:
    """The words to look for, each once, whatever their case."""
    return tuple(dict.fromkeys(words.casefold().split()))


def says(text: str, words: tuple[str, ...]) -> bool:
    """Whether a message holds all of these, as `wanted` gives them."""
    folded = text.casefold()
    return all(word in folded for word in words)
