"""One backend is initialised a run; each test gets a copy of its folder."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.history.day import STAFF
from tests.support.rig import Rig, a_new_rig


@pytest.fixture(scope="session")
def initialised(tmp_path_factory: pytest.TempPathFactory) -> Rig:
    """A backend with three counsellors, never started."""
    return a_new_rig(tmp_path_factory.mktemp("rig") / "data", STAFF)


@pytest.fixture
def new_rig(initialised: Rig, tmp_path: Path) -> Iterator[Callable[[], Rig]]:
    """Makes copies; whatever still runs at the end is killed."""
    made: list[Rig] = []

    def make() -> Rig:
        made.append(initialised.copy(tmp_path / f"data{len(made)}"))
        return made[-1]

    yield make
    for rig in made:
        rig.kill()
