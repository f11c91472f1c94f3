"""Saving and printing files of one conversation: asking where to, and saying how it went (R048)."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from app.desk.desk import Desk
from app.desk.panes import TranscriptRow
from app.domain.conversation import Attachment, AttachmentKind, AttachmentUse
from app.domain.file_names import offered_name
from app.domain.ids import ConversationId
from app.domain.problems import Problem
from app.ui.attachments.printing import new_printer, print_pages
from app.ui.attachments.viewer_words import (
    practice_words,
    printed_words,
    printing_words,
    saved_words,
    unfetched_words,
    unprinted_words,
    unsaved_words,
)
from app.ui.icons import Icon
from app.ui.parts.banner import Banner, BannerWords, Tone
from app.ui.parts.seldom import Seldom, say
from app.ui.task_scope import TaskScope
from app.ui.theme import Theme

_FILTERS = {
    AttachmentKind.PDF: "PDF (*.pdf)",
    AttachmentKind.JPEG: "JPEG (*.jpg *.jpeg)",
    AttachmentKind.PNG: "PNG (*.png)",
}
_SUFFIXES = {AttachmentKind.PDF: "pdf", AttachmentKind.JPEG: "jpg", AttachmentKind.PNG: "png"}


class FileDeeds(QObject):
    """Keeps no file. ``place`` is where its banners stand, one of what is being printed and one of all else;
    ``asking``: the dialog that stands open.
    """

    asking = Signal(QObject)

    def __init__(
        self, theme: Theme, desk: Desk, tasks: TaskScope, conversation_id: ConversationId, *, view: QWidget
    ) -> None:
        super().__init__(view)
        self._theme = theme
        self._desk = desk
        self._tasks = tasks
        self._conversation_id = conversation_id
        self._view = view
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.place = QVBoxLayout()
        self.place.setContentsMargins(0, 0, 0, 0)
        self._printing: TaskScope | None = None
        self._banner = Seldom(self._made_banner)
        self._under_way = Seldom(self._made_under_way)

    # --- saving ---------------------------------------------------------------------------------------------

    def save(self, row: TranscriptRow) -> None:
        """Ask where to save the file that ``row`` is, under a name that harms no system."""
        attachment = row.attachment
        if attachment is None:
            return
        dialog = QFileDialog(self._view, self.tr("Save the attachment"), self._folder)
        dialog.setObjectName("saveDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter(_FILTERS[attachment.kind])
        dialog.setDefaultSuffix(_SUFFIXES[attachment.kind])
        dialog.selectFile(offered_name(row.text, attachment.kind))
        dialog.finished.connect(dialog.deleteLater)

        def on_chosen(path: str) -> None:
            self._on_chosen(attachment, path)

        dialog.fileSelected.connect(on_chosen)
        self.asking.emit(dialog)
        dialog.open()

    def _on_chosen(self, attachment: Attachment, path: str) -> None:
        if path:
            self._folder = str(Path(path).parent)
            self._tasks.start(self._save(attachment, Path(path)), name="save attachment")

    async def _save(self, attachment: Attachment, path: Path) -> None:
        self._say(Tone.NEUTRAL, self.tr("The file is being saved…"), is_over=False)
        trouble = await self._desk.attachments.save(self._conversation_id, attachment, path)
        if trouble is None:
            self._say(Tone.OK, saved_words(path.name))
        else:
            self._say(Tone.BAD, unsaved_words(trouble))

    # --- printing -------------------------------------------------------------------------------------------

    def print(self, row: TranscriptRow) -> None:
        """Ask on what to print the file that ``row`` is, and which pages."""
        attachment = row.attachment
        if attachment is None:
            return
        printer = new_printer()
        dialog = QPrintDialog(printer, self._view)
        dialog.setObjectName("printDialog")
        pages = attachment.pages or 1
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, pages > 1)
        dialog.setMinMax(1, pages)
        dialog.setFromTo(1, pages)
        printer.setPrintRange(QPrinter.PrintRange.AllPages)
        dialog.finished.connect(dialog.deleteLater)

        def on_accepted() -> None:
            self.print_on(printer, attachment)

        dialog.accepted.connect(on_accepted)
        self.asking.emit(dialog)
        # Its own `open` wants a receiver: the one of every dialog does not block either.
        QDialog.open(dialog)

    def print_on(self, printer: QPrinter, attachment: Attachment) -> None:
        """Print it there."""
        self._stop_printing()
        say(self._banner, None)
        self._printing = self._tasks.inner()
        self._printing.start(self._print(printer, attachment), name="print attachment")

    def _stop_printing(self) -> None:
        if self._printing is not None:
            self._printing.cancel()
            self._printing = None
        say(self._under_way, None)

    async def _print(self, printer: QPrinter, attachment: Attachment) -> None:
        self._on_page(1, attachment.pages or 1)
        content = await self._desk.attachments.fetched(self._conversation_id, attachment, AttachmentUse.PRINT)
        if isinstance(content, Problem):
            self._say_printed(Tone.BAD, unfetched_words(content))
            return
        heading = practice_words() if self._desk.seen.confirmed.is_practice else ""
        stopped_at = await print_pages(
            printer, self._desk.attachments, content, attachment, heading=heading, told=self._on_page
        )
        if stopped_at is None:
            self._say_printed(Tone.OK, printed_words())
        else:
            self._say_printed(Tone.BAD, unprinted_words(stopped_at))

    def _on_page(self, page: int, pages: int) -> None:
        words = BannerWords(
            Tone.NEUTRAL, Icon.FILE, printing_words(page, pages), action=self.tr("Stop printing")
        )
        say(self._under_way, words)

    def _say_printed(self, tone: Tone, words: str) -> None:
        say(self._under_way, None)
        self._say(tone, words)

    # --- saying ---------------------------------------------------------------------------------------------

    def _say(self, tone: Tone, words: str, *, is_over: bool = True) -> None:
        icon = {Tone.OK: Icon.CHECK, Tone.BAD: Icon.TRIANGLE}.get(tone, Icon.FILE)
        action = self.tr("Close the notice") if is_over else ""
        say(self._banner, BannerWords(tone, icon, words, action=action))

    def _made_banner(self) -> Banner:
        banner = Banner(self._theme, "fileNews", parent=self._view)
        banner.acted.connect(self._on_read)
        self.place.addWidget(banner)
        return banner

    def _made_under_way(self) -> Banner:
        banner = Banner(self._theme, "printingNews", parent=self._view)
        banner.acted.connect(self._stop_printing)
        self.place.addWidget(banner)
        return banner

    def _on_read(self) -> None:
        say(self._banner, None)
