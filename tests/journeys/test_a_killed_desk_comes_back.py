"""The workstation dies under a counsellor's hands and is started again: nothing is lost, nothing doubled.

A few lives of each kind; `tests/trials/test_a_killed_desk.py` lives two hundred.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.desk_to_kill import DeskToKill, a_desk_to_kill
from tests.support.toll_line import Place

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskToKill]:
    with a_desk_to_kill(tmp_path_factory.mktemp("desk")) as desk:
        yield desk


@pytest.mark.parametrize("seed", [1, 2, 4])
def test_killed_while_she_types_it_comes_back_with_the_draft(desk: DeskToKill, seed: int):
    assert desk.killed_while_typing(seed).wrong() == []


def test_killed_while_a_message_can_be_undone_it_asks_before_it_sends(desk: DeskToKill):
    assert desk.killed_while_sending(1, None).wrong() == []


@pytest.mark.parametrize("at", Place)
def test_killed_between_send_and_answer_it_has_sent_once(desk: DeskToKill, at: Place):
    assert desk.killed_while_sending(2, at).wrong() == []
