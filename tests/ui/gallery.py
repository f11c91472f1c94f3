"""Draws every state of the screens into PNG files, to be looked at beside the design pictures.

python -m tests.ui.gallery FOLDER [NAME…]
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.support.screens import Screens
from tests.ui.gallery_states import STATES


def main(arguments: list[str]) -> int:
    """Draw the named states, or all of them."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    wanted = set(arguments[1:])
    with Screens() as screens:
        for name, draw in STATES.items():
            if wanted and name not in wanted:
                continue
            widget = draw(screens)
            screens.settle()
            widget.grab().save(str(folder / f"{name}.png"))
            screens.forget(widget)
            print(name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
