"""Offers and professionals for tests, on the morning of the pictures."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from app.domain.conversation import Identity, Staff
from app.domain.ids import ConversationId, StaffId
from app.domain.offer import Offer, Professional
from app.domain.presence import Presence
from tests.support.desk_builders import MAIJA, NINE_O_CLOCK
from tests.support.example_data import FAMILIES, FRONT, topic

SARI = Staff(StaffId("5" * 32), "Sari Nieminen")
SEIJA = Staff(StaffId("7" * 32), "Seija Linjalla")
OFFERED = ConversationId("4830".zfill(32))
ALONG = "Aihe: stöd för närståendevård. Asiakas toivoo vastausta ruotsiksi."


def an_offer(**changes: Any) -> Offer:
    """Sari offers a customer to Maija; 84 of 120 seconds are left at nine."""
    offer = Offer(
        conversation_id=OFFERED,
        alias="4830",
        queue_id=FAMILIES,
        language="sv",
        identity=Identity.ANONYMOUS,
        topic=topic("Omaishoidon tuki", "Stöd för närståendevård"),
        hand_overs=0,
        by=SARI,
        to=MAIJA,
        offered_at=NINE_O_CLOCK - timedelta(seconds=36),
        lapses_at=NINE_O_CLOCK + timedelta(seconds=84),
        internal_message=ALONG,
        responsibility_version=2,
    )
    return replace(offer, **changes)


def an_offer_of_hers(**changes: Any) -> Offer:
    """Maija offers the conversation in front to Sari."""
    given: dict[str, Any] = {"conversation_id": FRONT, "alias": "4812", "by": MAIJA, "to": SARI}
    return an_offer(**{**given, "responsibility_version": 1, **changes})


def professionals() -> tuple[Professional, ...]:
    """One without room, one with room, one who answers another service line only."""
    return (
        Professional(Staff(StaffId("6" * 32), "Anna Åberg"), Presence.AVAILABLE, 3, 3, serves_advice=True),
        Professional(SARI, Presence.AVAILABLE, 1, 3, serves_advice=True),
        Professional(
            Staff(StaffId("7" * 32), "Seija Linjalla"), Presence.AVAILABLE, 0, 3, serves_advice=False
        ),
    )
