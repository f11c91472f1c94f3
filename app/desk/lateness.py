"""Lateness: how long somebody has waited, as a word and as a clock."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from math import inf


class Lateness(StrEnum):
    """A wait against the queue's target: on time, from 50 % dragging, from 90 % urgent, over it late."""

    EMPTY = "empty"
    ON_TIME = "on_time"
    DRAGGING = "dragging"
    URGENT = "urgent"
    LATE = "late"


class Silence(StrEnum):
    """How long the customer's oldest unanswered line has waited: amber from 60 s, red from 120 s."""

    ANSWERED = "answered"
    CALM = "calm"
    AMBER = "amber"
    RED = "red"


_DRAGGING_FROM = 0.5
_URGENT_FROM = 0.9
_AMBER_FROM = timedelta(seconds=60)
_RED_FROM = timedelta(seconds=120)


def lateness(wait: timedelta, target: timedelta) -> Lateness:
    """The word for a wait. A target of nothing makes every wait late; exactly on the target is still
    urgent.
    """
    if wait > target:
        return Lateness.LATE
    if wait >= target * _URGENT_FROM:
        return Lateness.URGENT
    if wait >= target * _DRAGGING_FROM:
        return Lateness.DRAGGING
    return Lateness.ON_TIME


def share_of_target(wait: timedelta, target: timedelta) -> float:
    """How much of its target a wait has used: 1 is exactly on it. A target of nothing is used up at once."""
    return wait / target if target else inf


def silence(wait: timedelta | None) -> Silence:
    """The word for the age of the oldest unanswered line; None: there is none."""
    if wait is None:
        return Silence.ANSWERED
    if wait >= _RED_FROM:
        return Silence.RED
    if wait >= _AMBER_FROM:
        return Silence.AMBER
    return Silence.CALM


def since(earlier: datetime, now: datetime) -> timedelta:
    """Time passed, never less than nothing: clocks of two computers differ."""
    return max(timedelta(0), now - earlier)


def clock_words(wait: timedelta) -> str:
    """A wait in the Finnish way, minutes and seconds: "0.42", "6.12"; from an hour on "1.03.12"."""
    minutes, seconds = divmod(int(wait.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours}.{minutes:02}.{seconds:02}"
    return f"{minutes}.{seconds:02}"
