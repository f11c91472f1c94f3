"""Words for values: problems as sentences, lateness, delivery, languages, times in the Finnish way."""

from datetime import datetime, timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from app.desk.lateness import Lateness
from app.domain.conversation import Identity
from app.domain.presence import Presence
from app.domain.problems import Problem, ProblemCode
from app.domain.queue import ByLanguage, Hours, QueueKind

_HERE = ZoneInfo("Europe/Helsinki")
_OWN_NAMES = {"fi": "suomi", "sv": "svenska", "en": "English"}
_MINUTES_AN_HOUR = 60
# A countdown of days says less than the day does.
_COUNTED_DOWN = timedelta(hours=6)
# Nobody waits by hundreds of seconds.
_IN_MINUTES_S = 100


def clock(at: datetime) -> str:
    """A time of day in Finland: ``11.48``."""
    local = at.astimezone(_HERE)
    return f"{local.hour}.{local.minute:02}"


def clock_with_seconds(at: datetime) -> str:
    """A time of day in Finland to the second: ``11.48.14``."""
    return f"{clock(at)}.{at.astimezone(_HERE).second:02}"


def is_same_day(one: datetime, other: datetime) -> bool:
    """Whether two times are on the same day in Finland."""
    return one.astimezone(_HERE).date() == other.astimezone(_HERE).date()


def day_and_clock(at: datetime, *, now: datetime) -> str:
    """``11.48`` today, ``19.11. 11.48`` on another day."""
    local = at.astimezone(_HERE)
    return clock(at) if is_same_day(at, now) else f"{local.day}.{local.month}. {clock(at)}"


def weekday_and_clock(at: datetime) -> str:
    """``ma 23.11. klo 8.00``."""
    local = at.astimezone(_HERE)
    words = QCoreApplication.translate("words", "{weekday} {day}.{month}. at {clock}")
    weekday = QCoreApplication.translate("words", _WEEKDAYS[local.weekday()])
    return words.format(weekday=weekday, day=local.day, month=local.month, clock=clock(at))


def weekday_and_day(at: datetime) -> str:
    """``ma 23.11.``"""
    local = at.astimezone(_HERE)
    return f"{weekday_word(local.weekday())} {local.day}.{local.month}."


def weekday_word(weekday: int) -> str:
    """``ma`` for 0."""
    return QCoreApplication.translate("words", _WEEKDAYS[weekday])


def length_of(time: timedelta) -> str:
    """A stretch of time: ``4 min 10 s``, ``1 h 2 min``."""
    seconds = max(0, int(time.total_seconds()))
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, _MINUTES_AN_HOUR)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def whole_minutes(time: timedelta) -> str:
    """A stretch of time to the minute: ``11 min``, ``4 h 12 min``."""
    minutes = max(0, int(time.total_seconds())) // 60
    hours, minutes = divmod(minutes, _MINUTES_AN_HOUR)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"


def closing_clock(at: datetime) -> str:
    """When something ends: a day ends at 24.00, which is not the 0.00 it begins with."""
    said = clock(at)
    return "24.00" if said == "0.00" else said


def closes_the_day(at: datetime, now: datetime) -> bool:
    """Whether it closes on the day that it is ``now``; the midnight that ends the day belongs to it."""
    return is_same_day(at - timedelta(milliseconds=1), now)


def hours_words(hours: Hours, *, now: datetime) -> str:
    """Whether the chat is open, until when, and from when if it opens later today."""
    changes_at = hours.changes_at
    if not hours.is_open:
        if changes_at is None or not is_same_day(changes_at, now):
            return QCoreApplication.translate("words", "The chat is closed")
        words = QCoreApplication.translate("words", "The chat is closed · opens at {clock}")
        return words.format(clock=clock(changes_at))
    if changes_at is None or hours.is_around_the_clock(now):
        return QCoreApplication.translate("words", "Chat open around the clock")
    if closes_the_day(changes_at, now):
        until = QCoreApplication.translate("words", "Chat open until {clock}")
        until = until.format(clock=closing_clock(changes_at))
    else:
        until = QCoreApplication.translate("words", "Chat open until {weekday} {day}.{month}. {clock}")
        local = (changes_at - timedelta(milliseconds=1)).astimezone(_HERE)
        weekday = QCoreApplication.translate("words", _WEEKDAYS[local.weekday()])
        until = until.format(
            weekday=weekday, day=local.day, month=local.month, clock=closing_clock(changes_at)
        )
    if changes_at - now >= _COUNTED_DOWN:
        return until
    left = QCoreApplication.translate("words", "closes in {time}").format(
        time=whole_minutes(changes_at - now)
    )
    return f"{until} · {left}"


def in_language(names: ByLanguage, language: str) -> str:
    """The name in ``language``, else in Finnish, else whatever there is."""
    return names.get(language) or names.get("fi") or next(iter(names.values()), "")


def language_name(language: str) -> str:
    """A language by its own name."""
    return _OWN_NAMES.get(language, language)


def customer(alias: str) -> str:
    """What a customer is called: "Asiakas 4812"."""
    return QCoreApplication.translate("words", "Customer {alias}").format(alias=alias)


def identity_word(identity: Identity) -> str:
    """ANONYYMI or TUNNISTAUTUNUT: never abbreviated."""
    match identity:
        case Identity.ANONYMOUS:
            return QCoreApplication.translate("words", "ANONYMOUS")
        case Identity.IDENTIFIED:
            return QCoreApplication.translate("words", "IDENTIFIED")
    assert_never(identity)


def queue_kind_note(kind: QueueKind, queue_id: str) -> str:
    """What is said beside a queue's name: that it is shared, or the exact name that targets of transfers go
    by (R056). Beside "Perheasiat" the exact name says the same a second time, and is not read.
    """
    if kind is QueueKind.COMMON:
        return QCoreApplication.translate("queues", "common queue")
    return queue_id if kind is QueueKind.TRANSFER else ""


def queue_kind_word(kind: QueueKind) -> str:
    """The heading a kind of queue stands under."""
    match kind:
        case QueueKind.TOPIC:
            return QCoreApplication.translate("words", "Own topics")
        case QueueKind.COMMON:
            return QCoreApplication.translate("words", "Common queues")
        case QueueKind.TRANSFER:
            return QCoreApplication.translate("words", "Transfer queues")
    assert_never(kind)


def presence_word(presence: Presence) -> str:
    """vapaa · varattu · tauolla · poissa."""
    match presence:
        case Presence.AVAILABLE:
            return QCoreApplication.translate("words", "Available")
        case Presence.BUSY:
            return QCoreApplication.translate("words", "Busy")
        case Presence.ON_BREAK:
            return QCoreApplication.translate("words", "On a break")
        case Presence.AWAY:
            return QCoreApplication.translate("words", "Away")
    assert_never(presence)


def lateness_word(lateness: Lateness) -> str:
    """ajallaan · pitkittyy · kiireinen · myöhässä · tyhjä."""
    match lateness:
        case Lateness.EMPTY:
            return QCoreApplication.translate("words", "empty")
        case Lateness.ON_TIME:
            return QCoreApplication.translate("words", "on time")
        case Lateness.DRAGGING:
            return QCoreApplication.translate("words", "dragging on")
        case Lateness.URGENT:
            return QCoreApplication.translate("words", "urgent")
        case Lateness.LATE:
            return QCoreApplication.translate("words", "late")
    assert_never(lateness)


def problem_sentence(problem: Problem) -> str:
    """What happened and what to do about it, as a person says it; nothing about what was kept."""
    sentence = _SENTENCES.get(problem.code, _GENERAL)
    if problem.code is ProblemCode.NOT_AVAILABLE and problem.presence is Presence.ON_BREAK:
        sentence = _ON_BREAK
    if problem.code is ProblemCode.CAPACITY_FULL and problem.capacity == 0:
        sentence = _NO_CHATS
    waits_s = problem.retry_after_s or 0
    if problem.code is ProblemCode.THROTTLED and waits_s >= _IN_MINUTES_S:
        sentence = _THROTTLED_LONG
    if problem.code is ProblemCode.CALLING_CLOSED and problem.opens_at is None:
        sentence = _OUTSIDE
    if problem.code is ProblemCode.OUTSIDE_PLANNED_SHIFT and problem.planned_from is None:
        sentence = _NOT_PLANNED
    return filled_in(sentence, problem)


def filled_in(sentence: str, problem: Problem) -> str:
    """A sentence about a problem, translated, with the names and numbers that go with it."""
    waits_s = problem.retry_after_s or 0
    return QCoreApplication.translate("problems", sentence).format(
        name=problem.by_name or problem.to_name or QCoreApplication.translate("words", "Somebody else"),
        capacity=problem.capacity if problem.capacity is not None else "–",
        limit=problem.limit if problem.limit is not None else "–",
        seconds=problem.retry_after_s if problem.retry_after_s is not None else "–",
        minutes=-(-waits_s // 60),
        opens=clock(problem.opens_at) if problem.opens_at is not None else "–",
        when=weekday_and_clock(problem.opens_at) if problem.opens_at is not None else "–",
        blank=problem.blank or "–",
        begins=clock(problem.planned_from) if problem.planned_from is not None else "–",
        ends=closing_clock(problem.planned_until) if problem.planned_until is not None else "–",
    )


def QT_TRANSLATE_NOOP(_context: str, source: str) -> str:
    """Mark ``source`` for translation; it is translated when shown."""
    return source


_WEEKDAYS = (
    QT_TRANSLATE_NOOP("words", "Mon"),
    QT_TRANSLATE_NOOP("words", "Tue"),
    QT_TRANSLATE_NOOP("words", "Wed"),
    QT_TRANSLATE_NOOP("words", "Thu"),
    QT_TRANSLATE_NOOP("words", "Fri"),
    QT_TRANSLATE_NOOP("words", "Sat"),
    QT_TRANSLATE_NOOP("words", "Sun"),
)
_GENERAL = QT_TRANSLATE_NOOP(
    "problems", "It did not succeed. Try again, and tell application support if it goes on."
)
_THROTTLED_LONG = QT_TRANSLATE_NOOP("problems", "That was too often. Try again in about {minutes} minutes.")
_NO_CHATS = QT_TRANSLATE_NOOP(
    "problems", "It is agreed that you do other work than chats: callback requests and consultations."
)
_ON_BREAK = QT_TRANSLATE_NOOP(
    "problems", "You are on a break. Choose “Available” at the top when you take customers again."
)
_NOT_PLANNED = QT_TRANSLATE_NOOP(
    "problems",
    "No shift of yours is planned in this queue today. The customer still waits in the queue. If you are "
    "needed now, a supervisor can allow it in “Situation”.",
)
_OUTSIDE = QT_TRANSLATE_NOOP("problems", "The call was dialled outside the calling time.")
_SENTENCES = {
    **dict.fromkeys(
        (
            ProblemCode.MALFORMED,
            ProblemCode.TOO_LARGE,
            ProblemCode.WRONG_MEDIA_TYPE,
            ProblemCode.WRONG_METHOD,
        ),
        QT_TRANSLATE_NOOP(
            "problems",
            "The service did not understand this program, and nothing was done. Tell application support.",
        ),
    ),
    ProblemCode.FAILED: QT_TRANSLATE_NOOP(
        "problems", "The service met a fault of its own. Tell application support if it goes on."
    ),
    ProblemCode.SIGNED_OUT: QT_TRANSLATE_NOOP("problems", "Your sign-in has ended. Sign in again."),
    ProblemCode.NOT_ALLOWED: QT_TRANSLATE_NOOP(
        "problems", "Your role does not allow this. Application support can tell you more."
    ),
    ProblemCode.NOT_FOUND: QT_TRANSLATE_NOOP("problems", "The customer is not waiting any more."),
    ProblemCode.ALREADY_CLAIMED: QT_TRANSLATE_NOOP("problems", "{name} was first to take the customer."),
    ProblemCode.CAPACITY_FULL: QT_TRANSLATE_NOOP(
        "problems", "You already have {capacity} conversations, as many as agreed. End one first."
    ),
    ProblemCode.CONVERSATIONS_HELD: QT_TRANSLATE_NOOP(
        "problems", "You still have conversations. End them or return them to the queue first."
    ),
    ProblemCode.NOT_AVAILABLE: QT_TRANSLATE_NOOP(
        "problems", "You have said that you are away. Choose “Available” at the top to take customers."
    ),
    ProblemCode.PLANNED_TIME_UNFIT: QT_TRANSLATE_NOOP(
        "problems", "A shift ends after it begins, on the same day, at 24.00 at the latest. Mend the times."
    ),
    ProblemCode.PLANNED_ALREADY: QT_TRANSLATE_NOOP(
        "problems", "Some of this time is planned for that person already. Nothing was changed."
    ),
    ProblemCode.OUTSIDE_PLANNED_SHIFT: QT_TRANSLATE_NOOP(
        "problems",
        "Your shift in this queue is planned from {begins} to {ends} today. The customer still waits in the "
        "queue. If you are needed now, a supervisor can allow it in “Situation”.",
    ),
    ProblemCode.RESPONSIBILITY_MOVED: QT_TRANSLATE_NOOP(
        "problems", "The conversation is no longer yours: responsibility has moved."
    ),
    ProblemCode.CONVERSATION_ENDED: QT_TRANSLATE_NOOP("problems", "The conversation has ended."),
    ProblemCode.CONVERSATION_CLOSED: QT_TRANSLATE_NOOP("problems", "The conversation is closed."),
    ProblemCode.MESSAGE_CHANGED: QT_TRANSLATE_NOOP(
        "problems",
        "The message has changed meanwhile. Look at it again, and mask what is still to be masked.",
    ),
    ProblemCode.UNKNOWN_QUEUE: QT_TRANSLATE_NOOP(
        "problems", "That queue is no longer there. Choose another; the conversation is still yours."
    ),
    ProblemCode.IDENTIFICATION_ASKED: QT_TRANSLATE_NOOP(
        "problems", "The customer is being asked already. You see here what comes of it."
    ),
    ProblemCode.ALREADY_IDENTIFIED: QT_TRANSLATE_NOOP(
        "problems", "The customer has identified already. There is nothing to ask."
    ),
    ProblemCode.IDENTIFICATION_UNAVAILABLE: QT_TRANSLATE_NOOP(
        "problems",
        "Customers cannot identify in this service. The conversation is as it was; guide the customer to "
        "a channel where identity is verified.",
    ),
    ProblemCode.IDENTIFICATION_NEEDED: QT_TRANSLATE_NOOP(
        "problems",
        "This queue takes identified customers only, and the customer is anonymous. The conversation is "
        "still yours: give the other service's phone number, or offer a call.",
    ),
    ProblemCode.REASON_NEEDED: QT_TRANSLATE_NOOP(
        "problems",
        "The customer has been moved before. Write in the internal message why once more. The conversation "
        "is yours.",
    ),
    ProblemCode.CONSENT_NEEDED: QT_TRANSLATE_NOOP(
        "problems",
        "That is on the other side between social care and health care. A conversation crosses only with the "
        "customer's permission. The conversation is as it was: ask for permission where you transfer.",
    ),
    ProblemCode.CONSENT_NOT_NEEDED: QT_TRANSLATE_NOOP(
        "problems", "No permission is needed for that queue. Transfer the conversation."
    ),
    ProblemCode.CONSENT_UNAVAILABLE: QT_TRANSLATE_NOOP(
        "problems",
        "Permission cannot be asked for: the service model has no words for it, or does not say whose record "
        "that queue keeps. The conversation is as it was; tell application support.",
    ),
    ProblemCode.CONSENT_OVER: QT_TRANSLATE_NOOP(
        "problems", "That question is over: another was asked since, or it is answered. Nothing was changed."
    ),
    ProblemCode.CONSENT_USED: QT_TRANSLATE_NOOP(
        "problems", "The receiver has opened the conversation: the permission cannot be taken back any more."
    ),
    ProblemCode.AGREED_LATER: QT_TRANSLATE_NOOP(
        "problems", "The day of the agreement is still to come. Choose the day on which it was agreed."
    ),
    ProblemCode.CONVERSATION_NOT_ENDED: QT_TRANSLATE_NOOP(
        "problems", "The conversation still goes on. End it first."
    ),
    ProblemCode.CODE_NOT_LISTED: QT_TRANSLATE_NOOP(
        "problems", "The lists have changed meanwhile. Choose the reason and the outcome again."
    ),
    ProblemCode.WRAP_UP_INCOMPLETE: QT_TRANSLATE_NOOP("problems", "Choose a contact reason and an outcome."),
    ProblemCode.UNKNOWN_PROFESSIONAL: QT_TRANSLATE_NOOP(
        "problems", "It cannot be offered to that person. Choose another; the conversation is still yours."
    ),
    ProblemCode.NOT_ON_DUTY: QT_TRANSLATE_NOOP(
        "problems", "{name} is not there just now. Choose another; the conversation is still yours."
    ),
    ProblemCode.OFFER_PENDING: QT_TRANSLATE_NOOP(
        "problems", "The conversation is offered to {name} already. Withdraw that offer first."
    ),
    ProblemCode.HELP_CALLED: QT_TRANSLATE_NOOP("problems", "Help is called for already."),
    ProblemCode.HELP_OVER: QT_TRANSLATE_NOOP("problems", "The call for help is over already."),
    ProblemCode.ALREADY_JOINED: QT_TRANSLATE_NOOP("problems", "{name} reads along already."),
    ProblemCode.PROBLEM_SITUATION: QT_TRANSLATE_NOOP(
        "problems", "You are in a problem situation: no new work comes to you until it is over."
    ),
    ProblemCode.NO_PROBLEM_SITUATION: QT_TRANSLATE_NOOP(
        "problems", "The problem situation is over already. What was recorded of it is kept."
    ),
    ProblemCode.OFFER_OVER: QT_TRANSLATE_NOOP("problems", "The offer is not there any more."),
    ProblemCode.STILL_SENDING: QT_TRANSLATE_NOOP(
        "problems", "A message of yours is still on its way. Transfer when it has been sent."
    ),
    ProblemCode.CALLBACK_CLOSED: QT_TRANSLATE_NOOP("problems", "The callback request is closed already."),
    ProblemCode.NUMBER_IN_USE: QT_TRANSLATE_NOOP(
        "problems", "{name} is calling the same number. Take another request meanwhile."
    ),
    ProblemCode.CALLING_CLOSED: QT_TRANSLATE_NOOP(
        "problems", "The calling time is closed now. It opens {when}."
    ),
    ProblemCode.ATTEMPT_TOO_SOON: QT_TRANSLATE_NOOP(
        "problems", "This number was tried less than 60 minutes ago. Try again at {opens}."
    ),
    ProblemCode.OUTSIDE_WISH: QT_TRANSLATE_NOOP(
        "problems", "The customer wished for another time of the day."
    ),
    ProblemCode.BEFORE_BOOKED_TIME: QT_TRANSLATE_NOOP(
        "problems", "The time that the customer has booked has not begun."
    ),
    ProblemCode.BOOKED_TIME_GONE: QT_TRANSLATE_NOOP("problems", "That time cannot be booked any more."),
    ProblemCode.SAME_HALF_DAY: QT_TRANSLATE_NOOP(
        "problems", "Both attempts were in this half of the day. The last one must be at another time."
    ),
    ProblemCode.ATTEMPTS_USED: QT_TRANSLATE_NOOP("problems", "The customer has been tried three times."),
    ProblemCode.NOBODY_ON_CALL: QT_TRANSLATE_NOOP(
        "problems", "Nobody is on call for that line. Ask without urgency, or call 112 in mortal danger."
    ),
    ProblemCode.OWN_CONSULTATION: QT_TRANSLATE_NOOP(
        "problems", "You asked this yourself: somebody else answers it."
    ),
    ProblemCode.CONSULTATION_ANSWERED: QT_TRANSLATE_NOOP(
        "problems", "The consultation has been answered already."
    ),
    ProblemCode.CONSULTATION_NOT_ANSWERED: QT_TRANSLATE_NOOP(
        "problems", "The consultation has no answer yet. Withdraw it if none is needed."
    ),
    ProblemCode.CONSULTATION_OVER: QT_TRANSLATE_NOOP("problems", "The consultation has ended."),
    ProblemCode.NAME_TAKEN: QT_TRANSLATE_NOOP(
        "problems",
        "Somebody has an account with that user name already. Nothing was changed; choose another name.",
    ),
    ProblemCode.RIGHTS_HELD: QT_TRANSLATE_NOOP(
        "problems", "She has these rights already. Choose a role or a queue that she does not have."
    ),
    ProblemCode.ANOTHER_PERSON_NEEDED: QT_TRANSLATE_NOOP(
        "problems",
        "This takes another person: nobody decides of her own account, or of what she has applied for. "
        "Nothing was changed.",
    ),
    ProblemCode.MUST_BE_APPLIED_FOR: QT_TRANSLATE_NOOP(
        "problems",
        "A new right is applied for by a supervisor. Here rights are only taken away. Nothing was changed.",
    ),
    ProblemCode.APPLICATION_OVER: QT_TRANSLATE_NOOP(
        "problems", "The application was decided or withdrawn already. The list shows what came of it."
    ),
    ProblemCode.ACCOUNT_DISABLED: QT_TRANSLATE_NOOP(
        "problems",
        "The account is shut. A supervisor applies for its rights anew; granting them opens it again.",
    ),
    ProblemCode.PASSWORD_TO_CHOOSE: QT_TRANSLATE_NOOP(
        "problems", "That was a one-time password. Choose one of your own first."
    ),
    ProblemCode.ONE_TIME_PASSWORD_OVER: QT_TRANSLATE_NOOP(
        "problems", "The one-time password is no longer good. Ask application support for another one."
    ),
    ProblemCode.PASSWORD_TOO_SHORT: QT_TRANSLATE_NOOP(
        "problems", "The password is too short: it needs at least {limit} characters. Nothing was changed."
    ),
    ProblemCode.PASSWORD_KNOWN: QT_TRANSLATE_NOOP(
        "problems",
        "Somebody else could guess that password: it is the one-time one, or your user name is in it. "
        "Nothing was changed; choose another one.",
    ),
    ProblemCode.TEXT_EMPTY: QT_TRANSLATE_NOOP("problems", "There is nothing to send yet."),
    ProblemCode.TEXT_TOO_LONG: QT_TRANSLATE_NOOP(
        "problems", "The text is too long: at most {limit} characters. Split it into parts."
    ),
    ProblemCode.TEXT_UNFILLED: QT_TRANSLATE_NOOP(
        "problems", "Fill in {blank} first, or remove it from the text."
    ),
    ProblemCode.TEXT_UNREADABLE: QT_TRANSLATE_NOOP(
        "problems", "The text holds characters that cannot be sent. Remove them and send again."
    ),
    ProblemCode.THROTTLED: QT_TRANSLATE_NOOP(
        "problems", "That was too often. Try again in {seconds} seconds."
    ),
    ProblemCode.UNAVAILABLE: QT_TRANSLATE_NOOP(
        "problems", "The service cannot answer just now. It is tried again by itself."
    ),
    ProblemCode.NOT_LIVE: QT_TRANSLATE_NOOP(
        "problems", "The connection is away: this can be done when it is back."
    ),
    ProblemCode.NOT_HELD: QT_TRANSLATE_NOOP("problems", "The conversation is not yours."),
    ProblemCode.NOT_WAITING: QT_TRANSLATE_NOOP("problems", "The customer is not waiting any more."),
    ProblemCode.UNDER_WAY: QT_TRANSLATE_NOOP("problems", "It is already under way."),
    ProblemCode.LAPSED: QT_TRANSLATE_NOOP(
        "problems", "It did not reach the service in time and was not done. Try again."
    ),
    ProblemCode.HELD_BACK: QT_TRANSLATE_NOOP("problems", "It was not sent because an earlier one came back."),
    ProblemCode.LINE_LOST: QT_TRANSLATE_NOOP(
        "problems", "The service cannot be reached. Check the network and try again."
    ),
    ProblemCode.UPDATE_NEEDED: QT_TRANSLATE_NOOP(
        "problems", "This program is too old for the service. Update Vuoro, then sign in again."
    ),
    ProblemCode.STORE_FAILED: QT_TRANSLATE_NOOP(
        "problems", "This computer's disk does not take anything in. Free some space on it."
    ),
}


def masked_word() -> str:
    """What stands where personal data was masked: "peitetty"."""
    return QCoreApplication.translate("words", "masked")
