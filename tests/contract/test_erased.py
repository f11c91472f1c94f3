"""Facts whose words are gone: still facts of the contract, and taken by a desk like any other."""

import pytest

from app.wire.facts import decode_fact
from server_stub.wire.erased import without_words
from tests.support import contract

TO_STAFF = contract.reachable(["StaffFact"]) & set(contract.kinds("fact"))


@pytest.mark.parametrize("example", contract.examples(*TO_STAFF), ids=lambda example: str(example.name))
def test_a_desk_that_catches_up_takes_a_fact_without_its_words(example: contract.Example) -> None:
    """P11: whatever fact it is, it keeps its form."""
    without = without_words(example.raw)
    decode_fact(without)
    bare = contract.Example(example.name, example.type_name, without)
    assert contract.problems_of(example.type_name, bare.value) == []
