"""The guarded process: reads one asking and one file from its input, answers with one page's pixels, ends.

Nothing of a customer's file is read anywhere else on the workstation. It is loaded with its libraries first,
then confined, and only then looks at the first byte of the file.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO, Final

from app.papers.confinement import confine
from app.papers.exchange import (
    ASKING_BYTES,
    MOST_PAGES,
    READY,
    Answer,
    Asking,
    Kind,
    Verdict,
    asking_of,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

MOST_SIDE: Final = 16_000
_MOST_TAKEN: Final = {Kind.JPEG: 64_000_000, Kind.PNG: 24_000_000}
"""Pixels of a picture as it was taken. A photograph is made smaller while it is read, a png only then."""
_MAY_BE_MEMORY: Final = 16_000_000
_WRONG_USE: Final = 2
_NAMES: Final = {Kind.JPEG: b"jpeg", Kind.PNG: b"png"}
Decode = Callable[[Asking, bytes], tuple[Answer, bytes]]


def main() -> int:
    """Answer one asking on the standard streams; the exit code. A file can make it end by itself instead."""
    try:
        asked = asking_of(sys.stdin.buffer.read(ASKING_BYTES))
    except ValueError:
        return _WRONG_USE
    decode = _prepared(asked.kind)
    confine()
    sys.stdout.buffer.write(READY)
    sys.stdout.buffer.flush()
    answer, pixels = _answer(decode, asked, sys.stdin.buffer)
    sys.stdout.buffer.write(answer.packed())
    sys.stdout.buffer.write(pixels)
    sys.stdout.buffer.flush()
    # Not the long way out: tidying up would ask for what is no longer allowed.
    os._exit(0)


def _answer(decode: Decode, asked: Asking, stream: BinaryIO) -> tuple[Answer, bytes]:
    try:
        return decode(asked, stream.read(asked.size))
    except MemoryError:
        return Answer(Verdict.TOO_LARGE), b""
    except Exception:
        # What it says may hold what stands in the file; the desk is told no more than this.
        return Answer(Verdict.UNREADABLE), b""


def _prepared(kind: Kind) -> Decode:
    """The decoder with its library loaded: afterwards no file can be opened."""
    if kind is Kind.PDF:
        import pypdfium2  # noqa: F401

        return _page_of_pdf
    # Pictures are made on this thread: others can no longer be begun, and it would wait for them for ever.
    os.environ["QT_NO_GUI_THREADPOOL"] = "1"
    from PySide6.QtCore import QBuffer
    from PySide6.QtGui import QImageReader

    # Asked for by name, its plugin is loaded now. Others are not there, whatever the file says it is.
    nothing = QBuffer()
    QImageReader(nothing, _NAMES[kind]).canRead()
    return _picture


# --- documents ----------------------------------------------------------------------------------------------


def _page_of_pdf(asked: Asking, content: bytes) -> tuple[Answer, bytes]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as failure:
        is_locked = failure.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        return Answer(Verdict.LOCKED if is_locked else Verdict.UNREADABLE), b""
    pages = min(len(document), MOST_PAGES)
    if asked.page >= pages:
        return Answer(Verdict.UNREADABLE), b""
    # What was written into the fields of a form is drawn too: an application is mostly that.
    document.init_forms()
    page = document[asked.page]
    page_width, page_height = page.get_size()
    scale = min(asked.width / page_width, asked.height / page_height)
    width, height = _whole(page_width * scale), _whole(page_height * scale)
    bitmap = pypdfium2.PdfBitmap.new_native(width, height, pypdfium2.raw.FPDFBitmap_BGRx)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
    where = (page.raw, 0, 0, width, height, 0)
    shown = pypdfium2.raw.FPDF_ANNOT | pypdfium2.raw.FPDF_RENDER_LIMITEDIMAGECACHE
    pypdfium2.raw.FPDF_RenderPageBitmap(bitmap.raw, *where, shown)
    if document.formenv is not None:
        pypdfium2.raw.FPDF_FFLDraw(document.formenv.raw, bitmap.raw, *where, shown)
    return Answer(Verdict.SHOWN, pages, width, height), bytes(bitmap.buffer)


# --- pictures -----------------------------------------------------------------------------------------------


def _picture(asked: Asking, content: bytes) -> tuple[Answer, bytes]:
    from PySide6.QtCore import QBuffer, QByteArray, QSize
    from PySide6.QtGui import QImageIOHandler, QImageReader

    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, _NAMES[asked.kind])
    reader.setAutoTransform(True)
    # Memory is what the system allows this process; the library's own limit is another number.
    QImageReader.setAllocationLimit(0)
    size = reader.size()
    if asked.page or not size.isValid():
        return Answer(Verdict.UNREADABLE), b""
    taken = size.width() * size.height()
    if max(size.width(), size.height()) > MOST_SIDE or taken > _MOST_TAKEN[asked.kind]:
        return Answer(Verdict.TOO_LARGE), b""
    is_on_its_side = reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90
    box = (asked.height, asked.width) if is_on_its_side else (asked.width, asked.height)
    scale = min(1.0, box[0] / size.width(), box[1] / size.height())
    if scale < 1.0:
        reader.setScaledSize(QSize(_whole(size.width() * scale), _whole(size.height() * scale)))
    image = reader.read()
    if image.isNull():
        # The library does not say which of the two it was.
        return Answer(Verdict.TOO_LARGE if taken > _MAY_BE_MEMORY else Verdict.UNREADABLE), b""
    return Answer(Verdict.SHOWN, 1, image.width(), image.height()), _on_white(image)


def _on_white(image: QImage) -> bytes:
    """What can be seen through is paper: a signature on nothing is black on white."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter

    if image.hasAlphaChannel():
        paper = QImage(image.size(), QImage.Format.Format_RGB32)
        paper.fill(Qt.GlobalColor.white)
        painter = QPainter(paper)
        painter.drawImage(0, 0, image)
        painter.end()
        return bytes(paper.constBits())
    return bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits())


def _whole(length: float) -> int:
    return max(1, int(length))


if __name__ == "__main__":
    sys.exit(main())
