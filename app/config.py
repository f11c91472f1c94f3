"""What is set for this workstation: flags over environment over the person's file over the county's file.

A settings file is plain YAML of one level, one `name: value` a line:

    # Vuoro
    server: https://chat.example.fi
    ca_file: /etc/ssl/county.pem
"""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

LANGUAGES = ("system", "fi", "sv", "en")
THEMES = ("system", "light", "dark", "high_contrast")
YES, NO = ("yes", "true", "on", "1"), ("no", "false", "off", "0")

# name: what `--help` says of it
NAMES: Mapping[str, str] = {
    "server": "address of the backend, https://… (http only on this computer)",
    "data_dir": "where the encrypted file of drafts and unsent messages lies",
    "language": "fi, sv, en or system",
    "theme": "light, dark, high_contrast or system",
    "ca_file": "certificate authorities to trust beside those of the operating system (PEM)",
    "system_proxy": "yes or no: whether HTTPS_PROXY and the like are followed",
}


@dataclass(frozen=True, slots=True)
class Config:
    """The settings, checked. ``server`` is scheme, host and port without a path, or None when none is set."""

    server: str | None
    data_dir: Path
    language: str
    theme: str
    ca_file: Path | None
    uses_system_proxy: bool


@dataclass(frozen=True, slots=True)
class Said:
    """One value and where it was said, for the sentence when it is wrong."""

    value: str
    where: str


def find_resources() -> Path:
    """The folder `resources`, which lies beside the folder `app` in a checkout, a wheel and a bundle.

    Raises FileNotFoundError with a sentence when it is not there.
    """
    folder = Path(__file__).resolve().parents[1] / "resources"
    if not folder.is_dir():
        raise FileNotFoundError(
            f"The data files should be in {folder}, and nothing is there. Install the program anew."
        )
    return folder


def read_config(
    *,
    flags: Mapping[str, str],
    environment: Mapping[str, str],
    files: tuple[Path, ...] | None = None,
) -> Config | tuple[str, ...]:
    """The settings, or every mistake as a sentence.

    ``flags`` are by name; variables are called VUORO_SERVER and so on; a later file wins over an earlier.
    """
    said: dict[str, Said] = {}
    mistakes: list[str] = []
    for file in files_of(environment) if files is None else files:
        said |= _read_file(file, mistakes)
    for name in NAMES:
        variable = f"VUORO_{name.upper()}"
        if environment.get(variable):
            said[name] = Said(environment[variable], variable)
    said |= {name: Said(value, f"--{name.replace('_', '-')}") for name, value in flags.items()}
    config = Config(
        server=_server(said.get("server"), mistakes),
        data_dir=_data_dir(said.get("data_dir"), environment),
        language=_one_of(LANGUAGES, said.get("language"), mistakes),
        theme=_one_of(THEMES, said.get("theme"), mistakes),
        ca_file=_readable(said.get("ca_file"), mistakes),
        uses_system_proxy=_yes_or_no(said.get("system_proxy"), mistakes),
    )
    return tuple(mistakes) if mistakes else config


def files_of(environment: Mapping[str, str]) -> tuple[Path, ...]:
    """Where settings files are looked for: the county's first, then the person's own."""
    if sys.platform == "win32":
        county, own = environment.get("PROGRAMDATA", "C:\\ProgramData"), environment.get("APPDATA", "")
        return (Path(county, "Vuoro", "vuoro.yaml"), *((Path(own, "Vuoro", "vuoro.yaml"),) if own else ()))
    own_folder = environment.get("XDG_CONFIG_HOME") or _home(environment) / ".config"
    return (Path("/etc/vuoro/vuoro.yaml"), Path(own_folder, "vuoro", "vuoro.yaml"))


def in_words(config: Config) -> str:
    """Every setting as a line of a settings file (`vuoro --print-settings`)."""
    lines = {
        "server": config.server or "",
        "data_dir": str(config.data_dir),
        "language": config.language,
        "theme": config.theme,
        "ca_file": "" if config.ca_file is None else str(config.ca_file),
        "system_proxy": "yes" if config.uses_system_proxy else "no",
    }
    return "\n".join(f"{name}: {value}".rstrip() for name, value in lines.items())


def _read_file(file: Path, mistakes: list[str]) -> dict[str, Said]:
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        mistakes.append(f"{file} cannot be read ({type(error).__name__}). Make it a text file in UTF-8.")
        return {}
    said: dict[str, Said] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        content = line.partition(" #")[0].strip()
        if not content or content.startswith("#"):
            continue
        name, colon, value = content.partition(":")
        where = f"{file}, line {number}"
        if not colon or name.strip() not in NAMES:
            known = ", ".join(NAMES)
            mistakes.append(f"{where}: “{name.strip()}” is not a setting. The settings are {known}.")
            continue
        said[name.strip()] = Said(value.strip().strip("\"'"), where)
    return {name: each for name, each in said.items() if each.value}


def _server(said: Said | None, mistakes: list[str]) -> str | None:
    if said is None:
        return None
    try:
        parts = urlsplit(said.value)
        port = parts.port
    except ValueError:
        mistakes.append(f"{said.where}: “{said.value}” is not an address. Write https://chat.example.fi.")
        return None
    host = parts.hostname or ""
    is_here = host in {"127.0.0.1", "::1", "localhost"}
    if not host or parts.scheme not in {"http", "https"} or parts.username is not None:
        mistakes.append(f"{said.where}: “{said.value}” is not an address. Write https://chat.example.fi.")
    elif parts.path not in {"", "/"} or parts.query or parts.fragment:
        mistakes.append(
            f"{said.where}: “{said.value}” says more than scheme, host and port. Leave the rest out."
        )
    elif parts.scheme == "http" and not is_here:
        mistakes.append(f"{said.where}: “{said.value}” is not protected. Write https:// instead.")
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}" + ("" if port is None else f":{port}")


def _data_dir(said: Said | None, environment: Mapping[str, str]) -> Path:
    if said is not None:
        return Path(said.value).expanduser()
    if sys.platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or _home(environment) / "AppData" / "Local", "Vuoro")
    return Path(environment.get("XDG_DATA_HOME") or _home(environment) / ".local" / "share", "vuoro")


def _one_of(choices: tuple[str, ...], said: Said | None, mistakes: list[str]) -> str:
    if said is None:
        return choices[0]
    if said.value not in choices:
        mistakes.append(f"{said.where}: “{said.value}” is not one of {', '.join(choices)}.")
    return said.value


def _readable(said: Said | None, mistakes: list[str]) -> Path | None:
    if said is None:
        return None
    path = Path(said.value).expanduser()
    if not (path.is_file() and os.access(path, os.R_OK)):
        mistakes.append(f"{said.where}: there is no readable file {path}. Correct it, or leave it out.")
    return path


def _yes_or_no(said: Said | None, mistakes: list[str]) -> bool:
    if said is None:
        return True
    if said.value.lower() not in YES + NO:
        mistakes.append(f"{said.where}: “{said.value}” is neither yes nor no.")
    return said.value.lower() in YES


def _home(environment: Mapping[str, str]) -> Path:
    return Path(environment.get("HOME") or environment.get("USERPROFILE") or Path.home())
