"""A fact on its way out: its bytes are made once, for however many readers."""

from collections.abc import Sequence
from typing import Final

from server_stub.ports import KeptFact

MADE_AT_DELIVERY: Final = frozenset(
    {"ConversationEntered", "ServiceModelActivated", "CallbackNumberShown", "IdentityShown"}
)
"""Kinds whose body differs from reader to reader: `counter.streams` fills it in."""


class Outgoing:
    """A committed fact as streams need it. `tail` is all of its event that readers share."""

    __slots__ = (
        "audience",
        "body",
        "conversation",
        "customer_body",
        "customer_tail",
        "kind",
        "message_seq",
        "number",
        "seq",
        "tail",
    )

    def __init__(self, row: KeptFact) -> None:
        self.seq = row.seq
        self.number = row.number
        self.conversation = row.conversation
        self.message_seq = row.message_seq
        self.kind = row.kind
        self.audience = tuple(row.audience.split("\n"))
        self.body = row.body
        self.customer_body = row.customer_body if row.customer_body is not None else row.body
        self.tail = _tail(self.body)
        self.customer_tail = self.tail if row.customer_body is None else _tail(self.customer_body)

    @property
    def is_made_at_delivery(self) -> bool:
        """Whether each reader's own body must be asked for."""
        return self.kind in MADE_AT_DELIVERY

    def cursor(self, *, is_customer: bool) -> int:
        """The fact's number as this kind of reader counts."""
        return (self.number or 0) if is_customer else self.seq

    def event(self, after: int, *, is_customer: bool, body: bytes | None = None) -> bytes:
        """The server-sent event: id, the reader's own `after`, and the shared bytes.

        `body` takes the place of the stored one where the slice is filled at delivery.
        """
        tail = _tail(body) if body is not None else self.customer_tail if is_customer else self.tail
        return b"id: %d\ndata: %d" % (self.cursor(is_customer=is_customer), after) + tail

    def entry(self, after: int, *, is_customer: bool, body: bytes | None = None) -> bytes:
        """The same for long-polling: one element of `facts`."""
        told = body if body is not None else self.customer_body if is_customer else self.body
        cursor = self.cursor(is_customer=is_customer)
        return b'{"cursor":%d,"after":%d,"fact":%s}' % (cursor, after, told)


def _tail(body: bytes) -> bytes:
    # JSON from the encoder holds no line break, so the bytes are safe as one data line.
    return b"\ndata: " + body + b"\n\n"


def page(facts: Sequence[bytes], hints: Sequence[bytes], now: str) -> bytes:
    """The answer of long-polling."""
    told = (b",".join(facts), b",".join(hints), now.encode())
    return b'{"facts":[%s],"hints":[%s],"now":"%s"}' % told
