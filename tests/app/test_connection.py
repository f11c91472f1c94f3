"""The wiring of a connection: what fails on the way leaves nothing held, and signing out never raises."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap import Connection
from app.config import Config
from app.net.trust import UntrustedAuthority
from app.store.first_process import FirstProcess

pytestmark = pytest.mark.asyncio


@pytest.fixture
def ca_file(tmp_path: Path) -> Path:
    file = tmp_path / "county.pem"
    file.write_text("no certificate is in here\n")
    return file


@pytest.fixture
def connection(tmp_path: Path, ca_file: Path, monkeypatch: pytest.MonkeyPatch) -> Connection:
    # No keyring of whoever runs the tests is touched.
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'nobody-listens'}")
    config = Config(
        server="https://127.0.0.1:9",
        data_dir=tmp_path / "desk",
        language="fi",
        theme="light",
        ca_file=ca_file,
        uses_system_proxy=False,
    )
    return Connection(server="https://127.0.0.1:9", config=config)


async def test_a_try_that_cannot_make_its_client_holds_no_folder(
    connection: Connection, tmp_path: Path
) -> None:
    for _ in range(2):
        with pytest.raises(UntrustedAuthority):
            await connection.sign_in(user_name="maija", password="salasana")
    first = FirstProcess(tmp_path / "desk")
    assert first.is_first
    first.close()


async def test_signing_out_never_raises_whatever_there_was_to_close(
    connection: Connection, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(UntrustedAuthority):
        await connection.resume()
    await connection.sign_out()
    assert "UntrustedAuthority" in caplog.text
    await connection.sign_out()
