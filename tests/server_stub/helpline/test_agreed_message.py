"""Agreed messages: who may send one and to whom, how long it is open, and what its end leaves alone."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server_stub.helpline.actors import StaffActor
from server_stub.helpline.agreed_message import ends_at
from server_stub.helpline.agreed_values import AgreedHow, Purpose, SendAgreedMessage
from server_stub.helpline.calling_time import moment
from server_stub.helpline.conversation import decide
from server_stub.helpline.conversation_commands import TimedAct
from server_stub.helpline.conversation_facts import ConversationWrappedUp
from server_stub.helpline.conversation_situation import Situation
from server_stub.helpline.conversation_values import Channel, Conversation, DueKind
from server_stub.helpline.decisions import Decision, Due
from server_stub.helpline.service_model import Service, ServiceModel
from server_stub.helpline.values import Problem
from server_stub.settings.resources import find_resources
from server_stub.settings.service_model_file import read
from tests.server_stub.helpline.test_conversation import COLLEAGUE, ELSEWHERE, HOLDER, a_conversation

NOW = round(datetime(2026, 11, 23, 12, 0, tzinfo=UTC).timestamp() * 1000)
TODAY = date(2026, 11, 23)
READ = read(find_resources() / "service_models" / "esimerkki.yaml")
assert isinstance(READ, ServiceModel), READ
SERVICE = next(each for each in READ.services if each.messages is not None)


def a_contact(state: str, **changes: object) -> Conversation:
    """Of an identified customer."""
    return a_conversation(state)._replace(identity="identified", **changes)  # type: ignore[arg-type]


def sends(
    contact: Conversation,
    *,
    actor: StaffActor = HOLDER,
    purpose: Purpose = Purpose.CONFIRMATION,
    on: date = TODAY,
    is_one_way: bool = False,
    service: Service | None = SERVICE,
) -> Decision | Problem:
    command = SendAgreedMessage(
        contact.conversation_id, "Aika on varattu.", purpose, AgreedHow.CHAT, on, is_one_way
    )
    situation = Situation(NOW, actor, contact, service=service, model_version=7, new_conversation_id="f" * 32)
    return decide(situation, command)


def sent(contact: Conversation, *, is_one_way: bool = False) -> Decision:
    decision = sends(contact, is_one_way=is_one_way)
    assert isinstance(decision, Decision), decision
    return decision


@given(
    state=st.sampled_from(["waiting", "held", "ended", "closed"]),
    actor=st.sampled_from([HOLDER, COLLEAGUE, ELSEWHERE]),
    purpose=st.sampled_from(list(Purpose)),
    channel=st.sampled_from(list(Channel)),
    identity=st.sampled_from(["anonymous", "identified"]),
    days=st.integers(-40, 3),
    is_one_way=st.booleans(),
)
def test_who_may_send_and_what_comes_of_it(
    state: str,
    actor: StaffActor,
    purpose: Purpose,
    channel: Channel,
    identity: str,
    days: int,
    is_one_way: bool,
) -> None:
    """R117, R118, R119, R120, R122: only who has or had the contact, of an identified customer, as agreed;
    what is sent is a message in the contact's own queue, and the contact itself stays as it was.
    """
    contact = a_contact(state, channel=channel)._replace(identity=identity)
    on = TODAY + timedelta(days=days)
    decision = sends(contact, actor=actor, purpose=purpose, on=on, is_one_way=is_one_way)
    goes_on = channel == Channel.CHAT and state == "held"
    may = actor is HOLDER and state != "waiting" and identity == "identified" and days <= 0
    if not may or (purpose == Purpose.INSTRUCTIONS and goes_on):
        assert isinstance(decision, Problem)
        return
    assert isinstance(decision, Decision)
    new = decision.conversation
    assert new.conversation_id != contact.conversation_id
    assert new.row is None
    assert (new.queue_id, new.channel, new.identity) == (contact.queue_id, "message", "identified")
    assert (new.direction, new.holder_id, new.due_at) == ("professional_initiated", HOLDER.staff_id, None)
    assert (new.state, new.open_until is None) == (("closed", True) if is_one_way else ("held", False))
    assert not any(contact.conversation_id in address for fact in decision.facts for address in fact.audience)


def test_a_service_without_messages_sends_none() -> None:
    assert sends(a_contact("ended"), service=None) == Problem("messages_unavailable")


@given(now=st.integers(1_700_000_000_000, 1_900_000_000_000), days=st.integers(1, 90))
def test_it_is_open_to_the_end_of_its_last_day_in_helsinki(now: int, days: int) -> None:
    """R120: also over the nights on which the clocks change."""
    until = moment(ends_at(now, days))
    assert until.date() == moment(now).date() + timedelta(days=days)
    assert (until.hour, until.minute, until.second) == (23, 59, 59)


@pytest.mark.parametrize("state", ["held", "waiting"])
def test_its_end_closes_and_counts_it(state: str) -> None:
    """R120, R131: counted by whoever had it; in a queue nobody had it."""
    message = sent(a_contact("ended")).conversation._replace(row=9, state=state)
    if state == "waiting":
        message = message._replace(holder_id=None, holder_name=None)
    ended = at_its_end(message)
    assert (ended.conversation.state, ended.conversation.closed_reason) == ("closed", "answered")
    told = [each.fact for each in ended.facts if isinstance(each.fact, ConversationWrappedUp)]
    assert [fact.by_id for fact in told] == ([HOLDER.staff_id] if state == "held" else [])
    assert Due(DueKind.MESSAGE_ENDS, None) in ended.due


def test_a_question_is_not_closed_unread() -> None:
    """R120: while she is owed an answer its end waits for a day."""
    message = sent(a_contact("ended")).conversation._replace(row=9, due_at=NOW)
    ended = at_its_end(message)
    assert (ended.conversation, ended.facts) == (message, ())
    assert ended.due == (Due(DueKind.MESSAGE_ENDS, (message.open_until or 0) + 86_400_000),)


@pytest.mark.parametrize("state", ["ended", "closed"])
def test_its_end_leaves_alone_what_is_over(state: str) -> None:
    message = sent(a_contact("ended")).conversation._replace(row=9, state=state)
    ended = at_its_end(message)
    assert (ended.conversation, ended.facts) == (message, ())
    assert ended.due == (Due(DueKind.MESSAGE_ENDS, None),)


def at_its_end(message: Conversation) -> Decision:
    at = message.open_until or 0
    situation = Situation(at, HOLDER, message, due_at=at, model_version=7)
    decision = decide(situation, TimedAct(message.conversation_id, DueKind.MESSAGE_ENDS, at))
    assert isinstance(decision, Decision), decision
    return decision
