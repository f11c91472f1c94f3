"""The folder of one counsellor's computer, anew for every test."""

from pathlib import Path

import pytest

from tests.store.a_desk import ADesk


@pytest.fixture
def desk(tmp_path: Path) -> ADesk:
    return ADesk(tmp_path / "vuoro")
