"""Callback requests in words: outcomes, wishes, why nobody may dial, what became of an intent."""

from datetime import time
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from app.desk.callback_views import CallbackRow
from app.domain.callback import AttemptOutcome, CallbackReason, Unmet
from app.domain.callback_commands import CallbackCommand, ClaimCallback, RecordAttempt, ReleaseCallback
from app.domain.calling_time import WORKING_WEEK, CallingHours, Wish
from app.ui.words import clock, weekday_and_clock, weekday_word


def outcome_word(outcome: AttemptOutcome) -> str:
    """tavoitettu · ei vastannut · varattu · vastaaja · väärä numero · ei halua puhelua."""
    match outcome:
        case AttemptOutcome.REACHED:
            return QCoreApplication.translate("callbacks", "Reached")
        case AttemptOutcome.NO_ANSWER:
            return QCoreApplication.translate("callbacks", "No answer")
        case AttemptOutcome.BUSY:
            return QCoreApplication.translate("callbacks", "Busy")
        case AttemptOutcome.VOICEMAIL:
            return QCoreApplication.translate("callbacks", "Voicemail")
        case AttemptOutcome.WRONG_NUMBER:
            return QCoreApplication.translate("callbacks", "Wrong number")
        case AttemptOutcome.DECLINED:
            return QCoreApplication.translate("callbacks", "Does not want a call")
    assert_never(outcome)


def wish_words(wish: Wish, hours: CallingHours) -> str:
    """koska vain · klo 8–12 · klo 12–16, by the calling time of its day."""
    match wish:
        case Wish.ANY:
            return QCoreApplication.translate("callbacks", "any time")
        case Wish.FORENOON:
            return _span(hours.opens, hours.turns)
        case Wish.AFTERNOON:
            return _span(hours.turns, hours.closes)
    assert_never(wish)


def time_words(row: CallbackRow) -> str:
    """When she would like to be called: the window she has booked, else the half-day she wished for."""
    if row.booked is None:
        return wish_words(row.wish, row.hours)
    begins, ends = row.booked
    words = QCoreApplication.translate("callbacks", "booked {from_}–{until}")
    return words.format(from_=weekday_and_clock(begins), until=clock(ends))


def calling_words(hours: CallingHours) -> str:
    """When customers are called: ``arkisin klo 8–16``, ``ma–to klo 9–15``."""
    span = _span(hours.opens, hours.closes)
    if hours.weekdays == WORKING_WEEK:
        return QCoreApplication.translate("callbacks", "working days {hours}").format(hours=span)
    return f"{_days(hours.weekdays)} {span}"


def _days(weekdays: tuple[int, ...]) -> str:
    """``ma–to``; ``ma, ke, pe``."""
    names = [weekday_word(weekday) for weekday in weekdays]
    if len(names) > 2 and weekdays[-1] - weekdays[0] == len(weekdays) - 1:
        return f"{names[0]}–{names[-1]}"
    return ", ".join(names)


def _span(from_: time, until: time) -> str:
    words = QCoreApplication.translate("callbacks", "{from}–{until}")
    return words.format(**{"from": _clock(from_), "until": _clock(until)})


def _clock(at: time) -> str:
    return f"{at.hour}.{at.minute:02}" if at.minute else f"{at.hour}"


def reason_words(reason: CallbackReason) -> str:
    """What a closed request came to."""
    match reason:
        case CallbackReason.REACHED:
            return QCoreApplication.translate("callbacks", "reached")
        case CallbackReason.NOT_REACHED:
            return QCoreApplication.translate("callbacks", "not reached, closed")
        case CallbackReason.WRONG_NUMBER:
            return QCoreApplication.translate("callbacks", "wrong number, closed")
        case CallbackReason.DECLINED:
            return QCoreApplication.translate("callbacks", "did not want a call")
        case CallbackReason.WITHDRAWN:
            return QCoreApplication.translate("callbacks", "taken back by the customer")
        case CallbackReason.LAPSED:
            return QCoreApplication.translate("callbacks", "not in time, closed")
    assert_never(reason)


def unmet_sentence(broken: Unmet, hours: CallingHours) -> str:
    """A rule of dialling that is not met, as a sentence; ``hours`` is the calling time of the day."""
    match broken:
        case Unmet.ATTEMPTS_USED:
            return QCoreApplication.translate("callbacks", "The customer has been tried three times.")
        case Unmet.CALLING_CLOSED:
            words = QCoreApplication.translate("callbacks", "Calls are made on {when}.")
            return words.format(when=calling_words(hours))
        case Unmet.TOO_SOON:
            return QCoreApplication.translate("callbacks", "Less than 60 minutes since the last attempt.")
        case Unmet.OUTSIDE_WISH:
            return QCoreApplication.translate("callbacks", "The customer wished for another time of the day.")
        case Unmet.BEFORE_BOOKED_TIME:
            return QCoreApplication.translate(
                "callbacks", "The time that the customer has booked has not begun."
            )
        case Unmet.SAME_HALF_DAY:
            return QCoreApplication.translate(
                "callbacks",
                "Both attempts were in this half of the day. The last one must be at another time.",
            )
    assert_never(broken)


def notice_lead(command: CallbackCommand) -> str:
    """What was not done after all."""
    match command:
        case ClaimCallback():
            return QCoreApplication.translate("callbacks", "The callback request was not taken.")
        case ReleaseCallback():
            return QCoreApplication.translate("callbacks", "The callback request was not given back.")
        case RecordAttempt(outcome=outcome):
            words = QCoreApplication.translate("callbacks", "The attempt was not recorded ({outcome}).")
            return words.format(outcome=outcome_word(outcome).lower())
    assert_never(command)
