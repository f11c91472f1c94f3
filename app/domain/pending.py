"""The outbox: intents on their way, stage by stage, until their fact retires them.

held (undo) ──► queued ──► in flight ──► accepted ──► (retired by its fact)
  │             ▲ │ ▲         │  └──► refused ──► (returned to draft | discarded)
  └► draft      │ ▼ └─ unknown ┘
       ◄──── asking            (a new sign-in, or ten minutes queued; never for a row that has been in flight)
queued ──► lapsed            only for NOW_OR_NEVER commands
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.commands import Command
from app.domain.ids import CommandId
from app.domain.moment import Moment


class Stage(StrEnum):
    """Where a pending command is, as drawn above; the values are what the workstation's own file keeps."""

    HELD = "held"
    QUEUED = "queued"
    IN_FLIGHT = "in_flight"
    ACCEPTED = "accepted"
    ASKING = "asking"


@dataclass(frozen=True, slots=True)
class Pending:
    """One row of the outbox.

    ``submitted`` is when the person acted and ``staged`` when the row came to its stage.
    ``has_been_in_flight`` is kept on disk before the first byte leaves, and never falls back: such a row may
    already be committed, so it is only ever sent again. ``accepted_cursor`` is the last fact it led to, as
    the backend said.
    """

    command_id: CommandId
    command: Command
    stage: Stage
    submitted: Moment
    staged: Moment
    has_been_in_flight: bool = False
    tries: int = 0
    accepted_cursor: int | None = None
