"""Rows of the palette as plain values: what a search finds among actions, conversations and answers."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from app.desk.canned_view import CannedRow
from app.desk.panes import Tab
from app.desk.searching import has_words
from app.ui.actions import Deed, key_words
from app.ui.palette.search_words import SEARCH_WORDS
from app.ui.words import customer, identity_word, in_language


class Found(Enum):
    """What a row is."""

    DEED = auto()
    CONVERSATION = auto()
    ANSWER = auto()


@dataclass(frozen=True, slots=True)
class PaletteRow:
    """``target`` is the deed's name, the conversation's id or the answer's shortcut; ``keys`` its key cap."""

    found: Found
    target: str
    title: str
    under: str
    keys: str = ""


def deed_rows(deeds: tuple[Deed, ...], searched: str) -> list[PaletteRow]:
    """Actions found by the words on the screen or by those of any language."""
    return [
        PaletteRow(Found.DEED, deed.name, deed.words, "", key_words(deed.keys[0]) if deed.keys else "")
        for deed in deeds
        if has_words(searched, (deed.words, SEARCH_WORDS.get(deed.name, "")))
    ]


def conversation_rows(tabs: tuple[Tab, ...], searched: str) -> list[PaletteRow]:
    """Her conversations, found by number or identity; "keskustelu", "samtal" and "conversation" find all."""
    return [
        PaletteRow(Found.CONVERSATION, tab.conversation_id, customer(tab.alias), identity_word(tab.identity))
        for tab in tabs
        if has_words(
            searched,
            (
                customer(tab.alias),
                identity_word(tab.identity),
                "asiakas keskustelu kund samtal customer conversation",
            ),
        )
    ]


def answer_rows(answers: tuple[CannedRow, ...], language: str) -> list[PaletteRow]:
    """Canned answers that were found already."""
    return [
        PaletteRow(
            Found.ANSWER, row.shortcut, f"{row.shortcut} · {in_language(row.name, language)}", row.text
        )
        for row in answers
    ]


def found_word(found: Found) -> str:
    """What a row is, in a word."""
    match found:
        case Found.DEED:
            return QCoreApplication.translate("palette", "action")
        case Found.CONVERSATION:
            return QCoreApplication.translate("palette", "conversation")
        case Found.ANSWER:
            return QCoreApplication.translate("palette", "canned answer")


def spoken_found(row: PaletteRow) -> str:
    """What a screen reader says of a row."""
    return ", ".join(each for each in (row.title, found_word(row.found), row.keys, row.under) if each)
