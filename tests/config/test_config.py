"""Settings: who wins over whom, and a sentence for everything that is wrong."""

from pathlib import Path

import pytest

from app.config import Config, find_resources, in_words, read_config

HOME = {"HOME": "/people/maija"}


def settings(*, flags=None, environment=None, files=()) -> Config:
    config = read_config(flags=flags or {}, environment=HOME | (environment or {}), files=files)
    assert isinstance(config, Config), config
    return config


def mistakes(*, flags=None, environment=None, files=()) -> tuple[str, ...]:
    config = read_config(flags=flags or {}, environment=HOME | (environment or {}), files=files)
    assert isinstance(config, tuple), config
    return config


@pytest.fixture
def county(tmp_path: Path) -> Path:
    file = tmp_path / "county.yaml"
    file.write_text(
        "# Vuoro\nserver: https://county.example.fi # the only one\ntheme: 'dark'\n", encoding="utf-8"
    )
    return file


def test_with_nothing_set_the_usual_holds():
    config = settings()
    assert config.server is None
    assert config.data_dir == Path("/people/maija/.local/share/vuoro")
    assert (config.language, config.theme, config.uses_system_proxy) == ("system", "system", True)


def test_a_flag_wins_over_a_variable_and_that_over_the_files(county, tmp_path):
    own = tmp_path / "own.yaml"
    own.write_text("theme: light\n", encoding="utf-8")
    assert settings(files=(county,)).server == "https://county.example.fi"
    assert settings(files=(county, own)).theme == "light"
    variable = {"VUORO_THEME": "high_contrast"}
    assert settings(files=(county, own), environment=variable).theme == "high_contrast"
    assert settings(files=(county, own), environment=variable, flags={"theme": "dark"}).theme == "dark"


def test_what_is_printed_can_be_read_again(county, tmp_path):
    config = settings(files=(county,), environment={"VUORO_LANGUAGE": "sv"})
    again = tmp_path / "again.yaml"
    again.write_text(in_words(config), encoding="utf-8")
    assert settings(files=(again,)) == config


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("https://chat.example.fi/", "https://chat.example.fi"),
        ("https://chat.example.fi:8443", "https://chat.example.fi:8443"),
        ("http://127.0.0.1:8765", "http://127.0.0.1:8765"),
        ("http://[::1]:8765", "http://[::1]:8765"),
    ],
)
def test_an_address_is_scheme_host_and_port(said, kept):
    assert settings(flags={"server": said}).server == kept


@pytest.mark.parametrize(
    "said",
    [
        "chat.example.fi",
        "http://chat.example.fi",
        "https://maija:secret@chat.example.fi",
        "https://chat.example.fi/app",
        "https://chat.example.fi?x=1",
        "https://chat.example.fi:port",
        "https://",
        "ftp://127.0.0.1",
    ],
)
def test_an_address_that_is_none_or_is_not_protected_is_refused_in_a_sentence(said):
    (sentence,) = mistakes(environment={"VUORO_SERVER": said})
    assert sentence.startswith("VUORO_SERVER: “")


def test_every_mistake_is_told_at_once_with_its_place(tmp_path):
    file = tmp_path / "wrong.yaml"
    file.write_text(
        "sever: https://a.fi\ntheme: pink\nlanguage: no\nsystem_proxy: perhaps\n", encoding="utf-8"
    )
    found = mistakes(files=(file,), flags={"ca_file": str(tmp_path / "nothing.pem")})
    places = {sentence.partition(":")[0].rpartition(" ")[2] for sentence in found}
    assert places == {"1", "2", "3", "4", "--ca-file"}
    assert any("sever" in sentence for sentence in found)
    assert any("nothing.pem" in sentence for sentence in found)


def test_a_settings_file_that_is_no_text_is_told_and_not_half_read(tmp_path):
    file = tmp_path / "vuoro.yaml"
    file.write_bytes(b"server: \xff\xfe")
    (sentence,) = mistakes(files=(file,))
    assert str(file) in sentence


def test_the_data_files_are_found_beside_the_program():
    assert (find_resources() / "contract" / "v1" / "CONTRACT.md").is_file()
