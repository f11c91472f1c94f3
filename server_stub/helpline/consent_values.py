"""The words of consent: what a customer is asked, commands, facts."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from server_stub.helpline.wording import Language, Wording


class ConsentState(StrEnum):
    """How the customer's permission for one move stands (helpline/consent.py)."""

    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    REPLACED = "replaced"
    MOVED = "moved"
    WITHDRAWN = "withdrawn"
    OPENED = "opened"


@dataclass(frozen=True, slots=True)
class ConsentTexts:
    """What a customer is told when she is asked; another text has another `version`, and `starts_on` a day.

    `purpose` says why (R071), `moves` what moves beside her lines, `refusing` and `withdrawing` what these
    mean, `after_opening` what withdrawing means once the receiver has opened it.
    """

    version: int
    starts_on: date
    purpose: Wording
    moves: Wording
    refusing: Wording
    withdrawing: Wording
    after_opening: Wording


@dataclass(frozen=True, slots=True)
class ConsentTarget:
    """A queue she would be asked about: where to, as she reads it; whose record it is of, None where the
    service model does not say; what she is told, None where it has no texts; whether asking is needed at all.
    """

    name: Wording
    register: str | None
    texts: ConsentTexts | None
    is_needed: bool


@dataclass(frozen=True, slots=True)
class Question:
    """One question as it was asked: all of it is recorded, and none of it changes (I11).

    `number` counts within the conversation. `first_seq` is the first message that would move; 1 is the whole
    conversation. `target` is where to, as the customer reads it.
    """

    number: int
    queue_id: str
    target: Wording
    register: str
    first_seq: int
    texts: ConsentTexts
    asked_by_id: str
    asked_by_name: str


@dataclass(frozen=True, slots=True)
class AskConsent:
    """The holder asks whether the conversation may move to that queue, from the message `first_seq` on."""

    conversation_id: str
    queue_id: str
    first_seq: int
    responsibility_version: int


@dataclass(frozen=True, slots=True)
class AnswerConsent:
    """The customer answers the question of that number; `language` is the one she read it in."""

    conversation_id: str | None
    number: int
    is_given: bool
    language: Language


@dataclass(frozen=True, slots=True)
class WithdrawConsent:
    """The customer takes back the permission of that number."""

    conversation_id: str | None
    number: int


ConsentCommand = AskConsent | AnswerConsent | WithdrawConsent


@dataclass(frozen=True, slots=True)
class ConsentAsked:
    """The page asks her now; the talk goes on meanwhile."""

    question: Question


@dataclass(frozen=True, slots=True)
class ConsentChanged:
    """The permission of that number stands otherwise; `language` only with an answer."""

    number: int
    state: ConsentState
    language: Language | None = None


ConsentFact = ConsentAsked | ConsentChanged
