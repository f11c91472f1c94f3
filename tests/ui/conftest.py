"""A screen for each test: windows over a desk that stands still, gone afterwards."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.screens import Screens


@pytest.fixture
def screens(qapp: QApplication) -> Iterator[Screens]:
    with Screens() as made:
        yield made
        assert made.failures == []
