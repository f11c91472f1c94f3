"""What is said of a file that is shown, saved or printed: how it stands, and why not."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from app.desk.attachment_pages import WhyUnshowable
from app.desk.file_saving import WhyUnsaved
from app.domain.problems import Problem, ProblemCode
from app.ui.words import QT_TRANSLATE_NOOP

_UNSHOWABLE: Final = {
    WhyUnshowable.UNREADABLE: QT_TRANSLATE_NOOP(
        "attachments",
        "This page could not be read: the file may be broken. The file itself is kept as it came: save it, "
        "or ask the customer to send it anew.",
    ),
    WhyUnshowable.LOCKED: QT_TRANSLATE_NOOP(
        "attachments",
        "The file opens only with a password, so it cannot be shown here. Ask the customer to send it "
        "without one.",
    ),
    WhyUnshowable.TOO_LARGE: QT_TRANSLATE_NOOP(
        "attachments",
        "This page is too large to be shown here safely. The file itself is kept as it came: save it "
        "instead.",
    ),
    WhyUnshowable.TOO_SLOW: QT_TRANSLATE_NOOP(
        "attachments",
        "Reading this page took too long and was broken off. The file itself is kept as it came: try again, "
        "or save it instead.",
    ),
    WhyUnshowable.NO_READER: QT_TRANSLATE_NOOP(
        "attachments",
        "What shows files could not be started on this computer. The file itself is kept as it came: save it "
        "instead, and tell application support.",
    ),
}
_UNSAVED: Final = {
    WhyUnsaved.NO_ROOM: QT_TRANSLATE_NOOP(
        "attachments", "The file was not saved: the disk is full. Choose another place, or make room."
    ),
    WhyUnsaved.NOT_ALLOWED: QT_TRANSLATE_NOOP(
        "attachments", "The file was not saved: you may not write there. Choose another place."
    ),
    WhyUnsaved.FAILED: QT_TRANSLATE_NOOP(
        "attachments", "The file was not saved: the place could not be written to. Choose another place."
    ),
}
_GONE: Final = QT_TRANSLATE_NOOP(
    "attachments",
    "The file is not here any more: the conversation is no longer yours to read, or what was written in it "
    "has been erased.",
)
_AWAY: Final = QT_TRANSLATE_NOOP(
    "attachments",
    "The file could not be fetched: the connection is away. It is kept in the service. Try again when the "
    "connection is back.",
)


def unshowable_words(why: WhyUnshowable) -> str:
    """Why there is no picture of a page, and what to do."""
    return QCoreApplication.translate("attachments", _UNSHOWABLE[why])


def unfetched_words(problem: Problem) -> str:
    """Why the file did not come."""
    gone = problem.code is ProblemCode.NOT_FOUND
    return QCoreApplication.translate("attachments", _GONE if gone else _AWAY)


def unsaved_words(why: Problem | WhyUnsaved) -> str:
    """Why nothing was saved."""
    if isinstance(why, Problem):
        return unfetched_words(why)
    return QCoreApplication.translate("attachments", _UNSAVED[why])


def fetching_words() -> str:
    """It is on its way."""
    return QCoreApplication.translate("attachments", "The file is being fetched…")


def reading_words() -> str:
    """A page is being read."""
    return QCoreApplication.translate("attachments", "The page is being read…")


def saved_words(name: str) -> str:
    """It is on the disk, under the name she gave it."""
    words = QCoreApplication.translate(
        "attachments",
        "Saved as {name}. The copy is yours to look after: delete it when it is no longer needed.",
    )
    return words.format(name=name)


def printing_words(page: int, pages: int) -> str:
    """Which page goes to the printer, counted from 1."""
    words = QCoreApplication.translate("attachments", "Page {page} of {pages} goes to the printer…")
    return words.format(page=page, pages=pages)


def printed_words() -> str:
    """All of it has gone."""
    return QCoreApplication.translate("attachments", "The file has been sent to the printer.")


def unprinted_words(page: int) -> str:
    """Printing ended at a page, counted from 1; 0: it did not begin."""
    if not page:
        return QCoreApplication.translate(
            "attachments", "Nothing was printed: the printer did not begin. Choose another, or save the file."
        )
    words = QCoreApplication.translate(
        "attachments",
        "Printing was broken off at page {page}, which could not be read. Save the file instead.",
    )
    return words.format(page=page)


def page_words(page: int, pages: int) -> str:
    """Which page of how many, counted from 1."""
    words = QCoreApplication.translate("attachments", "Page {page} of {pages}")
    return words.format(page=page, pages=pages)


def practice_words() -> str:
    """What stands at the top of each page that is printed in practice."""
    return QCoreApplication.translate("attachments", "PRACTICE – no real customer, no real application")
