"""Callback requests as a workstation knows them: a test names what matters to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from app.domain.callback import Attempt, AttemptOutcome, Callback, CallbackState, Wish
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
