"""places: From the command line to the settings, and the files that `init` makes."""

import argparse
import os
from pathlib import Path
from typing import Final

from server_stub.bootstrap.opening import Refused
from server_stub.settings.settings import Settings, read_settings

SETTINGS_FILE: Final = "vuoro.yaml"
_FIRST_SETTINGS: Final = """\
# The settings of this backend; what is not said has its default. `vuoro-server check` names what is wrong.
database: {database}

# The address browsers use; the cookie travels under TLS only when it begins with https.
# public_origin: https://neuvonta.esimerkki.fi
# Sites that may show the page in a frame and send from it.
# allowed_origins: [https://www.esimerkki.fi]
# trusted_proxies: [127.0.0.1]
# port: 8765
"""
_FOR_PRACTICE: Final = """
# To try things out in: HARJOITUS stands on every screen, the doors are open at any hour, and no database
# of real use is ever opened.
is_practice: yes
"""


def settings_file(options: argparse.Namespace) -> Path:
    """Where the settings are, or are to be."""
    given: Path | None = options.settings
    return given if given is not None else Path(options.data) / SETTINGS_FILE


def settings_of(options: argparse.Namespace, extra: dict[str, str] | None = None) -> Settings:
    """The settings for this command. Raises `Refused` with every mistake in them."""
    file = settings_file(options)
    if not file.is_file():
        raise Refused(
            f"There are no settings {file}. `vuoro-server init --data DIR` makes them; "
            "--data says where they are."
        )
    return _read(file, flags_of(options) | (extra or {}))


def settings_for_new(options: argparse.Namespace, *, is_practice: bool = False) -> Settings:
    """The settings that `init` goes by: the file if there is one, else its defaults in the data directory.

    `is_practice`: they are for practice, whatever the file says.
    """
    file = settings_file(options)
    flags = flags_of(options) | ({"is_practice": "yes"} if is_practice else {})
    if file.is_file():
        return _read(file, flags)
    flags.setdefault("database", str(file.parent.absolute() / "vuoro.db"))
    return _read(None, flags)


def write_first_settings(options: argparse.Namespace) -> Path | None:
    """Make the settings file unless there is one; where it is, if it was made.

    Mode 0600: the address of a database may hold a password.
    """
    file = settings_file(options)
    database = flags_of(options).get("database", "vuoro.db")
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return None
    except OSError as error:
        raise Refused(
            f"The settings {file} could not be written: {error.strerror}. Nothing was made."
        ) from error
    with os.fdopen(descriptor, "w", encoding="utf-8") as opened:
        opened.write(_FIRST_SETTINGS.format(database=f'"{database}"'))
        if options.practice:
            opened.write(_FOR_PRACTICE)
    return file


def flags_of(options: argparse.Namespace) -> dict[str, str]:
    """Settings said on the command line. Raises `Refused` for a word without `=`."""
    flags: dict[str, str] = {}
    for said in options.set:
        key, found, value = str(said).partition("=")
        if not found:
            raise Refused(f"--set {key}: a setting is said as KEY=VALUE, --set port=8765.")
        flags[key.strip()] = value
    for key in ("host", "port"):
        given = getattr(options, key, None)
        if given is not None:
            flags[key] = str(given)
    return flags


def _read(file: Path | None, flags: dict[str, str]) -> Settings:
    settings = read_settings(file=file, environment=os.environ, flags=flags)
    if isinstance(settings, Settings):
        return settings
    raise Refused("\n".join(settings))
