"""The counsellor's own menu: language, colours, the sound of new work, keys, signing out."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from app.ui.announcing.sound_choice import SoundChoice
from app.ui.announcing.sound_menu import SoundMenu
from app.ui.language import Language
from app.ui.parts.menu import OutlinedMenu
from app.ui.text_runs import without_mnemonics
from app.ui.theme import Theme, ThemeChoice
from app.ui.words import language_name


class PersonMenu(OutlinedMenu):
    """``language_chosen`` and ``theme_chosen`` carry the value's name · ``sound_chosen`` the whole choice as
    it is kept; ``sound_tried``: she wants to hear it. At the door nobody has work, keys or a sound yet.
    """

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    sound_chosen = Signal(str)
    sound_tried = Signal()

    def __init__(
        self,
        *,
        language: Language,
        theme: Theme,
        sign_out: QAction | None,
        keys: tuple[QAction, ...],
        shift: tuple[QAction, ...] = (),
        parent: QWidget,
    ) -> None:
        super().__init__(theme, "personMenu", parent=parent)
        self.addSection(self.tr("Language"))
        languages = QActionGroup(self)
        for each in Language:
            action = self._choice(languages, language_name(each), each.value, is_chosen=each is language)
            action.triggered.connect(self._on_language)
        self.addSection(self.tr("Colours"))
        self._themes = QActionGroup(self)
        names = {
            ThemeChoice.SYSTEM: self.tr("As the system"),
            ThemeChoice.LIGHT: self.tr("Light"),
            ThemeChoice.DARK: self.tr("Dark"),
            ThemeChoice.HIGH_CONTRAST: self.tr("High contrast"),
        }
        for choice, words in names.items():
            action = self._choice(self._themes, words, choice.value, is_chosen=choice is theme.choice)
            action.triggered.connect(self._on_theme)
        self._sound: SoundMenu | None = None
        if sign_out is not None:
            self.addSeparator()
            self._sound = SoundMenu(theme, parent=self)
            self._sound.chosen.connect(self.sound_chosen)
            self._sound.tried.connect(self.sound_tried)
            self.addMenu(self._sound)
            for action in (*shift, *keys, sign_out):
                self.addAction(action)

    def show_sound(self, choice: SoundChoice, *, has_device: bool, has_tray: bool) -> None:
        """Show how new work is announced, and what this computer cannot do."""
        if self._sound is not None:
            self._sound.show_choice(choice)
            self._sound.show_means(has_device=has_device, has_tray=has_tray)

    def open_below(self, widget: QWidget) -> None:
        """Open at the lower right corner of ``widget``."""
        for action in self._themes.actions():
            action.setChecked(action.data() == self._theme.choice.value)
        super().open_below(widget)

    def _choice(self, group: QActionGroup, words: str, value: str, *, is_chosen: bool) -> QAction:
        action = QAction(without_mnemonics(words), self)
        action.setObjectName(f"choose {value}")
        action.setCheckable(True)
        action.setChecked(is_chosen)
        action.setData(value)
        group.addAction(action)
        self.addAction(action)
        return action

    def _on_language(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.language_chosen.emit(str(action.data()))

    def _on_theme(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.theme_chosen.emit(str(action.data()))
