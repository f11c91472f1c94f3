"""Which columns and lines fold at which size of the window: a pure table of the layout tokens."""

from dataclasses import dataclass

from app.ui.theme import Theme
from app.ui.tokens import Length

_LOW_SHARE = 0.75


@dataclass(frozen=True, slots=True)
class Folding:
    """``left``, ``right``: the column is folded to its rail · ``dense``: codes, group names and quotes fold ·
    ``narrow``: hints are left out · ``low``: only what must be read and written stays around the transcript.
    """

    left: bool
    right: bool
    dense: bool
    narrow: bool
    low: bool


def folding_of(theme: Theme, *, width: int, height: int) -> Folding:
    """How a window of that size (px) folds. Bounds grow with the text size, as the contents do."""
    length = theme.length
    centre = length(Length.CENTRE_MIN)
    beside = length(Length.RAIL) + length(Length.LEFT_DOCK_FOLDED)
    return Folding(
        left=width < beside + centre,
        right=width < length(Length.FOLD_RIGHT_BELOW),
        dense=height < length(Length.FOLD_CODES_BELOW),
        narrow=width < centre + length(Length.RAIL),
        low=height < length(Length.FOLD_CODES_BELOW) * _LOW_SHARE,
    )
