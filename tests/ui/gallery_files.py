"""The states of the gallery in which an identified customer has sent files, and the counsellor reads them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.desk.attachment_pages import PagePicture, WhyUnshowable
from app.domain.conversation import Attachment, AttachmentKind, Author, Message
from app.domain.ids import QueueId
from app.domain.passing_on import ApplicationQueue, PassOnTarget
from app.domain.problems import Problem, ProblemCode
from app.domain.project import Seen, project
from app.domain.transfer import LookAhead
from app.ui.language import Language
from app.ui.theme import ThemeChoice
from tests.desk.test_transfer_view import ADULTS, SENIOR
from tests.support.desk_builders import NINE_O_CLOCK, minutes_ago
from tests.support.example_data import FRONT
from tests.support.identity_builders import identified
from tests.support.screens import Screens
from tests.support.still_desk import StillDesk, blank_page

Draw = Callable[[Screens], QWidget]
APPLICATION = Attachment("a1" * 16, AttachmentKind.PDF, 340_000, 3)
PHOTOGRAPH = Attachment("b2" * 16, AttachmentKind.JPEG, 1_800_000, None)
LONG_NAME = "Toimeentulotukihakemus ja selvitys asumismenoista lokakuu 2026 allekirjoitettu lopullinen.pdf"


BENEFITS = replace(
    SENIOR,
    queue_id=QueueId("SIIRTO_ETUUSKASITTELY_KIIREETON"),
    name={"fi": "Etuuskäsittely", "sv": "Förmånshandläggning", "en": "Benefit processing"},
)
COUNSELLORS = replace(
    SENIOR,
    queue_id=QueueId("SIIRTO_SOSIAALIOHJAUS_KIIREETON"),
    name={"fi": "Sosiaaliohjaus", "sv": "Social handledning", "en": "Social counselling"},
)
WORKERS = replace(
    SENIOR,
    queue_id=QueueId("SIIRTO_SOSIAALITYO_KIIREETON"),
    name={"fi": "Sosiaalityö", "sv": "Socialarbete", "en": "Social work"},
)
APPLICATIONS_AHEAD = LookAhead(
    NINE_O_CLOCK,
    (WORKERS, BENEFITS, COUNSELLORS, ADULTS),
    applications=tuple(
        ApplicationQueue("sosiaalineuvonta", target, queue.queue_id)
        for target, queue in zip(PassOnTarget, (BENEFITS, COUNSELLORS, WORKERS), strict=True)
    ),
)


def with_files(*files: tuple[str, Attachment], is_practice: bool = False) -> Seen:
    """The morning's identified customer in front has sent these as her last lines."""
    seen = identified()
    state = seen.confirmed
    window = state.windows[FRONT]
    last = window.last_seq
    sent = tuple(
        Message(last + number, Author.CUSTOMER, minutes_ago(3), name, (), None, attachment)
        for number, (name, attachment) in enumerate(files, 1)
    )
    windows = {**state.windows, FRONT: replace(window, messages=window.messages + sent)}
    state = replace(state, windows=windows, is_practice=is_practice)
    return project(state, seen.pending, is_live=True)


TWO_FILES = with_files((LONG_NAME, APPLICATION), ("kuva.jpg", PHOTOGRAPH))


def application_page(page: int, width: int, height: int) -> PagePicture:
    """A page of an application that is filled in, as it might be drawn."""
    paper = blank_page(page, width, height)
    image = QImage(paper.width, paper.height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    scale = paper.width / 595
    painter.scale(scale, scale)
    painter.setPen(QColor("black"))
    font = QFont(painter.font())
    font.setPixelSize(20)
    painter.setFont(font)
    painter.drawText(60, 90, f"Hakemus, sivu {page + 1}")
    font.setPixelSize(11)
    painter.setFont(font)
    for line in range(18):
        painter.drawText(60, 130 + 34 * line, "Hakijan selvitys tuloista, menoista ja varoista")
        painter.drawRect(QRectF(60, 136 + 34 * line, 475, 18))
    painter.end()
    return PagePicture(page, 3, paper.width, paper.height, bytes(image.constBits()))


def opened(*, keys: tuple[Qt.Key, ...] = (), why: WhyUnshowable | Problem | None = None, **how: Any) -> Draw:
    """The newest file is open, and keys were pressed on it."""

    def draw(screens: Screens) -> QWidget:
        desk = StillDesk(with_files((LONG_NAME, APPLICATION)))
        desk.attachments.shown = application_page
        if isinstance(why, Problem):
            desk.attachments.content = why
        elif why is not None:
            unshown = why
            desk.attachments.shown = lambda *_room: unshown
        window = screens.main_window(desk, **how)
        window.do("openAttachment")
        screens.turn()
        for key in keys:
            QTest.keyClick(screens.app.focusWidget() or window, key)
            screens.turn()
        return window

    return draw


def passed_on(*, keys: tuple[Qt.Key, ...] = (), **how: Any) -> Draw:
    """The file is open and she passes it on: three stand to be chosen from, and keys were pressed."""

    def draw(screens: Screens) -> QWidget:
        desk = StillDesk(with_files((LONG_NAME, APPLICATION)))
        desk.ahead = APPLICATIONS_AHEAD
        desk.attachments.shown = application_page
        window = screens.main_window(desk, **how)
        for name in ("openAttachment", "transferCurrent"):
            window.do(name)
            screens.turn()
        screens.settle()
        for key in keys:
            QTest.keyClick(screens.app.focusWidget() or window, key)
        return window

    return draw


def _transcript(**how: Any) -> Draw:
    def draw(screens: Screens) -> QWidget:
        return screens.main_window(StillDesk(TWO_FILES), **how)

    return draw


_SMALL: dict[str, Any] = {"size": (1280, 720)}
_LARGE_TEXT: dict[str, Any] = {"text_scale": 2.0, "size": (1920, 1080)}
FILE_STATES: dict[str, Draw] = {
    "files-transcript": _transcript(),
    "files-transcript-dark": _transcript(choice=ThemeChoice.DARK),
    "files-transcript-swedish-small": _transcript(language=Language.SWEDISH, **_SMALL),
    "files-transcript-text-200": _transcript(**_LARGE_TEXT),
    "files-open": opened(keys=(Qt.Key.Key_PageDown,)),
    "files-open-wide": opened(size=(2200, 1200)),
    "files-open-dark": opened(choice=ThemeChoice.DARK),
    "files-open-swedish-small": opened(language=Language.SWEDISH, **_SMALL),
    "files-open-text-200": opened(**_LARGE_TEXT),
    "files-open-text-200-small": opened(text_scale=2.0, **_SMALL),
    "files-pass-on": passed_on(keys=(Qt.Key.Key_Down, Qt.Key.Key_Down)),
    "files-pass-on-dark": passed_on(choice=ThemeChoice.DARK),
    "files-pass-on-swedish-small": passed_on(
        keys=(Qt.Key.Key_Down,) * 3, language=Language.SWEDISH, **_SMALL
    ),
    "files-pass-on-text-200": passed_on(keys=(Qt.Key.Key_Down, Qt.Key.Key_Down), **_LARGE_TEXT),
    "files-pass-on-text-200-small": passed_on(keys=(Qt.Key.Key_Down,), text_scale=2.0, **_SMALL),
    "files-too-slow": opened(why=WhyUnshowable.TOO_SLOW),
    "files-gone-dark": opened(why=Problem(ProblemCode.NOT_FOUND), choice=ThemeChoice.DARK),
}
