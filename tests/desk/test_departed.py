"""A conversation that goes elsewhere: remembered with where it went, until she lets go or has it again."""

import pytest

from app.domain.conversation import ConversationState
from app.domain.departed import Way, departures
from app.domain.facts import ConversationReturned
from app.domain.help_call import HelpCallEnded, HelpEnding
from app.domain.problems import Problem
from tests.support.desk_builders import (
    ADULTS,
    JOHAN,
    MAIJA,
    NINE_O_CLOCK,
    ROBIN,
    a_head,
    a_held_head,
    a_state,
)
from tests.support.desk_room import a_room
from tests.support.fakes import settle
from tests.support.help_builders import ANNA, a_call
from tests.support.offer_builders import OFFERED, SARI


def test_where_it_went_is_what_the_facts_say() -> None:
    before = a_state(a_held_head(ROBIN))
    (gone,) = departures(before, a_state(a_head(ROBIN)))
    assert (gone.way, gone.queue_id, gone.is_by_her) == (Way.RETURNED, ADULTS, False)
    (taken,) = departures(before, a_state(a_held_head(ROBIN, holder=JOHAN)))
    assert (taken.way, taken.to_name) == (Way.TAKEN_OVER, JOHAN.display_name)
    (unknown,) = departures(before, a_state())
    assert unknown.way is Way.GONE


def returned(reason: str) -> ConversationReturned:
    return ConversationReturned(NINE_O_CLOCK, None, ROBIN, ADULTS, 2, NINE_O_CLOCK, reason)


def test_what_she_gave_back_went_by_her_own_hand() -> None:
    """The end of a shift with returns says nothing of her being away."""
    before, after = a_state(a_held_head(ROBIN)), a_state(a_head(ROBIN))
    (gone,) = departures(before, after, returned("given_back"))
    assert (gone.way, gone.queue_id, gone.is_by_her) == (Way.GIVEN_BACK, ADULTS, True)
    (gone,) = departures(before, after, returned("counsellor_away"))
    assert (gone.way, gone.is_by_her) == (Way.RETURNED, False)


@pytest.mark.asyncio
@pytest.mark.parametrize(("unsent", "ways"), [("", []), ("Kesken", [Way.GIVEN_BACK])])
async def test_a_desk_keeps_a_tab_for_what_she_gave_back_only_where_text_was_left(
    unsent: str, ways: list[Way]
) -> None:
    async with a_room() as room:
        await room.serve()
        if unsent:
            room.desk.drafts.typed(ROBIN, unsent)
        room.counter.counsellor_away(ROBIN, reason="given_back")
        await settle()
        assert [gone.way for gone in room.desk.departed] == ways


@pytest.mark.parametrize("after", [a_state(a_held_head(ROBIN)), a_state(a_held_head(ROBIN, last_seq=9))])
def test_what_is_still_hers_has_gone_nowhere(after) -> None:
    assert departures(a_state(a_held_head(ROBIN)), after) == ()


def test_what_has_ended_or_was_never_hers_has_gone_nowhere() -> None:
    ended = a_held_head(ROBIN, state=ConversationState.ENDED)
    assert departures(a_state(ended), a_state()) == ()
    assert departures(a_state(a_head(ROBIN)), a_state(a_held_head(ROBIN, holder=JOHAN))) == ()


@pytest.mark.asyncio
async def test_a_desk_tells_it_keeps_the_draft_and_lets_go() -> None:
    async with a_room() as room:
        await room.serve()
        room.desk.drafts.typed(ROBIN, "Kesken")
        room.counter.counsellor_away(ROBIN)
        await settle()
        (gone,) = room.desk.departed
        assert (gone.conversation_id, gone.way) == (ROBIN, Way.RETURNED)
        assert isinstance(room.desk.talk.write(ROBIN), Problem)
        assert room.desk.drafts.text(ROBIN) == "Kesken"
        room.desk.let_go(ROBIN)
        assert room.desk.departed == ()
        assert room.desk.drafts.text(ROBIN) == "Kesken"


@pytest.mark.parametrize(
    ("ending", "ways"),
    [
        (HelpEnding.CONVERSATION_OVER, [Way.HELP_OVER]),
        (HelpEnding.WITHDRAWN, [Way.HELP_WITHDRAWN]),
        (HelpEnding.HELPED, []),
        (HelpEnding.TAKEN_OVER, []),
    ],
)
def test_what_she_came_to_help_in_does_not_vanish_without_a_word(ending: HelpEnding, ways: list[Way]) -> None:
    """The head has left her by then: whoever reads along forgets it before the call ends."""
    fact = HelpCallEnded(NINE_O_CLOCK, None, OFFERED, ending)
    before = a_state(help_calls=(a_call(helper=MAIJA),))
    gone = departures(before, a_state(), fact)
    assert [(each.way, each.alias, each.to_name) for each in gone] == [
        (way, "4830", SARI.display_name) for way in ways
    ]
    assert departures(a_state(help_calls=(a_call(helper=ANNA),)), a_state(), fact) == ()
    assert departures(a_state(help_calls=(a_call(),)), a_state(), fact) == ()
