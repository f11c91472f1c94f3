"""Every icon has its file, every file its icon, and all take the colour of a token."""

import pytest
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from app.ui.icons import Icon, IconDrawer
from tests.support.screens import RESOURCES

FOLDER = RESOURCES / "icons"
PROGRAM_SIGN = "vuoro"


def test_icons_and_files_are_the_same():
    files = {file.stem for file in FOLDER.glob("*.svg")}
    assert files == {icon.value for icon in Icon} | {PROGRAM_SIGN}


def test_the_licences_of_what_others_made_are_beside_it():
    assert "ISC License" in (FOLDER / "LICENSE").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in (RESOURCES / "fonts" / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("icon", list(Icon))
def test_an_icon_is_drawn_in_the_colour_asked_for(icon: Icon, qapp):
    assert QSvgRenderer(QByteArray((FOLDER / f"{icon}.svg").read_bytes())).isValid()
    image = QImage(32, 32, QImage.Format.Format_RGB32)
    image.fill(QColor(255, 255, 255))
    painter = QPainter(image)
    IconDrawer(FOLDER).draw(painter, icon, QColor(255, 0, 0), QRectF(0, 0, 32, 32))
    painter.end()
    colours = {image.pixelColor(x, y).name() for x in range(32) for y in range(32)}
    assert len(colours) > 1
    assert all(QColor(colour).red() == 255 for colour in colours)
