"""How the service model and her own shift change what is around the conversations."""

from __future__ import annotations

from dataclasses import replace

from app.domain.changes import Changes, Kind
from app.domain.desk_state import DeskState
from app.domain.facts import ServiceModelActivated
from app.domain.presence import ShiftFact, shift_after
from app.domain.reduce_steps import Outcome


def activated(state: DeskState, fact: ServiceModelActivated) -> Outcome:
    """Another version of the service model holds from now on."""
    queues = {queue.queue_id: queue for queue in fact.queues}
    changes = Changes.of(Kind.QUEUES, {*state.queues, *queues}) | Changes.of(Kind.ME, ["me"])
    changed = replace(
        state,
        service_model_version=fact.service_model_version,
        queues=queues,
        organisation=fact.organisation,
        unprotected=fact.unprotected,
        wrap_ups={codes.service_id: codes for codes in fact.wrap_ups},
        services=fact.services,
        canned_answers=fact.canned_answers,
        problem_guide=fact.problem_guide,
        handbook=fact.handbook,
        reason_from=fact.reason_from,
    )
    return changed, changes


def shift_changed(state: DeskState, fact: ShiftFact) -> Outcome:
    """Her shift, its queues or her presence; those of others are not shown."""
    if fact.staff_id != state.me.staff_id:
        return state, Changes()
    # Which queues are shown depends on it too.
    changes = Changes.of(Kind.ME, ["me"]) | Changes.of(Kind.QUEUES, state.queues)
    return replace(state, shift=shift_after(state.shift, fact)), changes
