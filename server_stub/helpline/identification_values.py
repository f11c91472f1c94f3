"""The words of identification: who somebody proved to be, commands, facts."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How surely somebody is who she is said to be: the two strong levels of the eIDAS regulation."""

    SUBSTANTIAL = "substantial"
    HIGH = "high"


class EarlierLines(StrEnum):
    """Whether lines from before she identified join her record: hers to say, and apart until she has."""

    UNDECIDED = "undecided"
    JOINED = "joined"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Proved:
    """One person, as a provider of strong identification vouches for her.

    `person_key` is the same at every identification of the same person and says nothing of her without our
    key; `identity_code` is None for those who have none (eIDAS). It lives in memory until it is sealed.
    """

    person_key: str
    name: str
    identity_code: str | None = None

    def __repr__(self) -> str:
        return "Proved(…)"


@dataclass(frozen=True, slots=True)
class VerifiedPerson:
    """Who is at the page, how surely, by whose word; and for whom she acts, if she does (U19).

    `mandate` names the right to act by which the provider let her: an id, never a sentence about anybody.
    """

    person: Proved
    level: Level
    provider_id: str
    on_behalf_of: Proved | None = None
    mandate: str | None = None


@dataclass(frozen=True, slots=True)
class AskIdentification:
    """The holder asks the customer to identify."""

    conversation_id: str
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class DeclineIdentification:
    """The customer goes on without."""

    conversation_id: str | None


@dataclass(frozen=True, slots=True)
class Identify:
    """The customer has identified: decided by her provider and by whose browser came back, not by a command.

    `is_same`: the conversation is that very person's already; None where it is nobody's yet.
    """

    conversation_id: str
    is_same: bool | None


@dataclass(frozen=True, slots=True)
class DecideEarlierLines:
    """The customer says whether what she wrote before joins her record."""

    conversation_id: str | None
    are_joined: bool


IdentificationCommand = AskIdentification | DeclineIdentification | Identify | DecideEarlierLines


@dataclass(frozen=True, slots=True)
class IdentificationAsked:
    """The page asks her now; the talk goes on meanwhile."""


@dataclass(frozen=True, slots=True)
class IdentificationDeclined:
    """She goes on anonymously."""


@dataclass(frozen=True, slots=True)
class CustomerIdentified:
    """She is identified from after that line on. Names nobody."""

    after_seq: int
    earlier_lines: EarlierLines | None


@dataclass(frozen=True, slots=True)
class IdentityShown:
    """To whom her name may be shown now; filled at delivery, so that a name stands in one place only."""


@dataclass(frozen=True, slots=True)
class EarlierLinesDecided:
    """What she answered about her earlier lines."""

    earlier_lines: EarlierLines


IdentificationFact = (
    IdentificationAsked | IdentificationDeclined | CustomerIdentified | IdentityShown | EarlierLinesDecided
)
