"""What a supervisor who reads along must know, as plain values."""

from dataclasses import replace
from datetime import timedelta

from app.desk.joined_facts import joined_facts
from app.domain.conversation import Note
from tests.support.example_data import FRONT
from tests.support.fakes import NINE_O_CLOCK
from tests.support.help_builders import reading_along
from tests.support.offer_builders import OFFERED, SARI


def test_it_is_told_of_the_conversation_she_reads_along_and_of_no_other():
    seen = reading_along()
    facts = joined_facts(seen, OFFERED, now=NINE_O_CLOCK)
    assert facts is not None
    assert facts.holder_name == "Sari Nieminen"
    assert facts.text == "Asiakas uhkaa itseään <b>"
    assert facts.clock == "1.10"
    assert facts.held_for == NINE_O_CLOCK - facts.held_since
    assert joined_facts(seen, FRONT, now=NINE_O_CLOCK) is None


def test_only_the_newest_notes_are_told_and_no_first_message_that_is_not_at_hand():
    seen = reading_along()
    window = seen.confirmed.windows[OFFERED]
    notes = tuple(Note(n, 1, SARI, NINE_O_CLOCK + timedelta(minutes=n), f"{n}", None) for n in range(1, 6))
    cut = replace(window, notes=notes, messages=window.messages[1:])
    confirmed = replace(seen.confirmed, windows={**seen.confirmed.windows, OFFERED: cut})
    facts = joined_facts(replace(seen, confirmed=confirmed), OFFERED, now=NINE_O_CLOCK)
    assert facts is not None
    assert [note.text for note in facts.notes] == ["3", "4", "5"]
    assert facts.first is None
