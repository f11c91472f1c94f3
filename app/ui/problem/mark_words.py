"""Marks of a conversation in words: a possible crisis or threat, a language barrier."""

from PySide6.QtCore import QCoreApplication

from app.domain.marks import ConcernKind, HelpAbout


def concern_word(kind: ConcernKind | None) -> str:
    """What may be the matter; "" where nothing gave reason to think so. It may be wrong, and says so."""
    match kind:
        case None:
            return ""
        case ConcernKind.CRISIS:
            return QCoreApplication.translate("marks", "possible crisis")
        case ConcernKind.THREAT:
            return QCoreApplication.translate("marks", "possible threat")


def barrier_word(about: HelpAbout | None) -> str:
    """That a language barrier is marked; "" where none is (R092)."""
    return "" if about is None else QCoreApplication.translate("marks", "language barrier")
