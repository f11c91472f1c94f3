"""What is said when drafts are in memory only: why, what it means, what to do; a sentence for each cause."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from app.domain.memory_only import Cause, MemoryOnly
from app.ui.icons import Icon
from app.ui.parts.banner import BannerWords, Tone


def memory_only_words(memory_only: MemoryOnly) -> BannerWords:
    """Nothing can be kept on this computer now: it stands as long as that is so."""
    meaning = QCoreApplication.translate("memory_only", "Unsent text lives only while the program is open.")
    rest = f"{_why(memory_only.cause)} {meaning} {_what_to_do(memory_only)}"
    lead = QCoreApplication.translate("memory_only", "Drafts are not kept on this computer.")
    return BannerWords(Tone.WAIT, _icon(memory_only.cause), lead, rest)


def put_aside_words() -> BannerWords:
    """An earlier file could not be read: told once, until she has read it."""
    return BannerWords(
        Tone.WAIT,
        Icon.TRIANGLE,
        QCoreApplication.translate("memory_only", "Your earlier file on this computer could not be read."),
        QCoreApplication.translate(
            "memory_only",
            "It was put aside, nothing was deleted, and a fresh one was begun. Drafts and unsent messages "
            "from before are not here. If you miss something, tell application support.",
        ),
        action=QCoreApplication.translate("memory_only", "I have read it"),
    )


def _icon(cause: Cause) -> Icon:
    match cause:
        case Cause.NO_KEYRING | Cause.KEYRING_LOCKED | Cause.KEYRING_SILENT | Cause.KEYRING_FAILED:
            return Icon.KEY
        case _:
            return Icon.TRIANGLE


def _why(cause: Cause) -> str:
    match cause:
        case Cause.NO_KEYRING:
            return QCoreApplication.translate(
                "memory_only", "This computer has no keyring that Vuoro trusts with the key of your file."
            )
        case Cause.KEYRING_LOCKED:
            return QCoreApplication.translate("memory_only", "The keyring of this computer is locked.")
        case Cause.KEYRING_SILENT:
            return QCoreApplication.translate("memory_only", "The keyring of this computer did not answer.")
        case Cause.KEYRING_FAILED:
            return QCoreApplication.translate("memory_only", "The keyring of this computer does not work.")
        case Cause.IN_USE:
            return QCoreApplication.translate(
                "memory_only", "Your file is already open in another Vuoro on this computer."
            )
        case Cause.NEWER_VUORO:
            return QCoreApplication.translate(
                "memory_only", "Your file was written by a newer Vuoro than this one."
            )
        case Cause.DAMAGED:
            return QCoreApplication.translate("memory_only", "Your file could not be read and was put aside.")
        case Cause.DISK_FULL:
            return QCoreApplication.translate("memory_only", "The disk of this computer is full.")
        case Cause.DISK_READ_ONLY:
            return QCoreApplication.translate(
                "memory_only", "Vuoro may not write to the disk of this computer."
            )
        case Cause.DISK_FAILED:
            return QCoreApplication.translate("memory_only", "The disk of this computer cannot be used.")
    assert_never(cause)


def _what_to_do(memory_only: MemoryOnly) -> str:
    if memory_only.ends_by_itself:
        return _until_it_ends(memory_only.cause)
    match memory_only.cause:
        case Cause.KEYRING_LOCKED:
            return QCoreApplication.translate(
                "memory_only",
                "Send or copy what you have written, sign out and in again, and open the keyring when you "
                "are asked to.",
            )
        case Cause.KEYRING_SILENT:
            return QCoreApplication.translate(
                "memory_only",
                "Send or copy what you have written, then sign out and in again. If that does not help, tell "
                "application support.",
            )
        case Cause.IN_USE:
            return QCoreApplication.translate(
                "memory_only",
                "Close the other Vuoro. Then send or copy what you have written here, and sign out and in "
                "again.",
            )
        case Cause.NEWER_VUORO:
            return QCoreApplication.translate(
                "memory_only",
                "Your earlier drafts are safe in the file. Ask application support to update this Vuoro.",
            )
        case Cause.DAMAGED:
            return QCoreApplication.translate(
                "memory_only",
                "Send or copy what you have written, then sign out and in again: a fresh file is begun. Tell "
                "application support.",
            )
        case Cause.DISK_FULL:
            return QCoreApplication.translate(
                "memory_only",
                "Make room or tell application support. Then send or copy what you have written, and sign "
                "out and in again.",
            )
        case Cause.NO_KEYRING | Cause.KEYRING_FAILED | Cause.DISK_READ_ONLY | Cause.DISK_FAILED:
            return QCoreApplication.translate(
                "memory_only", "You can work as usual. Tell application support."
            )
    assert_never(memory_only.cause)


def _until_it_ends(cause: Cause) -> str:
    if cause is Cause.DISK_FULL:
        return QCoreApplication.translate(
            "memory_only",
            "Make room or tell application support. Keeping begins again by itself when there is room.",
        )
    return QCoreApplication.translate(
        "memory_only", "Tell application support. Keeping begins again by itself when the disk works."
    )
