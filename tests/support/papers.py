"""Files as customers send them, and as nobody should: PDF, JPEG and PNG put together byte by byte."""

import struct
import zlib

PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>"
JPEG_TABLE = b"\xff\xdb" + (67).to_bytes(2, "big") + b"\0" + bytes(range(1, 65))
JPEG_SCAN = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" + b"\x12\xff\x00\x34"
PLACE = b"60.1699 N 24.9384 E"


def a_pdf(*objects: bytes, catalog: bytes = b"", trailer: bytes = b"", pages: int = 1) -> bytes:
    """A PDF of so many empty pages; `objects` are numbered from 3 + `pages` on."""
    kids = b" ".join(b"%d 0 R" % (3 + number) for number in range(pages))
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R " + catalog + b" >>",
        b"<< /Type /Pages /Kids [" + kids + b"] /Count %d >>" % pages,
        *([PAGE] * pages),
        *objects,
    ]
    made, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, start=1):
        offsets.append(len(made))
        made += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    ends = b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(bodies) + 1,
        trailer,
        len(made),
    )
    return made + head + table + ends


def a_png(width: int = 3, height: int = 2, *, points: bytes | None = None, extra: bytes = b"") -> bytes:
    """A PNG in colour; `points` instead of as many as its head says, `extra` chunks before its end."""
    size = height * (1 + 3 * width)
    packed = zlib.compress(bytes(size) if points is None else points)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + a_chunk(b"IHDR", head)
        + extra
        + a_chunk(b"IDAT", packed)
        + a_chunk(b"IEND", b"")
    )


def a_chunk(name: bytes, body: bytes) -> bytes:
    """A chunk of a PNG, with its sum."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def a_jpeg(width: int = 8, height: int = 8, *, parts: bytes = b"") -> bytes:
    """A JPEG in grey: its form is whole, its points are nobody's picture. `parts` follow its beginning."""
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8" + parts + JPEG_TABLE + frame + JPEG_SCAN + b"\xff\xd9"


def a_part(marker: int, body: bytes) -> bytes:
    """A part of a JPEG, with its length."""
    return b"\xff" + bytes((marker,)) + struct.pack(">H", len(body) + 2) + body


def exif(way_up: int) -> bytes:
    """Exif of a telephone: which way is up, and where it was taken."""
    entries = struct.pack("<HHIHH", 0x0112, 3, 1, way_up, 0)
    entries += struct.pack("<HHII", 0x010E, 2, len(PLACE), 38)
    body = b"Exif\0\0II*\0" + struct.pack("<IH", 8, 2) + entries + bytes(4) + PLACE
    return a_part(0xE1, body)
