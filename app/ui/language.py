"""The language of the screens: Qt's own words first, then ours; English needs only its plurals."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLibraryInfo, QLocale, QTranslator


class Language(StrEnum):
    """Languages the program speaks."""

    FINNISH = "fi"
    SWEDISH = "sv"
    ENGLISH = "en"


def system_language() -> Language:
    """Swedish where the system speaks it, else Finnish."""
    code = QLocale.system().name()[:2]
    return Language.SWEDISH if code == Language.SWEDISH else Language.FINNISH


_QT_WORDS = (QT_TRANSLATE_NOOP("QShortcut", "Shift"),)
"""What Qt says of its own and we say otherwise. Its Finnish and Swedish call the key *Vaihto* and *Skift* in
menus, which no key cap says, and the second is the word for a shift at work.
"""


class Translators:
    """Installs the translators of one language and takes out the former ones."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._installed: list[QTranslator] = []

    def speak(self, language: Language) -> None:
        """Speak ``language`` from now on; windows made before keep their words.

        ``FileNotFoundError`` when the program's own words are missing.
        """
        application = QCoreApplication.instance()
        if application is None:
            return
        self.speak_nothing()
        QLocale.setDefault(QLocale(language.value))
        if language is Language.ENGLISH:
            self._load("vuoro_en", self._folder, application, is_needed=True)
            return
        system = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        # Qt's words first: the translator installed last is asked first.
        self._load(f"qtbase_{language.value}", system, application, is_needed=False)
        self._load(f"vuoro_{language.value}", self._folder, application, is_needed=True)

    def speak_nothing(self) -> None:
        """Take the translators out again."""
        for old in self._installed:
            QCoreApplication.removeTranslator(old)
        self._installed = []

    def _load(self, name: str, folder: Path, application: QCoreApplication, *, is_needed: bool) -> None:
        translator = QTranslator()
        if translator.load(name, str(folder)):
            application.installTranslator(translator)
            self._installed.append(translator)
        elif is_needed:
            raise FileNotFoundError(folder / f"{name}.qm")
