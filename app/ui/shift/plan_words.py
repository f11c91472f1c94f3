"""Words for planned shifts: times as they are said, and what is planned for her today."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.desk.plan_view import OwnShift, OwnToday
from app.domain.planned_shift import Place
from app.ui.words import clock, closing_clock, in_language


def hours_span(starts_at: datetime, ends_at: datetime) -> str:
    """``9–13``, ``9.30–24``: whole hours without their minutes."""
    return f"{_short(clock(starts_at))}–{_short(closing_clock(ends_at))}"


def place_word(place: Place | None) -> str:
    """Where somebody is to work; "" where nothing is said of it."""
    match place:
        case Place.HOME:
            return QCoreApplication.translate("plan", "at home")
        case Place.OFFICE:
            return QCoreApplication.translate("plan", "at the office")
        case None:
            return ""


def own_hours(today: OwnToday) -> str:
    """``Vuorosi 9–13``, or "" where nothing is planned for her today."""
    if not today.shifts:
        return ""
    hours = ", ".join(hours_span(each.starts_at, each.ends_at) for each in today.shifts)
    return QCoreApplication.translate("plan", "Your shift {hours}").format(hours=hours)


def own_plan_words(today: OwnToday, language: str) -> str:
    """What is planned for her today, and what follows from it; "" where nothing is."""
    if not today.shifts:
        return ""
    planned = QCoreApplication.translate("plan", "Planned for you today:")
    said = "\n".join([planned, *(_own_shift(each, language) for each in today.shifts)])
    if not today.decides:
        return said
    decides = QCoreApplication.translate(
        "plan", "At other times a customer who waits is not yours to take, unless a supervisor allows it."
    )
    return f"{said}\n{decides}"


def _own_shift(shift: OwnShift, language: str) -> str:
    more = [in_language(name, language) for name in shift.queues]
    more += [place_word(shift.place)] if shift.place is not None else []
    hours = hours_span(shift.starts_at, shift.ends_at)
    return f"{hours}: {', '.join(more)}" if more else hours


def _short(said: str) -> str:
    return said.removesuffix(".00")
