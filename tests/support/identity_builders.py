"""A morning in which the customer in front is asked to identify, or has."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.domain.conversation import Identity
from app.domain.identification import (
    EarlierLines,
    Identification,
    IdentifiedPerson,
    Level,
    OnBehalfOf,
)
from app.domain.project import Seen, project
from tests.support.desk_builders import minutes_ago
from tests.support.example_data import FRONT, a_morning

AINO = IdentifiedPerson("Aino Esimerkki", Level.SUBSTANTIAL, minutes_ago(1), has_identity_code=True)
FOR_ONNI = replace(AINO, on_behalf_of=OnBehalfOf("Onni Esimerkki", has_identity_code=True))
IDENTIFIED = Identification(after_seq=2, earlier_lines=EarlierLines.UNDECIDED)


def with_front(seen: Seen, *, person: IdentifiedPerson | None = None, **changes: Any) -> Seen:
    """The same, with the customer in front as these say."""
    state = seen.confirmed
    heads = {**state.heads, FRONT: replace(state.heads[FRONT], **changes)}
    windows = {**state.windows, FRONT: replace(state.windows[FRONT], person=person)}
    return project(replace(state, heads=heads, windows=windows), seen.pending, is_live=seen.is_live)


def asked() -> Seen:
    """The page asks her."""
    return with_front(a_morning(), identification=Identification(asked_at=minutes_ago(1)))


def declined() -> Seen:
    """She goes on anonymously."""
    return with_front(a_morning(), identification=Identification(declined_at=minutes_ago(1)))


def identified(person: IdentifiedPerson = AINO, stands: Identification = IDENTIFIED, **changes: Any) -> Seen:
    """She has identified after her second line."""
    return with_front(
        a_morning(), person=person, identity=Identity.IDENTIFIED, identification=stands, **changes
    )
