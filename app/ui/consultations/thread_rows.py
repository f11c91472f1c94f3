"""The thread of a consultation as rows: who said what when, what of a conversation went along, and calls."""

from PySide6.QtCore import QCoreApplication

from app.desk.consultation_views import ThreadRow
from app.domain.consultation import AttachedLine
from app.domain.conversation import Author
from app.ui.consultation_words import call_outcome_word, entry_word
from app.ui.text_runs import MASK, one_line, visible
from app.ui.words import masked_word, weekday_and_clock


def thread_key(row: ThreadRow) -> str:
    """The name a row keeps."""
    return row.key


def head_words(row: ThreadRow) -> str:
    """``Palveluohjaaja 5 · kysymys · ke 18.11. klo 9.40``."""
    entry = row.entry
    you = QCoreApplication.translate("consultations", "You")
    who = you if row.is_hers else one_line(entry.by.display_name)
    when = weekday_and_clock(entry.called_at or entry.at)
    if row.is_on_its_way:
        when = QCoreApplication.translate("consultations", "being sent…")
    return f"{who} · {entry_word(entry.kind)} · {when}"


def body_words(row: ThreadRow) -> str:
    """What was said; of a call what came of it first."""
    entry = row.entry
    text = shown(entry.text)
    if entry.call_outcome is None:
        return text
    outcome = call_outcome_word(entry.call_outcome)
    return f"{outcome}. {text}" if text else f"{outcome}."


def line_words(line: AttachedLine) -> str:
    """One line of the conversation that went along."""
    return f"{_author(line.by)}: {shown(line.text)}"


def shown(text: str) -> str:
    """Text of a person for the screen; what was masked is named."""
    return visible(text.replace(MASK, f"[{masked_word()}]"))


def spoken_entry(row: ThreadRow) -> str:
    """What a screen reader says of an entry."""
    attached = [line_words(line) for line in row.entry.attached]
    return "\n".join((head_words(row), body_words(row), *attached))


def _author(by: Author) -> str:
    match by:
        case Author.CUSTOMER:
            return QCoreApplication.translate("consultations", "Customer")
        case Author.COUNSELLOR:
            return QCoreApplication.translate("consultations", "Counsellor")
        case Author.SERVICE:
            return QCoreApplication.translate("consultations", "Service")
