"""The handbook as plain values: which guides there are, those of the queue in front first; pure functions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from app.desk.consultation_views import may_consult
from app.desk.searching import has_words
from app.domain.handbook import GuidanceRule, GuideKind
from app.domain.ids import ConversationId, QueueId
from app.domain.project import Seen
from app.domain.queue import ByLanguage

_GUIDANCE = "*guidance"
"""No guide has such an id."""


class Reach(Enum):
    """Whose guide it is, the nearest first."""

    FRONT = auto()
    """Of the queue of the conversation in front."""
    ALL = auto()
    GUIDANCE = auto()
    """Not a guide: who takes what, for all queues."""
    OTHER = auto()
    SUPPORT = auto()
    """Not a guide: who helps with the program."""


@dataclass(frozen=True, slots=True)
class GuideRow:
    """One guide to choose and read; who helps with the program is one too, of no kind, name or id."""

    guide_id: str
    kind: GuideKind | None
    name: ByLanguage
    text: ByLanguage
    reach: Reach


@dataclass(frozen=True, slots=True)
class HandbookView:
    """What is found; ``front``: the queue of the conversation in front, by name, if there is one."""

    rows: tuple[GuideRow, ...]
    front: ByLanguage | None
    can_ask: bool
    """Whether she can write to whoever helps with the program."""
    is_empty: bool
    """Nothing has been written in this county."""


def handbook_view(seen: Seen, front: ConversationId | None, *, searched: str) -> HandbookView:
    """What the search finds, by words in any language: guides of the queue in front first, then those for
    all queues, then the others, each in the order of the service model; last who helps with the program.
    """
    state = seen.confirmed
    book = state.handbook
    head = None if front is None else state.heads.get(front)
    queue = None if head is None else state.queues.get(head.queue_id)
    ranked = [
        GuideRow(
            guide.guide_id,
            guide.kind,
            guide.name,
            guide.text,
            _reach(guide.queue_ids, None if head is None else head.queue_id),
        )
        for guide in book.guides
        if has_words(searched, (*guide.name.values(), *guide.text.values()))
    ]
    taken = _who_takes(book.guidance)
    if taken and has_words(searched, taken.values()):
        ranked.append(GuideRow(_GUIDANCE, GuideKind.RESPONSIBILITY, {}, taken, Reach.GUIDANCE))
    support = book.support
    if support is not None and has_words(searched, support.text.values()):
        ranked.append(GuideRow("", None, {}, support.text, Reach.SUPPORT))
    lines = {line.queue_id for line in state.consultation_queues} if may_consult(seen) else set()
    return HandbookView(
        rows=tuple(sorted(ranked, key=lambda row: row.reach.value)),
        front=None if queue is None else queue.name,
        can_ask=support is not None and support.queue_id in lines,
        is_empty=not book.guides and not book.guidance and support is None,
    )


def _who_takes(rules: tuple[GuidanceRule, ...]) -> ByLanguage:
    """A line for each matter, in each language: what, and which queue takes it (R082)."""
    return {
        language: "\n".join(
            f"{rule.matter.get(language, '')} → {rule.queue_name.get(language, rule.queue_id)}"
            for rule in rules
        )
        for language in (rules[0].matter if rules else {})
    }


def _reach(queue_ids: tuple[QueueId, ...], front: QueueId | None) -> Reach:
    if not queue_ids:
        return Reach.ALL
    return Reach.FRONT if front in queue_ids else Reach.OTHER
