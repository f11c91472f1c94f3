"""Callback requests as a workstation knows them: a test names what matters to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from app.domain.callback import Attempt, AttemptOutcome, Callback, CallbackReason, CallbackState
from app.domain.calling_time import Wish
from app.domain.conversation import Topic
from app.domain.ids import CallbackId
from tests.support.desk_builders import ADULTS, JOHAN, MAIJA, NINE_O_CLOCK

FIRST = CallbackId("8c1f04d7a92c35615b0f6c1e9a3d4c27")
SECOND = CallbackId("9d2a15e8ba3d46726c1a7d2fab4e5d38")
FRIDAY = NINE_O_CLOCK - timedelta(days=3)
ONE_MISS = (Attempt(1, FRIDAY, JOHAN, AttemptOutcome.NO_ANSWER),)
TWO_MISSES = (*ONE_MISS, Attempt(2, NINE_O_CLOCK - timedelta(hours=2), MAIJA, AttemptOutcome.BUSY))


def a_callback(callback_id: CallbackId = FIRST, **changes: Any) -> Callback:
    """A request left four days ago that is due now and free. Nine in UTC is eleven in Helsinki."""
    callback = Callback(
        callback_id=callback_id,
        state=CallbackState.WAITING,
        queue_id=ADULTS,
        language="fi",
        service_id="neuvonta",
        topic=Topic("toimeentulo", {"fi": "Toimeentulotuki", "sv": "Utkomststöd", "en": "Income support"}),
        masked_phone="040 ••• ••21",
        phone=None,
        wish=Wish.ANY,
        may_leave_voicemail=False,
        text="",
        requested_at=NINE_O_CLOCK - timedelta(days=4),
        due_at=NINE_O_CLOCK - timedelta(minutes=5),
        attempts=(),
        holder=None,
        claimed_at=None,
        responsibility_version=1,
        closed_reason=None,
        closed_at=None,
    )
    return replace(callback, **changes)


def some_callbacks() -> tuple[Callback, ...]:
    """A Monday at eleven: a last try that is hers, due and later ones, and what was handled."""
    reached = Attempt(1, NINE_O_CLOCK - timedelta(minutes=50), MAIJA, AttemptOutcome.REACHED)
    return (
        mine(SECOND, attempts=TWO_MISSES, wish=Wish.FORENOON, language="sv"),
        a_callback(),
        a_callback(
            CallbackId("3" * 32), masked_phone="045 ••• ••60", holder=JOHAN, state=CallbackState.CLAIMED
        ),
        a_callback(
            CallbackId("4" * 32),
            masked_phone="050 ••• ••35",
            due_at=NINE_O_CLOCK + timedelta(hours=2, minutes=30),
            attempts=(replace(ONE_MISS[0], at=NINE_O_CLOCK - timedelta(minutes=85)),),
        ),
        a_callback(
            CallbackId("5" * 32),
            masked_phone="041 ••• ••92",
            due_at=NINE_O_CLOCK + timedelta(days=1),
            language="en",
            booked=(NINE_O_CLOCK + timedelta(days=1), NINE_O_CLOCK + timedelta(days=1, hours=1)),
            is_identified=True,
        ),
        a_callback(
            CallbackId("6" * 32),
            masked_phone="040 ••• ••55",
            state=CallbackState.CLOSED,
            attempts=(reached,),
            closed_reason=CallbackReason.REACHED,
            closed_at=NINE_O_CLOCK - timedelta(minutes=45),
        ),
    )


def mine(callback_id: CallbackId = FIRST, **changes: Any) -> Callback:
    """One that Maija has claimed."""
    held: dict[str, Any] = {
        "state": CallbackState.CLAIMED,
        "holder": MAIJA,
        "claimed_at": NINE_O_CLOCK,
        "phone": "040 123 4521",
        "responsibility_version": 2,
    }
    return a_callback(callback_id, **{**held, **changes})
