"""checking: `check` names all that is wrong; `audit verify` every row that is not as it was written."""

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path

from server_stub.bootstrap.opening import Refused, model_of, open_database
from server_stub.bootstrap.wiring import WallClock
from server_stub.console.keeping import report
from server_stub.console.places import settings_of
from server_stub.helpline.calling_time import moment
from server_stub.helpline.concern import Concerns
from server_stub.helpline.personal_data import Masker
from server_stub.helpline.queue_doors import told_of_pilots
from server_stub.letters.mail_host import PutOff, signed_in
from server_stub.records import audit, condition, service_models
from server_stub.records.database import Database
from server_stub.settings.settings import Settings, SqliteSetting

Say = Callable[[str], None]


def check(options: argparse.Namespace, say: Say, *, resources: Path) -> bool:
    """Look at everything; whether all is well."""
    try:
        settings = settings_of(options)
    except Refused as error:
        say(str(error))
        return False
    say(f"settings: in order ({settings.host}:{settings.port})")
    problems = [*_files(resources), *_exposure(settings), *_mail(settings, say), *_inside(settings, say)]
    for problem in problems:
        say(problem)
    say("all is well" if not problems else f"{len(problems)} to mend")
    return not problems


def verify_audit(options: argparse.Namespace, say: Say) -> bool:
    """Go through the audit log; whether every row and fact is as written."""
    database = open_database(settings_of(options))
    try:
        with database.reading() as connection:
            verified = audit.verify(connection)
    finally:
        database.close()
    for broken in verified.broken:
        say(f"position {broken.position}: {broken.sentence}")
    if verified.broken:
        first = verified.broken[0].position
        say(f"the log is not as it was written: the first broken row is at position {first}")
    else:
        say(f"{verified.rows} rows and {verified.facts} facts are as they were written")
    return not verified.broken


def _files(resources: Path) -> Iterator[str]:
    try:
        Masker(json.loads((resources / "contract" / "v1" / "personal_data.json").read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        yield f"the patterns of personal data are not in order: {error}"
    try:
        Concerns(json.loads((resources / "contract" / "v1" / "concerns.json").read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        yield f"what gives reason to be concerned is not in order: {error}"
    if not (resources / "customer_page" / "index.html").is_file():
        yield f"the customer page is missing: {resources / 'customer_page'}"


def _exposure(settings: Settings) -> Iterator[str]:
    if settings.host not in ("127.0.0.1", "localhost", "::1") and settings.public_origin is None:
        yield "public_origin: the backend listens to other computers; say which address browsers use for it"


def _mail(settings: Settings, say: Say) -> Iterator[str]:
    """Whether the mail host lets us in, without sending anything."""
    mail = settings.mail
    if mail is None:
        say("mail: no host is set, so customers are not offered their conversation by e-mail")
        return
    where = f"{mail.host.host}:{mail.host.port}"
    try:
        signed_in(mail.host).close()
    except PutOff as error:
        yield f"mail: {where} did not let us in ({error}); letters wait, and fail after some hour"
        return
    say(f"mail: {where} lets us in as {mail.host.sender}")


def _inside(settings: Settings, say: Say) -> Iterator[str]:
    try:
        database = open_database(settings)
    except Refused as error:
        yield str(error)
        return
    try:
        yield from _of_database(database, say)
        _tell_kept(database, settings, say)
    except condition.FAILURES as error:
        yield f"database: it could not be read ({type(error).__name__}); restore the last backup"
    finally:
        database.close()
    if isinstance(settings.database, SqliteSetting):
        say(f"key file: {settings.database.key_file}, for its owner only")


def _tell_kept(database: Database, settings: Settings, say: Say) -> None:
    """How conversations stand that are closed: those of identified customers wait for their export."""
    for line in report(database, settings.retention, now=WallClock().millis()):
        say(f"kept: {line.strip()}")


def _of_database(database: Database, say: Say) -> Iterator[str]:
    with database.reading() as connection:
        say(f"database: {condition.library_version(connection)}")
        yield from (f"database: {damage}" for damage in condition.damages(connection))
        stored = service_models.active(connection)
    if stored is None:
        yield "service model: none is in force; `vuoro-server model load FILE` and `model activate N`"
        return
    try:
        model = model_of(stored.source, stored.version, is_practice=False)
    except Refused as error:
        yield str(error)
        return
    say(f"service model: version {stored.version} is in force")
    yield from (
        f"service model: {sentence}"
        for sentence in told_of_pilots(model, moment(WallClock().millis()).date())
    )
