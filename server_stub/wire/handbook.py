"""The handbook as it crosses the wire (CONTRACT.md section 4): only ever to staff."""

import msgspec

from server_stub.helpline import handbook
from server_stub.wire.heads import Words, words_of


class WorkGuide(msgspec.Struct, frozen=True):
    """How something is done, or who is responsible; no queue: for all of them (R148)."""

    guide_id: str
    kind: str
    name: Words
    text: Words
    queue_ids: tuple[str, ...]


class GuidanceRule(msgspec.Struct, frozen=True):
    """Who takes a matter (R082)."""

    matter: Words
    queue_id: str
    queue_name: Words


class Support(msgspec.Struct, frozen=True):
    """Who helps with the program (R145)."""

    text: Words
    queue_id: str | None


class Handbook(msgspec.Struct, frozen=True):
    """What is written for those who work."""

    guides: tuple[WorkGuide, ...]
    support: Support | None
    guidance: tuple[GuidanceRule, ...]


def handbook_of(book: handbook.Handbook) -> Handbook:
    """In the order of the service model."""
    support = book.support
    return Handbook(
        guides=tuple(
            WorkGuide(each.guide_id, each.kind, words_of(each.name), words_of(each.text), each.queue_ids)
            for each in book.guides
        ),
        support=None if support is None else Support(words_of(support.text), support.queue_id),
        guidance=tuple(
            GuidanceRule(words_of(rule.matter), rule.queue_id, words_of(rule.queue_name))
            for rule in book.guidance
        ),
    )
