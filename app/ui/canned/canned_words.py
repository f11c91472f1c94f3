"""What the rows of canned answers say, seen and heard."""

from PySide6.QtCore import QCoreApplication

from app.desk.canned_view import CannedRow
from app.ui.words import in_language, language_name


def language_words(row: CannedRow) -> str:
    """``suomi``; ``vain: suomi`` where there is no text in the customer's language."""
    if not row.is_fallback:
        return language_name(row.language)
    words = QCoreApplication.translate("canned", "only in: {language}")
    return words.format(language=language_name(row.language))


def spoken_answer(row: CannedRow, language: str) -> str:
    """What a screen reader says of a row."""
    return f"{row.shortcut}, {in_language(row.name, language)}, {language_words(row)}: {row.text}"
