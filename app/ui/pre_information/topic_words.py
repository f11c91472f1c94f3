"""Topics in words: alone, with the finer one, and as rows of the sheet say them."""

from PySide6.QtCore import QCoreApplication

from app.desk.panes import Header
from app.desk.pre_information_view import ChoiceRow
from app.domain.conversation import Chosen, PreInformationChange, Topic
from app.ui.text_runs import one_line
from app.ui.words import clock, in_language, language_name


def topic_words(topic: Topic, finer: Topic | None, language: str) -> str:
    """``Vammaispalvelut · Henkilökohtainen apu``."""
    names = (topic.name,) if finer is None else (topic.name, finer.name)
    return " · ".join(one_line(in_language(name, language)) for name in names)


def choice_name(row: ChoiceRow, language: str) -> str:
    """The topic of a row, or that none is finer."""
    if row.name is None:
        return QCoreApplication.translate("preInformation", "No finer topic")
    return one_line(in_language(row.name, language))


def choice_below(row: ChoiceRow, language: str) -> str:
    """Where it leads, and within which topic."""
    within = () if row.within is None else (one_line(in_language(row.within, language)),)
    if row.leads_to is None:
        return " · ".join(within)
    words = QCoreApplication.translate("preInformation", "moves to {queue}")
    return " · ".join((*within, words.format(queue=one_line(in_language(row.leads_to.name, language)))))


def now_word(row: ChoiceRow) -> str:
    """``nyt`` beside what stands."""
    return QCoreApplication.translate("preInformation", "now") if row.is_now else ""


def spoken_choice(row: ChoiceRow, language: str) -> str:
    """What a screen reader says of a row."""
    parts = (choice_name(row, language), choice_below(row, language), now_word(row))
    return ", ".join(part for part in parts if part)


def chosen_words(chosen: Chosen, language: str) -> str:
    """``Muu asia · suomi``: what the customer chose."""
    topic = topic_words(chosen.topic, chosen.finer_topic, language)
    return f"{topic} · {language_name(chosen.language)}"


def is_other_than_chosen(header: Header) -> bool:
    """Whether anything is not as the customer chose it."""
    chosen, now = header.pre_information.chosen, header.pre_information
    if chosen is None:
        return False
    return (chosen.topic, chosen.finer_topic, chosen.language) != (
        header.topic,
        now.finer_topic,
        header.language,
    )


def change_words(change: PreInformationChange) -> str:
    """``Maija Lehtonen 9.11``."""
    return f"{one_line(change.by.display_name)} {clock(change.at)}"
