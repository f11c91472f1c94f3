"""The outbox: intents on their way, stage by stage, until their fact retires them.

held (undo) ──► queued ──► in flight ──► accepted ──► (retired by its fact)
  │             ▲ │ ▲         │  └──► refused ──► (returned to draft | discarded)
  └► draft      │ ▼ └─ unknown ┘
       ◄──── asking            (a new sign-in, or ten minutes queued; never for a row that has been in flight)
queued ──► lapsed            only for NOW_OR_NEVER commands
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType

from app.domain.commands import Command, Durability, durability, harms_when_late
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


class Happening(StrEnum):
    """What moves a row from stage to stage."""

    UNDO_RAN_OUT = "undo_ran_out"
    UNDONE = "undone"
    SENT = "sent"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    LATER = "later"
    UNKNOWN = "unknown"
    SIGNED_IN_ANEW = "signed_in_anew"
    QUEUED_LONG = "queued_long"
    TOO_LATE = "too_late"
    ANSWERED_SEND = "answered_send"
    ANSWERED_DRAFT = "answered_draft"
    REFUSED_BEFORE = "refused_before"
    FACT_CAME = "fact_came"


class Ending(StrEnum):
    """How a row leaves the outbox."""

    RETIRED = "retired"
    RETURNED = "returned"
    REFUSED = "refused"
    LAPSED = "lapsed"


_NEXT: Mapping[tuple[Stage, Happening], Stage | Ending] = MappingProxyType(
    {
        (Stage.HELD, Happening.UNDO_RAN_OUT): Stage.QUEUED,
        (Stage.HELD, Happening.UNDONE): Ending.RETURNED,
        (Stage.HELD, Happening.SIGNED_IN_ANEW): Stage.ASKING,
        (Stage.HELD, Happening.REFUSED_BEFORE): Ending.REFUSED,
        (Stage.QUEUED, Happening.SENT): Stage.IN_FLIGHT,
        (Stage.QUEUED, Happening.SIGNED_IN_ANEW): Stage.ASKING,
        (Stage.QUEUED, Happening.QUEUED_LONG): Stage.ASKING,
        (Stage.QUEUED, Happening.TOO_LATE): Ending.LAPSED,
        (Stage.QUEUED, Happening.REFUSED_BEFORE): Ending.REFUSED,
        (Stage.QUEUED, Happening.FACT_CAME): Ending.RETIRED,
        (Stage.IN_FLIGHT, Happening.ACCEPTED): Stage.ACCEPTED,
        (Stage.IN_FLIGHT, Happening.REFUSED): Ending.REFUSED,
        (Stage.IN_FLIGHT, Happening.LATER): Stage.QUEUED,
        (Stage.IN_FLIGHT, Happening.UNKNOWN): Stage.QUEUED,
        (Stage.IN_FLIGHT, Happening.FACT_CAME): Ending.RETIRED,
        (Stage.ACCEPTED, Happening.FACT_CAME): Ending.RETIRED,
        (Stage.ASKING, Happening.ANSWERED_SEND): Stage.QUEUED,
        (Stage.ASKING, Happening.ANSWERED_DRAFT): Ending.RETURNED,
        (Stage.ASKING, Happening.REFUSED_BEFORE): Ending.REFUSED,
    }
)


def step(row: Pending, happening: Happening, moment: Moment) -> Pending | Ending | None:
    """Where the happening leads the row, or None when it means nothing at this stage.

    Two rules are beside the table. A row that has been in flight may already be committed: it never asks, is
    never taken back to a draft because another was refused, and a LATER answer (nothing happened) still
    leaves it marked. Only NOW_OR_NEVER rows lapse and never ask; a record of a call never asks either.
    """
    if not _applies(row, happening):
        return None
    to = _NEXT.get((row.stage, happening))
    if to is None or isinstance(to, Ending):
        return to
    moved = replace(row, stage=to, staged=moment)
    if happening is Happening.SENT:
        return replace(moved, has_been_in_flight=True, tries=row.tries + 1)
    return moved


def _applies(row: Pending, happening: Happening) -> bool:
    keeps = durability(row.command) is Durability.KEEP
    match happening:
        case Happening.SIGNED_IN_ANEW | Happening.QUEUED_LONG:
            return harms_when_late(row.command) and not row.has_been_in_flight
        case Happening.REFUSED_BEFORE:
            return not row.has_been_in_flight
        case Happening.TOO_LATE:
            return not keeps
        case _:
            return True


def asks_at_sign_in(row: Pending) -> bool:
    """Whether a new sign-in makes this row ask before it goes."""
    return _applies(row, Happening.SIGNED_IN_ANEW) and row.stage in (Stage.HELD, Stage.QUEUED)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a row may stay at a stage; from the contract's limits and this counsellor's choice of undo."""

    undo: timedelta
    ask_after: timedelta
    now_or_never: timedelta


def due(row: Pending, moment: Moment, patience: Patience) -> Happening | None:
    """What time alone does to a row at this moment, if anything.

    The undo is counted on the clock that never jumps, so that setting the wall clock sends nothing early.
    Where lateness does harm the longer of both clocks counts, from when the person acted.
    """
    if row.stage is Stage.HELD and moment.ticked_since(row.staged) >= patience.undo:
        return Happening.UNDO_RAN_OUT
    if row.stage is not Stage.QUEUED:
        return None
    if durability(row.command) is Durability.NOW_OR_NEVER:
        return Happening.TOO_LATE if moment.age_of(row.submitted) >= patience.now_or_never else None
    if not row.has_been_in_flight and moment.age_of(row.staged) >= patience.ask_after:
        return Happening.QUEUED_LONG
    return None


def unsent(rows: Iterable[Pending]) -> tuple[Pending, ...]:
    """Whatever is kept and not known to be committed, in order: messages, endings, wrap-ups, notes, records
    of calls; what a status bar counts and signing out lists.
    """
    return tuple(
        row for row in rows if durability(row.command) is Durability.KEEP and row.stage is not Stage.ACCEPTED
    )
