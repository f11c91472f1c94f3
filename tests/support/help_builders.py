"""Calls for help for tests, on the morning of the pictures."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from app.domain.conversation import Identity, Note, Staff, Window
from app.domain.help_call import HelpCall
from app.domain.ids import StaffId
from app.domain.project import Seen
from tests.support.desk_builders import MAIJA, NINE_O_CLOCK, a_held_head
from tests.support.example_data import FAMILIES, FRONT, a_morning, the_messages, topic
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


def reading_along(**changes: Any) -> Seen:
    """Maija reads along where Sari answers: the conversation of the pictures, held by Sari."""
    call = a_call(helper=MAIJA, joined_at=NINE_O_CLOCK - timedelta(seconds=20), responsibility_version=2)
    seen = a_morning(help_calls=(call,), **changes)
    confirmed = seen.confirmed
    held = a_held_head(OFFERED, alias="4830", topic=call.topic, last_seq=5, responsibility_version=2)
    head = replace(held, holder=SARI, customer_wrote_at=NINE_O_CLOCK - timedelta(seconds=70))
    window = Window(
        the_messages(),
        (Note(1, 3, SARI, NINE_O_CLOCK - timedelta(minutes=2), "Sovittu poliisin kanssa.", None),),
    )
    joined = replace(
        confirmed,
        heads={**confirmed.heads, OFFERED: head},
        windows={**confirmed.windows, OFFERED: window},
    )
    return replace(seen, confirmed=joined)
