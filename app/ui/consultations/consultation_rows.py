"""Rows of the list of consultations: headings, consultations, and what is said of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from app.desk.consultation_views import ConsultationRow, Side
from app.domain.consultation import ConsultationState, Promise, Urgency
from app.ui.consultation_words import due_words, lateness_word, left_words
from app.ui.text_runs import one_line
from app.ui.words import in_language, weekday_and_clock


@dataclass(frozen=True, slots=True)
class SideRow:
    """The words above the consultations of one side, and how many there are."""

    side: Side
    count: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A consultation with what is said of its promise at the time it is shown."""

    row: ConsultationRow
    when: str
    state: str


ConsultationListRow = SideRow | Placed


def with_sides(rows: Iterable[ConsultationRow], *, now: datetime) -> tuple[ConsultationListRow, ...]:
    """The consultations with a heading before each side."""
    every = tuple(rows)
    listed: list[ConsultationListRow] = []
    for side in Side:
        of_side = [row for row in every if row.side is side]
        if of_side:
            listed.append(SideRow(side, len(of_side)))
            listed.extend(Placed(row, when_words(row, now=now), state_words(row)) for row in of_side)
    return tuple(listed)


def consultation_key(row: ConsultationListRow) -> str:
    """The name a row keeps."""
    return f"side {row.side}" if isinstance(row, SideRow) else row.row.consultation_id


def is_consultation(row: ConsultationListRow) -> bool:
    """Whether it is a consultation and can be selected."""
    return isinstance(row, Placed)


def side_words(side: Side) -> str:
    """meiltä kysytty · me kysyimme."""
    match side:
        case Side.ASKED_OF_US:
            return QCoreApplication.translate("consultations", "Asked of us")
        case Side.WE_ASKED:
            return QCoreApplication.translate("consultations", "Asked by us")
    assert_never(side)


def when_words(row: ConsultationRow, *, now: datetime) -> str:
    """By when, or when it was settled."""
    if row.settled_at is not None:
        return weekday_and_clock(row.settled_at)
    if row.due_at is not None:
        return due_words(row.due_at, now)
    return QCoreApplication.translate("consultations", "urgent: by phone")


def state_words(row: ConsultationRow) -> str:
    """How the promise stands, or what it came to."""
    match row.state:
        case ConsultationState.CLOSED:
            return QCoreApplication.translate("consultations", "closed")
        case ConsultationState.WITHDRAWN:
            return QCoreApplication.translate("consultations", "withdrawn")
        case ConsultationState.ANSWERED:
            return _answered_words(row)
        case ConsultationState.OPEN | ConsultationState.CLAIMED:
            pass
    if row.urgency is Urgency.URGENT:
        return QCoreApplication.translate("consultations", "not settled yet")
    if row.is_late:
        return QCoreApplication.translate("consultations", "late, the supervisors have been told")
    words = f"{left_words(row.left)} · {percent(row.used)}"
    return words if row.used < 0.5 else f"{lateness_word(row.lateness)} · {words}"


def percent(used: float) -> str:
    """``93 %``."""
    return f"{int(used * 100)}\u00a0%"


def hand_words(row: ConsultationRow) -> str:
    """In whose hands it is."""
    if row.is_under_way:
        return QCoreApplication.translate("consultations", "under way…")
    if row.is_mine:
        return QCoreApplication.translate("consultations", "yours")
    return one_line(row.holder) or QCoreApplication.translate("consultations", "nobody yet")


def way_words(row: ConsultationRow, language: str) -> str:
    """``Seniori-info → neuvonta``."""
    return f"{in_language(row.asking, language)} → {in_language(row.asked, language)}"


def spoken_consultation(row: ConsultationListRow, language: str) -> str:
    """What a screen reader says of a row."""
    if isinstance(row, SideRow):
        return f"{side_words(row.side)} {row.count}"
    words = QCoreApplication.translate(
        "consultations", "{subject}, from {asking} to {asked}, {when}, {state}, {hand}"
    )
    spoken = words.format(
        subject=one_line(row.row.subject),
        asking=one_line(in_language(row.row.asking, language)),
        asked=one_line(in_language(row.row.asked, language)),
        when=row.when,
        state=row.state.replace("\u00a0", " "),
        hand=hand_words(row.row),
    )
    if row.row.is_outside:
        spoken += ", " + QCoreApplication.translate("consultations", "outside")
    return spoken


def _answered_words(row: ConsultationRow) -> str:
    if row.promise is Promise.KEPT:
        return QCoreApplication.translate("consultations", "answered, promise kept")
    if row.promise is Promise.BROKEN:
        return QCoreApplication.translate("consultations", "answered late")
    return QCoreApplication.translate("consultations", "answered")
