"""The wrap-up of a call that closes its request: between the sheet and the desk."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from app.desk.call_wrap_ups import notes_slot
from app.desk.desk import Desk
from app.desk.wrap_up_view import call_wrap_up_sheet
from app.domain.ids import CallbackId
from app.domain.problems import Problem
from app.domain.wrap_up import Choice
from app.ui.parts.scroll_bar import SlimScrollBar
from app.ui.theme import Theme
from app.ui.wrap_up.sheet import WrapUpView


class SheetRoom(QScrollArea):
    """As wide as there is room and as high as its sheet, else scrolled. ``changed``: the sheet needs more or
    less than before.
    """

    changed = Signal()

    def __init__(self, theme: Theme, sheet: WrapUpView, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self.setObjectName("callWrapUpRoom")
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setVerticalScrollBar(SlimScrollBar(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(sheet)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def sizeHint(self) -> QSize:
        layout = self._sheet.layout()
        return QSize(0, layout.totalHeightForWidth(self._sheet.width()) if layout is not None else 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._sheet.setFixedWidth(self.viewport().width())
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._sheet and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self.changed.emit()
        return super().eventFilter(watched, event)


class CallWrapUp(QObject):
    """Keeps nothing: choices are the desk's, notes are a draft. ``record_wanted``: with what stands here ·
    ``closed``: the keys go elsewhere.
    """

    record_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, desk: Desk, *, language: str, view: QWidget) -> None:
        super().__init__(view)
        self._desk = desk
        self._callback_id: CallbackId | None = None
        self._searched = ""
        self.sheet = WrapUpView(theme, language=language, scrolls=False)
        self.room = SheetRoom(theme, self.sheet, parent=view)
        self.sheet.reason_pressed.connect(self._on_reason)
        self.sheet.outcome_pressed.connect(self._on_outcome)
        self.sheet.adding_pressed.connect(self._on_adding)
        self.sheet.test_pressed.connect(self._on_test)
        self.sheet.searched.connect(self._on_searched)
        self.sheet.edited.connect(self._on_edited)
        self.sheet.finish_wanted.connect(self.record_wanted)
        self.sheet.cancelled.connect(self._on_cancelled)

    @property
    def is_open(self) -> bool:
        """Whether the sheet is there to be filled in."""
        return self._callback_id is not None

    def open(self, callback_id: CallbackId) -> None:
        """Begin, or go on where it was left; nothing where the service lists nothing to choose."""
        confirmed = self._desk.seen.confirmed
        callback = confirmed.callbacks.get(callback_id)
        if callback is None or not confirmed.codes_of(callback.service_id).asks:
            return
        if self._callback_id == callback_id:
            self.sheet.take_keys()
            return
        self._callback_id = callback_id
        self.room.show()
        self.sheet.open(self._desk.drafts.text(notes_slot(callback_id)))
        self.show_now(None)

    def close(self) -> None:
        """Put the sheet away; choices and notes are kept."""
        self._callback_id = None
        self.room.hide()

    def show_now(self, trouble: Problem | None) -> None:
        """Show how it stands."""
        if self._callback_id is None:
            return
        choice = self._desk.call_wrap_ups.choice(self._callback_id)
        sheet = call_wrap_up_sheet(self._desk.seen, self._callback_id, choice, searched=self._searched)
        if sheet is None:
            self.close()
        else:
            self.sheet.show_now(sheet, trouble=trouble, has_unsent_text=False)
            self.room.updateGeometry()

    def _choose(self, choice: Choice) -> None:
        if self._callback_id is not None:
            self._desk.call_wrap_ups.choose(self._callback_id, choice)
            self.show_now(None)

    def _choice(self) -> Choice:
        return Choice() if self._callback_id is None else self._desk.call_wrap_ups.choice(self._callback_id)

    def _on_reason(self, code_id: str) -> None:
        self._choose(self._choice().with_reason(code_id))

    def _on_outcome(self, code_id: str) -> None:
        self._choose(self._choice().with_outcome(code_id))

    def _on_adding(self) -> None:
        self._choose(self._choice().adding())

    def _on_test(self) -> None:
        self._choose(self._choice().toggled_test())

    def _on_searched(self, text: str) -> None:
        self._searched = text
        self.show_now(None)

    def _on_edited(self, text: str) -> None:
        if self._callback_id is not None:
            self._desk.drafts.typed(notes_slot(self._callback_id), text)

    def _on_cancelled(self) -> None:
        self.close()
        self.closed.emit()
