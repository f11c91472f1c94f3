"""opening: From settings to an open database and the service model in force; every failure is a sentence."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from server_stub.helpline.service_model import ServiceModel, always_open
from server_stub.helpline.values import Millis
from server_stub.records import creation, schema, service_models
from server_stub.records.database import (
    Database,
    DatabaseRefused,
    Place,
    PostgresUrl,
    SqliteFile,
    open_engine,
)
from server_stub.settings.days_off import days_off
from server_stub.settings.key_file import KeyFileRefused, read_key_file
from server_stub.settings.service_model_file import parse
from server_stub.settings.settings import PostgresSetting, Settings, SqliteSetting


class Refused(Exception):
    """The backend cannot do this; the message is a sentence for whoever runs it."""


def place_of(setting: SqliteSetting | PostgresSetting) -> Place:
    """Where the database is. Raises `Refused` when the key file cannot be used."""
    match setting:
        case PostgresSetting(url=url):
            return PostgresUrl(url)
        case SqliteSetting(path=path, key_file=key_file):
            try:
                return SqliteFile(path, read_key_file(key_file))
            except KeyFileRefused as error:
                raise Refused(str(error)) from error


def open_database(settings: Settings) -> Database:
    """The database, initialised and of this program's form. Raises `Refused`."""
    setting = settings.database
    if isinstance(setting, SqliteSetting) and not setting.path.is_file():
        raise Refused(
            f"There is no database {setting.path}. `vuoro-server init` makes one; "
            "if there should be one, look for it before you do."
        )
    try:
        database = Database(open_engine(place_of(setting)))
    except DatabaseRefused as error:
        raise Refused(str(error)) from error
    try:
        with database.reading() as connection:
            if not creation.is_created(connection):
                raise Refused("The database is empty: `vuoro-server init` makes it ready.")
            step = schema.stands_at(connection)
    except DatabaseRefused as error:
        database.close()
        raise Refused(str(error)) from error
    except database.errors as error:
        database.close()
        raise Refused(
            f"The database does not answer ({type(error).__name__}). Nothing was changed; "
            "see that it runs and that the address is right."
        ) from error
    except Refused:
        database.close()
        raise
    if step != schema.newest():
        database.close()
        raise Refused(
            "The database has the form of another version of the program. Make a backup, "
            "then say `vuoro-server upgrade`; a database of a newer program needs that program."
        )
    return database


def open_to_serve(settings: Settings) -> Database:
    """The database, for the use it was made for: trying out and real use never share one (R143).

    Raises `Refused`.
    """
    database = open_database(settings)
    with database.reading() as connection:
        is_practice = creation.is_for_practice(connection)
    if is_practice == settings.is_practice:
        return database
    database.close()
    if is_practice:
        raise Refused(
            "This database was made for practice, and the settings are for real use: real customers would "
            "meet made-up ones. Nothing was started. Say `is_practice: yes`, or give real use a database of "
            "its own."
        )
    raise Refused(
        "This database was made for real use, and the settings say `is_practice: yes`: what is tried out "
        "would stand among real customers. Nothing was started. `vuoro-server init --practice` makes a "
        "database to try things out in."
    )


def model_in_force(database: Database, *, is_practice: bool) -> ServiceModel:
    """The active service model; in practice it is open at any hour. Raises `Refused` when there is none."""
    with database.reading() as connection:
        stored = service_models.active(connection)
    if stored is None:
        raise Refused(
            "No service model is active: `vuoro-server model load FILE`, "
            "then `vuoro-server model activate N`, put one in force."
        )
    return model_of(stored.source, stored.version, is_practice=is_practice)


def model_of(source: str, version: int, *, is_practice: bool) -> ServiceModel:
    """A stored service model. Raises `Refused` when it is no longer understood."""
    model = parse(source, version=version)
    if isinstance(model, list):
        raise Refused(
            f"Service model {version} in the database is not understood by this version of the program: "
            f"line {model[0].line}: {model[0].sentence} Load a mended one."
        )
    return always_open(model) if is_practice else model


def days_off_around(now: Millis, local: tuple[date, ...]) -> frozenset[date]:
    """Days off of last year, this one and the two to come."""
    year = datetime.fromtimestamp(now / 1000, UTC).year
    return days_off(range(year - 1, year + 3), local_closing_days=local)


def read_text(path: Path, what: Callable[[str], str]) -> str:
    """A text file of ours. Raises `Refused` with `what(reason)`."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise Refused(what(error.strerror or "unknown")) from error
