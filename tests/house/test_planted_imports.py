"""Every contract on imports is proved on an import that breaks it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.sources import ROOT
from tests.house.test_libraries import RULES

# The contract: a new module, and the import in it that must not be.
FAULTS = {
    "Desktop and backend share a contract, not code": ("app/demo/planted.py", "server_stub.helpline"),
    "The desktop is layered: edges know the core, never each other": ("app/net/planted.py", "app.store"),
    "The backend is layered: routes ask the counter, the counter asks the rules": (
        "server_stub/counter/planted.py",
        "server_stub.routes",
    ),
    "Widgets talk to the desk, not to its machinery": ("app/ui/planted.py", "app.sync"),
    "Only the edges that cross the wire speak wire": ("app/desk/planted.py", "app.wire"),
    "The robots come through the front door: they know the contract, not the backend": (
        "server_stub/robots/planted.py",
        "server_stub.wire",
    ),
    "Qt lives in app.ui; the wiring starts it, the guarded process reads by it": (
        "app/desk/planted_qt.py",
        "PySide6",
    ),
    "Files of customers are read in the guarded process alone": ("app/papers/planted.py", "pypdfium2"),
    "HTTP lives in app.net, in the robots, and where identity is asked for": (
        "app/ui/planted_http.py",
        "httpx",
    ),
    "SQL lives in app.store and in server_stub.records": ("server_stub/routes/planted.py", "sqlalchemy"),
    "Secrets of the workstation live in app.vault": ("app/store/planted.py", "keyring"),
    "Sound devices are opened in app.sound": ("app/ui/planted_sound.py", "miniaudio"),
    "The message bus is spoken in app.notifying": ("app/ui/planted_bus.py", "jeepney"),
    "JSON becomes values, and values JSON, in the two halves of wire": ("app/net/planted_json.py", "msgspec"),
    "The backend's HTTP server lives in its routes, and the wiring starts it": (
        "server_stub/fanout/planted.py",
        "litestar",
    ),
    "Passwords live in server_stub.identity": ("server_stub/records/planted.py", "argon2"),
    "Tokens and seals of identities live in server_stub.identity": (
        "server_stub/routes/planted_tokens.py",
        "joserfc",
    ),
    "SAML, and the reading of its XML, live in server_stub.identity.saml": (
        "server_stub/identity/planted_saml.py",
        "saml2",
    ),
    "What customers send is parsed in server_stub.papers": ("server_stub/routes/planted_papers.py", "pypdf"),
    "Files people edit and days off are read in server_stub.settings": (
        "server_stub/counter/planted_days.py",
        "holidays",
    ),
    "The desktop's domain is pure: no clock, no loop, no file, no chance, no log": (
        "app/domain/planted.py",
        "time",
    ),
    "The rules of record are pure: no clock, no loop, no file, no chance, no log": (
        "server_stub/helpline/planted.py",
        "os",
    ),
}


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What import-linter says of a copy of the code with every fault planted in it."""
    copy = tmp_path_factory.mktemp("planted")
    shutil.copy(ROOT / "pyproject.toml", copy)
    for half in ("app", "server_stub"):
        shutil.copytree(ROOT / half, copy / half, ignore=shutil.ignore_patterns("__pycache__"))
    for module, imported in FAULTS.values():
        (copy / module).write_text(f"import {imported}\n", encoding="utf-8")
    linter = Path(sys.executable).with_name("lint-imports")
    told = subprocess.run(
        [linter, "--no-logo", "--no-cache"], cwd=copy, capture_output=True, text=True, check=False
    )
    return told.stdout


def test_every_contract_has_a_planted_fault() -> None:
    assert {rule["name"] for rule in RULES["contracts"]} == set(FAULTS)


@pytest.mark.parametrize("contract", FAULTS)
def test_a_planted_import_breaks_its_contract(verdicts: str, contract: str) -> None:
    assert f"{contract} BROKEN" in verdicts
