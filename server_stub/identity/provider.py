"""The port of strong identification: where a customer is sent, and what her provider says when she is back.

Two adapters keep it: OpenID Connect (`identity.openid`) and SAML 2.0 as Suomi.fi uses it (`identity.saml`).
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Protocol

from server_stub.helpline.identification_values import Level
from server_stub.helpline.values import Millis


class Refusal(StrEnum):
    """Why nobody was identified; the page has a sentence for each, and the chat is kept."""

    DECLINED = "declined"
    """She turned back at the provider."""
    REFUSED = "refused"
    """What came back is not to be believed."""
    UNAVAILABLE = "unavailable"
    """The provider does not answer."""


@dataclass(frozen=True, slots=True)
class Vouched:
    """One person in the words of a provider; `subject` is what it calls her."""

    name: str
    subject: str
    identity_code: str | None

    def __repr__(self) -> str:
        return "Vouched(…)"


@dataclass(frozen=True, slots=True)
class Assertion:
    """What a provider vouches for, checked. `assertion_id` is taken once, until `valid_until`."""

    issuer: str
    person: Vouched
    level: Level
    assertion_id: str
    valid_until: Millis
    on_behalf_of: Vouched | None = None
    mandate: str | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """Where the browser is sent, and what must be remembered until it is back: for no eyes but ours."""

    redirect_url: str
    remembered: Mapping[str, str]


def written_down(assertion: Assertion) -> str:
    """An assertion as text, to be sealed and read back in the next step."""
    return json.dumps(asdict(assertion))


def read_back(written: str) -> Assertion:
    """What `written_down` wrote."""
    told = json.loads(written)
    behalf = told["on_behalf_of"]
    return Assertion(
        issuer=told["issuer"],
        person=Vouched(**told["person"]),
        level=Level(told["level"]),
        assertion_id=told["assertion_id"],
        valid_until=told["valid_until"],
        on_behalf_of=Vouched(**behalf) if behalf is not None else None,
        mandate=told["mandate"],
    )


class IdentityProvider(Protocol):
    """Somebody who can tell who a customer is."""

    @property
    def provider_id(self) -> str:
        """What it is called in records: its issuer."""
        ...

    async def begin(self, *, state: str, language: str) -> Begun | Refusal:
        """Send somebody there. `state` comes back with her and names nothing but her way."""
        ...

    async def complete(self, answer: Mapping[str, str], remembered: Mapping[str, str]) -> Assertion | Refusal:
        """Who came back, by what her browser brought and what was remembered of her leaving."""
        ...

    def metadata(self) -> bytes | None:
        """What it is told of us in a file, where its kind wants one."""
        ...

    async def close(self) -> None:
        """Give connections back."""
        ...
