"""The names of every colour, length and type size, and the file they are read from.

``resources/theme/tokens.json`` is the one place where colours, sizes and spaces are written down;
widgets only ever name them. A test holds these names and the file to each other.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class ThemeName(StrEnum):
    """The three sets of colours."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


class Colour(StrEnum):
    """A colour by what it means; the file says for what each is used."""

    BG = "bg"
    SURFACE = "surface"
    LINE = "line"
    EDGE = "edge"
    INK = "ink"
    MUT = "mut"
    PRI = "pri"
    ON_PRI = "on-pri"
    PRI_WEAK = "pri-weak"
    WAIT = "wait"
    ON_WAIT = "on-wait"
    WAIT_WEAK = "wait-weak"
    BAD = "bad"
    ON_BAD = "on-bad"
    BAD_WEAK = "bad-weak"
    OK = "ok"
    ON_OK = "on-ok"
    OK_WEAK = "ok-weak"
    NOTE = "note"
    NOTE_EDGE = "note-edge"
    MASK = "mask"
    ON_MASK = "on-mask"
    FOCUS = "focus"
    ME = "me"
    ME_EDGE = "me-edge"
    PRAC = "prac"
    PRAC_WEAK = "prac-weak"


class Length(StrEnum):
    """A length in px at 100 %, by its name in the file."""

    SPACE_1 = "space-1"
    SPACE_2 = "space-2"
    SPACE_3 = "space-3"
    SPACE_4 = "space-4"
    SPACE_5 = "space-5"
    SPACE_6 = "space-6"
    SPACE_7 = "space-7"
    SPACE_8 = "space-8"
    SPACE_9 = "space-9"
    SPACE_10 = "space-10"
    RADIUS_TAIL = "radius-tail"
    RADIUS_BADGE = "radius-badge"
    RADIUS_BUTTON = "radius-button"
    RADIUS_INPUT = "radius-input"
    RADIUS_PILL = "radius-pill"
    RADIUS_CARD = "radius-card"
    RADIUS_BUBBLE = "radius-bubble"
    RADIUS_DIALOG = "radius-dialog"
    BORDER_LINE = "border-line"
    BORDER_BADGE = "border-badge"
    BORDER_FOCUS = "border-focus"
    BORDER_SELECT = "border-select"
    BORDER_BANNER = "border-banner"
    BUTTON = "button"
    BUTTON_LARGE = "button-large"
    INPUT = "input"
    CHIP = "chip"
    TAG = "tag"
    ROW_DENSE = "row-dense"
    ROW = "row"
    TAB = "tab"
    RAIL_ITEM = "rail-item"
    HEADER = "header"
    STATUS_BAR = "status-bar"
    COMPOSER_MIN = "composer-min"
    TARGET_MIN = "target-min"
    ICON = "icon"
    ICON_SMALL = "icon-small"
    ICON_LARGE = "icon-large"
    RAIL = "rail"
    LEFT_DOCK = "left-dock"
    LEFT_DOCK_FOLDED = "left-dock-folded"
    RIGHT_DOCK = "right-dock"
    CENTRE_MIN = "centre-min"
    FOLD_RIGHT_BELOW = "fold-right-below"
    FOLD_CODES_BELOW = "fold-codes-below"


class Type(StrEnum):
    """A size and weight of text, by its name in the file."""

    RAIL = "rail"
    META = "meta"
    TAG = "tag"
    IDENTITY = "identity"
    KEY = "key"
    HEADING = "heading"
    SMALL = "small"
    CONTROL = "control"
    BODY = "body"
    BODY_STRONG = "body-strong"
    NAME = "name"
    TITLE = "title"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class TypeSize:
    """Text of one kind: size and line height in px at 100 %, weight 100–900."""

    size: float
    weight: int
    line_height: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Two colours that must stay apart, with the smallest ratio (WCAG 2.2) allowed."""

    front: Colour
    back: Colour
    minimum: float


@dataclass(frozen=True, slots=True)
class Tokens:
    """Everything read from the file."""

    colours: Mapping[ThemeName, Mapping[Colour, str]]
    lengths: Mapping[Length, float]
    types: Mapping[Type, TypeSize]
    high_contrast_border: float
    bubble_share: float
    pairs: tuple[Pair, ...]


_LENGTH_GROUPS = ("spacing", "radius", "border", "control", "icon", "layout")


def read_tokens(path: Path) -> Tokens:
    """The tokens of ``path``; ``KeyError`` when a name of this module is missing from it."""
    document = json.loads(path.read_text(encoding="utf-8"))
    lengths = {name: entry["value"] for group in _LENGTH_GROUPS for name, entry in document[group].items()}
    known = {colour.value for colour in Colour}
    return Tokens(
        colours={
            theme: {colour: document["colour"][colour][theme] for colour in Colour} for theme in ThemeName
        },
        lengths={length: float(lengths[length]) for length in Length},
        types={
            kind: TypeSize(
                size=float(document["type"][kind]["size"]),
                weight=int(document["type"][kind]["weight"]),
                line_height=float(document["type"][kind]["line_height"]),
            )
            for kind in Type
        },
        high_contrast_border=float(lengths["border-high-contrast"]),
        bubble_share=float(lengths["bubble-max"]) / 100,
        pairs=tuple(
            Pair(Colour(pair["fg"]), Colour(pair["bg"]), float(pair["minimum"]))
            for pair in document["contrast"]["pairs"]
            if pair["fg"] in known and pair["bg"] in known
        ),
    )
