"""A file that is open: between its sheet and the desk. Its bytes are in memory, as long as it is open."""

from collections.abc import Coroutine

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QWidget

from app.desk.attachment_pages import PagePicture, WhyUnshowable
from app.desk.desk import Desk
from app.desk.panes import TranscriptRow
from app.domain.conversation import Attachment, AttachmentUse
from app.domain.ids import ConversationId
from app.domain.problems import Problem, ProblemCode
from app.ui.attachments.page_view import ZOOMS
from app.ui.attachments.viewer_sheet import ViewerSheet
from app.ui.attachments.viewer_words import fetching_words, reading_words, unfetched_words, unshowable_words
from app.ui.parts.aloud import say_aloud
from app.ui.task_scope import TaskScope
from app.ui.theme import Theme


class ViewerPane(QObject):
    """``closed`` the sheet · ``cancelled``: she wants it closed · ``save_wanted``, ``print_wanted`` and
    ``pass_on_wanted``: the file that is open.
    """

    closed = Signal()
    cancelled = Signal()
    save_wanted = Signal()
    print_wanted = Signal()
    pass_on_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        tasks: TaskScope,
        conversation_id: ConversationId,
        *,
        can_pass_on: bool,
        view: QWidget,
    ) -> None:
        """``can_pass_on``: the conversation is hers to move, and the file with it."""
        super().__init__(view)
        self._can_pass_on = can_pass_on
        self._desk = desk
        self._tasks = tasks
        self._conversation_id = conversation_id
        self._row: TranscriptRow | None = None
        self._content: bytes | None = None
        self._picture: PagePicture | None = None
        self._why: WhyUnshowable | Problem | None = None
        self._page = 0
        self._pages = 1
        self._room = QSize()
        self._reading = tasks.inner()
        self.sheet = ViewerSheet(theme, parent=view)
        self.sheet.turn_wanted.connect(self._on_turn)
        self.sheet.pages.end_wanted.connect(self._on_end)
        self.sheet.zoom_wanted.connect(self._on_zoom)
        self.sheet.pages.room_changed.connect(self._on_room_changed)
        self.sheet.retry_wanted.connect(self._on_retry)
        self.sheet.save_wanted.connect(self.save_wanted)
        self.sheet.print_wanted.connect(self.print_wanted)
        self.sheet.pass_on_wanted.connect(self.pass_on_wanted)
        self.sheet.cancelled.connect(self.cancelled)

    @property
    def is_open(self) -> bool:
        """Whether a file is open."""
        return self._row is not None

    @property
    def row(self) -> TranscriptRow | None:
        """The file that is open."""
        return self._row

    def open(self, row: TranscriptRow) -> None:
        """Open the file that ``row`` is, at its first page; the one that was open is let go of."""
        if row.attachment is None:
            return
        self._let_go()
        self._row, self._page, self._pages = row, 0, row.attachment.pages or 1
        self.sheet.pages.set_zoom(ZOOMS[0])
        self.sheet.begin(row.text, row.attachment)
        self._fetch(row.attachment)
        self.sheet.pages.setFocus()

    def close(self) -> None:
        """Put it away, and its bytes with it."""
        if self.is_open:
            self._let_go()
            self.sheet.hide()
            self.closed.emit()

    def _let_go(self) -> None:
        self._reading.cancel()
        self._row = self._content = self._picture = self._why = None

    # --- reading --------------------------------------------------------------------------------------------

    def _fetch(self, attachment: Attachment) -> None:
        self._why = None
        self._read_anew(self._fetched(attachment), name="attachment")
        self._show(fetching_words())

    async def _fetched(self, attachment: Attachment) -> None:
        got = await self._desk.attachments.fetched(self._conversation_id, attachment, AttachmentUse.LOOK)
        if isinstance(got, Problem):
            self._why = got
            self._show("")
            return
        self._content = got
        await self._shown(attachment, got)

    def _look_again(self) -> None:
        """Read the page in front again, for the room there is now."""
        if self._row is None or self._row.attachment is None or self._content is None:
            return
        self._why = None
        self._read_anew(self._shown(self._row.attachment, self._content), name="attachment page")
        self._show(reading_words())

    async def _shown(self, attachment: Attachment, content: bytes) -> None:
        self._show(reading_words())
        room = self._room = self.sheet.pages.wanted_pixels()
        got = await self._desk.attachments.page(
            content, attachment.kind, page=self._page, width=room.width(), height=room.height()
        )
        if isinstance(got, PagePicture):
            self._picture, self._pages = got, got.pages
        else:
            self._picture, self._why = None, got
        self._show("")

    def _read_anew(self, work: Coroutine[object, object, None], *, name: str) -> None:
        """Only the newest is worth waiting for: what was being read ends, and its process with it."""
        self._reading.cancel()
        self._reading = self._tasks.inner()
        self._reading.start(work, name=name)

    # --- showing --------------------------------------------------------------------------------------------

    def _show(self, under_way: str) -> None:
        """Show how it stands."""
        if self._row is None:
            return
        picture = self._picture
        is_here = picture is not None and picture.page == self._page
        self.sheet.show_page(picture if is_here else None, self._page, self._pages)
        words = under_way if not is_here else ""
        if isinstance(self._why, Problem):
            words = unfetched_words(self._why)
        elif self._why is not None:
            words = unshowable_words(self._why)
        if self._why is not None:
            say_aloud(self.sheet, words)
        is_gone = isinstance(self._why, Problem) and self._why.code is ProblemCode.NOT_FOUND
        can_retry = self._why in (WhyUnshowable.TOO_SLOW, WhyUnshowable.NO_READER) or (
            isinstance(self._why, Problem) and not is_gone
        )
        self.sheet.show_state(words, is_trouble=self._why is not None, can_retry=can_retry)
        self.sheet.show_deeds(can_save=not is_gone, can_print=is_here, can_pass_on=self._can_pass_on)
        self.sheet.show_zoom(self.sheet.pages.zoom, least=ZOOMS[0], most=ZOOMS[-1])

    def _on_turn(self, by: int) -> None:
        self._go_to(self._page + by)

    def _on_end(self, which: int) -> None:
        self._go_to(0 if which < 0 else self._pages - 1)

    def _go_to(self, page: int) -> None:
        page = min(max(0, page), self._pages - 1)
        if page != self._page and self._content is not None:
            self._page = page
            self.sheet.pages.to_top()
            self._look_again()

    def _on_zoom(self, way: int) -> None:
        zooms, now = ZOOMS, ZOOMS.index(self.sheet.pages.zoom)
        wanted = zooms[min(max(0, now + way), len(zooms) - 1)] if way else zooms[0]
        if wanted != self.sheet.pages.zoom:
            self.sheet.pages.set_zoom(wanted)
            self._look_again()

    def _on_room_changed(self) -> None:
        if self._why is None and self._room != self.sheet.pages.wanted_pixels():
            self._look_again()

    def _on_retry(self) -> None:
        if self._row is None or self._row.attachment is None:
            return
        if self._content is None:
            self._fetch(self._row.attachment)
        else:
            self._look_again()
