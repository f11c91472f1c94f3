"""Other kinds of file inside one that is said to be a PDF or a picture (trust.md B10)."""

import io
import re
import zipfile
from typing import Final

from server_stub.helpline.attachment_values import AttachmentRefusal
from server_stub.papers.refused import NotTaken

_MARKUP: Final = re.compile(rb"(?i)<\s*(?:!doctype|html|head|body|script|svg|iframe|\?php)")
# What follows a picture's end, where nothing of the picture is any more.
_BEHIND: Final = re.compile(
    rb"(?i)PK\x03\x04|PK\x05\x06|%PDF-|Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|\x7fELF|MZ.{58}"
    rb"|<\s*(?:!doctype|html|script|svg|iframe)",
    re.DOTALL,
)
_LOOKED_AT: Final = 4_096


def refuse_archives(content: bytes) -> None:
    """Raises `NotTaken` where the same bytes open as a ZIP archive, which is read from its end."""
    if zipfile.is_zipfile(io.BytesIO(content)):
        raise NotTaken(AttachmentRefusal.MIXED)


def refuse_markup(content: bytes) -> None:
    """Raises `NotTaken` where a browser that guesses would see a page at its beginning."""
    if _MARKUP.search(content[:_LOOKED_AT]):
        raise NotTaken(AttachmentRefusal.MIXED)


def refuse_behind(rest: bytes) -> None:
    """Raises `NotTaken` where another file follows a picture. What a camera leaves there is left out."""
    if _BEHIND.search(rest):
        raise NotTaken(AttachmentRefusal.MIXED)
