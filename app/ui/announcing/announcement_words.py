"""What a notification says: that there is something, never what, from whom or in which queue."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from app.desk.announcing import Cause


def announcement(cause: Cause) -> str:
    """One neutral sentence: anybody may be looking at the screen."""
    match cause:
        case Cause.OFFER:
            return QCoreApplication.translate("announcing", "A conversation is offered to you")
        case Cause.HELP:
            return QCoreApplication.translate("announcing", "A colleague calls for help")
        case Cause.MESSAGE:
            return QCoreApplication.translate("announcing", "New message")
        case Cause.WAITING | Cause.CONCERN:
            # What is the matter with her is nobody's to read on a screen.
            return QCoreApplication.translate("announcing", "A new customer is waiting")
        case Cause.TRANSFER:
            return QCoreApplication.translate("announcing", "A transferred conversation is waiting")
        case Cause.CALLBACK:
            return QCoreApplication.translate("announcing", "A callback request is due")
        case Cause.CONSULTATION:
            return QCoreApplication.translate("announcing", "A consultation waits for an answer")
    assert_never(cause)
