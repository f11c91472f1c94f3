"""The tour tells at its end how many pictures it made, and where; a tour that stopped tells nothing."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from app.demo import stage as stages
from app.demo.stage import Stage, TourFailed
from app.demo.tour import PictureTour


class Picture:
    """A window that can be drawn."""

    def grab(self) -> "Picture":
        return self

    def save(self, file: str, /) -> bool:
        return bool(Path(file).write_bytes(b"a picture"))


@dataclass
class Workstation:
    """As much of one as a tour without a desk asks for."""

    themes: list[str] = field(default_factory=list)

    def show_language(self, language: str) -> None:
        """Nothing is said here."""

    def show_theme(self, choice: str) -> None:
        self.themes.append(choice)


class ShortTour(PictureTour):
    """One picture of one window, then as it is told."""

    fails = False

    async def _sign_in(self, workstation: Any, stage: Stage) -> None:
        await stage.picture("sign-in", of=Picture)
        if self.fails:
            raise TourFailed("nobody came")


async def nothing_happens(*_: object) -> None:
    """A part of the tour that is left out."""


PARTS = (
    "_queues",
    "_chat",
    "_text_that_comes_back",
    "_swedish",
    "_several_at_once",
    "_what_a_key_opens",
    "_transfer",
    "_callbacks",
    "_endings",
)


class Backend:
    """A practice backend that says nothing."""

    def last_words(self) -> str:
        return ""


def toured(folder: Path, monkeypatch: pytest.MonkeyPatch, *, fails: bool) -> list[str]:
    monkeypatch.setattr(stages, "SETTLES_IN_S", 0)
    monkeypatch.setattr(ShortTour, "fails", fails)
    for part in PARTS:
        monkeypatch.setattr(ShortTour, part, nothing_happens)
    told: list[str] = []
    anything: Any = Backend()
    tour = ShortTour(anything, pictures=folder, backend=anything, scenarios=folder, tell=told.append)
    workstation: Any = Workstation()
    asyncio.run(tour.play(workstation))
    return told


def test_the_last_line_says_how_many_pictures_are_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "of-before.png").write_bytes(b"not the tour's")
    assert toured(tmp_path, monkeypatch, fails=False) == [f"2 pictures are in {tmp_path}"]


def test_a_tour_that_stopped_claims_no_pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    with pytest.raises(TourFailed, match="nobody came"):
        toured(tmp_path, monkeypatch, fails=True)
