"""States of the archive: found, nothing found, one open, and what is taken along from it (R138, R103)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QListView, QWidget

from app.domain.archive import Archived, ArchivedHead, ArchivePage, ArchiveStep, Material, MaterialLine, Step
from app.domain.conversation import Author, Identity, Message, Note
from app.domain.problems import Problem, ProblemCode
from app.ui.language import Language
from app.ui.theme import ThemeChoice
from tests.support.example_data import a_morning
from tests.support.fakes import NINE_O_CLOCK
from tests.support.offer_builders import SARI
from tests.support.screen_robots import ListRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk
from tests.ui.gallery_files import APPLICATION
from tests.ui.test_archive import PAGE, TWO, a_head, names, still

Draw = Callable[[Screens], QWidget]

_DAY_BEFORE = NINE_O_CLOCK - timedelta(days=1)


def _heads() -> tuple[ArchivedHead, ...]:
    long_ago = a_head(TWO, "9034")
    return (
        a_head(),
        replace(long_ago, identity=Identity.IDENTIFIED, holder=SARI, closed_at=_DAY_BEFORE, hand_overs=2),
        replace(
            a_head(TWO, "1177"),
            topic=replace(long_ago.topic, name=names("Vanhemmuus ja huoli lapsesta tai nuoresta")),
            holder=None,
            outcome=None,
            closed_at=_DAY_BEFORE,
            is_test=True,
        ),
    )


def _archived() -> Archived:
    said = (
        Message(
            1, Author.CUSTOMER, _DAY_BEFORE, "Hei, mistä haen tukea asumiseen? Olen █████.", ("name",), None
        ),
        Message(2, Author.CUSTOMER, _DAY_BEFORE, "Vuokrasopimus ja kuitit.pdf", (), None, APPLICATION),
        Message(
            3,
            Author.COUNSELLOR,
            NINE_O_CLOCK,
            "Hei! Asumistukea haetaan Kelasta. Jos tuki ei riitä, voit hakea lisäksi ehkäisevää "
            "toimeentulotukea, ja käyn sen kanssasi läpi kohta kohdalta.",
            (),
            None,
        ),
    )
    note = Note(1, 2, SARI, _DAY_BEFORE, "Soitettu Kelaan, hakemus on käsittelyssä.", None)
    head = _heads()[0]
    steps = (
        ArchiveStep(_DAY_BEFORE, Step.CLAIMED, SARI, None, ""),
        ArchiveStep(NINE_O_CLOCK, Step.TRANSFERRED, SARI, head.queue, "Tarvitsee neuvoa vuokrarästeistä."),
        ArchiveStep(NINE_O_CLOCK, Step.WRAPPED_UP, head.holder, None, ""),
    )
    return Archived(head, said, (note,), wrap_up_notes="Palataan ensi viikolla.", steps=steps)


def _archive(
    *, page: ArchivePage | Problem | None = None, is_open: bool = False, is_taken: bool = False, **how: Any
) -> Draw:
    def draw(screens: Screens) -> QWidget:
        desk = StillDesk(a_morning())
        archiving = still(desk)
        archiving.page = replace(PAGE, found=_heads()) if page is None else page
        archiving.one = _archived()
        topic = _heads()[0].topic
        archiving.taken = Material(
            "fi",
            topic,
            names("Sosiaaliohjaaja"),
            (
                MaterialLine(Author.CUSTOMER, "Hei, mistä haen tukea asumiseen? Olen █████."),
                MaterialLine(Author.COUNSELLOR, "Hei! Asumistukea haetaan Kelasta."),
            ),
        )
        window = screens.main_window(desk, **how)
        window.do("goToArchive")
        screens.turn()
        screens.settle()
        if is_open or is_taken:
            robot = ListRobot(screens, found(window, QListView, "archiveList"))
            robot.choose("4821")
            robot.press_enter()
            screens.turn()
            screens.settle()
        if is_taken:
            found(window, QAbstractButton, "takeMaterial").click()
            screens.turn()
            screens.settle()
        return window

    return draw


_SMALL = (1280, 720)

ARCHIVE_STATES: dict[str, Draw] = {
    "archive": _archive(),
    "archive-open": _archive(is_open=True),
    "archive-open-dark-swedish-small": _archive(
        is_open=True, choice=ThemeChoice.DARK, language=Language.SWEDISH, size=_SMALL
    ),
    "archive-open-text-200": _archive(is_open=True, text_scale=2.0),
    "archive-open-text-200-small": _archive(is_open=True, text_scale=2.0, size=_SMALL),
    "archive-material": _archive(is_taken=True),
    "archive-material-text-200-swedish-small": _archive(
        is_taken=True, text_scale=2.0, language=Language.SWEDISH, size=_SMALL
    ),
    "archive-nothing": _archive(page=replace(PAGE, found=(), next_from=None, looked_to=None)),
    "archive-away-dark": _archive(page=Problem(ProblemCode.NOT_LIVE), choice=ThemeChoice.DARK),
}
