"""The id of this computer: random, made once, no secret; what a sign-in is bound to."""

import os
import re
import secrets
from pathlib import Path

_SHAPE = re.compile("[0-9a-f]{32}")


def device_id(folder: Path) -> str:
    """32 hexadecimal digits, the same at every start; a new one where nothing can be kept. Blocks."""
    file = folder / "device-id"
    try:
        kept = file.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        kept = ""
    if _SHAPE.fullmatch(kept):
        return kept
    made = secrets.token_hex(16)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Whole or not at all, also when two programs start at once or the light goes out.
        draft = folder / f"device-id.{secrets.token_hex(4)}"
        with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as being_made:
            being_made.write(made + "\n")
        draft.replace(file)
    except OSError:
        # A read-only home: this day signs in as a computer of its own.
        return made
    return made
