"""A morning in which the customer in front is asked for permission to go to home nursing, or has answered."""

from __future__ import annotations

from dataclasses import replace

from app.domain.consent import Consent, ConsentState
from app.domain.conversation import Identity
from app.domain.ids import QueueId, StaffId
from app.domain.project import Seen, project
from app.domain.queue import QueueKind
from app.domain.transfer import LookAhead, TransferTarget
from tests.support.desk_builders import NINE_O_CLOCK, minutes_ago
from tests.support.example_data import FRONT, a_morning

HOME = TransferTarget(
    QueueId("#soshON_aikuissosiaalityö_chat"),
    {"fi": "Aikuissosiaalityö", "sv": "Vuxensocialarbete", "en": "Adult social work"},
    QueueKind.TOPIC,
    None,
    is_open=True,
    closes_at=None,
    waiting=2,
    waiting_since=minutes_ago(3),
    on_duty=2,
    register="social",
)
NURSING = replace(
    HOME,
    queue_id=QueueId("SIIRTO_KOTISAIRAANHOITO_CHAT"),
    name={"fi": "Kotisairaanhoito", "sv": "Hemsjukvården", "en": "Home nursing"},
    kind=QueueKind.TRANSFER,
    waiting=0,
    waiting_since=None,
    on_duty=1,
    register="health",
)
AHEAD = LookAhead(NINE_O_CLOCK, (HOME, NURSING))
QUESTION = Consent(
    number=1,
    state=ConsentState.ASKED,
    queue_id=NURSING.queue_id,
    target={"fi": "kotisairaanhoitoon", "sv": "till hemsjukvården", "en": "to home nursing"},
    register="health",
    first_seq=2,
    text_version=1,
    purpose={"fi": "jotta asiasi hoituu sujuvammin", "sv": "", "en": ""},
    asked_by_id=StaffId("0" * 32),
    asked_by_name="Maija Lehtonen",
    language=None,
    asked_at=minutes_ago(4),
)


def with_consents(*consents: Consent) -> Seen:
    """The customer in front has identified, and was asked these."""
    seen = a_morning()
    state = seen.confirmed
    heads = {**state.heads, FRONT: replace(state.heads[FRONT], identity=Identity.IDENTIFIED)}
    windows = {**state.windows, FRONT: replace(state.windows[FRONT], consents=consents)}
    return project(replace(state, heads=heads, windows=windows), seen.pending, is_live=seen.is_live)


def answered(state: ConsentState) -> Consent:
    """The question, and how it stands."""
    if state is ConsentState.WITHDRAWN:
        return replace(QUESTION, state=state, answered_at=minutes_ago(3), withdrawn_at=minutes_ago(2))
    return replace(QUESTION, state=state, answered_at=minutes_ago(3), language="fi")
