"""The middle of identification: a customer leaves for her provider, and comes back as somebody.

    begin: state, verifier kept ─► provider ─► back: the same browser? ─► complete ─► one commit: who she is,
                                                                        another cookie, CustomerIdentified

A way is good once, for ten minutes, in the browser it was begun in: an address that is sent to somebody else
binds nobody (U18), and a cookie that somebody else has planted opens nothing afterwards (U07).
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from server_stub.counter.counter import Counter, Sent
from server_stub.helpline.identification_values import Identify, VerifiedPerson
from server_stub.helpline.roles import Action
from server_stub.helpline.values import Problem
from server_stub.identity.customer_doors import NewSession
from server_stub.identity.person_keys import PersonKeys
from server_stub.identity.principal import CustomerPrincipal
from server_stub.identity.provider import Assertion, IdentityProvider, Refusal, read_back, written_down
from server_stub.identity.tokens import new_token, token_hash
from server_stub.ports import Clock, Draw
from server_stub.records import identifications
from server_stub.records.commit_groups import CommitGroups
from server_stub.records.group import Group
from server_stub.records.identifications import Pending, Sealed

GOOD_FOR_MS: Final = 600_000
ARRIVED_FOR_MS: Final = 60_000
ARRIVED_AT: Final = "/api/v1/customer/identification/arrived"
LEAVING: Final = "leaving"
ARRIVED: Final = "arrived"


class Outcome(StrEnum):
    """How a way ended that identified nobody; the page says each in a sentence of its own."""

    DECLINED = "declined"
    REFUSED = "refused"
    UNAVAILABLE = "unavailable"
    EXPIRED = "expired"
    OTHER_BROWSER = "other_browser"
    OTHER_PERSON = "other_person"


@dataclass(frozen=True, slots=True)
class Back:
    """Where her browser goes on; `session` when she is somebody now, `outcome` when nobody was identified."""

    return_to: str
    session: NewSession | None
    outcome: Outcome | None


class Identifications:
    """One provider, and what is kept of those who go there."""

    def __init__(
        self,
        provider: IdentityProvider,
        keys: PersonKeys,
        counter: Counter,
        groups: CommitGroups,
        *,
        clock: Clock,
        draw: Draw,
        new_session: Callable[[], tuple[NewSession, bytes]],
    ) -> None:
        """`new_session` makes a cookie, with the hash it is known by."""
        self._provider = provider
        self._keys = keys
        self._counter = counter
        self._groups = groups
        self._clock = clock
        self._draw = draw
        self._new_session = new_session

    async def begin(self, principal: CustomerPrincipal, *, return_to: str, language: str) -> str | Problem:
        """Where to send her browser."""
        state = new_token()
        begun = await self._provider.begin(state=state, language=language)
        if isinstance(begun, Refusal):
            return Problem("unavailable", {"retry_after_s": 30})
        pending = Pending(
            principal.actor.session_row,
            LEAVING,
            json.dumps(dict(begun.remembered)).encode(),
            return_to,
            self._clock.millis() + GOOD_FOR_MS,
        )
        await self._groups.run(
            lambda group: identifications.keep_pending(group.connection, token_hash(state), pending)
        )
        return begun.redirect_url

    async def complete(self, principal: CustomerPrincipal | None, answer: Mapping[str, str]) -> Back:
        """Her browser is back with the provider's answer. `principal` is whose it is, None: nobody's."""
        pending = await self._taken(answer.get("state", ""), LEAVING)
        if pending is None:
            return Back("/", None, Outcome.EXPIRED)
        if principal is None or principal.actor.session_row != pending.session_row:
            # Not who left: nothing is told of the other, and the provider is not asked.
            return Back("/", None, Outcome.OTHER_BROWSER)
        if self._clock.millis() >= pending.expires_at:
            return Back(pending.return_to, None, Outcome.EXPIRED)
        remembered = {str(name): str(value) for name, value in json.loads(pending.remembered).items()}
        assertion = await self._provider.complete(answer, remembered)
        if isinstance(assertion, Refusal):
            return Back(pending.return_to, None, Outcome(assertion.value))
        return await self._identified(principal, assertion, pending.return_to)

    async def arrive(self, answer: Mapping[str, str]) -> Back:
        """A provider's page has posted its answer, and a browser sends no cookie of ours with that.

        What it says is kept, sealed, for the one step in which the cookie comes along (SameSite=Lax).
        """
        pending = await self._taken(answer.get("RelayState", ""), LEAVING)
        if pending is None or self._clock.millis() >= pending.expires_at:
            return Back("/", None, Outcome.EXPIRED)
        remembered = {str(name): str(value) for name, value in json.loads(pending.remembered).items()}
        assertion = await self._provider.complete(answer, remembered)
        if isinstance(assertion, Refusal):
            return Back(pending.return_to, None, Outcome(assertion.value))
        state = new_token()
        kept = replace(
            pending,
            kind=ARRIVED,
            remembered=self._keys.sealed(written_down(assertion)),
            expires_at=self._clock.millis() + ARRIVED_FOR_MS,
        )
        await self._groups.run(
            lambda group: identifications.keep_pending(group.connection, token_hash(state), kept)
        )
        return Back(f"{ARRIVED_AT}?state={state}", None, None)

    async def finish(self, principal: CustomerPrincipal | None, answer: Mapping[str, str]) -> Back:
        """The step with the cookie. `principal` is whose browser it is, None: nobody's."""
        pending = await self._taken(answer.get("state", ""), ARRIVED)
        if pending is None or self._clock.millis() >= pending.expires_at:
            return Back("/", None, Outcome.EXPIRED)
        if principal is None or principal.actor.session_row != pending.session_row:
            return Back("/", None, Outcome.OTHER_BROWSER)
        assertion = read_back(self._keys.opened(pending.remembered))
        return await self._identified(principal, assertion, pending.return_to)

    async def _taken(self, state: str, kind: str) -> Pending | None:
        if not 0 < len(state) <= 128:
            return None
        key = token_hash(state)
        return await self._groups.run(
            lambda group: identifications.take_pending(group.connection, key, kind=kind)
        )

    async def _identified(self, principal: CustomerPrincipal, assertion: Assertion, return_to: str) -> Back:
        person = self._keys.verified(assertion)
        conversation_id = principal.actor.conversation_id
        session, cookie_hash = self._new_session()
        outcome = await self._groups.run(
            lambda group: self._written(group, principal, assertion, person, session, cookie_hash),
            conversation_ids=(conversation_id,) if conversation_id is not None else (),
        )
        return Back(return_to, session if outcome is None else None, outcome)

    def _written(
        self,
        group: Group,
        principal: CustomerPrincipal,
        assertion: Assertion,
        person: VerifiedPerson,
        session: NewSession,
        cookie_hash: bytes,
    ) -> Outcome | None:
        connection, actor = group.connection, principal.actor
        used = token_hash(f"{assertion.issuer}\x1f{assertion.assertion_id}")
        if not identifications.take_assertion(connection, used, until=assertion.valid_until + GOOD_FOR_MS):
            return Outcome.REFUSED
        is_same: bool | None = None
        if actor.conversation_id is not None:
            is_same = identifications.is_same_person(connection, actor.conversation_id, person)
            found = group.conversation(actor.conversation_id)
            if is_same is False and found is not None and found.state in ("waiting", "held"):
                return Outcome.OTHER_PERSON
        row = identifications.keep(connection, person, self._sealed(person), now=group.now)
        if actor.conversation_id is not None:
            # One transaction: the conversation is hers if and only if the session is.
            command = Identify(actor.conversation_id, is_same)
            sent = Sent(self._draw.identifier(), command, replace(actor, identification=row))
            if self._counter.identify(group, sent) is not None:
                raise ValueError("a conversation that nobody else has can be identified")
        identifications.give_to_session(
            connection,
            actor.session_row,
            row,
            token_hash=cookie_hash,
            page_token=session.page_token,
        )
        self._log(group, person, actor.conversation_id)
        return None

    def _log(self, group: Group, person: VerifiedPerson, conversation_id: str | None) -> None:
        """Both identities into the audit log, by their keys (U19)."""
        group.note(f"i:{person.person.person_key}", Action.FINISH_IDENTIFICATION, conversation_id)
        if person.on_behalf_of is not None:
            represented = person.on_behalf_of.person_key
            group.note(f"b:{represented}", Action.FINISH_IDENTIFICATION, conversation_id)

    def _sealed(self, person: VerifiedPerson) -> Sealed:
        behalf = person.on_behalf_of
        return Sealed(
            self._sealed_code(person.person.identity_code),
            self._sealed_code(behalf.identity_code) if behalf is not None else None,
        )

    def _sealed_code(self, code: str | None) -> bytes | None:
        return self._keys.sealed(code) if code is not None else None
