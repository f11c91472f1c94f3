"""Keys without an action of the window: they mean something in one place only. F1 lists them too."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True, slots=True)
class KeyUse:
    """What keys do in one place; any of ``keys`` does it."""

    words: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """The keys of one place, under its name."""

    name: str
    uses: tuple[KeyUse, ...]


def further_keys() -> tuple[KeyGroup, ...]:
    """Every place with keys of its own, in the order help lists them."""
    return (_writing(), _lists(), _wrap_up(), _callbacks())


def _writing() -> KeyGroup:
    return KeyGroup(
        QCoreApplication.translate("keys", "Writing"),
        (
            KeyUse(QCoreApplication.translate("keys", "Send the message"), ("Enter",)),
            KeyUse(QCoreApplication.translate("keys", "Send a long message in parts"), ("Alt+Enter",)),
            KeyUse(QCoreApplication.translate("keys", "Break the line"), ("Shift+Enter",)),
            KeyUse(QCoreApplication.translate("keys", "Canned answers, at the start of a word"), ("/",)),
            KeyUse(QCoreApplication.translate("keys", "Put the chosen canned answer in"), ("Enter", "Tab")),
            KeyUse(
                QCoreApplication.translate("keys", "To the next or previous blank of a canned answer"),
                ("Tab", "Shift+Tab"),
            ),
            KeyUse(QCoreApplication.translate("keys", "Take the sent message back"), ("Ctrl+Z",)),
            KeyUse(QCoreApplication.translate("keys", "Earlier and later messages"), ("PgUp", "PgDown")),
        ),
    )


def _lists() -> KeyGroup:
    return KeyGroup(
        QCoreApplication.translate("keys", "Lists and searches"),
        (
            KeyUse(
                QCoreApplication.translate("keys", "Walk through the rows, also from the search"), ("↑", "↓")
            ),
            KeyUse(
                QCoreApplication.translate("keys", "Take the chosen customer or callback request"), ("Enter",)
            ),
            KeyUse(QCoreApplication.translate("keys", "Tick or choose the row"), ("Space",)),
        ),
    )


def _wrap_up() -> KeyGroup:
    return KeyGroup(
        QCoreApplication.translate("keys", "Wrap-up"),
        (
            KeyUse(QCoreApplication.translate("keys", "Choose the contact reason"), ("1–9",)),
            KeyUse(QCoreApplication.translate("keys", "One more contact reason, before its number"), ("+",)),
            KeyUse(QCoreApplication.translate("keys", "Choose the outcome"), ("Alt+1–9",)),
            KeyUse(QCoreApplication.translate("keys", "Finish the wrap-up"), ("Enter",)),
        ),
    )


def _callbacks() -> KeyGroup:
    return KeyGroup(
        QCoreApplication.translate("keys", "Callback requests"),
        (KeyUse(QCoreApplication.translate("keys", "Choose what came of the call"), ("1–6",)),),
    )
