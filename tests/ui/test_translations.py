"""Finnish and Swedish are complete, and what is compiled is what is written."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QKeySequence

from app.ui.language import Language, Translators
from tests.support.screens import RESOURCES, Screens
from tests.support.source_texts import LANGUAGES, WORDS, compiled, read_words, source_texts, wanted

PLACES = re.compile(r"\{[a-z]+\}|%n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_screens_has_its_words_and_none_is_left_over(language: str):
    held = read_words(language)
    assert set(held) == set(wanted(language))
    assert [text for text, forms in held.items() if not all(forms)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_and_numbers_stand_in_the_words_as_in_the_source(language: str):
    for text, forms in read_words(language).items():
        for form in forms:
            assert sorted(PLACES.findall(form)) == sorted(PLACES.findall(text.source)), text


def test_there_are_texts_and_some_are_counted():
    texts = source_texts()
    assert len(texts) > 150
    assert sum(1 for text in texts if text.is_counted) > 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_file_is_made_from_the_words(language: str, tmp_path: Path):
    kept = (WORDS / f"vuoro_{language}.qm").read_bytes()
    assert compiled(language, tmp_path).read_bytes() == kept


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [
        (Language.FINNISH, "1 merkki jäljellä", "2 merkkiä jäljellä"),
        (Language.SWEDISH, "1 tecken kvar", "2 tecken kvar"),
        (Language.ENGLISH, "1 character left", "2 characters left"),
    ],
)
def test_numbers_have_their_forms(screens: Screens, language: Language, one: str, many: str):
    screens.speak(language)
    words = "%n character(s) left"
    assert QCoreApplication.translate("Composer", words, "", 1) == one
    assert QCoreApplication.translate("Composer", words, "", 2) == many


def test_qts_own_words_are_spoken_too_and_ours_win(screens: Screens):
    screens.speak(Language.SWEDISH)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Avbryt"
    assert QCoreApplication.translate("conversation", "Cancel") == "Avbryt"
    screens.speak(Language.FINNISH)
    assert QCoreApplication.translate("conversation", "Cancel") == "Peruuta"
    assert QLocale().language() == QLocale.Language.Finnish


def test_missing_words_are_told(qapp, tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        Translators(tmp_path).speak(Language.FINNISH)
    assert (RESOURCES / "i18n" / "vuoro_fi.qm").exists()


@pytest.mark.parametrize("language", Language)
def test_a_menu_names_a_key_as_its_cap_does(screens: Screens, language: Language):
    """Qt's Finnish says Vaihto and its Swedish Skift, the word for a shift at work; F1 says Shift."""
    screens.speak(language)
    assert QKeySequence("Ctrl+Shift+V").toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+Shift+V"
