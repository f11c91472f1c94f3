"""A JPEG picture, part by part: what shows it is kept, what tells of place, person or camera is left out.

    SOI ─► (JFIF, of Exif which way is up, colour profile, Adobe) ─► tables, frame ─► scans ─► EOI

Nothing is decoded (ITU-T T.81, annex B): no picture library runs where customers' files come in. What follows
the end is dropped: previews, films and notes of a camera, unless it is a file of another kind.
"""

import struct
from typing import Final

from server_stub.helpline.attachment_values import AttachmentRefusal
from server_stub.papers.foreign import refuse_behind
from server_stub.papers.refused import NotTaken

BEGINS: Final = b"\xff\xd8\xff"
MOST_POINTS: Final = 64_000_000
_SOI: Final = b"\xff\xd8"
_EOI: Final = b"\xff\xd9"
_SOS: Final = 0xDA
_FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2})
"""Baseline, extended and progressive: what is seen in the wild and every viewer knows."""
_TABLES: Final = frozenset({0xC4, 0xDB, 0xDD})
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD8)})
_ORIENTATION: Final = 0x0112
_MOST_PARTS: Final = 5_000


def rewritten(content: bytes) -> bytes:
    """The picture without what does not show it. Raises `NotTaken`."""
    kept = [_SOI]
    at, has_frame, has_scan, is_turned = 2, False, False, False
    for _ in range(_MOST_PARTS):
        marker, at = _marker(content, at)
        if marker == _EOI[1]:
            if not (has_frame and has_scan):
                raise NotTaken(AttachmentRefusal.DAMAGED)
            refuse_behind(content[at:])
            kept.append(_EOI)
            return b"".join(kept)
        if marker in _ALONE:
            continue
        body, at = _body(content, at)
        if marker in _FRAMES:
            if has_frame:
                raise NotTaken(AttachmentRefusal.DAMAGED)
            _look_at_frame(body)
            has_frame = True
            kept.append(_part(marker, body))
        elif marker == _SOS:
            if not has_frame:
                raise NotTaken(AttachmentRefusal.DAMAGED)
            has_scan = True
            scan, at = _scan(content, at)
            kept += [_part(marker, body), scan]
        elif marker in _TABLES or _shows(marker, body):
            kept.append(_part(marker, body))
        elif marker == 0xE1 and not is_turned and (turned := _orientation(body)) is not None:
            is_turned = True
            kept.append(_part(0xE1, turned))
        elif not (0xE0 <= marker <= 0xEF or marker == 0xFE):
            raise NotTaken(AttachmentRefusal.DAMAGED)
    raise NotTaken(AttachmentRefusal.TOO_BIG_INSIDE)


def _marker(content: bytes, at: int) -> tuple[int, int]:
    if content[at : at + 1] != b"\xff":
        raise NotTaken(AttachmentRefusal.DAMAGED)
    while content[at : at + 1] == b"\xff":
        at += 1
    if at >= len(content) or content[at] == 0:
        raise NotTaken(AttachmentRefusal.DAMAGED)
    return content[at], at + 1


def _body(content: bytes, at: int) -> tuple[bytes, int]:
    size = int.from_bytes(content[at : at + 2], "big")
    if size < 2 or at + size > len(content):
        raise NotTaken(AttachmentRefusal.DAMAGED)
    return content[at + 2 : at + size], at + size


def _part(marker: int, body: bytes) -> bytes:
    return b"\xff" + bytes((marker,)) + (len(body) + 2).to_bytes(2, "big") + body


def _look_at_frame(body: bytes) -> None:
    if len(body) < 6 or len(body) != 6 + 3 * body[5] or body[5] not in (1, 3, 4):
        raise NotTaken(AttachmentRefusal.DAMAGED)
    height, width = struct.unpack(">HH", body[1:5])
    if not height or not width:
        raise NotTaken(AttachmentRefusal.DAMAGED)
    if height * width > MOST_POINTS:
        raise NotTaken(AttachmentRefusal.TOO_BIG_INSIDE)


def _scan(content: bytes, at: int) -> tuple[bytes, int]:
    """What is coded, up to the marker that ends it: zeros behind 0xFF and restarts are part of it."""
    begins = at
    while (at := content.find(b"\xff", at)) >= 0 and at + 1 < len(content):
        following = content[at + 1]
        if following and not 0xD0 <= following <= 0xD7 and following != 0xFF:
            return content[begins:at], at
        at += 1 if following == 0xFF else 2
    raise NotTaken(AttachmentRefusal.DAMAGED)


def _shows(marker: int, body: bytes) -> bool:
    """Whether a part of an application says how to show the picture."""
    return (
        (marker == 0xE0 and body.startswith(b"JFIF\0") and len(body) <= 16)
        or (marker == 0xE2 and body.startswith(b"ICC_PROFILE\0"))
        or (marker == 0xEE and body.startswith(b"Adobe") and len(body) == 12)
    )


def _orientation(body: bytes) -> bytes | None:
    """Exif with nothing but which way is up; None where it does not say, or says what is usual."""
    if not body.startswith(b"Exif\0\0") or len(body) < 14:
        return None
    tiff = body[6:]
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return None
    (first,) = struct.unpack(order + "I", tiff[4:8])
    if first + 2 > len(tiff):
        return None
    (count,) = struct.unpack(order + "H", tiff[first : first + 2])
    for number in range(min(count, 200)):
        entry = tiff[first + 2 + 12 * number : first + 14 + 12 * number]
        if len(entry) < 12:
            return None
        tag, kind, many = struct.unpack(order + "HHI", entry[:8])
        if tag == _ORIENTATION and kind == 3 and many == 1:
            (way,) = struct.unpack(order + "H", entry[8:10])
            if not 2 <= way <= 8:
                return None
            alone = struct.pack(">HHIHH", _ORIENTATION, 3, 1, way, 0)
            return b"Exif\0\0MM\0*" + struct.pack(">IH", 8, 1) + alone + bytes(4)
    return None
