"""What pre-information can be refined and corrected to: rows, and what each would lead to."""

from dataclasses import replace

from app.desk.pre_information_view import finer_rows, topic_rows
from app.domain.conversation import Head, PreInformation, Topic
from app.domain.project import Seen
from tests.support.desk_builders import a_held_head
from tests.support.example_data import DISABILITY, a_morning
from tests.support.topic_builders import DISABILITY_TOPIC, INCOME, MOBILITY, PERSONAL, the_services


def seen() -> Seen:
    """A desk whose service model has finer topics."""
    morning = a_morning()
    return replace(morning, confirmed=replace(morning.confirmed, services=the_services()))


def about(topic: Topic, finer: Topic | None = None) -> Head:
    """A conversation that is held, about that."""
    info = PreInformation(finer_topic=finer)
    return replace(a_held_head(), topic=topic, queue_id=DISABILITY, pre_information=info)


def test_only_a_topic_that_has_finer_ones_offers_them() -> None:
    """R069: and behind them that there is none."""
    assert finer_rows(seen(), about(INCOME)) == ()
    rows = finer_rows(seen(), about(DISABILITY_TOPIC, PERSONAL))
    assert [(row.finer_topic_id, row.is_now) for row in rows] == [
        (None, False),
        ("vp_apu", True),
        ("vp_liikkuminen", False),
    ]


def test_a_finer_topic_that_has_left_the_model_stays_a_choice_while_it_stands() -> None:
    gone = Topic("vp_lakkautettu", {"fi": "Lakkautettu"})
    rows = finer_rows(seen(), about(DISABILITY_TOPIC, gone))
    assert [row.finer_topic_id for row in rows if row.is_now] == ["vp_lakkautettu"]


def test_each_topic_says_where_it_leads_in_the_language_she_is_served_in() -> None:
    """R068: nowhere else where she is in that queue already."""
    finnish = topic_rows(seen(), about(DISABILITY_TOPIC), language="fi")
    assert [row.leads_to is None for row in finnish if row.topic_id == "vammaispalvelut"] == [True] * 3
    swedish = topic_rows(seen(), about(DISABILITY_TOPIC), language="sv")
    assert {row.leads_to.name["sv"] for row in swedish if row.leads_to is not None} == {
        "Rådgivning · svenska"
    }
    assert len(swedish) == len(finnish) == 6


def test_words_find_a_topic_and_the_finer_ones_within_it() -> None:
    rows = topic_rows(seen(), about(INCOME), language="fi", searched="liikkumi")
    assert [row.finer_topic_id for row in rows] == [MOBILITY.topic_id]
    rows = topic_rows(seen(), about(INCOME), language="fi", searched="vammais")
    assert len(rows) == 3
