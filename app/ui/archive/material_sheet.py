"""A conversation without personal data, shown before it is kept: read, changed, copied, saved (R103)."""

from PySide6.QtCore import QIODevice, QSaveFile, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.icons import Icon
from app.ui.parts.button import Button, Look
from app.ui.parts.ground import Ground
from app.ui.parts.input_frame import InputFrame
from app.ui.parts.scroll_bar import SlimScrollBar
from app.ui.parts.scroller import Scroller
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type


class MaterialSheet(Ground):
    """``closed``: she is done with it · ``changed``: she has changed it, or saved what she had changed.
    Nothing leaves it before she has said that she has read it through.
    """

    closed = Signal()
    changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(theme, "materialSheet", Colour.SURFACE, parent=parent)
        heading = runs_of(self.tr("Without personal data"), Type.TITLE, Colour.INK, weight=700)
        self._heading = PlainLabel(theme, heading, wraps=True, parent=self)
        words = self.tr(
            "Names, numbers, addresses, days and times that could be found are covered. Not everything can "
            "be found: read the text through yourself and take out whatever tells who or where somebody is. "
            "You can change it here; nothing is kept before you save or copy it."
        )
        self._warning = PlainLabel(theme, runs_of(words, Type.BODY, Colour.WAIT), wraps=True, parent=self)
        self._warning.setObjectName("materialWarning")
        self._text = QPlainTextEdit(self)
        self._text.setObjectName("materialText")
        self._text.setAccessibleName(self.tr("The conversation without personal data"))
        self._text.setFont(theme.font(Type.BODY))
        self._text.setTabChangesFocus(True)
        self._text.setVerticalScrollBar(SlimScrollBar(theme, self._text))
        self._text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self._text.textChanged.connect(self._on_edited)
        words = self.tr("I have read it through")
        self._is_read = Button(theme, "materialRead", words, look=Look.CHIP, parent=self)
        self._is_read.setCheckable(True)
        self._is_read.toggled.connect(self._show)
        self._save = Button(
            theme, "materialSave", self.tr("Save without personal data"), look=Look.PRIMARY, parent=self
        )
        self._save.clicked.connect(self._on_save)
        self._copy = Button(theme, "materialCopy", self.tr("Copy"), parent=self)
        self._copy.clicked.connect(self._on_copy)
        words = self.tr("Back to the conversation")
        self._close = Button(theme, "materialClose", words, look=Look.LINK, parent=self)
        self._close.clicked.connect(self.closed)
        self._told = PlainLabel(theme, wraps=True, parent=self)
        self._told.setObjectName("materialTold")
        self._lay_out()

    @property
    def has_text(self) -> bool:
        """Whether there is a text that she may have begun to change."""
        return bool(self._text.toPlainText())

    @property
    def unsaved(self) -> str:
        """What she has changed and neither saved nor copied as it stands; "" for nothing."""
        return self._text.toPlainText() if self._text.document().isModified() else ""

    def show_text(self, text: str, *, is_changed: bool = False) -> None:
        """Show another conversation's material, or what she has changed of it; she has not read it yet."""
        with QSignalBlocker(self._text):
            self._text.setPlainText(text)
        self._text.document().setModified(is_changed)
        self._is_read.setChecked(False)
        self._tell("", Colour.MUT)
        self._show()

    def tell(self, words: str) -> None:
        """Say something about it under the buttons."""
        self._tell(words, Colour.MUT)

    def forget(self) -> None:
        """Keep nothing of it."""
        self.show_text("")

    def save_to(self, path: str) -> bool:
        """Write the text as it stands into a file of hers, whole or not at all; whether it could be."""
        file = QSaveFile(path)
        data = self._text.toPlainText().encode()
        is_saved = (
            file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(data) == len(data) and file.commit()
        )
        if is_saved:
            self._text.document().setModified(False)
            self.changed.emit()
            self._tell(self.tr("Saved. Whoever can open the file can read it."), Colour.OK)
        else:
            self._tell(
                self.tr("It could not be saved there. The text is still here; choose another place."),
                Colour.BAD,
            )
        return is_saved

    def _lay_out(self) -> None:
        length = self._theme.length
        layout = QVBoxLayout(self)
        side = length(Length.SPACE_6)
        layout.setContentsMargins(side, side, side, side)
        layout.setSpacing(length(Length.SPACE_4))
        row = QHBoxLayout()
        row.addWidget(self._close)
        row.addStretch(1)
        layout.addLayout(row)
        about = QWidget(self)
        above = QVBoxLayout(about)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(length(Length.SPACE_4))
        for label in (self._heading, self._warning):
            above.addWidget(label)
        spoken = self.tr("Read this before you save")
        layout.addWidget(
            Scroller(self._theme, "materialAbout", about, spoken=spoken, wraps=True, parent=self)
        )
        self._text.setMinimumHeight(3 * length(Length.ROW_DENSE))
        frame = InputFrame(self._theme, "materialFrame", self._text, side=Length.SPACE_4, parent=self)
        layout.addWidget(frame, 1)
        layout.addWidget(self._is_read)
        row = QHBoxLayout()
        for button in (self._save, self._copy):
            row.addWidget(button)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(self._told)

    def _show(self) -> None:
        self._is_read.set_look(Look.CHIP, Icon.CHECK if self._is_read.isChecked() else None)
        for button in (self._save, self._copy):
            button.setEnabled(self._is_read.isChecked())
        self._told.setVisible(bool(self._told.shown))

    def _on_edited(self) -> None:
        """What she has changed is hers to read once more."""
        self._is_read.setChecked(False)
        if self._text.document().isModified():
            self.changed.emit()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())
        self._text.document().setModified(False)
        self.changed.emit()
        self._tell(self.tr("Copied."), Colour.OK)

    def _on_save(self) -> None:
        dialog = QFileDialog(self, self.tr("Save without personal data"))
        dialog.setObjectName("materialFile")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(self.tr("good practice") + ".txt")
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def _tell(self, words: str, colour: Colour) -> None:
        self._told.set_runs(runs_of(words, Type.SMALL, colour))
        self._told.setVisible(bool(words))
