"""setting_up: init, upgrade, and loading and activating service models."""

import argparse
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from server_stub.bootstrap.opening import Refused, model_of, open_database, place_of
from server_stub.bootstrap.wiring import WallClock
from server_stub.console.places import settings_for_new, settings_of, write_first_settings
from server_stub.helpline.hours import HELSINKI
from server_stub.records import console_acts, creation, schema, service_models
from server_stub.records.database import Database, DatabaseRefused, open_engine
from server_stub.records.open_work import open_by_queue
from server_stub.settings.key_file import KeyFileRefused, make_key_file
from server_stub.settings.service_model_file import FileError, parse
from server_stub.settings.settings import Settings, SqliteSetting

Say = Callable[[str], None]


class FileWrong(Exception):
    """A file has mistakes; each is a line for whoever wrote it."""


def init(options: argparse.Namespace, say: Say) -> None:
    """Make the database, its key and settings, and put a service model in force if one is given.

    The model is read first: one with mistakes leaves nothing behind.
    """
    source = read_model(options.model) if options.model is not None else None
    settings = settings_for_new(options, is_practice=options.practice)
    folder = Path(options.data)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(
            f"The directory {folder} could not be made: {error.strerror}. Nothing was made."
        ) from error
    create_database(settings, source)
    made = write_first_settings(options)
    if isinstance(settings.database, SqliteSetting):
        say(f"database {settings.database.path}")
        say(f"key {settings.database.key_file} (back it up apart from the database)")
    if made is not None:
        say(f"settings {made}")
    say(
        "service model 1 is in force"
        if source is not None
        else "no service model yet: `vuoro-server model load FILE`"
    )


def create_database(settings: Settings, source: str | None) -> None:
    """A new database with a key of its own. Raises `Refused` when there is one already."""
    setting = settings.database
    if isinstance(setting, SqliteSetting):
        if setting.path.exists():
            raise Refused(f"There is a database {setting.path} already; it was left as it is.")
        try:
            make_key_file(setting.key_file)
        except KeyFileRefused as error:
            raise Refused(str(error)) from error
    try:
        database = Database(open_engine(place_of(setting)))
    except DatabaseRefused as error:
        raise Refused(str(error)) from error
    try:
        with database.writing() as connection:
            if creation.is_created(connection):
                raise Refused("The database is in use already; it was left as it is.")
            creation.create(connection, is_practice=settings.is_practice)
            if source is not None:
                now = WallClock().millis()
                version = service_models.load(connection, source, now=now)
                service_models.activate(connection, version, now=now)
                # Nobody is there yet to be told of it.
                service_models.mark_told(connection, version)
    except database.errors as error:
        raise Refused(
            f"The database could not be made ({type(error).__name__}). See that it answers."
        ) from error
    finally:
        database.close()


def upgrade(options: argparse.Namespace, say: Say) -> None:
    """Bring the database to this program's form."""
    settings = settings_of(options)
    try:
        database = Database(open_engine(place_of(settings.database)))
    except DatabaseRefused as error:
        raise Refused(str(error)) from error
    try:
        with database.writing() as connection:
            if not creation.is_created(connection):
                raise Refused("The database is empty: `vuoro-server init` makes it ready.")
            before = schema.stands_at(connection)
            schema.upgrade(connection)
            after = schema.stands_at(connection)
    except database.errors as error:
        raise Refused(
            f"The database could not be upgraded ({type(error).__name__}); it is as it was. "
            "Is the backend stopped?"
        ) from error
    finally:
        database.close()
    say("the database has the newest form already" if before == after else f"the database has form {after}")


def load_model(options: argparse.Namespace, say: Say) -> None:
    """Keep a service model under a new number."""
    source = read_model(options.file)
    database = open_database(settings_of(options))
    try:
        with database.writing() as connection:
            now = WallClock().millis()
            version = service_models.load(connection, source, now=now)
            console_acts.note(connection, "service_model_loaded", str(version), now=now)
    finally:
        database.close()
    say(f"service model {version} is kept; `vuoro-server model activate {version}` puts it in force")


def activate_model(options: argparse.Namespace, say: Say) -> None:
    """Put a kept service model in force."""
    database = open_database(settings_of(options))
    try:
        with database.writing() as connection:
            now = WallClock().millis()
            _keep_what_is_open(service_models.stored(connection, options.version), open_by_queue(connection))
            is_there = service_models.activate(connection, options.version, now=now)
            if is_there:
                console_acts.note(connection, "service_model_activated", str(options.version), now=now)
    finally:
        database.close()
    if not is_there:
        raise Refused(f"There is no service model {options.version}; the one in force stays.")
    say(f"service model {options.version} is in force")


def _keep_what_is_open(stored: service_models.StoredModel | None, is_open: Mapping[str, int]) -> None:
    """A queue in which something is open stays: nobody would find it there any more. Raises `Refused`."""
    if stored is None:
        return
    there = model_of(stored.source, stored.version, is_practice=False).every_queue_id()
    for queue_id, count in sorted(is_open.items()):
        if queue_id not in there:
            raise Refused(
                f"Service model {stored.version} has no queue “{queue_id}”, in which work is open ({count}): "
                "keep it in the file until they are closed, and say in the queue that follows it "
                "`succeeds: {from: DAY, of: [NAME]}`. The service model in force stays."
            )


def list_models(options: argparse.Namespace, say: Say) -> None:
    """Every service model that was loaded, and which is in force."""
    database = open_database(settings_of(options))
    try:
        with database.reading() as connection:
            models, active = service_models.kept(connection), service_models.active_version(connection)
    finally:
        database.close()
    for model in models:
        since = f", put in force {_day(model.activated_at)}" if model.activated_at is not None else ""
        mark = "  in force" if model.version == active else ""
        say(f"service model {model.version}: loaded {_day(model.loaded_at)}{since}{mark}")


def show_model(options: argparse.Namespace, say: Say) -> None:
    """One service model as it was loaded."""
    database = open_database(settings_of(options))
    try:
        with database.reading() as connection:
            stored = service_models.stored(connection, options.version)
    finally:
        database.close()
    if stored is None:
        raise Refused(f"There is no service model {options.version}; `vuoro-server model list` names them.")
    say(stored.source.rstrip("\n"))


def _day(at: int) -> str:
    return datetime.fromtimestamp(at / 1000, HELSINKI).strftime("%Y-%m-%d %H.%M")


def read_model(file: Path) -> str:
    """A service model in order, as written. Raises `FileWrong` with every mistake, or `Refused`."""
    try:
        source = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise Refused(
            f"The service model {file} could not be read: {error.strerror}. Nothing was made."
        ) from error
    except UnicodeDecodeError as error:
        raise Refused(
            f"The service model {file} is not UTF-8 (byte {error.start}). Nothing was made."
        ) from error
    model = parse(source, version=1)
    if isinstance(model, list):
        raise FileWrong("\n".join(as_line(file, mistake) for mistake in model))
    return source


def as_line(file: Path, mistake: FileError) -> str:
    """`FILE:12:5: sentence`."""
    return f"{file}:{mistake.line}:{mistake.column}: {mistake.sentence}"
