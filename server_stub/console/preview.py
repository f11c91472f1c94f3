"""preview: What a customer sees at any minute, by the very code that answers her page (R011)."""

import argparse
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Final, cast

from server_stub.bootstrap.opening import Refused, days_off_around, model_in_force, model_of, open_database
from server_stub.bootstrap.wiring import WallClock
from server_stub.console.places import settings_file, settings_for_new, settings_of
from server_stub.console.setting_up import read_model
from server_stub.helpline.hours import HELSINKI
from server_stub.helpline.service_model import ServiceModel
from server_stub.helpline.wording import Language
from server_stub.records import service_models
from server_stub.routes.entry_at import entry_at
from server_stub.settings.settings import Settings
from server_stub.wire import entry as wire

Say = Callable[[str], None]

_INDENT: Final = "  "
_KINDS: Final = {"temporary": "temporary notice", "news": "news"}


def preview(options: argparse.Namespace, say: Say) -> None:
    """Print it. Who waits and who is on duty is not foretold: a preview shows an empty queue with nobody
    there.
    """
    at = moment_of(options.at) if options.at is not None else _now()
    settings = _settings(options)
    model = _model(options, settings)
    now = round(at.timestamp() * 1000)
    entry = entry_at(
        model,
        at,
        days_off=days_off_around(now, settings.local_closing_days),
        queues={},
        limits=settings.limits,
        is_practice=settings.is_practice,
        can_identify=settings.identification is not None,
    )
    if options.json:
        say(wire.encode(entry).decode())
        return
    what = f"{options.model}" if options.model is not None else f"service model {model.version}"
    for line in _told(entry, at, what, cast(Language, options.language)):
        say(line)


def moment_of(said: str) -> datetime:
    """A Finnish time as a moment (UTC). Raises `Refused` for what is no time, or one the clock skips.

    In the hour that comes twice in autumn the first coming is meant, unless an offset is said.
    """
    try:
        wall = datetime.fromisoformat(said)
    except ValueError:
        raise Refused(f"“{said}” is not a time; write it as 2026-12-24T10:00.") from None
    if wall.tzinfo is not None:
        return wall.astimezone(UTC)
    moment = wall.replace(tzinfo=HELSINKI).astimezone(UTC)
    if moment.astimezone(HELSINKI).replace(tzinfo=None) != wall:
        raise Refused(f"There is no {said} in Finland: the clock goes from 3.00 to 4.00 that night.")
    return moment


def _now() -> datetime:
    return datetime.fromtimestamp(WallClock().millis() / 1000, UTC)


def _settings(options: argparse.Namespace) -> Settings:
    """A file that is not loaded yet needs no backend: without settings it is previewed by the defaults."""
    if options.model is not None and not settings_file(options).is_file():
        return settings_for_new(options)
    return settings_of(options)


def _model(options: argparse.Namespace, settings: Settings) -> ServiceModel:
    is_practice = settings.is_practice
    if options.model is not None:
        return model_of(read_model(options.model), 1, is_practice=is_practice)
    database = open_database(settings)
    try:
        if options.version is None:
            return model_in_force(database, is_practice=is_practice)
        with database.reading() as connection:
            stored = service_models.stored(connection, options.version)
    finally:
        database.close()
    if stored is None:
        raise Refused(f"There is no service model {options.version}; `vuoro-server model list` names them.")
    return model_of(stored.source, stored.version, is_practice=is_practice)


# ------------------------------------------------------------------------------------------------- in words


def _told(entry: wire.CustomerEntry, at: datetime, what: str, language: Language) -> Iterator[str]:
    yield f"{_moment(at)} in Finland, {what}, in {language}"
    yield f"organisation: {entry.organisation[language]}"
    for service in entry.services:
        yield ""
        yield from _service(service, language)
    yield ""
    yield f"emergency: {entry.emergency[language]}"
    if entry.funding is not None:
        yield f"funding: {entry.funding[language]}"


def _service(service: wire.EntryService, language: Language) -> Iterator[str]:
    yield f"{service.name[language]}: {_state(service)}"
    lines = [
        ("hours", service.hours_text[language]),
        *((_KINDS[each.kind], each.text[language]) for each in service.announcements),
    ]
    if service.is_open:
        lines.append(("notice", service.notice.standing[language]))
        lines.append(("storing", service.notice.storage[language]))
        for topic in service.topics:
            shut = "" if topic.is_open[language] else " (shut until somebody is on duty for it)"
            lines.append(("topic", f"{topic.name[language]}{shut}"))
            lines.extend(("finer topic", each.name[language]) for each in topic.finer_topics)
    else:
        lines.append(("closed text", service.closed_text[language]))
    lines.extend(("other way", _channel(channel, language)) for channel in service.other_channels)
    for label, words in (
        ("about", service.about),
        ("ask us about", service.asks),
        ("we help you", service.helps),
    ):
        lines.extend((label, each[language]) for each in words)
    yield from (f"{_INDENT}{label}: {words}" for label, words in lines)


def _state(service: wire.EntryService) -> str:
    if not service.is_open:
        opens = f", opens {_moment_said(service.opens_at)}" if service.opens_at else ", no opening is known"
        return f"CLOSED{opens}"
    closes = f", closes {_moment_said(service.closes_at)}" if service.closes_at else ", around the clock"
    return f"OPEN{closes}{' and says that it closes soon' if service.closes_soon else ''}"


def _channel(channel: wire.OtherChannel, language: Language) -> str:
    name = " ".join(part for part in (channel.name[language], channel.number) if part)
    return f"{name}: {channel.hours_text[language]}{_channel_now(channel)}"


def _channel_now(channel: wire.OtherChannel) -> str:
    if channel.is_open is None:
        return ""
    if channel.is_open:
        return f" (open, closes {_moment_said(channel.closes_at)})" if channel.closes_at else " (open)"
    return f" (closed, opens {_moment_said(channel.opens_at)})" if channel.opens_at else " (closed)"


def _moment_said(stamp: str) -> str:
    return _moment(datetime.fromisoformat(stamp))


def _moment(at: datetime) -> str:
    return at.astimezone(HELSINKI).strftime("%a %Y-%m-%d %H.%M.%S").removesuffix(".00")
