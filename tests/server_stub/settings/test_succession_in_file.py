"""What a service model says of following is looked at as a whole: names, circles, days, and split queues."""

import pytest

from server_stub.settings.service_model_file import parse
from tests.support.split_model import CHILDREN, FAMILIES, OLD, split_source

OF_OLD = f'of: ["{OLD}"]'


def sentences(*changes: tuple[str, str]) -> list[str]:
    found = parse(split_source(*changes), version=1)
    assert isinstance(found, list), "nothing was found wrong"
    return [error.sentence for error in found]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (OF_OLD, 'of: ["#soshON_perhe_chat"]', "There is no queue “#soshON_perhe_chat” in this file"),
        ("of: [perhe]", "of: [perheet]", "There is no topic “perheet” in this file"),
        (OF_OLD, f'of: ["{FAMILIES}"]', f"The queue “{FAMILIES}” would follow itself."),
        (OF_OLD, "of: []", "Say which queue it follows"),
        ("from: 2027-01-01", "from: 1.1.2027", "not a date"),
        ("from: 2027-01-01", "from: 2027-01-02", "is followed from another day already"),
    ],
)
def test_what_is_wrong_with_following_is_told(old: str, new: str, told: str):
    """R062: unknown names, circles, and a thing that is followed from two days."""
    assert any(told in sentence for sentence in sentences((old, new)))


def test_a_circle_over_two_steps_is_found():
    """R062."""
    told = sentences(
        (OF_OLD, f'of: ["{CHILDREN}"]'),
        (OF_OLD, f'of: ["{FAMILIES}"]'),
    )
    assert f"The queue “{FAMILIES}” would follow itself." in told


def test_a_topic_of_a_split_queue_must_be_followed_too():
    """R062: nobody else could say to which half its customers come."""
    follow = "        succeeds: {from: 2027-01-01, of: [perhe]}\n"
    [told] = sentences((follow, ""), (follow, ""))
    assert told.startswith(f"The topic “perhe” leads to “{OLD}”, which is split:")
