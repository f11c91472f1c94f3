"""What is said of a conversation that went elsewhere: where to, what was kept, what to do."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from app.domain.departed import Departed, Way
from app.domain.ids import (
    ConversationId,
    agreed_slot,
    conversation_of,
    detail_slot,
    help_slot,
    internal_slot,
    note_slot,
    wrap_up_slot,
)
from app.ui.icons import Icon
from app.ui.parts.banner import BannerWords, Tone
from app.ui.words import in_language


def departed_words(departed: Departed, *, language: str, has_text: bool) -> BannerWords:
    """Where it went; whether something of hers was left unsent."""
    rest = (
        QCoreApplication.translate(
            "departed",
            "The text below was not sent to anybody. Copy it if it is needed; it stays a draft when you "
            "close the tab.",
        )
        if has_text
        else QCoreApplication.translate("departed", "Nothing of yours was left unsent.")
    )
    return BannerWords(
        Tone.WAIT if has_text else Tone.NEUTRAL,
        Icon.INFO,
        _where(departed, language),
        rest,
        action=QCoreApplication.translate("departed", "Close the tab"),
        second=QCoreApplication.translate("departed", "Copy the text") if has_text else "",
    )


def departed_word(departed: Departed) -> str:
    """The word on the tab."""
    if departed.way is Way.TRANSFERRED:
        return QCoreApplication.translate("departed", "transferred")
    if departed.way in {Way.HELP_OVER, Way.HELP_WITHDRAWN}:
        return QCoreApplication.translate("departed", "help is over")
    return QCoreApplication.translate("departed", "not yours")


def slot_word(slot: ConversationId) -> str:
    """What a text that was not sent is; "" for a message to the customer."""
    conversation_id = conversation_of(slot)
    words = {
        internal_slot(conversation_id): QCoreApplication.translate("departed", "Internal message"),
        agreed_slot(conversation_id): QCoreApplication.translate("departed", "Agreed message"),
        note_slot(conversation_id): QCoreApplication.translate("departed", "Note"),
        wrap_up_slot(conversation_id): QCoreApplication.translate("departed", "Notes of the wrap-up"),
        detail_slot(conversation_id): QCoreApplication.translate("departed", "Detail of pre-information"),
        help_slot(conversation_id): QCoreApplication.translate("departed", "Call for help"),
    }
    return words.get(slot, "")


def _where(departed: Departed, language: str) -> str:
    match departed.way:
        case Way.TRANSFERRED if departed.to_name is not None:
            words = QCoreApplication.translate("departed", "Customer {alias} was transferred to {name}.")
        case Way.TRANSFERRED:
            words = QCoreApplication.translate("departed", "Customer {alias} was transferred to {queue}.")
        case Way.RETURNED:
            words = QCoreApplication.translate(
                "departed", "Customer {alias} returned to the queue {queue} while you were away."
            )
        case Way.GIVEN_BACK:
            words = QCoreApplication.translate(
                "departed", "You returned customer {alias} to the queue {queue}."
            )
        case Way.TAKEN_OVER:
            words = QCoreApplication.translate("departed", "{name} has taken over customer {alias}.")
        case Way.HELP_OVER:
            words = QCoreApplication.translate(
                "departed",
                "The conversation with customer {alias}, to which you came to help, has ended or moved.",
            )
        case Way.HELP_WITHDRAWN:
            words = QCoreApplication.translate(
                "departed", "{name} goes on alone with customer {alias}, to whom you came to help."
            )
        case Way.GONE:
            words = QCoreApplication.translate("departed", "Customer {alias} is no longer yours.")
        case _:
            assert_never(departed.way)
    queue = in_language(departed.queue_name, language) or departed.queue_id
    return words.format(alias=departed.alias, queue=queue, name=departed.to_name or "–")
