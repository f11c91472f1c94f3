"""A password of one's own: which rules hold of what is typed."""

import pytest

from app.domain.own_password import Rule, met

LONG, KNOWN, TWICE = Rule.LONG_ENOUGH, Rule.KNOWN_TO_NOBODY, Rule.TWICE_THE_SAME
GOOD = "sininen kumisaapas"


@pytest.mark.parametrize(
    ("own", "again", "holds"),
    [
        ("", "", set()),
        (GOOD, GOOD, {LONG, KNOWN, TWICE}),
        (GOOD, "toinen", {LONG, KNOWN}),
        ("lyhyt", "lyhyt", {KNOWN, TWICE}),
        ("kuutamo-risti-24", "kuutamo-risti-24", {LONG, TWICE}),
        ("hyvin Maija neuvoo", "", {LONG}),
        ("aaaaaaaaaaaaa", "aaaaaaaaaaaaa", {LONG, TWICE}),
    ],
)
def test_each_rule_is_looked_at_by_itself(own: str, again: str, holds: set[Rule]):
    """R141."""
    assert met(own, again, user_name=" maija ", one_time="kuutamo-risti-24") == holds
