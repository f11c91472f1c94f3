"""A SAML provider in the settings: all of it or none, one provider, and a key that nobody else can read."""

from pathlib import Path

import pytest

from server_stub.identity.saml.saml_setting import SamlSetting
from server_stub.settings.settings import Settings, read_settings

PREFIX = "identification."


@pytest.fixture
def flags(tmp_path: Path) -> dict[str, str]:
    said = {"saml_provider_id": "https://idp.esimerkki.fi", "saml_entity_id": "https://neuvonta.esimerkki.fi"}
    for name in ("saml_metadata_file", "saml_key_file", "saml_certificate_file"):
        path = tmp_path / name
        path.touch(mode=0o600)
        said[name] = str(path)
    return {f"{PREFIX}{name}": value for name, value in said.items()}


def errors_of(flags: dict[str, str]) -> str:
    found = read_settings(file=None, environment={}, flags=flags)
    assert isinstance(found, tuple), found
    return "\n".join(found)


def test_all_of_it_is_a_provider(flags: dict[str, str]):
    found = read_settings(file=None, environment={}, flags=flags)
    assert isinstance(found, Settings), found
    assert found.identification is not None
    made = found.identification.provider
    assert isinstance(made, SamlSetting)
    assert made.provider_id == "https://idp.esimerkki.fi"
    assert made.entity_id == "https://neuvonta.esimerkki.fi"
    assert made.key_file == Path(flags[f"{PREFIX}saml_key_file"])


@pytest.mark.parametrize(
    "name", ["saml_provider_id", "saml_entity_id", "saml_key_file", "saml_certificate_file"]
)
def test_a_part_that_is_missing_is_named(flags: dict[str, str], name: str):
    del flags[f"{PREFIX}{name}"]
    assert f"{PREFIX}{name} is missing" in errors_of(flags)


@pytest.mark.parametrize("name", ["saml_metadata_file", "saml_key_file", "saml_certificate_file"])
def test_a_file_that_is_not_there_is_told(flags: dict[str, str], name: str):
    Path(flags[f"{PREFIX}{name}"]).unlink()
    assert f"{PREFIX}{name}: a file is expected" in errors_of(flags)


def test_a_key_that_others_can_read_is_refused(flags: dict[str, str]):
    Path(flags[f"{PREFIX}saml_key_file"]).chmod(0o644)
    assert "can be read by others" in errors_of(flags)


def test_there_is_one_provider(flags: dict[str, str]):
    flags[f"{PREFIX}openid_issuer"] = "https://tunnistus.esimerkki.fi"
    assert "one provider is expected" in errors_of(flags)


@pytest.mark.parametrize(
    ("flags", "sentence"),
    [
        ({}, "made-up people are for practice"),
        (
            {"is_practice": "yes", f"{PREFIX}openid_issuer": "https://t.esimerkki.fi"},
            "one provider is expected",
        ),
    ],
)
def test_made_up_people_stand_where_nobody_real_can_come(flags: dict[str, str], sentence: str):
    assert sentence in errors_of({**flags, f"{PREFIX}practice": "yes"})
