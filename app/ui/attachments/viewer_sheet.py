"""The sheet that shows a customer's file: a page, its turning and its size, what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.desk.attachment_pages import PagePicture
from app.domain.conversation import Attachment
from app.domain.file_names import middle_shortened
from app.ui.attachments.page_view import PageView
from app.ui.attachments.viewer_words import page_words
from app.ui.chat.attachment_words import fact_words, save_words
from app.ui.parts.button import Button
from app.ui.parts.ground import Edge, Ground
from app.ui.safe_text import PlainLabel, plain_tooltip, runs_of
from app.ui.text_runs import MASK, Run, one_line
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type
from app.ui.words import masked_word

_LONGEST_TITLE = 60


class ViewerSheet(Ground):
    """``turn_wanted``: by so many pages · ``zoom_wanted``: in, out · ``save_wanted`` · ``print_wanted`` ·
    ``retry_wanted``: read the page again · ``cancelled``: put it away.
    """

    turn_wanted = Signal(int)
    zoom_wanted = Signal(int)
    save_wanted = Signal()
    print_wanted = Signal()
    pass_on_wanted = Signal()
    retry_wanted = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "viewerSheet", Colour.SURFACE, edges=Edge.BOTTOM, parent=parent)
        self._make_parts()
        self._lay_out()
        self._connect()
        self.hide()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops in it, in order."""
        return (
            *(self.pages, self._before, self._after, self._smaller, self._larger),
            *(self._again, self._pass_on, self._save, self._print, self._close),
        )

    def begin(self, name: str, attachment: Attachment) -> None:
        """Stand for that file; nothing of it is seen yet."""
        title = middle_shortened(one_line(name), _LONGEST_TITLE).replace(MASK, f"[{masked_word()}]")
        self._title.set_runs(runs_of(title, Type.NAME))
        self._facts.set_runs(runs_of(fact_words(attachment), Type.SMALL, Colour.MUT))
        self._told = title
        self.show()

    def show_page(self, picture: PagePicture | None, page: int, pages: int) -> None:
        """Show that page, counted from 0; None: none is seen now."""
        words = page_words(page + 1, pages)
        self.pages.show_page(picture, spoken=f"{self._told}. {words}")
        self._count.set_runs(runs_of(words, Type.CONTROL))
        self._before.setEnabled(page > 0)
        self._after.setEnabled(page + 1 < pages)

    def show_state(self, words: str, *, is_trouble: bool, can_retry: bool) -> None:
        """Say what is under way, or why nothing is seen; "": there is nothing to say."""
        colour = Colour.WAIT if is_trouble else Colour.MUT
        self._state.set_runs((Run(words, Type.CONTROL, colour, 600 if is_trouble else None),))
        self._state.setVisible(bool(words))
        self._again.setVisible(can_retry)

    def show_deeds(self, *, can_save: bool, can_print: bool, can_pass_on: bool) -> None:
        """Offer what can be done with it now. Who only reads along passes nothing on."""
        self._pass_on.setVisible(can_pass_on)
        self._save.setEnabled(can_save)
        self._print.setEnabled(can_print)

    def show_zoom(self, zoom: float, *, least: float, most: float) -> None:
        """Offer to show it larger and smaller, as far as there is."""
        self._smaller.setEnabled(zoom > least)
        self._larger.setEnabled(zoom < most)

    def set_tight(self, is_tight: bool) -> None:
        """Where there is hardly any height, leave out what can be done without."""
        self._facts.setVisible(not is_tight)

    def _make_parts(self) -> None:
        theme = self._theme
        self._told = ""
        self._title: PlainLabel = PlainLabel(theme, wraps=True, parent=self)
        self._title.setObjectName("viewerTitle")
        self._facts: PlainLabel = PlainLabel(theme, parent=self)
        self._facts.setObjectName("viewerFacts")
        self.pages = PageView(theme, parent=self)
        self._count = PlainLabel(theme, alignment=Qt.AlignmentFlag.AlignHCenter, parent=self)
        self._count.setObjectName("viewerCount")
        self._state = PlainLabel(
            theme, wraps=True, alignment=Qt.AlignmentFlag.AlignHCenter, parent=self.pages.viewport()
        )
        self._state.setObjectName("viewerState")
        self._before = self._small("viewerBefore", "\u2039", self.tr("Previous page (Page Up)"))
        self._after = self._small("viewerAfter", "\u203a", self.tr("Next page (Page Down)"))
        self._smaller = self._small("viewerSmaller", "\u2212", self.tr("Smaller (Ctrl -)"))
        self._larger = self._small("viewerLarger", "+", self.tr("Larger (Ctrl +)"))
        self._again = Button(theme, "viewerAgain", self.tr("Try again"), parent=self.pages.viewport())
        self._save = Button(theme, "viewerSave", save_words(), keys="Ctrl S", parent=self)
        self._print = Button(theme, "viewerPrint", self.tr("Print…"), keys="Ctrl P", parent=self)
        self._pass_on = Button(theme, "viewerPassOn", self.tr("Pass on…"), keys="F6", parent=self)
        self._close = Button(theme, "viewerClose", self.tr("Close"), keys="Esc", parent=self)

    def _small(self, name: str, sign: str, spoken: str) -> Button:
        button = Button(self._theme, name, sign, parent=self)
        button.setAccessibleName(spoken)
        plain_tooltip(button, spoken)
        return button

    def _lay_out(self) -> None:
        length = self._theme.length
        gap = length(Length.SPACE_4)
        top = QHBoxLayout()
        top.setSpacing(gap)
        top.addWidget(self._title, 1)
        top.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        turning = QHBoxLayout()
        turning.setSpacing(gap)
        for widget in (self._before, self._count, self._after):
            turning.addWidget(widget)
        turning.addStretch(1)
        for widget in (self._smaller, self._larger):
            turning.addWidget(widget)
        deeds = QHBoxLayout()
        deeds.setSpacing(gap)
        deeds.addStretch(1)
        for widget in (self._pass_on, self._save, self._print):
            deeds.addWidget(widget)
        layout = QVBoxLayout(self)
        side = length(Length.SPACE_7)
        layout.setContentsMargins(side, length(Length.SPACE_4), side, length(Length.SPACE_5))
        layout.setSpacing(length(Length.SPACE_3))
        layout.addLayout(top)
        layout.addWidget(self._facts)
        layout.addWidget(self.pages, 1)
        layout.addLayout(turning)
        layout.addLayout(deeds)
        self._lay_out_state()

    def _lay_out_state(self) -> None:
        """Where the page would be: what is said of it takes no room from it, so that it is read once."""
        length = self._theme.length
        inside = QVBoxLayout(self.pages.viewport())
        side = length(Length.SPACE_7)
        inside.setContentsMargins(side, length(Length.SPACE_3), side, length(Length.SPACE_3))
        inside.setSpacing(length(Length.SPACE_4))
        inside.addStretch(1)
        inside.addWidget(self._state)
        inside.addWidget(self._again, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(1)
        self._again.hide()

    def _connect(self) -> None:
        self._before.clicked.connect(self._on_before)
        self._after.clicked.connect(self._on_after)
        self._smaller.clicked.connect(self._on_smaller)
        self._larger.clicked.connect(self._on_larger)
        self.pages.turn_wanted.connect(self.turn_wanted)
        self.pages.zoom_wanted.connect(self.zoom_wanted)
        self._again.clicked.connect(self.retry_wanted)
        self._save.clicked.connect(self.save_wanted)
        self._print.clicked.connect(self.print_wanted)
        self._pass_on.clicked.connect(self.pass_on_wanted)
        self._close.clicked.connect(self.cancelled)

    def _on_before(self) -> None:
        self.turn_wanted.emit(-1)

    def _on_after(self) -> None:
        self.turn_wanted.emit(1)

    def _on_smaller(self) -> None:
        self.zoom_wanted.emit(-1)

    def _on_larger(self) -> None:
        self.zoom_wanted.emit(1)
