"""A PDF file, looked at object by object: how many pages, and nothing that does anything by itself.

Nothing is drawn and no page's content is unpacked. A file is refused that is encrypted, that runs scripts or
programs, sends what is filled in, opens other files or brings some along (ISO 32000-1, 7.11, 12.5, 12.6). It
is kept byte by byte as it came: signed documents stay what they are.
"""

import io
import re
from collections.abc import Iterator
from typing import Final

from pypdf import PdfReader
from pypdf.errors import LimitReachedError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject

from server_stub.helpline.attachment_values import AttachmentRefusal
from server_stub.papers.foreign import refuse_archives, refuse_markup
from server_stub.papers.refused import NotTaken

BEGINS: Final = b"%PDF-"
MOST_OBJECTS: Final = 100_000
MOST_PAGES: Final = 2_000
_END: Final = b"%%EOF"
_END_WITHIN: Final = 1_024
_DEEPEST: Final = 60
_KEYS: Final = frozenset({"/JS", "/JavaScript", "/AA", "/XFA", "/EF", "/EmbeddedFiles", "/RichMediaContent"})
_ACTIONS: Final = frozenset(
    {
        *("/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToR", "/GoToE"),
        *("/Rendition", "/Movie", "/Sound", "/RichMediaExecute", "/GoTo3DView"),
    }
)
_ANNOTATIONS: Final = frozenset({"/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"})
# Words long enough to mean it: objects that no table names are found by viewers that mend a file.
_PLAIN: Final = re.compile(rb"/(?:JavaScript|Launch|EmbeddedFile|RichMedia|ImportData|SubmitForm)\b")


def pages(content: bytes) -> int:
    """How many pages it has. Raises `NotTaken`."""
    refuse_archives(content)
    refuse_markup(content)
    if _END not in content[-_END_WITHIN:]:
        raise NotTaken(AttachmentRefusal.DAMAGED)
    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted or "/Encrypt" in reader.trailer:
            raise NotTaken(AttachmentRefusal.LOCKED)
        if _PLAIN.search(content):
            raise NotTaken(AttachmentRefusal.ACTIVE)
        _look_through(reader)
        count = len(reader.pages)
    except LimitReachedError:
        raise NotTaken(AttachmentRefusal.TOO_BIG_INSIDE) from None
    except (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        # Whatever a broken file trips the parser with: it is not taken.
        raise NotTaken(AttachmentRefusal.DAMAGED) from None
    if not count:
        raise NotTaken(AttachmentRefusal.DAMAGED)
    if count > MOST_PAGES:
        raise NotTaken(AttachmentRefusal.TOO_BIG_INSIDE)
    return count


def _look_through(reader: PdfReader) -> None:
    _refuse_active(reader.trailer, 0)
    for number, (name, generation) in enumerate(_named(reader)):
        if number >= MOST_OBJECTS:
            raise NotTaken(AttachmentRefusal.TOO_BIG_INSIDE)
        _refuse_active(reader.get_object(IndirectObject(name, generation, reader)), 0)


def _named(reader: PdfReader) -> Iterator[tuple[int, int]]:
    for generation, names in reader.xref.items():
        for name in names:
            yield name, generation
    for name in reader.xref_objStm:
        yield name, 0


def _refuse_active(node: object, depth: int) -> None:
    """Looks at an object and what stands in it. What it only points to is an object of its own."""
    if depth > _DEEPEST:
        raise NotTaken(AttachmentRefusal.TOO_BIG_INSIDE)
    if isinstance(node, DictionaryObject):
        if not _KEYS.isdisjoint(node):
            raise NotTaken(AttachmentRefusal.ACTIVE)
        if _named_by(node, "/S") in _ACTIONS or _named_by(node, "/Subtype") in _ANNOTATIONS:
            raise NotTaken(AttachmentRefusal.ACTIVE)
        for each in node.values():
            _refuse_active(each, depth + 1)
    elif isinstance(node, ArrayObject):
        for each in node:
            _refuse_active(each, depth + 1)


def _named_by(node: DictionaryObject, key: str) -> str:
    found = node.get(key)
    return str(found) if isinstance(found, NameObject) else ""
