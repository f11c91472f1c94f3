"""Saved files: whole under their name, or what was there is there still (R048, trust.md B09)."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from app.desk.file_saving import WhyUnsaved
from app.papers.saved_files import SavedFiles

CONTENT = bytes(range(256)) * 100


@pytest.mark.asyncio
async def test_a_file_is_there_whole_in_place_of_the_former_one(tmp_path: Path) -> None:
    path = tmp_path / "hakemus.pdf"
    path.write_bytes(b"former")
    assert await SavedFiles(marks=False).save(path, CONTENT) is None
    assert path.read_bytes() == CONTENT
    assert os.listdir(tmp_path) == ["hakemus.pdf"]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("number", "why"),
    [
        (errno.ENOSPC, WhyUnsaved.NO_ROOM),
        (errno.EACCES, WhyUnsaved.NOT_ALLOWED),
        (errno.EIO, WhyUnsaved.FAILED),
    ],
)
async def test_a_disk_that_refuses_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, why: WhyUnsaved
) -> None:
    path = tmp_path / "hakemus.pdf"
    path.write_bytes(b"former")

    def refuse(_number: int) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(os, "fsync", refuse)
    assert await SavedFiles(marks=False).save(path, CONTENT) is why
    assert path.read_bytes() == b"former"
    assert os.listdir(tmp_path) == ["hakemus.pdf"]


@pytest.mark.asyncio
async def test_a_folder_that_is_gone_is_a_word(tmp_path: Path) -> None:
    assert await SavedFiles().save(tmp_path / "gone" / "a.pdf", CONTENT) is WhyUnsaved.FAILED


@pytest.mark.asyncio
async def test_where_the_system_asks_it_is_marked_as_come_from_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stream goes with the file when it takes its name; here, without streams, it is a file beside it."""
    monkeypatch.setattr(
        "tempfile.mkstemp",
        lambda **_: (os.open(tmp_path / "t", os.O_CREAT | os.O_WRONLY), str(tmp_path / "t")),
    )
    assert await SavedFiles(marks=True).save(tmp_path / "a.pdf", CONTENT) is None
    assert (tmp_path / "t:Zone.Identifier").read_bytes() == b"[ZoneTransfer]\r\nZoneId=3\r\n"
