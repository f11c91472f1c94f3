"""The handbook: guides of the queue in front first, found by words in any language (R145, R148)."""

from typing import Any

from app.desk.handbook_view import Reach, handbook_view
from app.domain.handbook import Handbook
from app.domain.project import Seen
from tests.support.desk_consultations import lines
from tests.support.example_data import FRONT, a_morning
from tests.support.handbook_builders import the_example


def a_desk(**changes: Any) -> Seen:
    return a_morning(**{"handbook": the_example(), **changes})


def test_guides_of_the_queue_in_front_come_first_then_those_for_all():
    """R148: per queue."""
    seen = a_desk()
    view = handbook_view(seen, FRONT, searched="")
    assert [row.guide_id for row in view.rows] == [
        *("toimeentulotuki", "nain_vastaat", "siirto", "vastuut", "*guidance", "perheasiat", "seniorit", ""),
    ]
    assert [row.reach for row in view.rows][:2] == [Reach.FRONT, Reach.ALL]
    assert [row.reach for row in view.rows][-2:] == [Reach.OTHER, Reach.SUPPORT]
    queue = seen.confirmed.heads[FRONT].queue_id
    assert view.front == seen.confirmed.queues[queue].name


def test_without_a_conversation_those_for_all_come_first():
    view = handbook_view(a_desk(), None, searched="")
    assert [row.guide_id for row in view.rows][:3] == ["nain_vastaat", "siirto", "vastuut"]
    assert view.front is None


def test_words_are_searched_in_names_and_texts_of_every_language():
    def found(words: str) -> list[str]:
        return [row.guide_id for row in handbook_view(a_desk(), FRONT, searched=words).rows]

    assert found("lastensuojelu") == ["perheasiat"]
    assert found("kayttotuki vastaa arkisin") == [""]
    assert found("overforing SENIOR") == ["seniorit"]
    assert found("chocolate") == []


def test_support_can_be_asked_where_its_queue_is_a_line_one_may_ask():
    """R145: whom to ask is told always; writing to them needs a line."""
    book = the_example()
    assert book.support is not None
    assert not handbook_view(a_desk(), None, searched="").can_ask
    line = lines()[0]
    support = Handbook(book.guides, type(book.support)(book.support.text, line.queue_id))
    there = a_desk(handbook=support, consultation_queues=lines())
    assert handbook_view(there, None, searched="").can_ask


def test_a_county_that_has_written_nothing_is_told_so():
    view = handbook_view(a_morning(), FRONT, searched="")
    assert view.is_empty
    assert view.rows == ()


def test_who_takes_what_is_a_row_for_every_queue_and_is_found_by_its_matters():
    """R082: both sides read the same rules."""
    rows = handbook_view(a_desk(), FRONT, searched="haavanhoito").rows
    assert [row.reach for row in rows] == [Reach.GUIDANCE]
    assert "Haavanhoito ja lääkkeet kotona → Kotisairaanhoito" in rows[0].text["fi"].splitlines()
