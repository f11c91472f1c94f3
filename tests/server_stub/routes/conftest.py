"""A backend behind its gate for every test of the doors."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from server_stub.console.setting_up import create_database, read_model
from server_stub.settings.settings import Settings, read_settings
from tests.support.backend import MODEL
from tests.support.doors_room import DoorsRoom, a_doors_room


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new database with the example model, to be copied."""
    folder = tmp_path_factory.mktemp("template")
    made = read_settings(file=None, environment={}, flags={"database": str(folder / "vuoro.db")})
    assert isinstance(made, Settings), made
    create_database(made, read_model(MODEL))
    return folder


@pytest_asyncio.fixture
async def room(tmp_path: Path, template: Path) -> AsyncIterator[DoorsRoom]:
    """A new backend with wide limits and cheap passwords."""
    async with a_doors_room(tmp_path, template=template) as made:
        yield made
