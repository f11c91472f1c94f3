"""transcript: A customer has her conversation by e-mail: who may ask, what it says. Pure (R099, R101, R102).

    (nothing) ── RequestTranscript ──► waiting ──► handing_over ──► sent
                                        ▲   │           │  ├──────► failed   refused for good, out of tries
                                        └───┴─ put off ─┘  └──────► unknown  the line broke in the text

A letter is asked for by the customer's own press, once a conversation, after both sides have written
(trust.md U20). Where it failed, or nobody knows whether it arrived, she may press again, and no program does
so for her (decision 44). The address is with the letter alone, while it is `waiting` or `handing_over`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from server_stub.helpline.calling_time import moment
from server_stub.helpline.conversation_values import By, Conversation, Direction
from server_stub.helpline.mail_address import one_address
from server_stub.helpline.values import Millis, Problem

IDENTIFIED: Final = "identified"
MOST_PRESSES: Final = 3
"""How often she may press in one conversation, counting letters that failed."""
WAITS_S: Final = (60, 300, 900, 3_600)
"""How long a letter that was put off waits before each next try; after the last one it has failed."""


class LetterState(StrEnum):
    """How a letter stands."""

    WAITING = "waiting"
    HANDING_OVER = "handing_over"
    SENT = "sent"
    FAILED = "failed"
    UNKNOWN = "unknown"


AGAIN: Final = frozenset({LetterState.FAILED, LetterState.UNKNOWN})
"""After these she may press again."""


@dataclass(frozen=True, slots=True)
class RequestTranscript:
    """The customer asks for her conversation; both numbers None: the whole of it so far (R101)."""

    conversation_id: str
    address: str
    first_seq: int | None
    last_seq: int | None


class TranscriptSituation(NamedTuple):
    """What asking may depend on: her conversation and who has written in it, the letters of it so far, how
    many letters all customers have asked for today, and how many may be (None: no mail host is set).
    """

    conversation: Conversation | None
    voices: frozenset[str]
    earlier: tuple[LetterState, ...]
    today: int
    most_a_day: int | None


@dataclass(frozen=True, slots=True)
class LetterAsked:
    """A letter to be sent: to whom, and of which messages, both ends included."""

    address: str
    first_seq: int
    last_seq: int


def stays_on_the_page(conversation: Conversation) -> bool:
    """Whether nothing of it goes by e-mail, for it takes e-mail's place: a professional sent it (R121)."""
    return conversation.direction == Direction.PROFESSIONAL


def decide(situation: TranscriptSituation, command: RequestTranscript) -> LetterAsked | Problem:
    """The letter that asking leads to, or why there is none."""
    found = situation.conversation
    if found is None:
        return Problem("not_found")
    if any(state not in AGAIN for state in situation.earlier) or len(situation.earlier) >= MOST_PRESSES:
        return Problem("transcript_exists")
    if situation.most_a_day is None or situation.today >= situation.most_a_day:
        return Problem("mail_not_available")
    if stays_on_the_page(found):
        return Problem("mail_not_available")
    if not {By.CUSTOMER, By.COUNSELLOR} <= situation.voices:
        return Problem("nothing_to_send")
    first, last = command.first_seq or 1, command.last_seq or found.last_seq
    if not 1 <= first <= last <= found.last_seq:
        return Problem("nothing_to_send")
    address = one_address(command.address)
    if address is None:
        return Problem("address_unreadable")
    return LetterAsked(address, first, last)


def next_try(tries: int, *, now: Millis) -> Millis | None:
    """When a letter that has been tried so often is tried again; None: it has failed."""
    return now + WAITS_S[tries - 1] * 1000 if tries <= len(WAITS_S) else None


# -------------------------------------------------------------------------------------------- what it says


CONSENT: Final = "consent"
"""Whose voice a line about permission has: nobody's."""


class Line(NamedTuple):
    """One message of the conversation, or a line about permission."""

    by: str
    at: Millis
    text: str


@dataclass(frozen=True, slots=True)
class _Words:
    subject: str
    topic: str
    customer: str
    counsellor: str
    link: str
    consent: str
    consents: Mapping[str, str]


# No word of social services, of the county or of the matter: whoever sees her screen sees the subject.
_WORDS: Final = {
    "fi": _Words(
        "Pyytämäsi keskustelu",
        "Aihe: Chat keskustelu",
        "Asiakas",
        "Asiakaspalvelija",
        "Tunnistauduit keskustelussa, joten sitä ei lähetetä tavallisella sähköpostilla. Palvelun osoite:",
        "Lupa siirtoon",
        {
            "asked": "Lupaa siirtää keskustelu kysyttiin: {where}.",
            "given": "Annoit luvan: {where}.",
            "refused": "Et antanut lupaa: {where}.",
            "withdrawn": "Peruit luvan: {where}.",
            "opened": "Keskustelu avattiin: {where}.",
        },
    ),
    "sv": _Words(
        "Samtalet du bad om",
        "Ämne: Chattsamtal",
        "Kund",
        "Kundbetjänare",
        "Du identifierade dig i samtalet, så det skickas inte med vanlig e-post. Tjänstens adress:",
        "Lov att överföra",
        {
            "asked": "Vi frågade om samtalet får överföras: {where}.",
            "given": "Du gav lov: {where}.",
            "refused": "Du gav inte lov: {where}.",
            "withdrawn": "Du återtog lovet: {where}.",
            "opened": "Samtalet öppnades: {where}.",
        },
    ),
    "en": _Words(
        "The conversation you asked for",
        "Topic: Chat conversation",
        "Customer",
        "Customer adviser",
        "You identified yourself in the conversation, so it is not sent by ordinary e-mail. The service:",
        "Permission to transfer",
        {
            "asked": "You were asked whether the conversation may be transferred: {where}.",
            "given": "You gave permission: {where}.",
            "refused": "You did not give permission: {where}.",
            "withdrawn": "You took the permission back: {where}.",
            "opened": "The conversation was opened: {where}.",
        },
    ),
}


def subject(language: str) -> str:
    """The fixed subject of a letter in that language."""
    return _WORDS[language].subject


def says_content(conversation: Conversation) -> bool:
    """Whether the letter holds the conversation: an identified customer is sent a link instead (U20)."""
    return conversation.identity != IDENTIFIED


def laid_out(lines: Sequence[Line], language: str) -> str:
    """The letter of an anonymous conversation: topic line, then speaker and time, then text (R102)."""
    words = _WORDS[language]
    parts = [words.topic]
    for line in lines:
        who = words.customer if line.by == By.CUSTOMER else words.counsellor
        who = words.consent if line.by == CONSENT else who
        parts.append(f"{who} {moment(line.at):%H:%M:%S}\n{line.text}")
    return "\n\n".join(parts) + "\n"


def consent_line(state: str, *, where: str, at: Millis, language: str) -> Line:
    """What she was asked permission for, or what came of it, as one line among the others (I11)."""
    return Line(CONSENT, at, _WORDS[language].consents[state].format(where=where))


def link_only(address: str, language: str) -> str:
    """The letter of an identified conversation: where the service is, and not a word of what was said."""
    return f"{_WORDS[language].link}\n\n{address}\n"
