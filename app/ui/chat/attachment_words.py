"""What a line says that is a file: that it is one, its name, what is in it and how much."""

from PySide6.QtCore import QCoreApplication

from app.desk.panes import TranscriptRow
from app.domain.conversation import Attachment, AttachmentKind

_KINDS = {AttachmentKind.PDF: "PDF", AttachmentKind.JPEG: "JPEG", AttachmentKind.PNG: "PNG"}
_KILO = 1_000
_MEGA = 1_000_000


def shown_text(row: TranscriptRow) -> str:
    """The words of a row: what was written, or ``Attachment: NAME (PDF, 2 pages, 340 kB)``."""
    if row.attachment is None:
        return row.text
    words = QCoreApplication.translate("attachments", "Attachment: {name} ({facts})")
    return words.format(name=row.text, facts=fact_words(row.attachment))


def fact_words(attachment: Attachment) -> str:
    """What is in a file and how much: ``PDF, 2 pages, 340 kB``."""
    return ", ".join(_facts(attachment))


def file_words(attachment: Attachment) -> str:
    """That a line is a file, and what is in it, without its name: ``Attachment: PDF, 2 pages, 340 kB``."""
    words = QCoreApplication.translate("attachments", "Attachment: {facts}")
    return words.format(facts=fact_words(attachment))


def open_words() -> str:
    """What the button says that shows it."""
    return QCoreApplication.translate("attachments", "Open")


def save_words() -> str:
    """What the button says that asks where to save it."""
    return QCoreApplication.translate("attachments", "Save…")


def size_words(size: int) -> str:
    """How large a file of ``size`` bytes is, in a unit that people know: ``340 kB``, ``1,8 MB``."""
    if size < _MEGA:
        return QCoreApplication.translate("attachments", "{number} kB").format(number=max(1, size // _KILO))
    number = QCoreApplication.translate("attachments", "{whole}.{tenths}").format(
        whole=size // _MEGA, tenths=size % _MEGA // 100_000
    )
    return QCoreApplication.translate("attachments", "{number} MB").format(number=number)


def _facts(attachment: Attachment) -> list[str]:
    pages = attachment.pages
    counted = [] if pages is None else [QCoreApplication.translate("attachments", "%n page(s)", "", pages)]
    return [_KINDS[attachment.kind], *counted, size_words(attachment.size)]
