"""What follows what from a day on: lines that add up, and where a choice leads on each side of the day."""

from datetime import date, timedelta

import pytest

from server_stub.helpline.model_on import model_on, service_lines, topic_lines
from server_stub.helpline.queue_doors import takes_new
from server_stub.helpline.queue_hours import queue_hours
from server_stub.helpline.routing import queue_for
from server_stub.helpline.service_model import QueueId, ServiceModel
from server_stub.helpline.succession import Succession, forebears, is_in_a_circle, lines, successors
from server_stub.settings.service_model_file import parse
from tests.support.split_model import CHILDREN, FAMILIES, OLD, SPLIT_ON, split_source

DAY = date.fromisoformat(SPLIT_ON)
FAMILY_TOPICS = ("perhe", "lapsiperhe", "lastensuojelu")
EVE = DAY - timedelta(days=1)


@pytest.fixture(scope="module")
def model() -> ServiceModel:
    found = parse(split_source(), version=1)
    assert isinstance(found, ServiceModel), found
    return found


def test_what_was_renamed_split_or_joined_is_one_line_and_the_rest_is_its_own():
    """R062: the line has the name of the first of it, whatever follows later."""
    follow = {
        "adult": None,
        "family": None,
        "families": Succession(DAY, ("family",)),
        "children": Succession(DAY, ("family",)),
        "everything": Succession(DAY + timedelta(days=9), ("families", "children")),
    }
    family = dict.fromkeys(("family", "families", "children", "everything"), "family")
    assert lines(follow) == {"adult": "adult", **family}
    assert successors(follow, "family", EVE) == ()
    assert successors(follow, "family", DAY) == ("families", "children")
    assert forebears(follow, "everything") == {"families", "children", "family"}
    assert not any(is_in_a_circle(follow, each) for each in follow)
    assert is_in_a_circle({"a": Succession(DAY, ("b",)), "b": Succession(DAY, ("a",))}, "a")


def test_a_topic_leads_to_the_old_queue_until_the_day_and_what_follows_it_from_then_on(model: ServiceModel):
    """R062."""

    def led(topic_id: str, on: date) -> QueueId | None:
        return queue_for(model, service_id="neuvonta", topic_id=topic_id, language="fi", on=on)

    assert (led("perhe", EVE), led("lapsiperhe", EVE), led("lastensuojelu", EVE)) == (OLD, None, None)
    assert (led("perhe", DAY), led("lapsiperhe", DAY), led("lastensuojelu", DAY)) == (
        None,
        FAMILIES,
        CHILDREN,
    )
    shown = {day: [t.topic_id for t in model_on(model, day).services[0].topics] for day in (EVE, DAY)}
    assert [t for t in shown[EVE] if t in FAMILY_TOPICS] == ["perhe"]
    assert [t for t in shown[DAY] if t in FAMILY_TOPICS] == ["lapsiperhe", "lastensuojelu"]


def test_a_renamed_queue_takes_over_by_itself(model: ServiceModel):
    """R062: one that alone follows another needs no new topics."""
    renamed = parse(
        split_source((f'queue: "{FAMILIES}"', f'queue: "{CHILDREN}"'))
        .replace("        succeeds: {from: 2027-01-01, of: [perhe]}\n", "")
        .replace(f'    succeeds: {{from: 2027-01-01, of: ["{OLD}"]}}\n', "", 1),
        version=1,
    )
    assert isinstance(renamed, ServiceModel), renamed
    for on, expected in ((EVE, OLD), (DAY, CHILDREN)):
        found = queue_for(renamed, service_id="neuvonta", topic_id="perhe", language="fi", on=on)
        assert found == expected


def test_the_old_queue_closes_for_good_when_the_new_ones_open(model: ServiceModel):
    """R062: the day of the change has no hour in which both are open, nor one in which none is."""
    monday = date(2027, 1, 4)
    told = {
        name: queue_hours(model, QueueId(name), EVE - timedelta(days=3), days_off=frozenset())
        for name in (OLD, FAMILIES)
    }
    assert told[OLD].openings[-1].closes_at is not None
    assert told[OLD].openings[-1].closes_at.date() <= EVE
    assert told[FAMILIES].openings[0].opens_at.date() == DAY
    new, old = model.queue(FAMILIES), model.queue(OLD)
    assert new is not None
    assert old is not None
    assert (takes_new(old, EVE), takes_new(new, EVE)) == (True, False)
    assert (takes_new(old, monday), takes_new(new, monday)) == (False, True)


def test_lines_of_the_model_are_those_of_its_services_and_topics(model: ServiceModel):
    """R062."""
    assert topic_lines(model)["lastensuojelu"] == topic_lines(model)["perhe"] == "perhe"
    assert service_lines(model)["neuvonta"] == "neuvonta"
