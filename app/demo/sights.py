"""What a tour looks for on the desk: who waits, who has answered, what can be called back."""

from collections.abc import Callable, Mapping

from app.demo.cast import HER_FIRST_WORDS, LONG_QUESTION
from app.demo.stage import Stage
from app.domain.callback import Callback
from app.domain.conversation import Author, ConversationState, Head
from app.domain.ids import CallbackId, ConversationId
from app.domain.pending import Stage as PendingStage

_COVER = "█"


def heads(stage: Stage) -> tuple[Head, ...]:
    """Every conversation the desk knows."""
    return tuple(stage.desk.seen.confirmed.heads.values())


def waiting(stage: Stage) -> tuple[Head, ...]:
    """Those who wait."""
    return tuple(head for head in heads(stage) if head.state is ConversationState.WAITING)


def mine(stage: Stage) -> tuple[Head, ...]:
    """Those she holds."""
    state = stage.desk.seen.confirmed
    return tuple(
        head for head in heads(stage) if state.is_mine(head) and head.state is ConversationState.HELD
    )


def first(stage: Stage, kind: Callable[[Head], bool]) -> Head | None:
    """Whoever waits and is of this kind."""
    return next((head for head in waiting(stage) if kind(head)), None)


def has_masked_words(head: Head) -> bool:
    """Whether something of the last line is covered."""
    return _COVER in head.last_line


def is_swedish(head: Head) -> bool:
    """Whether the customer writes in Swedish."""
    return head.language == "sv"


def is_english(head: Head) -> bool:
    """Whether the customer writes in English."""
    return head.language == "en"


def asks_much(head: Head) -> bool:
    """Whether it begins with the long question."""
    return head.last_line.startswith(LONG_QUESTION)


def asks_much_within(stage: Stage, head: Head) -> bool:
    """Whether the long question is in it."""
    window = stage.desk.seen.confirmed.windows.get(head.conversation_id)
    return window is not None and any(each.text.startswith(LONG_QUESTION) for each in window.messages)


def has_come(stage: Stage, kind: Callable[[Head], bool]) -> bool:
    """Whether somebody of this kind waits."""
    return first(stage, kind) is not None


def is_waiting(stage: Stage, conversation_id: ConversationId) -> bool:
    """Whether this conversation waits in a queue."""
    return any(head.conversation_id == conversation_id for head in waiting(stage))


def callbacks_of(stage: Stage) -> Mapping[CallbackId, Callback]:
    """The callback requests by their id."""
    return stage.desk.seen.confirmed.callbacks


def leaves_too_soon(head: Head) -> bool:
    """Whether it is the hasty customer."""
    return head.last_line.startswith(HER_FIRST_WORDS)


def has_said(stage: Stage, conversation_id: ConversationId, text: str) -> bool:
    """Whether this text stands in the conversation."""
    window = stage.desk.seen.confirmed.windows.get(conversation_id)
    return window is not None and any(message.text == text for message in window.messages)


def is_held_for_undoing(stage: Stage) -> bool:
    """Whether a message can still be taken back."""
    return any(row.stage is PendingStage.HELD for row in stage.desk.unsent())


def has_answered(stage: Stage, conversation_id: ConversationId) -> bool:
    """Whether the customer has written after the counsellor did."""
    window = stage.desk.seen.confirmed.windows.get(conversation_id)
    if window is None:
        return False
    authors = [message.by for message in window.messages]
    return Author.COUNSELLOR in authors and authors[-1] is Author.CUSTOMER
