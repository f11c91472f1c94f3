"""Words of the handbook."""

from PySide6.QtCore import QCoreApplication

from app.desk.handbook_view import GuideRow, Reach
from app.domain.handbook import GuideKind
from app.domain.queue import ByLanguage
from app.ui.text_runs import one_line
from app.ui.words import in_language


def kind_word(kind: GuideKind | None) -> str:
    """What a guide tells."""
    match kind:
        case None:
            return QCoreApplication.translate("handbook", "Support")
        case GuideKind.INSTRUCTION:
            return QCoreApplication.translate("handbook", "Instruction")
        case GuideKind.PROCESS:
            return QCoreApplication.translate("handbook", "Process")
        case GuideKind.RESPONSIBILITY:
            return QCoreApplication.translate("handbook", "Responsibility")


def name_words(row: GuideRow, language: str) -> str:
    """What a guide is called."""
    if row.reach is Reach.SUPPORT:
        return QCoreApplication.translate("handbook", "Help with the program")
    if row.reach is Reach.GUIDANCE:
        return QCoreApplication.translate("handbook", "Who takes what")
    return one_line(in_language(row.name, language))


def reach_words(row: GuideRow, front: ByLanguage | None, language: str) -> str:
    """Whose guide it is; the queue in front by its name."""
    match row.reach:
        case Reach.FRONT:
            return one_line(in_language(front or {}, language))
        case Reach.ALL | Reach.GUIDANCE:
            return QCoreApplication.translate("handbook", "all queues")
        case Reach.OTHER:
            return QCoreApplication.translate("handbook", "another queue")
        case Reach.SUPPORT:
            return ""


def under_words(row: GuideRow, front: ByLanguage | None, language: str) -> str:
    """``Ohje · Aikuissosiaalityö``."""
    parts = (kind_word(row.kind), reach_words(row, front, language))
    return " · ".join(part for part in parts if part)
