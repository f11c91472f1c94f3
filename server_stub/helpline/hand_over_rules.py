"""hand_over_rules: From which hand-over on what is asked for (helpline/hand_overs.py)."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class HandOverRules:
    """From which hand-over on a reason is needed, and from which supervisors are told."""

    reason_from: int = 2
    tell_from: int = 3


USUAL_HAND_OVERS: Final = HandOverRules()
"""Where the county says nothing."""
