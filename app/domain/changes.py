"""Changes: what kind of thing changed and which ones, so that a pane renews only that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto


class Kind(Enum):
    """What a pane can be about, and what its ids are."""

    QUEUES = auto()
    """Queue ids: counts, waits or the queue itself."""
    HEADS = auto()
    """Conversation ids: heads that came, changed or went."""
    MESSAGES = auto()
    """Conversation ids: transcripts, pending messages included."""
    OUTBOX = auto()
    """Command ids: rows that came, changed stage or went."""
    DRAFTS = auto()
    """Conversation ids: drafts saved, returned or gone."""
    LINK = auto()
    """The single id ``link``."""
    ME = auto()
    """The single id ``me``: name, capacity, capabilities, limits, texts."""
    CALLBACKS = auto()
    """Callback ids: requests that came, changed or went, and intents about them."""
    OFFERS = auto()
    """Conversation ids: offers that came or went, to her or by her."""
    HELP = auto()
    """Conversation ids: help that is called for, answered or over, and intents about it."""
    CONSULTATIONS = auto()
    """Consultation ids: those that came, changed or went, and intents about them."""
    NOTICES = auto()
    """Notice ids: something to tell that belongs to no draft."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Kinds and the ids of what changed; empty is false."""

    kinds: Mapping[Kind, frozenset[str]] = field(default_factory=dict)

    @staticmethod
    def of(kind: Kind, ids: Iterable[str]) -> Changes:
        """Changes of one kind; none when ``ids`` is empty."""
        named = frozenset(ids)
        return Changes({kind: named}) if named else Changes()

    def ids(self, kind: Kind) -> frozenset[str]:
        """The ids of one kind that changed, perhaps none."""
        return self.kinds.get(kind, frozenset())

    def are_only(self, kind: Kind) -> bool:
        """Whether things of this kind changed and nothing else."""
        return set(self.kinds) == {kind}

    def __or__(self, other: Changes) -> Changes:
        """Both together."""
        kinds = dict(self.kinds)
        for kind, ids in other.kinds.items():
            kinds[kind] = kinds.get(kind, frozenset()) | ids
        return Changes(kinds)

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.kinds)
