"""A PNG picture, chunk by chunk: what shows it is kept, texts, times and places are left out.

Its points are unpacked in small pieces and counted, never kept: what does not come to exactly the size that
its head says is damaged or a bomb (ISO/IEC 15948, 5 and 11). An animation becomes its first picture.
"""

import zlib
from typing import Final

from server_stub.helpline.attachment_values import AttachmentRefusal
from server_stub.papers.foreign import refuse_behind
from server_stub.papers.refused import NotTaken

BEGINS: Final = b"\x89PNG\r\n\x1a\n"
MOST_POINTS: Final = 64_000_000
MOST_UNPACKED: Final = 256 * 1024 * 1024
_KEPT: Final = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"pHYs", b"bKGD"}
)
_DEPTHS: Final = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_SAMPLES: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
# Adam7: where each pass begins, and its steps.
_PASSES: Final = (
    *((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4)),
    *((0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)),
)
_AT_ONCE: Final = 1024 * 1024
_MOST_CHUNKS: Final = 50_000


def rewritten(content: bytes) -> bytes:
    """The picture without what does not show it. Raises `NotTaken`."""
    kept = [BEGINS]
    at, expected, unpacked = len(BEGINS), 0, 0
    points = zlib.decompressobj()
    for number in range(_MOST_CHUNKS):
        name, body, at = _chunk(content, at)
        if (number == 0) != (name == b"IHDR"):
            raise NotTaken(AttachmentRefusal.DAMAGED)
        if name == b"IHDR":
            expected = _expected(body)
        elif name == b"IDAT":
            unpacked = _counted(points, body, unpacked, expected)
        elif name == b"IEND":
            if body or unpacked != expected or not points.eof:
                raise NotTaken(AttachmentRefusal.DAMAGED)
            refuse_behind(content[at:])
            return b"".join((*kept, _whole(name, body)))
        elif name[0] & 0x20 == 0 and name not in _KEPT:
            raise NotTaken(AttachmentRefusal.DAMAGED)
        if name in _KEPT:
            kept.append(_whole(name, body))
    raise NotTaken(AttachmentRefusal.TOO_BIG_INSIDE)


def _chunk(content: bytes, at: int) -> tuple[bytes, bytes, int]:
    size = int.from_bytes(content[at : at + 4], "big")
    name, ends = content[at + 4 : at + 8], at + 12 + size
    if len(name) != 4 or not name.isalpha() or ends > len(content):
        raise NotTaken(AttachmentRefusal.DAMAGED)
    body = content[at + 8 : at + 8 + size]
    if zlib.crc32(name + body) != int.from_bytes(content[ends - 4 : ends], "big"):
        raise NotTaken(AttachmentRefusal.DAMAGED)
    return name, body, ends


def _whole(name: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")


def _expected(head: bytes) -> int:
    """How many bytes its points take, unpacked: each row has one in front that says how it is coded."""
    if len(head) != 13:
        raise NotTaken(AttachmentRefusal.DAMAGED)
    width, height = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")
    depth, colour, packing, coding, interlaced = head[8:]
    if not width or not height or depth not in _DEPTHS.get(colour, ()) or packing or coding or interlaced > 1:
        raise NotTaken(AttachmentRefusal.DAMAGED)
    if width * height > MOST_POINTS:
        raise NotTaken(AttachmentRefusal.TOO_BIG_INSIDE)
    passes = _PASSES if interlaced else ((0, 0, 1, 1),)
    size = 0
    for left, top, right_step, down_step in passes:
        columns, rows = -((left - width) // right_step), -((top - height) // down_step)
        if columns > 0 and rows > 0:
            size += rows * (1 + (columns * depth * _SAMPLES[colour] + 7) // 8)
    if size > MOST_UNPACKED:
        raise NotTaken(AttachmentRefusal.TOO_BIG_INSIDE)
    return size


def _counted(points: "zlib._Decompress", packed: bytes, unpacked: int, expected: int) -> int:
    try:
        while packed and not points.eof:
            unpacked += len(points.decompress(packed, _AT_ONCE))
            packed = points.unconsumed_tail
            if unpacked > expected:
                raise NotTaken(AttachmentRefusal.DAMAGED)
    except zlib.error:
        raise NotTaken(AttachmentRefusal.DAMAGED) from None
    if points.eof and (points.unused_data or packed):
        raise NotTaken(AttachmentRefusal.MIXED)
    return unpacked
