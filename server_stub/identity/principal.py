"""Principals: whom a request turned out to come from."""

from dataclasses import dataclass

from server_stub.helpline.accounts import Account
from server_stub.helpline.actors import CustomerActor, StaffActor
from server_stub.helpline.roles import Role
from server_stub.helpline.values import Millis


@dataclass(frozen=True, slots=True)
class StaffPrincipal:
    """A member of staff, with a token good until `until`.

    `family` names the sign-in; `entitled_from` is the oldest cursor she may resume from.
    """

    actor: StaffActor
    family: str
    entitled_from: int
    until: Millis

    @property
    def roles(self) -> frozenset[str]:
        """What the role table is asked about."""
        return self.actor.roles

    def is_as_entitled_as(self, other: "StaffPrincipal") -> bool:
        """Whether a stream opened by one may go on for the other: same sign-in, roles, queues."""
        return (self.actor, self.family, self.entitled_from) == (
            other.actor,
            other.family,
            other.entitled_from,
        )


@dataclass(frozen=True, slots=True)
class CustomerPrincipal:
    """A customer behind her cookie. `actor.conversation_id` is her latest conversation, also a closed one."""

    actor: CustomerActor
    page_token: str
    until: Millis

    @property
    def roles(self) -> frozenset[str]:
        """What the role table is asked about."""
        if self.actor.identification is None:
            return frozenset({Role.CUSTOMER_ANONYMOUS})
        behalf = {Role.CUSTOMER_ON_BEHALF} if self.actor.is_on_behalf else set()
        return frozenset({Role.CUSTOMER_IDENTIFIED, *behalf})


@dataclass(frozen=True, slots=True)
class Nobody:
    """A caller who has not said who she is, where nothing needs it."""

    @property
    def roles(self) -> frozenset[str]:
        """Everybody's."""
        return frozenset()


Principal = StaffPrincipal | CustomerPrincipal | Nobody


def staff_principal(account: Account, *, family: str, until: Millis) -> StaffPrincipal:
    """What an account is to the rest of the backend."""
    actor = StaffActor(
        staff_id=account.staff_id,
        display_name=account.display_name,
        roles=account.roles,
        queues=account.queues,
        capacity=account.capacity,
    )
    return StaffPrincipal(actor=actor, family=family, entitled_from=account.entitled_from, until=until)
