"""Names of customers' files: as they are shown, and as one is offered for saving (trust.md B09). Pure.

The backend has cleaned them already. They are cleaned again here: a name stands before a disk of ours.
"""

from __future__ import annotations

import re
from typing import Final

from app.domain.conversation import AttachmentKind

LONGEST: Final = 100
"""Characters of a name that is offered, its ending included."""
_ENDINGS: Final = {
    AttachmentKind.PDF: (".pdf",),
    AttachmentKind.JPEG: (".jpg", ".jpeg"),
    AttachmentKind.PNG: (".png",),
}
_NAMELESS: Final = "liite"
# All but letters, digits and a little of what people put between them: no place, no stream, no wildcard, no
# control, nothing unseen, and no mark in place of what was masked.
_HARMLESS: Final = re.compile(r"[^\w ()+,.=@-]|[\u115f\u1160\u3164\uffa0]")
_OF_DEVICES: Final = re.compile(r"(?i)(con|prn|aux|nul|(com|lpt)[0-9\u00b9\u00b2\u00b3])(\..*)?")


def offered_name(name: str, kind: AttachmentKind) -> str:
    """A name under which the file can be saved on any system: last part only, harmless, and with the ending
    of what is in it.
    """
    last = re.split(r"[/\\]", name)[-1]
    bare = " ".join(_HARMLESS.sub("_", last).split()).strip(". ").lstrip("-")
    if _OF_DEVICES.fullmatch(bare):
        bare = f"_{bare}"
    endings = _ENDINGS[kind]
    ending = next((bare[-len(each) :] for each in endings if bare.lower().endswith(each)), "")
    stem = (bare[: -len(ending)] if ending else bare).rstrip(". ")
    ending = ending or endings[0]
    stem = stem[: LONGEST - len(ending)].rstrip(". ")
    return (stem if stem.strip("_") else _NAMELESS) + ending


def middle_shortened(name: str, most: int) -> str:
    """``name`` in at most so many characters: what is too much goes from its middle, never its ending."""
    if len(name) <= most:
        return name
    tail = min(12, most // 2)
    return f"{name[: most - tail - 1]}…{name[-tail:]}"
