"""What is said of an agreed message: what it is for, how it was agreed, to whom it goes."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from app.domain.agreed_message import AgreedHow, Purpose
from app.domain.identification import IdentifiedPerson
from app.ui.identity_words import name_words
from app.ui.text_runs import visible


def purpose_words(purpose: Purpose) -> str:
    """What it is for."""
    match purpose:
        case Purpose.CONFIRMATION:
            return QCoreApplication.translate("agreed", "Confirms a time")
        case Purpose.INSTRUCTIONS:
            return QCoreApplication.translate("agreed", "Instructions")
    assert_never(purpose)


def how_words(how: AgreedHow) -> str:
    """Where the customer said that she wants it."""
    match how:
        case AgreedHow.CHAT:
            return QCoreApplication.translate("agreed", "in the chat")
        case AgreedHow.MESSAGE:
            return QCoreApplication.translate("agreed", "in a message")
        case AgreedHow.PHONE:
            return QCoreApplication.translate("agreed", "by phone")
        case AgreedHow.VISIT:
            return QCoreApplication.translate("agreed", "at a visit")
    assert_never(how)


def recipient_words(person: IdentifiedPerson | None) -> str:
    """To whom it goes; for whom she acts is said with it (R118)."""
    if person is None:
        return ""
    if person.on_behalf_of is None:
        return QCoreApplication.translate("agreed", "To: {name}").format(name=name_words(person))
    words = QCoreApplication.translate("agreed", "To: {name}, who acts for {other}")
    return words.format(name=name_words(person), other=visible(person.on_behalf_of.name))


def called_words() -> str:
    """To whom one goes after a call: her name is not told with the request."""
    return QCoreApplication.translate("agreed", "To: the customer who had identified and asked for this call")
