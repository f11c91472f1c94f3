"""The provider of practice: made-up people, of whom a visitor of a practice backend chooses who she is.

It identifies nobody, and stands only where everything is practice (`is_practice`): the same way there and
back, the same records, another page. Its codes are of the 900 series, which no person has (domain.md).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final
from urllib.parse import urlencode

from server_stub.helpline.identification_values import Level
from server_stub.helpline.values import Millis
from server_stub.identity.provider import Assertion, Begun, Refusal, Vouched

PROVIDER_ID: Final = "practice"
_GOOD_FOR_MS: Final = 600_000


@dataclass(frozen=True, slots=True)
class PracticeSetting:
    """There is nothing to set."""


@dataclass(frozen=True, slots=True)
class MadeUpPerson:
    """Somebody who does not exist; `on_behalf_of` is the name of whom she acts for, or None."""

    person_id: str
    name: str
    identity_code: str
    on_behalf_of: str | None = None


MADE_UP: Final[Mapping[str, MadeUpPerson]] = MappingProxyType(
    {
        each.person_id: each
        for each in (
            MadeUpPerson("asiakas", "Demo Asiakas", "121299Y946F"),
            MadeUpPerson("kund", "Demo Kund", "210790-905L"),
            MadeUpPerson("omainen", "Demo Omainen", "150385-912E", on_behalf_of="Demo Äiti"),
        )
    }
)


class PracticeProvider:
    """Sends a visitor to the page of practice, and believes what she chose there."""

    def __init__(self, *, page_url: str, new_id: Callable[[], str], now: Callable[[], Millis]) -> None:
        """`page_url` is where the page of practice is; `new_id` names each choice once."""
        self._page_url = page_url
        self._new_id = new_id
        self._now = now

    @property
    def provider_id(self) -> str:
        """What it is called in records."""
        return PROVIDER_ID

    async def begin(self, *, state: str, language: str) -> Begun | Refusal:
        """To the page of practice."""
        return Begun(f"{self._page_url}?{urlencode({'state': state, 'language': language})}", {})

    async def complete(self, answer: Mapping[str, str], remembered: Mapping[str, str]) -> Assertion | Refusal:
        """Who she chose to be; nobody, if she turned back or chose somebody who is not on the page."""
        chosen = answer.get("person", "")
        if not chosen:
            return Refusal.DECLINED
        person = MADE_UP.get(chosen)
        if person is None:
            return Refusal.REFUSED
        behalf = person.on_behalf_of
        return Assertion(
            issuer=PROVIDER_ID,
            person=Vouched(person.name, person.person_id, person.identity_code),
            level=Level.SUBSTANTIAL,
            assertion_id=self._new_id(),
            valid_until=self._now() + _GOOD_FOR_MS,
            on_behalf_of=Vouched(behalf, behalf, None) if behalf is not None else None,
            mandate="practice" if behalf is not None else None,
        )

    def metadata(self) -> bytes | None:
        """Nothing is told to anybody."""
        return None

    async def close(self) -> None:
        """There is no connection."""
