"""The data files are found from wherever the program is started."""

from pathlib import Path

import pytest

from server_stub.settings import resources


def test_they_are_found_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    found = resources.find_resources()
    assert (found / "contract/v1/personal_data.json").is_file()
    assert (found / "service_models/esimerkki.yaml").is_file()


def test_a_program_without_them_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "server_stub/settings/resources.py"))
    with pytest.raises(FileNotFoundError, match="Install the program anew"):
        resources.find_resources()
