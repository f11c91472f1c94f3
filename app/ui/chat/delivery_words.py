"""What has become of a message, in a word."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from app.desk.panes import Delivery


def delivery_word(delivery: Delivery, *, undo_left_s: int | None) -> str:
    """What has become of a message of ours; nothing for the customer's."""
    match delivery:
        case Delivery.RECEIVED:
            return ""
        case Delivery.SENT:
            return QCoreApplication.translate("words", "sent")
        case Delivery.SEEN:
            return QCoreApplication.translate("words", "seen")
        case Delivery.HELD:
            words = QCoreApplication.translate("words", "Leaves in {seconds} s")
            return words.format(seconds=undo_left_s or 0)
        case Delivery.SENDING:
            return QCoreApplication.translate("words", "sending…")
        case Delivery.WAITING_FOR_LINE:
            return QCoreApplication.translate("words", "waits for the connection")
        case Delivery.ASKING:
            return QCoreApplication.translate("words", "not sent: asks first")
    assert_never(delivery)
