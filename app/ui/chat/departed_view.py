"""A conversation that went elsewhere: where to, and what was not sent, to be copied. Nothing is sent here."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.departed import Departed
from app.domain.draft import Draft
from app.domain.ids import ConversationId
from app.ui.chat.departed_words import departed_words, slot_word
from app.ui.chat.draft_edit import DraftEdit
from app.ui.parts.banner import Banner
from app.ui.parts.ground import Ground
from app.ui.parts.input_frame import InputFrame
from app.ui.safe_text import PlainLabel, runs_of
from app.ui.theme import Theme
from app.ui.tokens import Colour, Length, Type


class DepartedView(Ground):
    """Stands where the conversation stood, in its own tab. It has no way to send and cannot be written in, so
    that what was meant for this customer can reach no other. ``closed``: she wants the tab gone.
    """

    closed = Signal(str)

    def __init__(
        self, theme: Theme, departed: Departed, *, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "departed", Colour.SURFACE, parent=parent)
        self._departed = departed
        self._banner = Banner(theme, "departedWords", parent=self)
        self._heading = PlainLabel(theme, runs_of(self.tr("Not sent"), Type.SMALL, weight=600), parent=self)
        self._text = DraftEdit(theme, "departedText", parent=self)
        self._text.setReadOnly(True)
        self._text.setAccessibleName(
            self.tr("Text not sent to customer {alias}").format(alias=departed.alias)
        )
        self._frame = InputFrame(
            theme,
            "departedFrame",
            self._text,
            side=Length.SPACE_5,
            above=theme.length(Length.SPACE_3),
            parent=self,
        )
        self._frame.mark_locked(is_locked=True)
        self._frame.setFixedHeight(theme.length(Length.COMPOSER_MIN) * 3)
        layout = QVBoxLayout(self)
        side = theme.length(Length.SPACE_7)
        layout.setContentsMargins(side, side, side, side)
        layout.setSpacing(theme.length(Length.SPACE_4))
        layout.addWidget(self._banner)
        layout.addWidget(self._heading)
        layout.addWidget(self._frame)
        layout.addStretch(1)
        self._language = language
        self._banner.acted.connect(self._on_closed)
        self._banner.second_acted.connect(self._on_copied)
        self.setFocusProxy(self._text)

    @property
    def conversation_id(self) -> ConversationId:
        """The conversation that went elsewhere."""
        return self._departed.conversation_id

    @property
    def text_box(self) -> QPlainTextEdit:
        """Where the unsent text can be read and copied."""
        return self._text

    def show_texts(self, drafts: tuple[Draft, ...]) -> None:
        """Show what was not sent: the message, and by its name whatever else was being written."""
        text = "\n\n".join(_named(draft) for draft in drafts)
        self._banner.say(departed_words(self._departed, language=self._language, has_text=bool(text)))
        if self._text.toPlainText() != text:
            self._text.setPlainText(text)
        self._heading.setVisible(bool(text))
        self._frame.setVisible(bool(text))

    def _on_closed(self) -> None:
        self.closed.emit(self._departed.conversation_id)

    def _on_copied(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())


def _named(draft: Draft) -> str:
    """A text under what it is; the message to the customer needs no name."""
    word = slot_word(draft.conversation_id)
    return f"{word}:\n{draft.text}" if word else draft.text
