"""Printing a customer's file: its pages as the guarded process draws them, and nothing but pixels (R048)."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QTransform
from PySide6.QtPrintSupport import QPrinter

from app.desk.attachment_pages import PagePicture
from app.desk.attachments import Attachments
from app.domain.conversation import Attachment

DOTS: Final = 300
"""To the inch: as fine as the guarded process draws a page of A4."""
SPOOL_NAME: Final = "Vuoro"
"""What the printer's queue shows, to whoever looks there: never the name of a file (trust.md P04)."""
_HEADING_SHARE: Final = 0.03


def new_printer() -> QPrinter:
    """A printer to be chosen, whose queue learns nothing of the file."""
    printer = QPrinter()
    printer.setResolution(DOTS)
    printer.setDocName(SPOOL_NAME)
    printer.setCreator(SPOOL_NAME)
    return printer


async def print_pages(
    printer: QPrinter,
    attachments: Attachments,
    content: bytes,
    attachment: Attachment,
    *,
    heading: str,
    told: Callable[[int, int], None],
) -> int | None:
    """Print the pages that were chosen, each with ``heading`` above it ("" for none); ``told`` hears of each,
    counted from 1. None: all are with the printer. Else the page that could not be read, and nothing more is
    printed; 0: the printer did not begin.
    """
    chosen = _chosen(printer, attachment.pages or 1)
    painter = QPainter()
    if not painter.begin(printer):
        return 0
    is_whole = False
    try:
        for number, page in enumerate(chosen, start=1):
            told(number, len(chosen))
            room = printer.pageLayout().paintRectPixels(printer.resolution()).size()
            above = round(room.height() * _HEADING_SHARE) if heading else 0
            area = QRect(0, above, room.width(), room.height() - above)
            image = await _page(attachments, content, attachment, page - 1, area.size())
            if image is None:
                return page
            if number > 1 and not printer.newPage():
                return page
            _draw(painter, image, area, heading=heading)
        is_whole = True
    finally:
        if not is_whole:
            printer.abort()
        painter.end()
    return None


def _chosen(printer: QPrinter, pages: int) -> tuple[int, ...]:
    """The pages, counted from 1: one may choose "1,3" and leave out what is between."""
    ranges, every = printer.pageRanges(), tuple(range(1, pages + 1))
    if printer.printRange() is QPrinter.PrintRange.PageRange and not ranges.isEmpty():
        return tuple(page for page in every if ranges.contains(page)) or every[-1:]
    return every


async def _page(
    attachments: Attachments, content: bytes, attachment: Attachment, page: int, room: QSize
) -> QImage | None:
    """The page upright on the paper; one that is broader than high is turned, so that it fills it."""
    got = await attachments.page(
        content, attachment.kind, page=page, width=room.width(), height=room.height()
    )
    if isinstance(got, PagePicture) and got.width > got.height:
        got = await attachments.page(
            content, attachment.kind, page=page, width=room.height(), height=room.width()
        )
        if isinstance(got, PagePicture):
            return _image(got).transformed(QTransform().rotate(90))
    return _image(got) if isinstance(got, PagePicture) else None


def _image(picture: PagePicture) -> QImage:
    held = QImage(
        picture.pixels, picture.width, picture.height, 4 * picture.width, QImage.Format.Format_RGB32
    )
    return held.copy()


def _draw(painter: QPainter, image: QImage, area: QRect, *, heading: str) -> None:
    size = image.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left = area.left() + (area.width() - size.width()) // 2
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRect(left, area.top(), size.width(), size.height()), image)
    if heading:
        font = QFont(painter.font())
        font.setPixelSize(max(1, round(area.top() * 0.6)))
        font.setBold(True)
        painter.setFont(font)
        strip = QRect(0, 0, area.width(), area.top())
        painter.drawText(strip, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, heading)
