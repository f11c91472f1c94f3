"""Consultations as a workstation knows them: a test names what matters to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from app.domain.consultation import (
    Consultation,
    ConsultationEntry,
    ConsultationQueue,
    ConsultationState,
    EntryKind,
    OnCall,
    Promise,
    Thread,
    Urgency,
)
from app.domain.conversation import Staff
from app.domain.ids import ConsultationId, QueueId, StaffId
from app.domain.queue import Opening
from tests.support.desk_builders import JOHAN, MAIJA

HELSINKI = ZoneInfo("Europe/Helsinki")
ADVICE, SENIORS = QueueId("KONSULTAATIO_NEUVONTA"), QueueId("KONSULTAATIO_SENIORI_INFO")
SCHOOL = QueueId("KONSULTAATIO_PERUSOPETUS")
SIRPA = Staff(StaffId("2b9e6f0d4c7a4183b5d8e1f6a3c20974"), "Palveluohjaaja 5")
ASKED = ConsultationId("3e7b1d95c0a84f62917d5e3b8a6c2f40")


def at(text: str) -> datetime:
    """`2026-11-23 14:20` on a wall in Helsinki."""
    return datetime.fromisoformat(text).replace(tzinfo=HELSINKI)


ON_CALL = OnCall(
    number="040 555 0142",
    hours_text={"fi": "arkisin klo 8–16", "sv": "vardagar kl. 8–16", "en": "on weekdays 8:00–16:00"},
    openings=(Opening(at("2026-11-23 08:00"), at("2026-11-23 16:00")),),
    hours_known_until=datetime(2026, 12, 6, tzinfo=UTC),
    otherwise={
        "fi": "Muina aikoina: sosiaali- ja kriisipäivystys 09 555 0100, ympäri vuorokauden.",
        "sv": "Andra tider: social- och krisjouren 09 555 0100, dygnet runt.",
        "en": "At other times: social and crisis emergency services 09 555 0100, around the clock.",
    },
)


def lines(*, served: tuple[QueueId, ...] = (ADVICE,)) -> tuple[ConsultationQueue, ...]:
    """The lines of the service model; the reader serves those named."""
    names = {
        ADVICE: ("Sosiaalipalvelujen neuvonta", "Rådgivning om socialservice", "Social services advice"),
        SENIORS: ("Seniori-info", "Seniorinfo", "Senior Info"),
        SCHOOL: ("Perusopetus", "Grundläggande utbildning", "Basic education"),
    }
    return tuple(
        ConsultationQueue(
            queue_id=queue_id,
            name=dict(zip(("fi", "sv", "en"), words, strict=True)),
            is_outside=queue_id == SCHOOL,
            is_served=queue_id in served,
            promise_days=3,
            on_call=ON_CALL if queue_id == ADVICE else None,
        )
        for queue_id, words in names.items()
    )


def a_consultation(consultation_id: ConsultationId = ASKED, **changes: Any) -> Consultation:
    """Senior Info asks the advice line on Wednesday; an answer is due on Monday at four."""
    consultation = Consultation(
        consultation_id=consultation_id,
        state=ConsultationState.OPEN,
        urgency=Urgency.NON_URGENT,
        queue_id=ADVICE,
        from_queue_id=SENIORS,
        subject="Omaishoidon tuki ja työllistyminen",
        asker=SIRPA,
        asked_at=at("2026-11-18 09:40"),
        conversation_id=None,
        is_identity_allowed=False,
        holder=None,
        claimed_at=None,
        promise=Promise.RUNNING,
        promised_at=at("2026-11-18 09:40"),
        due_at=at("2026-11-23 16:00"),
        answered_at=None,
        closed_at=None,
        responsibility_version=1,
    )
    return replace(consultation, **changes)


def mine(consultation_id: ConsultationId = ASKED, **changes: Any) -> Consultation:
    """One that Maija has claimed."""
    held: dict[str, Any] = {
        "state": ConsultationState.CLAIMED,
        "holder": MAIJA,
        "claimed_at": at("2026-11-19 10:05"),
        "responsibility_version": 2,
    }
    return a_consultation(consultation_id, **{**held, **changes})


def entry(number: int, kind: EntryKind, by: Staff, when: str, text: str, **changes: Any) -> ConsultationEntry:
    """One entry of a thread."""
    made = ConsultationEntry(number, kind, by, at(when), text, (), None, None, None)
    return replace(made, **changes)


QUESTION = entry(
    1,
    EntryKind.QUESTION,
    SIRPA,
    "2026-11-18 09:40",
    "Asiakas hoitaa äitiään ja on samalla työtön työnhakija. Vaikuttaako omaishoidon tuki hänen"
    " toimeentulotukeensa, ja keneltä hän saa neuvon työnhaun velvoitteista?",
)
ENQUIRY = entry(
    2, EntryKind.ENQUIRY, MAIJA, "2026-11-19 10:22", "Kiitos kysymyksestä. Onko hoitosopimus jo tehty?"
)
REPLY = entry(3, EntryKind.QUESTION, SIRPA, "2026-11-19 13:05", "Sopimus alkaa 1.12.")


def threads() -> tuple[Thread, ...]:
    """What a Monday afternoon looks like: pressing, taking long and on time; asked and answered."""
    return (
        Thread(mine(), (QUESTION, ENQUIRY, REPLY)),
        Thread(
            a_consultation(
                ConsultationId("4" * 32),
                subject="Kuka arvioi: nuori ja asumisen tuki",
                promised_at=at("2026-11-20 12:00"),
                asked_at=at("2026-11-20 12:00"),
                due_at=at("2026-11-24 16:00"),
            ),
            (QUESTION,),
        ),
        Thread(
            a_consultation(
                ConsultationId("5" * 32),
                subject="Lapsen kuljetus kouluun",
                from_queue_id=SCHOOL,
                asker=JOHAN,
                promised_at=at("2026-11-23 14:00"),
                asked_at=at("2026-11-23 14:00"),
                due_at=at("2026-11-26 16:00"),
            ),
            (QUESTION,),
        ),
        Thread(
            a_consultation(
                ConsultationId("6" * 32),
                subject="Tulkin tilaaminen tapaamiseen",
                queue_id=SENIORS,
                from_queue_id=ADVICE,
                asker=MAIJA,
                holder=SIRPA,
                state=ConsultationState.ANSWERED,
                promise=Promise.KEPT,
                answered_at=at("2026-11-20 09:00"),
            ),
            (QUESTION,),
        ),
    )
