"""scenario: What a simulated customer comes with: a chat with its turns, or only the wish to be called."""

from dataclasses import dataclass
from typing import Final, Literal

Language = Literal["fi", "sv", "en"]
EndedBy = Literal["customer", "counsellor", "nobody"]
Wish = Literal["any", "forenoon", "afternoon"]

EarlierLines = Literal["join", "apart"]
Answer = Literal["give", "refuse"]

LANGUAGES: Final[tuple[Language, ...]] = ("fi", "sv", "en")
ENDED_BY: Final[tuple[EndedBy, ...]] = ("customer", "counsellor", "nobody")
WISHES: Final[tuple[Wish, ...]] = ("any", "forenoon", "afternoon")


@dataclass(frozen=True, slots=True)
class CallbackForm:
    """What she fills in to be called. The number is not hers to choose: see `made_up_numbers`."""

    wish: Wish
    may_leave_voicemail: bool
    text: str = ""


EARLIER_LINES: Final[tuple[EarlierLines, ...]] = ("join", "apart")
ANSWERS: Final[tuple[Answer, ...]] = ("give", "refuse")


@dataclass(frozen=True, slots=True)
class Identifying:
    """She identifies as one of the made-up people, and says what becomes of what she wrote before."""

    person_id: str
    earlier_lines: EarlierLines = "join"


@dataclass(frozen=True, slots=True)
class Turn:
    """Something said when it is the customer's turn: after the counsellor's message, or after her silence."""

    text: str
    after_silence_s: int | None = None
    """Said when the counsellor has been silent so long; passed over if she answers first."""
    gone_for_s: int | None = None
    """Before she says it her page is closed for so long. Never passed over: she does not choose to go."""
    callback: CallbackForm | None = None
    """Before she says it she leaves a callback request."""
    identifies: Identifying | None = None
    """Before she says it she identifies."""
    takes_permission_back: bool = False
    """Before she says it she takes back the permission that stands, if there is one (R070)."""


@dataclass(frozen=True, slots=True)
class Keyword:
    """Said once, in place of a turn, when the counsellor's text has one of the words in it."""

    words: tuple[str, ...]
    """In any case; part of a word will do, so that Finnish endings need no list."""
    text: str
    callback: CallbackForm | None = None


@dataclass(frozen=True, slots=True)
class Ending:
    """When all turns are said she ends it, lets the counsellor end it, or is just gone."""

    by: EndedBy
    text: str = ""
    """Her last words; "" when she has none."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """One simulated customer who chats (`harjoitustilanne`). Ids are names of the service model."""

    scenario_id: str
    language: Language
    service_id: str
    topic_id: str
    first_words: str
    turns: tuple[Turn, ...]
    ending: Ending
    keywords: tuple[Keyword, ...] = ()
    finer_topic_id: str | None = None
    identified_as: Identifying | None = None
    """Whom she has identified as before she comes; None: she comes anonymously."""
    permissions: tuple[Answer, ...] = ()
    """How she answers questions for permission, one after another; any beyond these she refuses."""
    patience_s: int = 900
    """So long she waits to be claimed, or for an answer; then she leaves."""


@dataclass(frozen=True, slots=True)
class CallScenario:
    """One simulated customer who does not chat and asks to be called (R093)."""

    scenario_id: str
    language: Language
    service_id: str
    topic_id: str
    callback: CallbackForm


AnyScenario = Scenario | CallScenario
