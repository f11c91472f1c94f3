"""Calls for help for tests, on the morning of the pictures."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from app.domain.conversation import Identity, Staff
from app.domain.help_call import HelpCall
from app.domain.ids import StaffId
from tests.support.desk_builders import MAIJA, NINE_O_CLOCK
from tests.support.example_data import FAMILIES, FRONT, topic
from tests.support.offer_builders import OFFERED, SARI

ANNA = Staff(StaffId("6" * 32), "Anna Åberg")


def a_call(**changes: Any) -> HelpCall:
    """Sari calls for help; a minute has passed at nine."""
    call = HelpCall(
        conversation_id=OFFERED,
        alias="4830",
        queue_id=FAMILIES,
        language="fi",
        identity=Identity.ANONYMOUS,
        topic=topic("Toimeentulotuki", "Utkomststöd"),
        by=SARI,
        called_at=NINE_O_CLOCK - timedelta(seconds=61),
        text="Asiakas uhkaa itseään <b>",
        helper=None,
        responsibility_version=2,
    )
    return replace(call, **changes)


def a_call_of_hers(**changes: Any) -> HelpCall:
    """Maija calls for help in the conversation in front."""
    given: dict[str, Any] = {"conversation_id": FRONT, "alias": "4812", "by": MAIJA}
    return a_call(**{**given, "responsibility_version": 1, **changes})
