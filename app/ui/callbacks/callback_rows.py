"""Rows of the callback list: headings, requests, and what is said of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from app.desk.callback_views import CallbackRow, Group, Hand
from app.domain.callback import ATTEMPT_BUDGET
from app.domain.conversation import Identity
from app.ui.callback_words import reason_words, time_words
from app.ui.text_runs import one_line
from app.ui.words import (
    clock,
    identity_word,
    in_language,
    is_same_day,
    language_name,
    weekday_and_clock,
    weekday_and_day,
)


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The words above the requests of one group."""

    group: Group


@dataclass(frozen=True, slots=True)
class Placed:
    """A request with the time it is shown at, so that a row says when in the words of that day."""

    row: CallbackRow
    due: str


CallbackListRow = GroupRow | Placed


def with_groups(rows: Iterable[CallbackRow], *, now: datetime) -> tuple[CallbackListRow, ...]:
    """The requests with a heading before each group."""
    listed: list[CallbackListRow] = []
    group: Group | None = None
    for row in rows:
        if row.group is not group:
            group = row.group
            listed.append(GroupRow(group))
        listed.append(Placed(row, due_words(row, now=now)))
    return tuple(listed)


def callback_key(row: CallbackListRow) -> str:
    """The name a row keeps."""
    return f"group {row.group}" if isinstance(row, GroupRow) else row.row.callback_id


def is_request(row: CallbackListRow) -> bool:
    """Whether it is a request and can be selected."""
    return isinstance(row, Placed)


def group_words(group: Group) -> str:
    """The heading of a group."""
    match group:
        case Group.LAST_TRY:
            return QCoreApplication.translate("callbacks", "Last attempt")
        case Group.TODAY:
            return QCoreApplication.translate("callbacks", "Today")
        case Group.LATER:
            return QCoreApplication.translate("callbacks", "Tomorrow and later")
        case Group.HANDLED:
            return QCoreApplication.translate("callbacks", "Handled today")
    assert_never(group)


def due_words(row: CallbackRow, *, now: datetime) -> str:
    """When the next try is proposed, or what the request came to."""
    if row.reason is not None and row.closed_at is not None:
        return f"{reason_words(row.reason)} {clock(row.closed_at)}"
    if row.lapses_at is not None:
        # In few words: beside them stands the number. The request opened says it whole.
        words = QCoreApplication.translate("callbacks", "closes {day}")
        return words.format(day=weekday_and_day(row.lapses_at))
    if row.is_late:
        return QCoreApplication.translate("callbacks", "late, {day}").format(day=weekday_and_day(row.due_at))
    if row.is_due:
        return QCoreApplication.translate("callbacks", "now")
    if is_same_day(row.due_at, now):
        return QCoreApplication.translate("callbacks", "at {clock}").format(clock=clock(row.due_at))
    return weekday_and_clock(row.due_at)


def hand_words(row: CallbackRow) -> str:
    """In whose hands it is; of her own call that is not recorded, the question."""
    if row.is_unrecorded:
        return QCoreApplication.translate("callbacks", "you called: what came of it?")
    match row.hand:
        case Hand.NOBODY:
            is_claiming = QCoreApplication.translate("callbacks", "being taken…")
            return is_claiming if row.is_claiming else QCoreApplication.translate("callbacks", "free")
        case Hand.MINE:
            return QCoreApplication.translate("callbacks", "yours")
        case Hand.SOMEBODY | Hand.CLOSED:
            return one_line(row.holder)
    assert_never(row.hand)


def used_words(row: CallbackRow) -> str:
    """``2/3``."""
    return f"{row.used}/{ATTEMPT_BUDGET}"


def spoken_callback(row: CallbackListRow, language: str) -> str:
    """What a screen reader says of a row."""
    if isinstance(row, GroupRow):
        return group_words(row.group)
    request = row.row
    words = QCoreApplication.translate(
        "callbacks", "{phone}, {topic}, {language}, attempts {used}, wish {wish}, {due}, {hand}"
    )
    words = words.format(
        phone=request.phone.replace("•", "–"),
        topic=one_line(in_language(request.topic.name, language)),
        language=language_name(request.language),
        used=used_words(request),
        wish=time_words(request),
        due=row.due,
        hand=hand_words(request),
    )
    # Identity is said first, as everywhere; most requests are anonymous, and that goes without saying.
    return f"{identity_word(Identity.IDENTIFIED)}, {words}" if request.is_identified else words
