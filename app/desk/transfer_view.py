"""The transfer sheet as plain values: where to, in what order, and why not there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from app.desk.lateness import since
from app.desk.searching import has_words
from app.domain.conversation import Identity
from app.domain.handbook import GuidanceRule
from app.domain.ids import QueueId
from app.domain.passing_on import PassOnTarget
from app.domain.problems import Problem, ProblemCode
from app.domain.queue import ByLanguage, Hours, QueueKind
from app.domain.transfer import LookAhead, TransferTarget, needs_consent, needs_identification


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One queue to move to. ``longest`` is the longest wait there, None when nobody waits; ``obstacle`` is
    why this customer cannot be moved there, or None · ``is_own``: she is in that queue already ·
    ``is_other_language``: those who serve it answer in another language than hers.
    """

    queue_id: QueueId
    name: ByLanguage
    kind: QueueKind
    is_open: bool
    closes_at: datetime | None
    waiting: int
    longest: timedelta | None
    on_duty: int
    obstacle: Problem | None
    template: ByLanguage | None = None
    is_own: bool = False
    is_other_language: bool = False
    is_around_the_clock: bool = False
    needs_consent: bool = False
    """Whether the customer's permission is needed to move there, given or not."""
    matters: tuple[ByLanguage, ...] = ()
    """What it takes, by the rules that social and health care share (R082)."""
    passed_on_to: PassOnTarget | None = None
    """Who decides there of the application that is passed on (R049); None: it moves for another reason."""

    @property
    def is_likely(self) -> bool:
        """Whether Enter pressed before the list is read may move her there."""
        return not self.is_own and not self.is_other_language

    @property
    def key(self) -> str:
        """What tells rows apart."""
        return self.queue_id if self.passed_on_to is None else self.passed_on_to.value


def target_rows(
    ahead: LookAhead,
    *,
    searched: str,
    identity: Identity,
    language: str,
    now: datetime,
    own: QueueId | None = None,
    permitted: QueueId | None = None,
    guidance: tuple[GuidanceRule, ...] = (),
) -> tuple[TargetRow, ...]:
    """Those that the search finds, by name or by what they take (``guidance``, R082): where it can be
    moved now first, closed ones last, otherwise in the order of the service model. The first row is
    chosen from the start, and one tired Enter must neither give her back unread nor send her where nobody
    answers in her ``language``: queues of another language come after the other open ones, and her
    ``own`` queue after these. Å, ä and ö are found by a and o as well. ``permitted`` is where she has
    permitted to be moved.
    """
    found = [
        (target, matters)
        for target in ahead.targets
        for matters in (tuple(rule.matter for rule in guidance if rule.queue_id == target.queue_id),)
        if has_words(searched, (target.queue_id, *target.name.values()))
        or any(has_words(searched, tuple(matter.values())) for matter in matters)
    ]
    here = next((target for target in ahead.targets if target.queue_id == own), None)
    rows = [
        replace(_row(target, identity, language, now, here=here, permitted=permitted), matters=matters)
        for target, matters in found
    ]

    def place(row: TargetRow) -> tuple[bool, ...]:
        return row.obstacle is not None, not row.is_open, row.is_own, row.is_other_language

    return tuple(sorted(rows, key=place))


def _row(
    target: TransferTarget,
    identity: Identity,
    language: str,
    now: datetime,
    *,
    here: TransferTarget | None,
    permitted: QueueId | None,
) -> TargetRow:
    hours = Hours(target.is_open, target.closes_at)
    return TargetRow(
        queue_id=target.queue_id,
        name=target.name,
        kind=target.kind,
        is_open=target.is_open,
        closes_at=target.closes_at,
        waiting=target.waiting,
        longest=None if target.waiting_since is None else since(target.waiting_since, now),
        on_duty=target.on_duty,
        obstacle=_obstacle(target, identity, here, permitted),
        needs_consent=needs_consent(here, target) and target.register is not None,
        template=target.internal_message,
        is_own=here is not None and target.queue_id == here.queue_id,
        is_other_language=target.language not in (None, language),
        # Another service line tells no hours of its own: open is all that is known of it.
        is_around_the_clock=target.kind is not QueueKind.TRANSFER and hours.is_around_the_clock(now),
    )


def _obstacle(
    target: TransferTarget, identity: Identity, here: TransferTarget | None, permitted: QueueId | None
) -> Problem | None:
    """Why this customer cannot be moved there. The boundary comes first: identifying alone would not help."""
    if needs_consent(here, target) and target.queue_id != permitted:
        return Problem(ProblemCode.CONSENT_NEEDED)
    if needs_identification(target.kind, identity):
        return Problem(ProblemCode.IDENTIFICATION_NEEDED)
    return None
