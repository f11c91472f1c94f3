"""Rows of the list of non-urgent messages: headings, messages, and what is said of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from app.desk.message_views import MessageRow, When
from app.domain.conversation import Identity
from app.ui.consultation_words import due_words, left_words
from app.ui.text_runs import one_line
from app.ui.words import customer, identity_word, in_language, language_name, weekday_and_clock


@dataclass(frozen=True, slots=True)
class WhenRow:
    """The words above the messages that are due about the same time, and how many there are."""

    when: When
    count: int


@dataclass(frozen=True, slots=True)
class PlacedMessage:
    """A message with what is said of its promise at the time it is shown."""

    row: MessageRow
    due: str
    state: str


MessageListRow = WhenRow | PlacedMessage


def with_headings(rows: Iterable[MessageRow], *, now: datetime) -> tuple[MessageListRow, ...]:
    """The messages with a heading before each group."""
    every = tuple(rows)
    listed: list[MessageListRow] = []
    for when in When:
        group = [row for row in every if row.when is when]
        if group:
            listed.append(WhenRow(when, len(group)))
            listed.extend(PlacedMessage(row, message_due(row, now), message_state(row)) for row in group)
    return tuple(listed)


def message_key(row: MessageListRow) -> str:
    """The name a row keeps."""
    return f"when {row.when}" if isinstance(row, WhenRow) else row.row.conversation_id


def is_message(row: MessageListRow) -> bool:
    """Whether it is a message and can be selected."""
    return isinstance(row, PlacedMessage)


def when_heading(when: When) -> str:
    """myöhässä · tänään · myöhemmin · vastattu."""
    match when:
        case When.LATE:
            return QCoreApplication.translate("messages", "Late")
        case When.TODAY:
            return QCoreApplication.translate("messages", "Today")
        case When.LATER:
            return QCoreApplication.translate("messages", "Later")
        case When.ANSWERED:
            return QCoreApplication.translate("messages", "Answered")
    assert_never(when)


def message_due(row: MessageRow, now: datetime) -> str:
    """By when, or nothing where no answer is owed."""
    return "" if row.due_at is None else due_words(row.due_at, now)


def message_state(row: MessageRow) -> str:
    """How much working time is left, or what is waited for."""
    match row.when:
        case When.ANSWERED:
            if row.is_agreed:
                return QCoreApplication.translate("messages", "sent to the customer")
            return QCoreApplication.translate("messages", "waits for the customer")
        case When.LATE:
            return QCoreApplication.translate("messages", "late")
        case When.TODAY | When.LATER:
            return left_words(row.left)
    assert_never(row.when)


def origin_words(row: MessageRow, language: str) -> str:
    """``Perheasiat · tuli ke 18.11. klo 15.20``."""
    if row.is_agreed and row.due_at is None:
        came = QCoreApplication.translate("messages", "sent {when}")
    else:
        came = QCoreApplication.translate("messages", "came {when}")
    came = came.format(when=weekday_and_clock(row.came_at))
    queue = one_line(in_language(row.queue_name, language))
    return f"{queue} · {came}" if queue else came


def hand_words(row: MessageRow) -> str:
    """Whether it is hers."""
    if row.is_under_way:
        return QCoreApplication.translate("messages", "being taken…")
    return QCoreApplication.translate("messages", "yours") if row.is_mine else ""


def promise_words(row: MessageRow, now: datetime) -> str:
    """The promise of the opened one, as a sentence."""
    if row.due_at is None and row.open_until is not None:
        words = QCoreApplication.translate(
            "messages", "Sent as agreed. The customer can answer until {when}; then it closes."
        )
        return words.format(when=weekday_and_clock(row.open_until))
    if row.due_at is None:
        return QCoreApplication.translate("messages", "Answered. The customer can write again.")
    if row.when is When.LATE:
        words = QCoreApplication.translate("messages", "Late: an answer was promised by {when}")
    else:
        words = QCoreApplication.translate("messages", "Promise: answer at the latest {when}")
    return words.format(when=due_words(row.due_at, now))


def spoken_message(row: MessageListRow, language: str) -> str:
    """What a screen reader says of a row."""
    if isinstance(row, WhenRow):
        return f"{when_heading(row.when)} {row.count}"
    parts = (
        # Only who has identified leaves one; it is said first, as everywhere.
        identity_word(Identity.IDENTIFIED),
        customer(row.row.alias),
        language_name(row.row.language),
        one_line(in_language(row.row.topic.name, language)),
        row.due,
        row.state.replace("\u00a0", " "),
        hand_words(row.row),
    )
    return ", ".join(part for part in parts if part)
