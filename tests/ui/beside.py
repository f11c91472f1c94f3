"""Lays pictures of the program beside the design's, so that every difference can be seen and named.

    python -m tests.ui.beside DESIGN PICTURES OUT NAME=DESIGN_FILE,FILE[,FILE…] …

Each NAME becomes OUT/NAME.jpg: on the left the design's picture, then ours, all of one height.
"""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

HEIGHT = 760
GAP = 24
QUALITY = 86


def laid_beside(files: list[Path]) -> QImage:
    """The pictures of these files in a row. Raises OSError for one that cannot be read."""
    pictures = []
    for file in files:
        picture = QImage(str(file))
        if picture.isNull():
            raise OSError(f"{file} is no picture")
        pictures.append(picture.scaledToHeight(HEIGHT, Qt.TransformationMode.SmoothTransformation))
    width = sum(picture.width() + GAP for picture in pictures) - GAP
    row = QImage(width, HEIGHT, QImage.Format.Format_RGB32)
    row.fill(QColor("white"))
    painter = QPainter(row)
    left = 0
    for picture in pictures:
        painter.drawImage(left, 0, picture)
        left += picture.width() + GAP
    painter.end()
    return row


def main(arguments: list[str]) -> int:
    """Lay what is named beside one another."""
    design, ours, out = map(Path, arguments[:3])
    out.mkdir(parents=True, exist_ok=True)
    for pair in arguments[3:]:
        name, _, files = pair.partition("=")
        drawn, *taken = files.split(",")
        row = laid_beside([design / drawn, *(ours / each for each in taken)])
        row.save(str(out / f"{name}.jpg"), quality=QUALITY)
        print(name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
