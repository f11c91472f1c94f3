"""A customer's files at the desk: opened, turned, enlarged, saved and printed (R047, R048)."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QWidget

from app.desk.attachment_pages import PagePicture, WhyUnshowable
from app.desk.file_saving import WhyUnsaved
from app.domain.conversation import AttachmentUse
from app.domain.problems import Problem, ProblemCode
from app.ui.attachments.file_deeds import FileDeeds
from app.ui.attachments.page_view import PageView
from app.ui.attachments.printing import new_printer, print_pages
from app.ui.chat.bubble_delegate import BubbleDelegate
from app.ui.models.keyed_rows import ROW_ROLE
from tests.support.screen_robots import ConversationRobot, WorkRobot, found
from tests.support.screens import Screens
from tests.support.still_desk import StillAttachments, StillDesk
from tests.ui.gallery_files import APPLICATION, TWO_FILES, application_page, with_files

LOOK = AttachmentUse.LOOK


class Reader:
    """A counsellor before a conversation with files."""

    def __init__(self, screens: Screens, seen=None, **how) -> None:
        self.screens = screens
        self.desk = StillDesk(seen or with_files(("hakemus.pdf", APPLICATION)))
        self.window = screens.main_window(self.desk, **how)
        self.robot: ConversationRobot = WorkRobot(screens, self.window).conversation

    def do(self, name: str) -> None:
        self.window.do(name)
        self.screens.turn()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(found(self.window, PageView, "pageView"), key, modifier)
        self.screens.turn()

    @property
    def is_open(self) -> bool:
        sheet = self.window.findChild(QWidget, "viewerSheet")
        return sheet is not None and sheet.isVisible()

    def says(self, name: str) -> str:
        return self.robot.says(name)


def test_enter_upon_its_row_opens_it_and_keys_turn_its_pages(screens: Screens):
    reader = Reader(screens, TWO_FILES)
    heard = reader.robot.transcript.spoken[-2]
    assert heard.endswith("lopullinen.pdf (PDF, 3 sivua, 340 kt). Enter avaa.")
    reader.robot.transcript.choose("lopullinen.pdf")
    reader.robot.transcript.press_enter()
    screens.turn()
    assert reader.desk.attachments.fetched_for == [(APPLICATION.attachment_id, LOOK)]
    assert reader.says("viewerCount") == "Sivu 1 / 3"
    reader.press(Qt.Key.Key_PageDown)
    assert (reader.says("viewerCount"), reader.desk.attachments.asked[-1][0]) == ("Sivu 2 / 3", 1)
    reader.press(Qt.Key.Key_End)
    reader.press(Qt.Key.Key_PageDown)
    assert reader.says("viewerCount") == "Sivu 3 / 3"
    # It was fetched once: turning a page asks nobody but the guarded process.
    assert len(reader.desk.attachments.fetched_for) == 1
    reader.do("goBack")
    assert not reader.is_open
    assert reader.robot.transcript.view.isVisible()


def test_it_is_asked_for_anew_when_it_is_enlarged(screens: Screens):
    reader = Reader(screens)
    reader.do("openAttachment")
    first = reader.desk.attachments.asked[-1]
    reader.press(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    larger = reader.desk.attachments.asked[-1]
    assert larger[1] > first[1] * 1.2
    view = found(reader.window, PageView, "pageView")
    assert view.has_page
    assert view.verticalScrollBar().maximum() > 0
    reader.press(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert reader.desk.attachments.asked[-1] == first


def test_where_there_is_hardly_any_height_a_page_is_drawn_to_be_read_and_scrolls(screens: Screens):
    reader = Reader(screens, text_scale=2.0, size=(1280, 720))
    reader.do("openAttachment")
    view = found(reader.window, PageView, "pageView")
    _page, _width, height = reader.desk.attachments.asked[-1]
    assert height > 2 * view.viewport().height()
    assert view.verticalScrollBar().maximum() > view.viewport().height()


def test_the_buttons_of_its_row_open_and_save_it(screens: Screens):
    reader = Reader(screens)
    view = reader.robot.transcript.view
    index = view.model().index(reader.robot.transcript.row("hakemus.pdf"), 0)
    delegate = view.itemDelegate()
    assert isinstance(delegate, BubbleDelegate)
    opens, saves = delegate.file_areas(index.data(ROW_ROLE), QRectF(view.visualRect(index)))
    assert min(opens.height(), saves.height()) >= 24
    asked: list[QObject] = []
    found_deeds(reader).asking.connect(asked.append)
    reader.robot.transcript.click_at(_middle(saves))
    dialog = asked[0]
    assert isinstance(dialog, QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "hakemus.pdf"
    assert not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.reject()
    screens.turn()
    assert reader.desk.attachments.saved == []
    reader.robot.transcript.click_at(_middle(opens))
    screens.turn()
    assert reader.is_open


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (WhyUnshowable.TOO_SLOW, "kesti liian kauan"),
        (WhyUnshowable.UNREADABLE, "ei voitu lukea"),
        (WhyUnshowable.NO_READER, "kerro sovellustuelle"),
        (Problem(ProblemCode.NOT_FOUND), "ei ole enää täällä"),
        (Problem(ProblemCode.NOT_LIVE), "yhteys on poikki"),
    ],
)
def test_each_failure_is_a_sentence_and_what_can_be_tried_again_is(screens: Screens, why, words: str):
    reader = Reader(screens)
    if isinstance(why, Problem):
        reader.desk.attachments.content = why
    else:
        reader.desk.attachments.shown = lambda *_room: why
    reader.do("openAttachment")
    assert words in reader.says("viewerState")
    again = found(reader.window, QWidget, "viewerAgain")
    can_retry = why not in (WhyUnshowable.UNREADABLE, Problem(ProblemCode.NOT_FOUND))
    assert again.isVisible() == can_retry
    assert found(reader.window, QWidget, "viewerSave").isEnabled() == (why != Problem(ProblemCode.NOT_FOUND))
    assert not found(reader.window, QWidget, "viewerPrint").isEnabled()


def test_saving_says_how_it_went(screens: Screens, tmp_path: Path):
    reader = Reader(screens)
    asked: list[QObject] = []
    found_deeds(reader).asking.connect(asked.append)
    for unsaved, words in ((WhyUnsaved.NO_ROOM, "levy on täynnä"), (None, "Tallennettu nimellä oma.pdf.")):
        reader.desk.attachments.unsaved = unsaved
        reader.do("saveAttachment")
        dialog = asked.pop()
        assert isinstance(dialog, QFileDialog)
        dialog.fileSelected.emit(str(tmp_path / "oma.pdf"))
        dialog.reject()
        screens.turn()
        assert words in reader.robot.banner("fileNews")
    assert reader.desk.attachments.saved == [tmp_path / "oma.pdf"] * 2
    reader.robot.answer("fileNewsAction")
    assert reader.robot.banner("fileNews") == ""


def test_its_bytes_are_let_go_of_with_it(screens: Screens):
    reader = Reader(screens)
    reader.do("openAttachment")
    reader.do("goBack")
    reader.do("openAttachment")
    assert [use for _file, use in reader.desk.attachments.fetched_for] == [LOOK, LOOK]


def test_it_is_passed_on_with_its_conversation(screens: Screens):
    """R048: by the transfer there is, with its internal message and the customer's permission."""
    reader = Reader(screens)
    reader.do("openAttachment")
    found(reader.window, QAbstractButton, "viewerPassOn").click()
    screens.turn()
    assert not reader.is_open
    assert found(reader.window, QWidget, "transferSheet").isVisible()


def test_nothing_is_opened_where_no_file_has_come(screens: Screens):
    window = screens.main_window(StillDesk(with_files()))
    window.do("openAttachment")
    screens.turn()
    assert window.findChild(QWidget, "viewerSheet") is None


# --- printing -----------------------------------------------------------------------------------------------


def on_paper(path: Path) -> QPrinter:
    printer = new_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


@pytest.mark.asyncio
async def test_each_page_is_printed_from_pixels_and_practice_says_so(qapp, tmp_path: Path):
    """R048: what the printer is given has no letter of the file in it, and its queue no name."""
    files = StillAttachments()
    files.shown = application_page
    told: list[tuple[int, int]] = []
    path = tmp_path / "paper.pdf"

    def hear(page: int, pages: int) -> None:
        told.append((page, pages))

    printer = on_paper(path)
    assert printer.docName() == "Vuoro"
    done = await print_pages(printer, files, b"%PDF", APPLICATION, heading="HARJOITUS", told=hear)
    assert (done, told) == (None, [(1, 3), (2, 3), (3, 3)])
    assert all(min(width, height) > 2_000 for _page, width, height in files.asked)
    document = pypdfium2.PdfDocument(path.read_bytes())
    assert len(document) == 3
    for number in range(3):
        words = document[number].get_textpage().get_text_bounded()
        assert "HARJOITUS" in words
        assert "Hakemus" not in words


@pytest.mark.asyncio
async def test_printing_stops_at_a_page_that_cannot_be_read(qapp, tmp_path: Path):
    files = StillAttachments()
    files.shown = lambda page, width, height: (
        WhyUnshowable.UNREADABLE if page == 1 else application_page(page, width, height)
    )
    stopped = await print_pages(
        on_paper(tmp_path / "p.pdf"), files, b"%PDF", APPLICATION, heading="", told=lambda *_: None
    )
    assert (stopped, len(files.asked)) == (2, 2)


@pytest.mark.asyncio
async def test_a_page_that_lies_is_turned_to_fill_the_paper(qapp, tmp_path: Path):
    files = StillAttachments()
    files.shown = lambda page, width, height: PagePicture(
        page, 1, width, width // 2, bytes(width * (width // 2) * 4)
    )
    lying = APPLICATION.__class__(APPLICATION.attachment_id, APPLICATION.kind, 1, 1)
    assert (
        await print_pages(
            on_paper(tmp_path / "p.pdf"), files, b"%PDF", lying, heading="", told=lambda *_: None
        )
        is None
    )
    (_, width, height), (_, turned_width, turned_height) = files.asked
    assert (turned_width, turned_height) == (height, width)


@pytest.mark.asyncio
async def test_only_the_pages_that_were_chosen_are_printed(qapp, tmp_path: Path):
    """One may choose 1 and 3 and leave out what is between."""
    files = StillAttachments()
    files.shown = application_page
    printer = on_paper(tmp_path / "p.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("1,3"))
    told: list[tuple[int, int]] = []

    def hear(page: int, pages: int) -> None:
        told.append((page, pages))

    assert await print_pages(printer, files, b"%PDF", APPLICATION, heading="", told=hear) is None
    assert ([page for page, _, _ in files.asked], told) == ([0, 2], [(1, 2), (2, 2)])
    assert len(pypdfium2.PdfDocument((tmp_path / "p.pdf").read_bytes())) == 2


def test_closing_what_was_said_of_another_file_stops_no_printing(
    screens: Screens, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    reader = Reader(screens)
    deeds, come = found_deeds(reader), asyncio.Event()

    async def slowly(*_: object) -> bytes:
        await come.wait()
        return b"%PDF"

    reader.desk.attachments.shown = application_page
    monkeypatch.setattr(reader.desk.attachments, "fetched", slowly)
    deeds.print_on(on_paper(tmp_path / "p.pdf"), APPLICATION)
    screens.turn()
    assert reader.robot.banner("printingNews").startswith("Sivu 1 / 3")
    deeds._on_chosen(APPLICATION, str(tmp_path / "oma.pdf"))
    screens.turn()
    reader.robot.answer("fileNewsAction")
    assert reader.robot.banner("printingNews").startswith("Sivu 1 / 3")
    come.set()
    screens.turn()
    assert reader.robot.banner("printingNews") == ""
    assert reader.robot.banner("fileNews").startswith("Liite on lähetetty tulostimelle")


def test_the_printer_is_asked_for_and_nothing_is_fetched_before(screens: Screens):
    reader = Reader(screens)
    asked: list[QObject] = []
    found_deeds(reader).asking.connect(asked.append)
    reader.do("printAttachment")
    dialog = asked[0]
    assert isinstance(dialog, QPrintDialog)
    assert dialog.isVisible()
    assert (dialog.minPage(), dialog.maxPage()) == (1, 3)
    dialog.reject()
    screens.turn()
    assert reader.desk.attachments.fetched_for == []


def test_what_is_printed_is_fetched_for_that(screens: Screens, tmp_path: Path):
    """R048: the audit log tells a copy on paper from a look."""
    reader = Reader(screens)
    reader.desk.attachments.shown = application_page
    found_deeds(reader).print_on(on_paper(tmp_path / "p.pdf"), APPLICATION)
    screens.turn()
    assert reader.desk.attachments.fetched_for == [(APPLICATION.attachment_id, AttachmentUse.PRINT)]
    assert reader.robot.banner("fileNews").startswith("Liite on lähetetty tulostimelle")


def found_deeds(reader: Reader) -> FileDeeds:
    deeds = reader.robot.view.findChild(FileDeeds)
    assert deeds is not None
    return deeds


def _middle(area: QRectF) -> QPoint:
    return area.center().toPoint()
