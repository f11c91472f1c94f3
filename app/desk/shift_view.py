"""A shift's beginning and end as the screen shows them: from what is seen and the time; pure functions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from app.desk.callback_views import CallbackRow, due_unopened
from app.desk.consultation_views import ConsultationRow, falling_due
from app.desk.message_views import MessageRow
from app.desk.message_views import falling_due as messages_falling_due
from app.desk.views import waiting_in
from app.domain.callback_commands import ReleaseCallback
from app.domain.commands import ReturnToQueue
from app.domain.consultation import ConsultationState
from app.domain.consultation_commands import ReleaseConsultation
from app.domain.consultation_rules import answers
from app.domain.conversation import ConversationState
from app.domain.desk_state import Capability
from app.domain.ids import QueueId
from app.domain.pending import unsent
from app.domain.presence import EndShift, Presence
from app.domain.problems import Problem
from app.domain.project import Seen
from app.domain.queue import ByLanguage, QueueKind
from app.domain.rules import check

_HELSINKI = ZoneInfo("Europe/Helsinki")


@dataclass(frozen=True, slots=True)
class QueueOfShift:
    """One queue she may serve, and whether she does."""

    queue_id: QueueId
    name: ByLanguage
    kind: QueueKind
    waiting: int
    is_served: bool


@dataclass(frozen=True, slots=True)
class ShiftEnding:
    """What is left at the end of a shift. ``returns``, ``releases``, ``gives_back`` are what hands it over.

    ``unanswered``: her customers who wait for an answer · ``open``: conversations she holds, ended ones that
    wait to be closed too · ``waiting``: those in her queues, for somebody else · ``due``: callback requests
    of her queues whose time has come and that nobody has opened · ``promised``: consultations whose answer
    falls due within a day · ``owed``: non-urgent messages of which the same is so, hers and those that wait
    in her queues · ``consultations``: those she has taken and not answered · ``offers``: customers
    offered to her, unanswered · ``cannot_end``: why not.
    """

    unanswered: int
    open: int
    callbacks: int
    unsent: int
    drafts: int
    unrecorded: int
    waiting: int
    due: tuple[CallbackRow, ...]
    promised: tuple[ConsultationRow, ...]
    returns: tuple[ReturnToQueue, ...]
    releases: tuple[ReleaseCallback, ...]
    cannot_end: Problem | None
    consultations: int = 0
    gives_back: tuple[ReleaseConsultation, ...] = ()
    offers: int = 0
    owed: tuple[MessageRow, ...] = ()


def queues_of_shift(
    seen: Seen, *, planned: frozenset[QueueId] | None = None, now: datetime
) -> tuple[QueueOfShift, ...]:
    """Every queue she may serve, in the service model's order. ``planned``: what a shift that has not begun
    today begins with, if one is planned.
    """
    is_new = seen.confirmed.shift.began_at is None or _began_another_day(seen, now=now)
    shift = seen.confirmed.shift
    return tuple(
        QueueOfShift(
            queue.queue_id,
            queue.name,
            queue.kind,
            waiting_in(seen, queue.queue_id),
            queue.queue_id in planned if is_new and planned is not None else shift.serves(queue.queue_id),
        )
        for queue in seen.confirmed.queues.values()
    )


def asks_to_begin(seen: Seen, *, now: datetime) -> bool:
    """Whether a shift should be begun: the last one was ended, or began on another day."""
    shift = seen.confirmed.shift
    if not seen.is_live or Capability.CLAIM not in seen.confirmed.capabilities:
        return False
    if shift.began_at is None:
        # Who has never had a shift serves all she may and is not asked; an ended one leaves her away.
        return shift.presence is Presence.AWAY
    return _began_another_day(seen, now=now)


def _began_another_day(seen: Seen, *, now: datetime) -> bool:
    began_at = seen.confirmed.shift.began_at
    if began_at is None:
        return False
    return began_at.astimezone(_HELSINKI).date() != now.astimezone(_HELSINKI).date()


def shift_ending(seen: Seen, *, drafts: int, unrecorded: int = 0, now: datetime) -> ShiftEnding:
    """What is left, and what hands it over. ``drafts``: how many are kept; ``unrecorded``: how many calls of
    hers she has not said what came of.
    """
    confirmed = seen.confirmed
    mine = [head for head in confirmed.heads.values() if confirmed.is_mine(head)]
    held = [head for head in mine if head.state is ConversationState.HELD]
    returns = (ReturnToQueue(head.conversation_id, head.responsibility_version) for head in held)
    callbacks = [
        each
        for each in confirmed.callbacks.values()
        if each.holder is not None and each.holder.staff_id == confirmed.me.staff_id
    ]
    releases = (ReleaseCallback(each.callback_id, each.responsibility_version) for each in callbacks)
    asked = [
        each.consultation
        for each in confirmed.consultations.values()
        if each.consultation.state is ConsultationState.CLAIMED and answers(seen, each.consultation)
    ]
    gives_back = (ReleaseConsultation(each.consultation_id, each.responsibility_version) for each in asked)
    served = [queue_id for queue_id in confirmed.queues if confirmed.shift.serves(queue_id)]
    return ShiftEnding(
        unanswered=sum(1 for head in held if head.customer_wrote_at is not None),
        open=len(mine),
        callbacks=len(callbacks),
        unsent=len(unsent(seen.pending)),
        drafts=drafts,
        unrecorded=unrecorded,
        waiting=sum(waiting_in(seen, queue_id) for queue_id in served),
        due=due_unopened(seen, now=now),
        promised=falling_due(seen, now=now),
        returns=tuple(each for each in returns if check(seen, each, now) is None),
        releases=tuple(each for each in releases if check(seen, each, now) is None),
        cannot_end=check(seen, EndShift(), now),
        consultations=len(asked),
        gives_back=tuple(each for each in gives_back if check(seen, each, now) is None),
        offers=sum(1 for each in confirmed.offers.values() if each.to.staff_id == confirmed.me.staff_id),
        owed=messages_falling_due(seen, now=now),
    )
