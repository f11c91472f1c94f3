"""view: The conversation as its customer sees it: a snapshot, then fact by fact. Pure.

view' = take(view, cursor, after, fact)        None: something is missing, a fresh snapshot is needed
"""

from dataclasses import dataclass, replace

from server_stub.robots.answers import Told, as_told, items_at, number_at, text_at


@dataclass(frozen=True, slots=True)
class Heard:
    """A message of the counsellor's."""

    seq: int
    text: str


@dataclass(frozen=True, slots=True)
class Permission:
    """The newest question for permission, and how it stands."""

    number: int
    state: str


@dataclass(frozen=True, slots=True)
class View:
    """What is confirmed. `state` is the contract's: waiting, held, ended, closed."""

    cursor: int
    conversation_id: str
    state: str
    last_seq: int = 0
    read_up_to: int = 0
    spoke_at_seq: int = 0
    """Of her own last message."""
    heard: tuple[Heard, ...] = ()
    permission: Permission | None = None
    asks_about_earlier_lines: bool = False

    @property
    def is_open(self) -> bool:
        """Whether she may still write."""
        return self.state in ("waiting", "held")

    def unanswered(self) -> tuple[Heard, ...]:
        """What the counsellor has written since she last spoke."""
        return tuple(message for message in self.heard if message.seq > self.spoke_at_seq)


def from_snapshot(told: Told) -> View | None:
    """What a snapshot says; None when it tells of no conversation. Raises `Unreadable`."""
    if told.get("conversation") is None:
        return None
    conversation = as_told(told["conversation"])
    view = View(
        cursor=number_at(told, "cursor"),
        conversation_id=text_at(conversation, "conversation_id"),
        state=text_at(conversation, "state"),
        last_seq=number_at(conversation, "last_seq"),
        read_up_to=number_at(conversation, "read_by_customer"),
        asks_about_earlier_lines=_is_undecided(as_told(conversation["identification"])),
    )
    for asked in items_at(told, "consents"):
        view = replace(view, permission=Permission(number_at(asked, "number"), text_at(asked, "state")))
    for message in items_at(told, "messages"):
        view = _written(view, message)
    return view


def take(view: View, cursor: int, after: int, fact: Told) -> View | None:
    """The view after one fact, or None when `after` does not follow. Raises `Unreadable`."""
    if after != view.cursor or cursor <= after:
        return None
    if fact.get("conversation_id") != view.conversation_id:
        return replace(view, cursor=cursor)
    match fact.get("type"):
        case "MessageWritten":
            moved = _written(view, fact)
        case "ReadMarked" if fact.get("by") == "customer":
            moved = replace(view, read_up_to=max(view.read_up_to, number_at(fact, "seq")))
        case "WaitingClaimed":
            moved = replace(view, state="held")
        case "ConversationReturned":
            moved = replace(view, state="waiting")
        case "ConsentAsked":
            asked = as_told(fact.get("consent"))
            moved = replace(view, permission=Permission(number_at(asked, "number"), "asked"))
        case "ConsentChanged" if view.permission and fact.get("number") == view.permission.number:
            moved = replace(view, permission=replace(view.permission, state=text_at(fact, "state")))
        case "CustomerIdentified":
            moved = replace(view, asks_about_earlier_lines=_is_undecided(fact))
        case "EarlierLinesDecided":
            moved = replace(view, asks_about_earlier_lines=False)
        case "ConversationTransferred":
            moved = replace(view, state="waiting")
        case "ConversationEnded":
            moved = replace(view, state="ended")
        case "ConversationClosed":
            moved = replace(view, state="closed")
        case _:
            moved = view
    return replace(moved, cursor=cursor)


def _is_undecided(told: Told) -> bool:
    return told.get("earlier_lines") == "undecided"


def _written(view: View, message: Told) -> View:
    """A message once: one that is there already changes nothing."""
    seq = number_at(message, "seq")
    is_own = message.get("by") == "customer"
    heard = view.heard
    if message.get("by") == "counsellor" and all(known.seq != seq for known in heard):
        heard = (*heard, Heard(seq, text_at(message, "text")))
    return replace(
        view,
        last_seq=max(view.last_seq, seq),
        # Writing moves her own mark only if it stood right before (CONTRACT.md section 4).
        read_up_to=seq if is_own and view.read_up_to == seq - 1 else view.read_up_to,
        spoke_at_seq=max(view.spoke_at_seq, seq) if is_own else view.spoke_at_seq,
        heard=heard,
    )
