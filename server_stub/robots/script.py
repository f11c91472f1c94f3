"""script: What she says next, given what the counsellor wrote or how long she was silent. Pure.

answer:   a keyword ─► its text │ the next turn ─► its text │ none left ─► the ending
silence:  a turn that waits for silence ─► its text │ nothing

Before a text she may be gone for a while, leave a callback request, identify, or take a permission back.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from server_stub.robots.scenario import CallbackForm, Identifying, Scenario, Turn


@dataclass(frozen=True, slots=True)
class Say:
    """She writes this, and the conversation goes on."""

    text: str
    gone_for_s: int | None = None
    """So long her page is closed before it."""
    callback: CallbackForm | None = None
    """She leaves this request before it."""
    identifies: Identifying | None = None
    """She identifies before it."""
    takes_permission_back: bool = False
    """She takes back what she permitted before it."""


@dataclass(frozen=True, slots=True)
class Farewell:
    """She writes this, if anything, and ends the conversation."""

    text: str


@dataclass(frozen=True, slots=True)
class Vanish:
    """She closes the page without a word."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """She stays and reads; it is for the counsellor to end."""


Deed = Say | Farewell | Vanish | Nothing


@dataclass(frozen=True, slots=True)
class Script:
    """Where in her scenario she is."""

    scenario: Scenario
    turn: int = 0
    used: frozenset[int] = frozenset()

    def answer(self, texts: Sequence[str]) -> tuple[Deed, "Script"]:
        """What she does when the counsellor has written these since she last spoke, and where she is then."""
        said = "\n".join(texts).casefold()
        for index, keyword in enumerate(self.scenario.keywords):
            if index not in self.used and any(word.casefold() in said for word in keyword.words):
                said_now = Say(keyword.text, callback=keyword.callback)
                return said_now, replace(self, used=self.used | {index})
        at = self.turn
        while at < len(self.scenario.turns) and _is_passed_over(self.scenario.turns[at]):
            at += 1
        return self._spoken(at)

    def silence_s(self) -> int | None:
        """How long a silence makes her speak next, in seconds; None when none does."""
        left = self.scenario.turns[self.turn :]
        return left[0].after_silence_s if left else None

    def after_silence(self) -> tuple[Deed, "Script"]:
        """What she does when the silence has lasted so long."""
        return (Nothing(), self) if self.silence_s() is None else self._spoken(self.turn)

    def _spoken(self, at: int) -> tuple[Deed, "Script"]:
        if at < len(self.scenario.turns):
            turn = self.scenario.turns[at]
            said = Say(turn.text, turn.gone_for_s, turn.callback, turn.identifies, turn.takes_permission_back)
            return said, replace(self, turn=at + 1)
        return self._ending(), replace(self, turn=at)

    def _ending(self) -> Deed:
        ending = self.scenario.ending
        match ending.by:
            case "customer":
                return Farewell(ending.text)
            case "nobody":
                return Vanish()
            case "counsellor":
                return Nothing()


def _is_passed_over(turn: Turn) -> bool:
    """Whether the counsellor's answer comes before it: what was for her silence needs no saying then."""
    return turn.after_silence_s is not None and turn.gone_for_s is None
