"""A stale snapshot and the facts after it make a fresh snapshot, in the page's own module."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.customer_page.county import Json
from tests.customer_page.page_backend import PageBackend
from tests.customer_page.visitor import Visitor

REPLAY = """async ({ snapshot, facts }) => {
    const state = await import("/page/state.js");
    let confirmed = state.fromSnapshot(snapshot);
    for (const [cursor, after, fact] of facts) confirmed = state.take(confirmed, cursor, after, fact);
    return confirmed;
}"""

Deed = Any
ERRANDS: dict[str, list[Deed]] = {
    "answered": [
        PageBackend.claim,
        lambda backend: backend.say("Hei!"),
        lambda backend: backend.say("Vielä yksi asia."),
        lambda backend: backend.mask(1, "█████"),
        lambda backend: backend.mask(2, "Lisää █████"),
        PageBackend.read_all,
        PageBackend.hand_over,
        PageBackend.return_to_queue,
        lambda backend: backend.say("Palasit jonoon.", by="service"),
        PageBackend.claim,
        lambda backend: backend.tell(backend.conversation, {"type": "SomethingOfTheFuture", "seq": 4}),
        PageBackend.close,
    ],
    "abandoned": [lambda backend: backend.close("abandoned")],
}


def snapshot_of(backend: PageBackend) -> Json:
    return backend.snapshot(next(iter(backend.sessions.values())))


@pytest.mark.parametrize("errand", ERRANDS.values(), ids=ERRANDS.keys())
def test_every_stale_snapshot_and_its_facts_make_the_fresh_one(visitor: Visitor, errand: list[Deed]):
    visitor.wait_in_queue("Hei").write("Lisää asiaa")
    expect(visitor.own.last).to_contain_text("tallennettu")
    backend = visitor.backend
    # The page itself marks what it sees; here only the deeds below count, so it is left for a plain file.
    visitor.page.goto("/page/fonts/OFL.txt")
    snapshots = [snapshot_of(backend)]
    for deed in errand:
        deed(backend)
        snapshots.append(snapshot_of(backend))
    for stale in snapshots:
        facts = [fact for fact in backend.conversation.facts if fact[0] > stale["cursor"]]
        replayed = visitor.page.evaluate(REPLAY, {"snapshot": stale, "facts": facts})
        fresh = snapshots[-1]
        for key in ("cursor", "conversation", "messages"):
            assert replayed[key] == fresh[key], key


def test_a_fact_that_does_not_follow_is_never_taken(visitor: Visitor):
    visitor.wait_in_queue("Hei")
    snapshot = snapshot_of(visitor.backend)
    cursor = snapshot["cursor"]
    fact = {
        "type": "WaitingClaimed",
        "conversation_id": snapshot["conversation"]["conversation_id"],
        "role": {},
    }
    for after, number in [(cursor + 1, cursor + 2), (cursor - 1, cursor), (cursor, cursor)]:
        asked = {"snapshot": snapshot, "facts": [[number, after, fact]]}
        assert visitor.page.evaluate(REPLAY, asked) is None


LATE = """async ({ snapshot, fact, older }) => {
    const state = await import("/page/state.js");
    const confirmed = state.take(state.fromSnapshot(snapshot), snapshot.cursor + 1, snapshot.cursor, fact);
    return state.withOlder(confirmed, older).messages;
}"""


def test_a_page_of_older_messages_asked_for_before_brings_nothing_back(visitor: Visitor):
    """P02: what was masked meanwhile stays masked."""
    visitor.wait_in_queue("Nimeni on Aino")
    snapshot = snapshot_of(visitor.backend)
    about = snapshot["conversation"]["conversation_id"]
    older = snapshot["messages"]
    fact = {"type": "SpanMasked", "conversation_id": about, "seq": 1, "text": "Nimeni on █████"}
    asked = {
        "snapshot": snapshot | {"messages": []},
        "fact": fact | {"masked": ["by_hand"]},
        "older": older,
    }
    (message,) = visitor.page.evaluate(LATE, asked)
    assert message["text"] == "Nimeni on █████"
    assert message["masked"] == ["by_hand"]


def test_the_customer_sees_that_a_professional_has_masked_it_in_anybodys_message(visitor: Visitor):
    """R017: her own copy shows the mask, and why."""
    visitor.wait_in_queue("Nimeni on Aino")
    visitor.backend.claim()
    visitor.backend.say("Hei Aino!")
    visitor.backend.mask(1, "Nimeni on █████")
    visitor.backend.mask(2, "Hei █████!")
    for line in (visitor.page.locator(".line.own"), visitor.page.locator(".line.counsellor")):
        expect(line.last).to_contain_text("peitetty")
        expect(line.last).to_contain_text("Ammattilainen on peittänyt osan viestistä.")
        expect(line.last).not_to_contain_text("Aino")
