"""A screen to take pictures of: without one, Qt imagines it as small as 800 by 800."""

import json
from pathlib import Path

_SIZE = (1920, 1080)


def imagined_screen(folder: Path) -> str:
    """The value of QT_QPA_PLATFORM for a usual screen; its description is written into ``folder``."""
    width, height = _SIZE
    screen = {
        "name": "practice",
        "x": 0,
        "y": 0,
        "width": width,
        "height": height,
        "logicalDpi": 96,
        "logicalBaseDpi": 96,
        "dpr": 1,
    }
    file = folder / "screen.json"
    file.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    return f"offscreen:configfile={file}"
