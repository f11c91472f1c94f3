"""Which lines of the conversation go with a question: none, until they are ticked."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desk.consultation_views import LinkedConversation
from app.domain.consultation import MOST_ATTACHED
from app.domain.conversation import Author
from app.ui.consultations.thread_rows import shown
from app.ui.parts.button import Button, Look
from app.ui.parts.list_view import ListView
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.shift.queue_tick_delegate import QueueTickDelegate
from app.ui.text_runs import one_line
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type

_SEQ = Qt.ItemDataRole.UserRole


class AttachedLines(QWidget):
    """``chosen``: the seqs that are ticked; nothing while the question is not about the conversation."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attachedLines")
        self._linked: LinkedConversation | None = None
        self._link = Button(theme, "linkConversation", "", look=Look.CHIP, parent=self)
        self._link.setCheckable(True)
        self._link.toggled.connect(self._show)
        self._identity = Button(
            theme,
            "allowIdentity",
            self.tr("The customer lets me tell who she is"),
            look=Look.CHIP,
            parent=self,
        )
        self._identity.setCheckable(True)
        self._identity.toggled.connect(self._show)
        self._hint = PlainLabel(theme, wraps=True, parent=self)
        self._hint.setObjectName("attachedHint")
        self._model = QStandardItemModel(self)
        self._list = ListView(theme, "attachedList", ground=Colour.SURFACE, parent=self)
        self._list.setFixedHeight(5 * theme.length(Length.ROW_DENSE))
        self._list.setAccessibleName(self.tr("Lines of the conversation that go along"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(QueueTickDelegate(theme, parent=self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.length(Length.SPACE_3))
        for widget in (self._link, self._identity, self._hint):
            layout.addWidget(widget)
        layout.addWidget(self._list)
        self._show()

    def show_linked(self, linked: LinkedConversation | None) -> None:
        """The conversation that may be linked; another one begins with nothing ticked."""
        before, self._linked = self._linked, linked
        is_same = (
            before is not None and linked is not None and before.conversation_id == linked.conversation_id
        )
        if not is_same:
            self.forget()
        self._renew(linked)
        self._show()

    def forget(self) -> None:
        """Nothing is linked, ticked or allowed."""
        self._model.clear()
        self._link.setChecked(False)
        self._identity.setChecked(False)

    @property
    def linked(self) -> LinkedConversation | None:
        """The conversation the question is about, if it is about one."""
        return self._linked if self._link.isChecked() else None

    @property
    def chosen(self) -> tuple[int, ...]:
        """The lines that are ticked, in order."""
        if self.linked is None:
            return ()
        items = (self._model.item(row) for row in range(self._model.rowCount()))
        ticked = (int(item.data(_SEQ)) for item in items if item.checkState() is Qt.CheckState.Checked)
        return tuple(sorted(ticked))[:MOST_ATTACHED]

    @property
    def is_identity_allowed(self) -> bool:
        """Whether the customer has let her tell who she is."""
        return self.linked is not None and self._identity.isChecked()

    def _renew(self, linked: LinkedConversation | None) -> None:
        """Put in the lines that are new; the newest stand first, and what was ticked stays ticked."""
        known = {int(self._model.item(row).data(_SEQ)) for row in range(self._model.rowCount())}
        new = [] if linked is None else [each for each in linked.messages if each.seq not in known]
        for message in reversed(new):
            who = self.tr("Customer") if message.by is Author.CUSTOMER else self.tr("Counsellor")
            words = f"{who}: {one_line(shown(message.text))}"
            item = QStandardItem(words)
            item.setAccessibleText(words)
            item.setData(message.seq, _SEQ)
            item.setCheckable(True)
            item.setEditable(False)
            self._model.insertRow(0, item)

    def _show(self) -> None:
        linked, is_on = self._linked, self._link.isChecked()
        self.setVisible(linked is not None)
        if linked is not None:
            words = self.tr("About the conversation with customer {alias}")
            self._link.set_words(words.format(alias=linked.alias))
        for button in (self._link, self._identity):
            button.set_look(Look.PRIMARY if button.isChecked() else Look.CHIP, None)
        for widget in (self._identity, self._hint, self._list):
            widget.setVisible(is_on)
        hint = (
            self.tr("The lines you tick go along as they were written.")
            if self._identity.isChecked()
            else self.tr("Only the lines you tick go along, and personal data in them is covered.")
        )
        self._hint.set_runs(runs_of(hint, Type.SMALL, Colour.MUT))
