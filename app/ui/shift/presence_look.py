"""How presence looks: a shape, a colour and a word, the same wherever it is shown."""

from typing import assert_never

from app.domain.presence import Presence
from app.ui.icons import Icon
from app.ui.tokens import Colour


def presence_icon(presence: Presence) -> Icon:
    """Disc, square, ring, dashed square."""
    match presence:
        case Presence.AVAILABLE:
            return Icon.PRESENCE_AVAILABLE
        case Presence.BUSY:
            return Icon.PRESENCE_BUSY
        case Presence.ON_BREAK:
            return Icon.PRESENCE_ON_BREAK
        case Presence.AWAY:
            return Icon.PRESENCE_AWAY
    assert_never(presence)


def presence_colour(presence: Presence) -> Colour:
    """Green for room, amber for none just now, grey for nobody there."""
    match presence:
        case Presence.AVAILABLE:
            return Colour.OK
        case Presence.BUSY | Presence.ON_BREAK:
            return Colour.WAIT
        case Presence.AWAY:
            return Colour.MUT
    assert_never(presence)
