"""Parts that are seldom seen: made when first needed, where they belong in the order of the Tab key."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.ui.parts.banner import Banner, BannerWords

Part = TypeVar("Part", bound=QObject)


class Seldom(Generic[Part]):
    """One part, made by ``make`` at the first ``need``. What only tells it how things stand asks ``made``."""

    def __init__(self, make: Callable[[], Part]) -> None:
        self._make = make
        self._made: Part | None = None

    @property
    def made(self) -> Part | None:
        """The part, if it has been needed already."""
        return self._made

    def need(self) -> Part:
        """The part, from now on."""
        if self._made is None:
            self._made = self._make()
        return self._made


def say(banner: Seldom[Banner], words: BannerWords | None) -> None:
    """Have the banner say ``words``; it is not made for saying nothing."""
    if words is not None:
        banner.need().say(words)
    elif banner.made is not None:
        banner.made.say(None)


def tab_after(last: QWidget, stops: Iterable[QWidget]) -> None:
    """Have the Tab key come through ``stops`` after ``last``, as if they had been made just after it.

    They are named, not found by asking each widget for the next one: that answer belongs, for Python, to the
    widget that was asked, and would be gone with it.
    """
    for each in stops:
        QWidget.setTabOrder(last, each)
        last = each
