"""The wrap-up sheet as plain values: what each number key chooses, what the search finds, what is missing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.contact_marks import marks_for
from app.domain.conversation import ConversationState, Identity
from app.domain.ids import CallbackId, ConversationId
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen
from app.domain.queue import ByLanguage
from app.domain.wrap_up import Choice, Code, ServiceCodes

NUMBER_KEYS = 9
_PLAIN = str.maketrans("åäöé", "aaoe")


class CodeKind(StrEnum):
    """What a code says. A mark is named by the program, the others by the service model."""

    REASON = "reason"
    OUTCOME = "outcome"
    MARK = "mark"


class Chosen(StrEnum):
    """Whether a code is chosen, and as what."""

    NO = "no"
    YES = "yes"
    FURTHER = "further"


@dataclass(frozen=True, slots=True)
class CodeRow:
    """One code to choose. ``number`` is its key, None for one that is reached by searching."""

    code_id: str
    kind: CodeKind
    number: int | None
    name: ByLanguage
    chosen: Chosen

    @property
    def key(self) -> str:
        """A name of the row for as long as it lives."""
        return f"{self.kind} {self.code_id}"


@dataclass(frozen=True, slots=True)
class WrapUpSheet:
    """What stands on the sheet. ``others`` is how many codes have no key; ``missing`` is what still has to
    be chosen; ``goes_on``: the customer is still there; ``is_call``: of a call, for which nothing is needed.
    """

    reasons: tuple[CodeRow, ...]
    outcomes: tuple[CodeRow, ...]
    found: tuple[CodeRow, ...]
    others: int
    is_adding: bool
    missing: Problem | None
    goes_on: bool
    is_call: bool = False
    is_test: bool = False
    marks: tuple[CodeRow, ...] = ()


def call_wrap_up_sheet(
    seen: Seen, callback_id: CallbackId, choice: Choice, *, searched: str
) -> WrapUpSheet | None:
    """The sheet of a call that closes its request; None when the request is not there."""
    callback = seen.confirmed.callbacks.get(callback_id)
    if callback is None:
        return None
    sheet = _sheet(seen.confirmed.codes_of(callback.service_id), callback.topic.topic_id, choice, searched)
    return replace(sheet, missing=None, is_call=True)


def wrap_up_sheet(
    seen: Seen, conversation_id: ConversationId, choice: Choice, *, searched: str
) -> WrapUpSheet | None:
    """The sheet of a conversation she holds; None when it has left her."""
    head = seen.confirmed.heads.get(conversation_id)
    if head is None or not seen.confirmed.is_mine(head):
        return None
    codes, topic_id = seen.confirmed.codes_of(head.service_id), head.topic.topic_id
    sheet = _sheet(codes, topic_id, choice, searched, finer_topic_id=head.finer_topic_id)
    goes_on = head.state is ConversationState.HELD and conversation_id not in seen.ending
    return replace(sheet, goes_on=goes_on, marks=_marks(choice, head.identity))


def _sheet(
    codes: ServiceCodes,
    topic_id: str,
    choice: Choice,
    searched: str,
    *,
    finer_topic_id: str | None = None,
) -> WrapUpSheet:
    """The sheet of a talk that is over."""
    reasons = codes.reasons_for(topic_id, finer_topic_id)
    return WrapUpSheet(
        reasons=_keyed(reasons, CodeKind.REASON, choice),
        outcomes=_keyed(codes.outcomes, CodeKind.OUTCOME, choice),
        found=_found(reasons, codes.outcomes, choice, searched),
        others=max(0, len(reasons) - NUMBER_KEYS) + max(0, len(codes.outcomes) - NUMBER_KEYS),
        is_adding=choice.is_adding,
        missing=_missing(codes, choice),
        goes_on=False,
        is_test=choice.is_test,
    )


def _marks(choice: Choice, identity: Identity) -> tuple[CodeRow, ...]:
    return tuple(
        CodeRow(mark.value, CodeKind.MARK, None, {}, Chosen.YES if mark in choice.marks else Chosen.NO)
        for mark in marks_for(identity)
    )


def _missing(codes: ServiceCodes, choice: Choice) -> Problem | None:
    lacks_reason = bool(codes.contact_reasons) and choice.main is None
    lacks_outcome = bool(codes.outcomes) and choice.outcome is None
    return Problem(ProblemCode.WRAP_UP_INCOMPLETE) if lacks_reason or lacks_outcome else None


def _keyed(codes: tuple[Code, ...], kind: CodeKind, choice: Choice) -> tuple[CodeRow, ...]:
    """Those with a number key, and behind them what was chosen by searching."""
    first = [_row(code, kind, number, choice) for number, code in enumerate(codes[:NUMBER_KEYS], start=1)]
    others = [_row(code, kind, None, choice) for code in codes[NUMBER_KEYS:]]
    return (*first, *(row for row in others if row.chosen is not Chosen.NO))


def _found(
    reasons: tuple[Code, ...], outcomes: tuple[Code, ...], choice: Choice, searched: str
) -> tuple[CodeRow, ...]:
    """What the words find, in every language; å, ä and ö are found by a and o as well."""
    words = _folded(searched).split()
    if not words:
        return ()
    rows = [
        *(_row(code, CodeKind.REASON, None, choice) for code in reasons),
        *(_row(code, CodeKind.OUTCOME, None, choice) for code in outcomes),
    ]
    return tuple(row for row in rows if all(word in _searchable(row) for word in words))


def _row(code: Code, kind: CodeKind, number: int | None, choice: Choice) -> CodeRow:
    chosen = Chosen.NO
    if code.code_id in ((choice.main,) if kind is CodeKind.REASON else (choice.outcome,)):
        chosen = Chosen.YES
    elif kind is CodeKind.REASON and code.code_id in choice.further:
        chosen = Chosen.FURTHER
    return CodeRow(code.code_id, kind, number, code.name, chosen)


def _searchable(row: CodeRow) -> str:
    return _folded(" ".join(row.name.values()))


def _folded(text: str) -> str:
    return text.casefold().translate(_PLAIN)
