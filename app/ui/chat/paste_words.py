"""What is said of a text that is too long to paste."""

from PySide6.QtCore import QCoreApplication


def paste_words(characters: int) -> str:
    """It has not gone into the box, and where it still is."""
    words = QCoreApplication.translate(
        "Composer", "Too long to paste: {count} characters. It is still on the clipboard; paste it in parts."
    )
    return words.format(count=characters)
