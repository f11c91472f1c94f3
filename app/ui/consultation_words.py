"""Consultations in words: states, promises, lateness, calls, and what became of an intent."""

from datetime import datetime, timedelta
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from app.domain.consultation import EntryKind, Lateness, OnCallOutcome
from app.domain.consultation_commands import (
    ClaimConsultation,
    CloseConsultation,
    ConsultationCommand,
    OpenConsultation,
    RecordConsultationCall,
    ReleaseConsultation,
    WithdrawConsultation,
    WriteToConsultation,
)
from app.ui.words import clock, is_same_day, weekday_and_clock

_WORKING_DAY = timedelta(hours=8)
_HOUR = timedelta(hours=1)


def lateness_word(lateness: Lateness) -> str:
    """ajallaan · pitkittyy · kiireinen · myöhässä."""
    match lateness:
        case Lateness.ON_TIME:
            return QCoreApplication.translate("consultations", "on time")
        case Lateness.HALF_USED:
            return QCoreApplication.translate("consultations", "taking long")
        case Lateness.URGENT:
            return QCoreApplication.translate("consultations", "pressing")
        case Lateness.LATE:
            return QCoreApplication.translate("consultations", "late")
    assert_never(lateness)


def due_words(due_at: datetime, now: datetime) -> str:
    """``tänään klo 16.00``; ``ma 23.11. klo 16.00``."""
    if is_same_day(due_at, now):
        return QCoreApplication.translate("consultations", "today at {clock}").format(clock=clock(due_at))
    return weekday_and_clock(due_at)


def left_words(left: timedelta) -> str:
    """Working time that is left: ``3 arkipäivää``, ``1 h 40 min``."""
    if left >= _WORKING_DAY:
        # Whole ones: a promise never looks further off than it is.
        days = left // _WORKING_DAY
        return QCoreApplication.translate("consultations", "%n working day(s)", "", days)
    hours, rest = divmod(left, _HOUR)
    minutes = rest // timedelta(minutes=1)
    if hours:
        words = QCoreApplication.translate("consultations", "{hours} h {minutes} min")
        return words.format(hours=hours, minutes=minutes)
    return QCoreApplication.translate("consultations", "{minutes} min").format(minutes=minutes)


def call_outcome_word(outcome: OnCallOutcome) -> str:
    """asia selvisi · asia jatkuu · ei vastattu."""
    match outcome:
        case OnCallOutcome.SETTLED:
            return QCoreApplication.translate("consultations", "The matter was settled")
        case OnCallOutcome.GOES_ON:
            return QCoreApplication.translate("consultations", "The matter goes on")
        case OnCallOutcome.NO_ANSWER:
            return QCoreApplication.translate("consultations", "Nobody answered")
    assert_never(outcome)


def entry_word(kind: EntryKind) -> str:
    """kysymys · tarkentava kysymys · vastaus · puhelu."""
    match kind:
        case EntryKind.QUESTION:
            return QCoreApplication.translate("consultations", "question")
        case EntryKind.ENQUIRY:
            return QCoreApplication.translate("consultations", "asks back")
        case EntryKind.ANSWER:
            return QCoreApplication.translate("consultations", "answer")
        case EntryKind.CALL:
            return QCoreApplication.translate("consultations", "call")
    assert_never(kind)


def consultation_lead(command: ConsultationCommand) -> str:
    """What became of an intent that was refused or has lapsed."""
    match command:
        case OpenConsultation():
            return QCoreApplication.translate(
                "notices", "A consultation was not sent. Its text is a draft again."
            )
        case ClaimConsultation():
            return QCoreApplication.translate("notices", "The consultation was not taken.")
        case ReleaseConsultation():
            return QCoreApplication.translate("notices", "The consultation was not given back.")
        case WriteToConsultation():
            return QCoreApplication.translate(
                "notices", "Your words to a consultation were not sent. They are a draft again."
            )
        case RecordConsultationCall():
            return QCoreApplication.translate(
                "notices", "A call to whoever is on call was not recorded. Its text is a draft again."
            )
        case CloseConsultation():
            return QCoreApplication.translate("notices", "The consultation was not closed.")
        case WithdrawConsultation():
            return QCoreApplication.translate("notices", "The consultation was not withdrawn.")
    assert_never(command)
