"""Who reads which closed conversation again, and what a search finds in one; pure (R138)."""

import pytest

from server_stub.helpline.actors import StaffActor
from server_stub.helpline.archive import may_open, says, wanted
from server_stub.helpline.conversation_values import Conversation
from server_stub.helpline.retention import DAY_MS, Retention
from tests.server_stub.helpline.test_conversation import HOLDER, QUEUE, a_conversation
from tests.server_stub.helpline.test_register import FAMILY, NURSING, REGISTERS, UNSAID

TIMES = Retention(anonymous_days=183, exported_days=30)
CLOSED = a_conversation("closed")._replace(holder_id=HOLDER.staff_id, holder_name="Maija")


def somebody(*queues: str, staff_id: str = "b" * 32, roles: str = "advice_counsellor") -> StaffActor:
    return StaffActor(staff_id, "Sari", frozenset({roles}), frozenset(queues), 5)


def opens(found: Conversation, actor: StaffActor, *, exported_at: int | None = None, days: int = 1) -> bool:
    now = (found.closed_at or 0) + days * DAY_MS
    return may_open(found, actor, REGISTERS, TIMES, exported_at=exported_at, now=now)


def test_those_of_its_queue_and_who_had_it_read_it_within_its_register():
    """R138: a role alone opens nothing, nor does having had it, once she is of another register."""
    hers = somebody(FAMILY, staff_id=HOLDER.staff_id)
    assert opens(CLOSED, somebody(QUEUE))
    assert opens(CLOSED, hers)
    assert not opens(CLOSED, somebody(FAMILY))
    assert not opens(CLOSED, somebody(FAMILY, roles="supervisor"))
    assert not opens(CLOSED, somebody(NURSING, staff_id=HOLDER.staff_id))
    assert not opens(CLOSED._replace(queue_id=NURSING), hers)
    assert not opens(CLOSED._replace(queue_id=UNSAID), somebody(UNSAID))


@pytest.mark.parametrize("state", ["waiting", "held", "ended"])
def test_what_goes_on_is_not_in_the_archive(state: str):
    assert not opens(a_conversation(state), somebody(QUEUE))


def test_nothing_is_read_beyond_its_time_of_keeping():
    """R138: an identified one stays until it was exported and thirty days more."""
    assert opens(CLOSED, somebody(QUEUE), days=182)
    assert not opens(CLOSED, somebody(QUEUE), days=183)
    identified = CLOSED._replace(identity="identified")
    assert opens(identified, somebody(QUEUE), days=400)
    exported_at = identified.closed_at
    assert opens(identified, somebody(QUEUE), exported_at=exported_at, days=29)
    assert not opens(identified, somebody(QUEUE), exported_at=exported_at, days=30)


def test_all_words_must_be_in_one_message_whatever_their_case():
    """R138."""
    assert says("Kysyn tuetusta LOMASTA", wanted("loma  Tue"))
    assert says("Jag söker ÅLDERSPENSION", wanted("ålders"))
    assert not says("Kysyn tuetusta", wanted("tuettu loma"))
