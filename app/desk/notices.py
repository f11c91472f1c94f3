"""Notices: what became of an intent or an offer, when nothing else on the screen can tell it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.commands import Command
from app.domain.hand_overs import MovedOften
from app.domain.offer import Offer, OfferEnding
from app.domain.problems import Problem

_AT_MOST = 20


@dataclass(frozen=True, slots=True)
class Notice:
    """An intent that was refused or has lapsed. ``alias`` is the customer's, if known."""

    notice_id: str
    command: Command
    alias: str | None
    problem: Problem
    at: datetime


@dataclass(frozen=True, slots=True)
class OfferNews:
    """How an offer went. ``is_mine``: she made it; ``reason`` is why it was declined, else "". ``ending`` is
    None when it ended while the line was away, and nobody here knows how.
    """

    notice_id: str
    offer: Offer
    ending: OfferEnding | None
    reason: str
    is_mine: bool


@dataclass(frozen=True, slots=True)
class OftenNews:
    """To a supervisor: a conversation has been handed over once too often (R079)."""

    notice_id: str
    often: MovedOften


News = Notice | OfferNews | OftenNews


class Notices:
    """The newest twenty, oldest first, until dismissed."""

    def __init__(self) -> None:
        self._notices: dict[str, News] = {}

    def all(self) -> tuple[News, ...]:
        """What there is to tell."""
        return tuple(self._notices.values())

    def put(self, notice: News) -> None:
        """Tell it; the oldest makes room."""
        self._notices[notice.notice_id] = notice
        while len(self._notices) > _AT_MOST:
            del self._notices[next(iter(self._notices))]

    def dismiss(self, notice_id: str) -> bool:
        """She has read it. False: it was not there."""
        return self._notices.pop(notice_id, None) is not None
