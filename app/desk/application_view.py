"""An application that is passed on as plain values: whether it can be, and to whom (R049); pure functions."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.desk.transfer_view import TargetRow, target_rows
from app.domain.conversation import Identity
from app.domain.ids import QueueId
from app.domain.transfer import LookAhead


def can_pass_on(ahead: LookAhead | None, application_of: str | None) -> bool:
    """Whether there is anywhere to pass on an application of that service; None: no file has come."""
    return ahead is not None and any(each.service_id == application_of for each in ahead.applications)


def application_rows(
    ahead: LookAhead,
    application_of: str | None,
    *,
    identity: Identity,
    language: str,
    now: datetime,
    own: QueueId | None,
    permitted: QueueId | None,
) -> tuple[TargetRow, ...]:
    """One row for each target the service has a queue for, always in the same order, whatever is open."""
    rows = {
        row.queue_id: row
        for row in target_rows(
            ahead, searched="", identity=identity, language=language, now=now, own=own, permitted=permitted
        )
    }
    return tuple(
        replace(rows[each.queue_id], passed_on_to=each.target)
        for each in ahead.applications
        if each.service_id == application_of and each.queue_id in rows
    )
