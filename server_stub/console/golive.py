"""golive: The sheet that leads to the day the service opens, and marking its stages done (R142, R144)."""

import argparse
from collections.abc import Callable, Iterator
from datetime import date

from server_stub.bootstrap.opening import Refused, model_of, open_database
from server_stub.bootstrap.wiring import WallClock
from server_stub.console.accounts import NothingGiven
from server_stub.console.places import settings_of
from server_stub.helpline import golive
from server_stub.helpline.calling_time import moment
from server_stub.helpline.roles import Role
from server_stub.helpline.service_model import ServiceModel
from server_stub.records import console_acts, rollout, service_models, staff
from server_stub.records.database import Database
from server_stub.settings.settings import Settings

Say = Callable[[str], None]


def sheet(options: argparse.Namespace, say: Say) -> bool:
    """Tell what is missing and how the stages stand; whether all is on time."""
    settings = settings_of(options)
    day: date = options.day
    today = moment(WallClock().millis()).date()
    database = open_database(settings)
    try:
        missing = [*_settings_missing(settings), *_missing_inside(database)]
        with database.reading() as connection:
            marks = rollout.done(connection)
    finally:
        database.close()
    done = {stage_id: (moment(at).date(), by) for stage_id, (at, by) in marks.items()}
    planned = golive.plan(day, done)
    by = golive.settings_complete_by(day)
    say(f"go-live {day.isoformat()}, in {(day - today).days} days")
    say(f"settings information, to be complete by {by.isoformat()}: {len(missing) or 'nothing'} missing")
    for sentence in missing:
        say(f"  {sentence}")
    for stage in planned:
        say(_line(stage, today))
    return golive.is_on_time(day, planned, missing, today=today)


def mark(options: argparse.Namespace, say: Say) -> None:
    """Keep that a stage is done, or that it is not after all."""
    by = " ".join(options.by.split())
    if not by:
        raise NothingGiven("Say --by and the name of who says so. Nothing was marked.")
    database = open_database(settings_of(options))
    now = WallClock().millis()
    is_done = options.golive_word == "done"
    try:
        with database.writing() as connection:
            if is_done:
                rollout.mark(connection, options.stage, by=by, now=now)
            else:
                rollout.unmark(connection, options.stage)
            action = "golive_stage_done" if is_done else "golive_stage_reopened"
            console_acts.note(connection, action, options.stage, now=now)
    finally:
        database.close()
    say(f"{options.stage}: {'done' if is_done else 'not done'}")


def _line(stage: golive.Planned, today: date) -> str:
    name = stage.stage_id.replace("_", " ")
    span = f"{stage.begins.isoformat()} to {stage.ends.isoformat()}"
    if stage.done_on is not None:
        return f"[x] {name}: {span}, done {stage.done_on.isoformat()} by {stage.done_by}"
    if stage.is_late(today):
        return f"[ ] {name}: {span}, late"
    return f"[ ] {name}: {span}{', now' if stage.begins <= today else ''}"


def _settings_missing(settings: Settings) -> Iterator[str]:
    if settings.public_origin is None:
        yield "public_origin: say which address customers' browsers use"
    if settings.identification is None:
        yield "identification: nobody can identify herself; say which provider there is"
    if settings.mail is None:
        yield "mail: no host, so customers cannot have their conversation by e-mail"


def _missing_inside(database: Database) -> Iterator[str]:
    with database.reading() as connection:
        stored = service_models.active(connection)
        accounts = [each for each in staff.every(connection) if not each.is_disabled]
    roles = {role for account in accounts for role in account.roles}
    for role in (Role.ADVICE_COUNSELLOR, Role.SUPERVISOR):
        if role not in roles:
            yield f"accounts: nobody is {role}"
    if stored is None:
        yield "service model: none is in force"
        return
    try:
        model = model_of(stored.source, stored.version, is_practice=False)
    except Refused as error:
        yield str(error)
        return
    served = {queue for account in accounts for queue in account.queues}
    for queue in model.queues:
        if str(queue.queue_id) not in served:
            yield f"accounts: nobody serves {queue.queue_id}"
    yield from _missing_in_model(model)


def _missing_in_model(model: ServiceModel) -> Iterator[str]:
    guide = model.problem_guide
    parts = {
        "instructions": model.instructions,
        "canned_answers": model.canned_answers,
        "problem_situations, numbers": guide.contacts,
        "problem_situations, checklist": guide.steps,
        "problem_situations, house rules": guide.house_rules,
    }
    yield from (
        f"service model: {name}: nothing is written" for name, written in parts.items() if not written
    )
