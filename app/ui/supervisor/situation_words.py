"""What the situation view says, seen and heard."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.desk.situation_view import Attention, Bar, PersonLine, QueueLine, Totals
from app.domain.ids import QueueId
from app.domain.queue import ByLanguage
from app.domain.situation import OftenMoved
from app.ui.supervisor.table import Heading
from app.ui.text_runs import one_line
from app.ui.words import clock, in_language, lateness_word, presence_word, queue_kind_note

NOBODY = "–"


def queue_heading() -> Heading:
    """Above the queues."""
    return Heading(
        (
            QCoreApplication.translate("situation", "Queue"),
            QCoreApplication.translate("situation", "State"),
            QCoreApplication.translate("situation", "Waiting"),
            QCoreApplication.translate("situation", "Longest"),
            QCoreApplication.translate("situation", "Being answered"),
            QCoreApplication.translate("situation", "On duty"),
            QCoreApplication.translate("situation", "Room for"),
            QCoreApplication.translate("situation", "In time today"),
            QCoreApplication.translate("situation", "Reply today"),
        )
    )


def person_heading() -> Heading:
    """Above the people."""
    return Heading(
        (
            QCoreApplication.translate("situation", "Professional"),
            QCoreApplication.translate("situation", "Presence"),
            QCoreApplication.translate("situation", "Load"),
            QCoreApplication.translate("situation", "Unanswered for"),
            QCoreApplication.translate("situation", "To wrap up"),
        )
    )


def often_line(often: OftenMoved, names: Mapping[QueueId, ByLanguage], language: str) -> str:
    """``Asiakas 4812 · siirretty 3 kertaa · Perheasiat · odottaa`` or whose it is."""
    queue = in_language(names.get(often.queue_id, {}), language) or often.queue_id
    who = QCoreApplication.translate("situation", "Customer {alias}").format(alias=often.alias)
    times = QCoreApplication.translate("situation", "moved %n times", "", often.hand_overs)
    waits = QCoreApplication.translate("situation", "waits")
    whose = waits if often.holder_name is None else one_line(often.holder_name)
    return " · ".join((who, times, one_line(queue), one_line(in_language(often.topic.name, language)), whose))


def queue_code(row: QueueLine) -> str:
    """What kind of queue it is."""
    return queue_kind_note(row.kind, row.queue_id)


def since_words(row: PersonLine) -> str:
    """How long her presence has been what it is: ``12 min``, ``2 h 5 min``; "" where it is not known."""
    if row.minutes is None:
        return ""
    hours, minutes = divmod(row.minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"


def load_words(row: PersonLine) -> str:
    """``2 / 3``."""
    return f"{row.load} / {row.capacity}"


def longest_note(of: Totals) -> str:
    """What is said under the longest wait."""
    return lateness_word(of.worst) if of.longest else QCoreApplication.translate("situation", "nobody waits")


def room_note(of: Totals) -> str:
    """What is said under the conversations."""
    return QCoreApplication.translate("situation", "room for %n more", "", of.free)


def spoken_queue(row: QueueLine | Heading, language: str) -> str:
    """What a screen reader says of a queue."""
    if isinstance(row, Heading):
        return ", ".join(row.words)
    words = QCoreApplication.translate(
        "situation",
        "{name}: {lateness}, waiting {waiting}, longest {clock}, being answered {held},"
        " on duty {duty}, room for {free}, answered in time today {share}, reply delay today {delay}",
    )
    return words.format(
        name=one_line(in_language(row.name, language)),
        lateness=lateness_word(row.lateness),
        waiting=row.waiting,
        clock=row.clock or NOBODY,
        held=row.held,
        duty=row.on_duty,
        free=row.free,
        share=row.in_target or NOBODY,
        delay=row.reply_delay or NOBODY,
    )


def attention_words(attention: Attention) -> str:
    """Why somebody needs a look."""
    if attention is Attention.CALLS:
        return QCoreApplication.translate("situation", "calls for help")
    if attention is Attention.LINE_AWAY:
        return QCoreApplication.translate("situation", "line away")
    return QCoreApplication.translate("situation", "is being helped")


def spoken_person(row: PersonLine | Heading) -> str:
    """What a screen reader says of one of staff."""
    if isinstance(row, Heading):
        return ", ".join(row.words)
    words = QCoreApplication.translate(
        "situation", "{name}: {presence}, conversations {load}, unanswered for {clock}, to wrap up {count}"
    )
    name = one_line(row.name)
    if row.attention is not None:
        name = f"{name}, {attention_words(row.attention)}"
    return words.format(
        name=name,
        presence=" ".join((presence_word(row.presence), since_words(row))).strip(),
        load=load_words(row),
        clock=row.clock or NOBODY,
        count=row.to_wrap_up,
    )


def level_note(of: Totals) -> str:
    """What is said under the service level: of how many it is told."""
    if not of.answered:
        return QCoreApplication.translate("situation", "nobody answered yet")
    words = QCoreApplication.translate("situation", "{part} of {whole} in time")
    return words.format(part=of.in_target, whole=of.answered)


def spoken_bars(bars: tuple[Bar, ...]) -> str:
    """What a screen reader says of the chart."""
    words = QCoreApplication.translate("situation", "{clock}: {percent} % of {count}")
    return ", ".join(
        words.format(clock=clock(each.begins_at), percent=each.percent, count=each.answered)
        for each in bars
        if each.percent is not None
    )
