"""The database key lies in a file that nobody else can read, and is never written over."""

import os
import stat
from pathlib import Path

import pytest

from server_stub.settings.key_file import KeyFileRefused, make_key_file, read_key_file

posix = pytest.mark.skipif(os.name != "posix", reason="Windows has other ways of keeping files to oneself")


def test_a_key_is_made_and_read_back(tmp_path: Path):
    made = make_key_file(tmp_path / "vuoro.key")
    assert len(made) == 32
    assert read_key_file(tmp_path / "vuoro.key") == made


def test_two_keys_are_never_the_same(tmp_path: Path):
    assert make_key_file(tmp_path / "a") != make_key_file(tmp_path / "b")


@posix
def test_only_the_owner_can_read_it_whatever_the_umask(tmp_path: Path):
    before = os.umask(0)
    try:
        make_key_file(tmp_path / "vuoro.key")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "vuoro.key").stat().st_mode) == 0o600


def test_a_key_that_is_there_stays(tmp_path: Path):
    made = make_key_file(tmp_path / "vuoro.key")
    with pytest.raises(KeyFileRefused, match="already"):
        make_key_file(tmp_path / "vuoro.key")
    assert read_key_file(tmp_path / "vuoro.key") == made


def test_a_key_cannot_be_made_where_there_is_no_folder(tmp_path: Path):
    with pytest.raises(KeyFileRefused, match="could not be made"):
        make_key_file(tmp_path / "none" / "vuoro.key")


def test_a_key_that_is_not_there_is_told_so(tmp_path: Path):
    with pytest.raises(KeyFileRefused, match="could not be read"):
        read_key_file(tmp_path / "vuoro.key")


@posix
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644])
def test_a_key_that_others_can_read_is_refused(tmp_path: Path, mode: int):
    file = tmp_path / "vuoro.key"
    make_key_file(file)
    file.chmod(mode)
    with pytest.raises(KeyFileRefused, match="chmod 600"):
        read_key_file(file)


@pytest.mark.parametrize(
    "written", [b"", b"short", b"g" * 64, b"A" * 64, b"a" * 63, b"a" * 65, b"a" * 64 + b"\n\n"]
)
def test_what_is_not_a_key_is_refused_without_being_shown(tmp_path: Path, written: bytes):
    file = tmp_path / "vuoro.key"
    file.write_bytes(written)
    file.chmod(0o600)
    with pytest.raises(KeyFileRefused, match="does not hold a key") as refused:
        read_key_file(file)
    assert "aaaa" not in str(refused.value)
