"""Pictures of doors: a queue that has closed behind those who wait."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from app.domain.queue import AtClosing
from app.ui.language import Language
from app.ui.theme import ThemeChoice
from tests.support.example_data import a_morning, the_queues
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk

Draw = Callable[[Screens], QWidget]


def _closed(rule: AtClosing, **how: Any) -> Draw:
    def draw(screens: Screens) -> QWidget:
        seen = a_morning()
        queues = {queue.queue_id: replace(queue, openings=(), at_closing=rule) for queue in the_queues()}
        confirmed = replace(seen.confirmed, queues={**seen.confirmed.queues, **queues})
        return screens.main_window(StillDesk(replace(seen, confirmed=confirmed)), **how)

    return draw


DOOR_STATES: dict[str, Draw] = {
    "closed-serve": _closed(AtClosing.SERVE),
    "closed-callback-dark": _closed(AtClosing.OFFER_CALLBACK, choice=ThemeChoice.DARK),
    "closed-callback-swedish": _closed(AtClosing.OFFER_CALLBACK, language=Language.SWEDISH, size=(1280, 720)),
}
