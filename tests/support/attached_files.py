"""Files as customers attach them, and as someone who means harm would: made here, byte by byte or by Qt."""

from __future__ import annotations

import struct
import zlib

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

FIRST_LINE = "Hakemus: äiti, isä, Åbo"


def pdf_of(pages: int) -> bytes:
    """A document of A4 pages. Each has a line of text, and at its top a bar as dark as its number."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * page) for page in range(pages))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [" + kids + b"] /Count %d >>" % pages,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for page in range(pages):
        line = FIRST_LINE if not page else f"Sivu {page + 1}"
        bar = f"{40 * (page + 1) / 255:.3f} 0 0 rg 0 782 595 60 re f"
        drawn = f"{bar} 0 g BT /F 20 Tf 60 682 Td ({line}) Tj ET".encode("cp1252")
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F 3 0 R >> >> >>" % (5 + 2 * page),
            b"<< /Length %d >>\nstream\n" % len(drawn) + drawn + b"\nendstream",
        ]
    return written(tuple(objects))


def picture_of(kind: str, width: int, height: int, *, colour: str = "#336699", alpha: bool = False) -> bytes:
    """A jpeg or png of one colour; with ``alpha`` nothing of it but its left half is there."""
    image = QImage(width, height, QImage.Format.Format_ARGB32 if alpha else QImage.Format.Format_RGB32)
    image.fill(QColor(0, 0, 0, 0) if alpha else QColor(colour))
    if alpha:
        painter = QPainter(image)
        painter.fillRect(0, 0, width // 2, height, QColor(colour))
        painter.end()
    buffer = _opened()
    assert QImageWriter(buffer, QByteArray(kind.encode())).write(image)
    return bytes(buffer.data().data())


def turned(jpeg: bytes, orientation: int) -> bytes:
    """A photograph that says it was taken with the telephone on its side (Exif)."""
    entry = struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0)
    exif = b"Exif\0\0II*\0" + struct.pack("<IH", 8, 1) + entry + bytes(4)
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + jpeg[2:]


def png_that_claims(width: int, height: int, *, rows: bytes = b"") -> bytes:
    """A png whose head says so; ``rows`` are what is in it, pressed together."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    )


def raw_pdf(
    content: bytes, *, page: bytes = b"", more: tuple[bytes, ...] = (), media: bytes = b"0 0 200 100"
) -> bytes:
    """A document of one page that draws ``content``. ``page`` goes into its dictionary, ``more`` are the
    objects from 5 on.
    """
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [" + media + b"] /Contents 4 0 R " + page + b" >>",
        b"<< /Length " + str(len(content)).encode() + b" >>\nstream\n" + content + b"\nendstream",
        *more,
    )
    return written(objects)


def written(objects: tuple[bytes, ...], *, trailer: bytes = b"") -> bytes:
    """Objects from 1 on, of which the first is the catalogue, with the table that finds them."""
    body, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += str(number).encode() + b" 0 obj\n" + each + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = str(len(objects) + 1).encode()
    return (
        body
        + (b"xref\n0 " + size + b"\n0000000000 65535 f \n" + table)
        + (b"trailer << /Root 1 0 R /Size " + size + b" " + trailer + b" >>\nstartxref\n")
        + str(len(body)).encode()
        + b"\n%%EOF"
    )


def pressed(times: int, data: bytes) -> bytes:
    """Data pressed together so many times over: small outside, enormous inside."""
    for _ in range(times):
        data = zlib.compress(data, 9)
    return data


def _opened() -> QBuffer:
    buffer = QBuffer()
    buffer.setData(QByteArray())
    buffer.open(QBuffer.OpenModeFlag.ReadWrite)
    return buffer
