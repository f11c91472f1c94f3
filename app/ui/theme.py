"""The look in force: colours, lengths, fonts and icons by token; follows the system or a choice."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QPainter,
    QPalette,
    QPen,
    QStyleHints,
)

from app.ui.icons import Icon, IconDrawer
from app.ui.tokens import Colour, Length, ThemeName, Tokens, Type, read_tokens

FAMILIES = ("Inter", "Segoe UI", "Noto Sans", "sans-serif")
MONOSPACED = ("DejaVu Sans Mono", "Consolas", "monospace")
_POINTS_PER_INCH = 72.0
_CAPITALS = {Type.HEADING: 0.6, Type.IDENTITY: 0.3}


class ThemeChoice(StrEnum):
    """What the counsellor has chosen; the names are stored among the preferences."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


def load_fonts(folder: Path) -> None:
    """Make the program's own typeface known to Qt; a missing file leaves the system's face."""
    for file in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def system_theme(hints: QStyleHints) -> ThemeName:
    """What the system asks for; light where it does not say."""
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return ThemeName.HIGH_CONTRAST
    if hints.colorScheme() == Qt.ColorScheme.Dark:
        return ThemeName.DARK
    return ThemeName.LIGHT


class Theme(QObject):
    """Answers what a token looks like now. ``changed`` is emitted when the answers change."""

    changed = Signal()

    def __init__(
        self, tokens: Tokens, icons: IconDrawer, *, text_scale: float = 1.0, dots_per_inch: float
    ) -> None:
        super().__init__()
        self._tokens = tokens
        self._icons = icons
        self._scale = text_scale
        self._dots_per_inch = dots_per_inch
        self._choice = ThemeChoice.SYSTEM
        self._name = ThemeName.LIGHT
        self._colours = {c: QColor(tokens.colours[self._name][c]) for c in Colour}
        self._fonts: dict[tuple[Type, int], QFont] = {}

    @property
    def name(self) -> ThemeName:
        """The set of colours in force."""
        return self._name

    @property
    def choice(self) -> ThemeChoice:
        """What was chosen: a set of colours, or to follow the system."""
        return self._choice

    @property
    def is_high_contrast(self) -> bool:
        """Whether meaning is carried by 2 px borders and words instead of fills."""
        return self._name is ThemeName.HIGH_CONTRAST

    def choose(self, choice: ThemeChoice, hints: QStyleHints) -> None:
        """Use ``choice`` from now on; ``hints`` is asked when the system decides."""
        self._choice = choice
        name = system_theme(hints) if choice is ThemeChoice.SYSTEM else ThemeName(choice.value)
        if name is self._name:
            return
        self._name = name
        self._colours = {c: QColor(self._tokens.colours[name][c]) for c in Colour}
        self.changed.emit()

    def colour(self, colour: Colour) -> QColor:
        """The colour meant by a token."""
        return self._colours[colour]

    def length(self, length: Length) -> int:
        """A length in whole px at the present text size (never below 1)."""
        return max(1, round(self._tokens.lengths[length] * self._scale))

    def window_length(self, length: Length) -> int:
        """A length a window is measured by: px, untouched by the text size."""
        return round(self._tokens.lengths[length])

    @property
    def bubble_share(self) -> float:
        """The widest a bubble gets, as a share of the transcript's width."""
        return self._tokens.bubble_share

    def border(self, length: Length = Length.BORDER_LINE) -> float:
        """The width of a border in px; every border is thick in high contrast."""
        width = self._tokens.lengths[length] * self._scale
        thick = self._tokens.high_contrast_border * self._scale
        return max(width, thick) if self.is_high_contrast else width

    def pen(self, colour: Colour, length: Length = Length.BORDER_LINE) -> QPen:
        """A pen for an outline."""
        return QPen(self.colour(colour), self.border(length))

    def font(self, kind: Type, *, weight: int | None = None) -> QFont:
        """The font of a kind of text, with figures of equal width."""
        weight = weight or self._tokens.types[kind].weight
        known = self._fonts.get((kind, weight))
        if known is None:
            known = self._fonts[kind, weight] = self._made_font(kind, weight)
        return known

    def _made_font(self, kind: Type, weight: int) -> QFont:
        """The font of a kind of text, made anew."""
        size = self._tokens.types[kind]
        font = QFont(list(MONOSPACED if kind is Type.KEY else FAMILIES))
        font.setPointSizeF(size.size * self._scale * _POINTS_PER_INCH / self._dots_per_inch)
        # A weight by axis: setWeight would thicken the one regular master artificially.
        font.setVariableAxis(QFont.Tag("wght"), float(weight))
        font.setFeature(QFont.Tag("tnum"), 1)
        # Letters stand at parts of a px: rounded to whole ones, small text falls apart.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if kind in _CAPITALS:
            font.setCapitalization(QFont.Capitalization.AllUppercase)
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _CAPITALS[kind] * self._scale)
        return font

    def line_height(self, kind: Type) -> float:
        """The distance between lines of a kind of text, in px."""
        return self._tokens.types[kind].line_height * self._scale

    def draw_icon(self, painter: QPainter, icon: Icon, colour: Colour, area: QRectF) -> None:
        """Draw an icon in the colour of a token into a square."""
        self._icons.draw(painter, icon, self.colour(colour), area)

    def palette(self) -> QPalette:
        """The palette for Qt's own widgets (menus, text cursors, selections)."""
        c = self.colour
        palette = QPalette(c(Colour.SURFACE), c(Colour.BG))
        role = QPalette.ColorRole
        for group in (
            QPalette.ColorGroup.Active,
            QPalette.ColorGroup.Inactive,
            QPalette.ColorGroup.Disabled,
        ):
            faded = group is QPalette.ColorGroup.Disabled
            text = c(Colour.MUT) if faded else c(Colour.INK)
            for item in (role.WindowText, role.Text, role.ButtonText, role.ToolTipText):
                palette.setColor(group, item, text)
            palette.setColor(group, role.PlaceholderText, c(Colour.MUT))
            palette.setColor(group, role.Window, c(Colour.BG))
            for item in (role.Base, role.Button, role.ToolTipBase):
                palette.setColor(group, item, c(Colour.SURFACE))
            palette.setColor(group, role.AlternateBase, c(Colour.BG))
            palette.setColor(group, role.Highlight, c(Colour.PRI))
            palette.setColor(group, role.HighlightedText, c(Colour.ON_PRI))
            palette.setColor(group, role.Link, c(Colour.PRI))
            palette.setColor(group, role.Mid, c(Colour.LINE))
            palette.setColor(group, role.Dark, c(Colour.EDGE))
            palette.setColor(group, role.BrightText, c(Colour.BAD))
        return palette


def read_theme(*, tokens_file: Path, icons_folder: Path, text_scale: float = 1.0) -> Theme:
    """The theme of the files given, measured for the first screen."""
    screen = QGuiApplication.primaryScreen()
    return Theme(
        read_tokens(tokens_file),
        IconDrawer(icons_folder),
        text_scale=text_scale,
        dots_per_inch=screen.logicalDotsPerInchY(),
    )
