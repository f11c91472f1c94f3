"""Settings come from a file, the environment and flags; what is wrong is told with where it stands."""

from datetime import date
from ipaddress import ip_network
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server_stub.helpline.limits import Limits, Rate, Rates
from server_stub.settings.settings import (
    KEYS,
    PREFIX,
    PostgresSetting,
    Settings,
    SqliteSetting,
    read_settings,
)


def settings_of(file: Path | None = None, **more: dict[str, str]) -> Settings:
    found = read_settings(file=file, environment=more.get("environment", {}), flags=more.get("flags", {}))
    assert isinstance(found, Settings), found
    return found


def errors_of(file: Path | None = None, **more: dict[str, str]) -> tuple[str, ...]:
    found = read_settings(file=file, environment=more.get("environment", {}), flags=more.get("flags", {}))
    assert isinstance(found, tuple)
    assert found
    assert all(sentence.endswith((".", "?")) for sentence in found)
    return found


def a_file(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "vuoro.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_without_any_the_defaults_are_in_force():
    settings = settings_of()
    assert (settings.host, settings.port) == ("127.0.0.1", 8765)
    assert settings.database == SqliteSetting(Path("vuoro.db"), Path("vuoro.key"))
    assert settings.limits == Limits()
    assert settings.rates == Rates()
    assert not settings.is_practice
    assert settings.allowed_origins == ()


def test_a_flag_wins_over_the_environment_and_that_over_the_file(tmp_path: Path):
    file = a_file(tmp_path, "port: 1\nhost: file\npublic_origin: https://file.fi\n")
    environment = {"VUORO_PORT": "2", "VUORO_HOST": "environment"}
    settings = settings_of(file, environment=environment, flags={"port": "3"})
    assert (settings.port, settings.host, settings.public_origin) == (3, "environment", "https://file.fi")


def test_everything_can_be_said_in_the_file(tmp_path: Path):
    settings = settings_of(
        a_file(
            tmp_path,
            """
database: data/real.db
key_file: /etc/vuoro/real.key
public_origin: https://Neuvonta.Esimerkki.fi:443/
allowed_origins:
  - https://www.esimerkki.fi
  - https://esimerkki.fi:8443
trusted_proxies: [10.0.0.0/8, "::1"]
is_practice: yes
local_closing_days: [2026-12-31, 2026-05-04]
limits: {message_characters: 5000}
rates:
  sessions: 1000 in 60
  sign_in_longest_wait_s: 60
""",
        )
    )
    assert settings.database == SqliteSetting(tmp_path / "data/real.db", Path("/etc/vuoro/real.key"))
    assert settings.public_origin == "https://neuvonta.esimerkki.fi"
    assert settings.allowed_origins == ("https://www.esimerkki.fi", "https://esimerkki.fi:8443")
    assert settings.trusted_proxies == (ip_network("10.0.0.0/8"), ip_network("::1"))
    assert settings.is_practice
    assert settings.local_closing_days == (date(2026, 5, 4), date(2026, 12, 31))
    assert settings.limits == Limits(message_characters=5_000)
    assert settings.rates == Rates(sessions=Rate(1_000, 60), sign_in_longest_wait_s=60)


def test_the_same_can_be_said_in_the_environment():
    environment = {
        "VUORO_ALLOWED_ORIGINS": "https://a.fi, https://b.fi",
        "VUORO_LIMITS_MESSAGE_CHARACTERS": "10",
        "VUORO_RATES_SESSIONS": "5 in 1",
        "VUORO_DATABASE": "/srv/vuoro.db",
        "PATH": "/bin",
    }
    settings = settings_of(environment=environment)
    assert settings.allowed_origins == ("https://a.fi", "https://b.fi")
    assert settings.limits.message_characters == 10
    assert settings.rates.sessions == Rate(5, 1)
    assert settings.database == SqliteSetting(Path("/srv/vuoro.db"), Path("/srv/vuoro.key"))


@pytest.mark.parametrize("scheme", ["postgresql", "postgres"])
def test_a_postgresql_address_is_another_kind_of_database_and_is_not_shown(scheme: str):
    settings = settings_of(flags={"database": f"{scheme}://vuoro:secret@db/vuoro"})
    assert settings.database == PostgresSetting("postgresql://vuoro:secret@db/vuoro")
    assert "secret" not in repr(settings)


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("port", "65536", "a whole number from 0 to 65535"),
        ("port", "-1", "a whole number"),
        ("database", "mysql://db", "postgresql://"),
        ("public_origin", "https://a.fi, https://b.fi", "one origin"),
        ("allowed_origins", "*", "origins are expected"),
        ("allowed_origins", "null", "origins are expected"),
        ("allowed_origins", "https://a.fi/path", "origins are expected"),
        ("allowed_origins", "https://user:secret@a.fi", "origins are expected"),
        ("allowed_origins", "https://*.a.fi", "origins are expected"),
        ("allowed_origins", "ftp://a.fi", "origins are expected"),
        ("allowed_origins", "https://a.fi:port", "origins are expected"),
        ("trusted_proxies", "10.0.0.1/8", "addresses or networks"),
        ("is_practice", "perhaps", "yes or no"),
        ("local_closing_days", "24.12.2026", "dates are expected"),
        ("limits.message_characters", "0", "a whole number from 1"),
        ("rates.sessions", "0 in 60", "30 in 60"),
        ("rates.sessions", "often", "30 in 60"),
    ],
)
def test_a_wrong_value_is_a_sentence_that_does_not_repeat_it(key: str, value: str, told: str):
    (sentence,) = errors_of(flags={key: value})
    assert sentence.startswith(f"the flag {key}: {key}: ")
    assert told in sentence
    assert "secret" not in sentence


def test_all_mistakes_come_at_once(tmp_path: Path):
    file = a_file(tmp_path, "port: many\nprot: 1\nlimits: {message_bytes: none}\nhost: {a: b}\n")
    errors = errors_of(file, environment={"VUORO_IS_PRACTISE": "yes"}, flags={"colour": "red"})
    together = "\n".join(errors)
    assert len(errors) == 6
    for told in (
        f"{file}, line 1: port",
        f"{file}, line 2: there is no setting “prot”; is “port” meant?",
        f"{file}, line 3: limits.message_bytes",
        f"{file}, line 4: there is no setting “host.a”",
        "VUORO_IS_PRACTISE: there is no such setting; is “VUORO_IS_PRACTICE” meant?",
        "the flag colour",
    ):
        assert told in together


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("port: [1", "not YAML"),
        ("a list", "a table of settings"),
        ("host: [[a]]", "a single value or a list of values"),
        ("host: &a b", "Anchors"),
    ],
)
def test_a_file_that_is_none_is_told_so(tmp_path: Path, text: str, told: str):
    assert told in errors_of(a_file(tmp_path, text))[0]


def test_a_file_that_is_not_there_or_not_text_is_told_so(tmp_path: Path):
    assert "could not be read" in errors_of(tmp_path / "none.yaml")[0]
    file = tmp_path / "vuoro.yaml"
    file.write_bytes(b"\xff\xfe\x00")
    assert "not UTF-8" in errors_of(file)[0]
    file.write_bytes(b"#" * 1_100_000)
    assert "larger than" in errors_of(file)[0]


@given(st.dictionaries(st.sampled_from(KEYS), st.text(max_size=20)))
def test_no_value_at_all_is_an_accident(flags: dict[str, str]):
    found = read_settings(file=None, environment={}, flags=flags)
    assert isinstance(found, Settings) or found


@given(st.dictionaries(st.text(max_size=12).map(lambda name: PREFIX + name), st.text(max_size=5)))
def test_no_environment_at_all_is_an_accident(environment: dict[str, str]):
    found = read_settings(file=None, environment=environment, flags={})
    assert isinstance(found, Settings) or found
