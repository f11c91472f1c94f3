"""How lateness and silence look: a colour, a shape and a word, the same in every list."""

from typing import assert_never

from app.desk.lateness import Lateness, Silence
from app.ui.icons import Icon
from app.ui.tokens import Colour


def lateness_colour(lateness: Lateness) -> Colour:
    """The colour of the word and the clock."""
    match lateness:
        case Lateness.EMPTY:
            return Colour.MUT
        case Lateness.ON_TIME:
            return Colour.OK
        case Lateness.DRAGGING:
            return Colour.WAIT
        case Lateness.URGENT | Lateness.LATE:
            return Colour.BAD
    assert_never(lateness)


def lateness_icon(lateness: Lateness) -> Icon | None:
    """The shape beside the word: check, triangle, diamond."""
    match lateness:
        case Lateness.EMPTY:
            return None
        case Lateness.ON_TIME:
            return Icon.CHECK
        case Lateness.DRAGGING:
            return Icon.TRIANGLE
        case Lateness.URGENT | Lateness.LATE:
            return Icon.LATE
    assert_never(lateness)


def is_quiet(lateness: Lateness) -> bool:
    """Whether nothing needs to stand out."""
    return lateness in (Lateness.EMPTY, Lateness.ON_TIME)


def silence_colour(silence: Silence) -> Colour:
    """The colour of the clock on a tab."""
    match silence:
        case Silence.ANSWERED | Silence.CALM:
            return Colour.MUT
        case Silence.AMBER:
            return Colour.WAIT
        case Silence.RED:
            return Colour.BAD
    assert_never(silence)


def silence_icon(silence: Silence) -> Icon:
    """The shape of the clock on a tab: clock, triangle, diamond."""
    match silence:
        case Silence.ANSWERED | Silence.CALM:
            return Icon.CLOCK
        case Silence.AMBER:
            return Icon.TRIANGLE
        case Silence.RED:
            return Icon.LATE
    assert_never(silence)
