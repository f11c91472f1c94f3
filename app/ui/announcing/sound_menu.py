"""The menu of how new work is announced: the sound, how loud, how often, and what this computer cannot do."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.announcing.sound_choice import REPEATS_S, VOLUMES, SoundChoice, in_words
from app.ui.parts.menu import OutlinedMenu
from app.ui.text_runs import without_mnemonics
from app.ui.theme import Theme


class SoundMenu(OutlinedMenu):
    """``chosen`` carries the whole choice as it is kept; ``tried``: she wants to hear it."""

    chosen = Signal(str)
    tried = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(theme, "soundMenu", parent=parent)
        self.setTitle(without_mnemonics(self.tr("Sound of new work")))
        self._choice = SoundChoice()
        self._sound = self.addAction(without_mnemonics(self.tr("Sound is on")))
        self._sound.setObjectName("soundOn")
        self._sound.setCheckable(True)
        self._sound.triggered.connect(self._on_sound)
        self._concern = self.addAction(without_mnemonics(self.tr("Sound for a possible crisis")))
        self._concern.setObjectName("soundForConcern")
        self._concern.setCheckable(True)
        self._concern.triggered.connect(self._on_concern)
        volumes = {
            VOLUMES[0]: self.tr("Soft"),
            VOLUMES[1]: self.tr("Normal"),
            VOLUMES[2]: self.tr("Loud"),
        }
        self._volumes = self._made_choices(self.tr("Volume"), "volume", volumes)
        repeats = {
            REPEATS_S[0]: self.tr("Every 10 seconds"),
            REPEATS_S[1]: self.tr("Every 20 seconds"),
            REPEATS_S[2]: self.tr("Every minute"),
            REPEATS_S[3]: self.tr("Once only"),
        }
        self._repeats = self._made_choices(self.tr("Repeat until seen"), "repeat", repeats)
        trial = self.addAction(without_mnemonics(self.tr("Try the sound")))
        trial.setObjectName("trySound")
        trial.triggered.connect(self.tried)
        self.addSeparator()
        self._no_device = self._said("noSoundDevice", self.tr("This computer has no sound device just now"))
        self._no_tray = self._said("noTray", self.tr("There is no notification area on this desktop"))
        self.show_choice(self._choice)

    def show_choice(self, choice: SoundChoice) -> None:
        """Show what is chosen."""
        self._choice = choice
        self._sound.setChecked(choice.is_on)
        self._concern.setChecked(choice.for_concern)
        self._concern.setEnabled(choice.is_on)
        for group, value in ((self._volumes, choice.volume), (self._repeats, choice.repeat_s)):
            for action in group.actions():
                action.setChecked(action.data() == value)
                action.setEnabled(choice.is_on)

    def show_means(self, *, has_device: bool, has_tray: bool) -> None:
        """Say what this computer cannot do."""
        self._no_device.setVisible(not has_device)
        self._no_tray.setVisible(not has_tray)

    def _made_choices(self, title: str, name: str, words: dict[int, str]) -> QActionGroup:
        menu: QMenu = OutlinedMenu(self._theme, f"{name}Menu", words=without_mnemonics(title), parent=self)
        self.addMenu(menu)
        group = QActionGroup(self)
        group.setObjectName(name)
        for value, each in words.items():
            action = QAction(without_mnemonics(each), self)
            action.setObjectName(f"{name} {value}")
            action.setCheckable(True)
            action.setData(value)
            group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(self._on_chosen)
        return group

    def _said(self, name: str, words: str) -> QAction:
        action = self.addAction(without_mnemonics(words))
        action.setObjectName(name)
        action.setEnabled(False)
        action.setVisible(False)
        return action

    def _on_sound(self, is_on: bool) -> None:
        self._choose(replace(self._choice, is_on=is_on))

    def _on_concern(self, is_wanted: bool) -> None:
        self._choose(replace(self._choice, for_concern=is_wanted))

    def _on_chosen(self, action: QAction) -> None:
        value = int(action.data())
        is_volume = action.actionGroup() is self._volumes
        self._choose(
            replace(self._choice, volume=value) if is_volume else replace(self._choice, repeat_s=value)
        )

    def _choose(self, choice: SoundChoice) -> None:
        self.show_choice(choice)
        self.chosen.emit(in_words(choice))
