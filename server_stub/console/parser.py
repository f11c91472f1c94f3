"""parser: The words of `vuoro-server` and their help."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final, TypeAlias, TypeVar

from server_stub.helpline.golive import STAGE_IDS
from server_stub.helpline.roles import STAFF, Role
from server_stub.helpline.wording import LANGUAGES

_ABOUT: Final = """\
vuoro-server: the backend of Vuoro, an advice chat for a wellbeing services county.

First time:
  vuoro-server init --data DIR --model FILE       the database, its key and the settings, in DIR
  vuoro-server user add NAME --data DIR --display-name "Neuvoja 4" --all-queues
  vuoro-server serve --data DIR                   listens, and says on which address
"""
_AFTER: Final = """\
exit codes:
  0  done
  1  something was found: mistakes in a file, damage in the database, a broken audit log
  2  the words were not understood
  3  refused: a sentence on standard error says why and what was kept

Settings stand in DIR/vuoro.yaml; a variable VUORO_PORT wins over the file, `--set port=8765` over both.
Keep DIR/vuoro.key and DIR/vuoro.db apart in your backups: one without the other opens nothing.
"""

Number = TypeVar("Number", int, float)

# argparse gives this type no public name.
Words: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def make_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="vuoro-server",
        description=_ABOUT,
        epilog=_AFTER,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    words = parser.add_subparsers(dest="word", required=True, metavar="COMMAND")
    _add_init(words)
    _add_serve(words)
    _add_practice(words)
    _add_robots(words)
    _add_model(words)
    _add_preview(words)
    _add_user(words)
    _add_shifts(words)
    _add_duty(words)
    _add_figures(words)
    _add_feedback(words)
    _add(words, "check", "look at the settings, the files and the database; name everything that is wrong")
    _add(words, "upgrade", "bring the database of an older version to this one's form; make a backup first")
    _add_keeping(words)
    _add_golive(words)
    audit = words.add_parser("audit", help="the audit log").add_subparsers(dest="audit_word", required=True)
    _add(audit, "verify", "go through the audit log; name the position of every row that is not as written")
    return parser


def _add(words: Words, name: str, about: str) -> argparse.ArgumentParser:
    parser = words.add_parser(name, help=about, description=about)
    parser.add_argument(
        "--data", type=Path, default=Path(), metavar="DIR", help="where vuoro.yaml is (default: here)"
    )
    parser.add_argument("--settings", type=Path, metavar="FILE", help="another settings file")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="one setting for this time; may be repeated",
    )
    return parser


def _add_init(words: Words) -> None:
    parser = _add(words, "init", "make a database, its key and its settings")
    parser.add_argument("--model", type=Path, metavar="FILE", help="a service model to load and put in force")
    parser.add_argument(
        "--practice",
        action="store_true",
        help="to try things out in, apart from real use: every screen says so, and it stays so",
    )


def _add_serve(words: Words) -> None:
    parser = _add(words, "serve", "serve until told to stop (SIGTERM)")
    parser.add_argument("--host", help="listen on this address (default 127.0.0.1)")
    parser.add_argument("--port", help="listen on this port; 0 finds a free one (default 8765)")


def _add_practice(words: Words) -> None:
    parser = words.add_parser(
        "practice", help="serve a practice backend in a temporary directory (`vuoro demo`)"
    )
    parser.add_argument("--directory", type=Path, required=True, metavar="DIR", help="an empty directory")
    parser.add_argument("--model", type=Path, metavar="FILE", help="another service model than the example")


def _add_robots(words: Words) -> None:
    parser = words.add_parser(
        "robots", help="let simulated customers come, over HTTP, until standard input ends (practice)"
    )
    parser.add_argument("--address", required=True, metavar="URL", help="of the backend they come to")
    parser.add_argument("--scenarios", type=Path, metavar="DIR", help="another folder of scenarios")
    parser.add_argument(
        "--customers", type=_number(int, 1, 50), default=5, metavar="N", help="so many at once"
    )
    parser.add_argument(
        "--pace",
        type=_number(float, 0.1, 1_000),
        default=1.0,
        metavar="X",
        help="10 is ten times as fast as people are (default 1)",
    )
    parser.add_argument("--seed", type=int, metavar="N", help="the same seed lets the same people come")


def _number(kind: Callable[[str], Number], least: Number, most: Number) -> Callable[[str], Number]:
    def read(text: str) -> Number:
        value = kind(text)
        if not least <= value <= most:
            raise argparse.ArgumentTypeError(f"a number from {least} to {most} is expected")
        return value

    read.__name__ = "number"
    return read


def _add_model(words: Words) -> None:
    model = words.add_parser("model", help="service models").add_subparsers(dest="model_word", required=True)
    load = _add(model, "load", "keep a service model under a new number; nothing changes yet")
    load.add_argument("file", type=Path, metavar="FILE")
    activate = _add(model, "activate", "put a kept service model in force")
    activate.add_argument("version", type=int, metavar="N")
    _add(model, "list", "every service model that was loaded, and which is in force")
    show = _add(model, "show", "print a service model as it was loaded, in force or not")
    show.add_argument("version", type=int, metavar="N")


def _add_golive(words: Words) -> None:
    golive = words.add_parser("golive", help="the sheet that leads to the day the service opens")
    what = golive.add_subparsers(dest="golive_word", required=True)
    sheet = _add(what, "sheet", "what is missing, and every stage with its dates counted back from the day")
    sheet.add_argument("day", type=_day, metavar="DAY", help="when the service opens, 2027-03-01")
    for name, about in (("done", "a stage is done"), ("reopen", "a stage is not done after all")):
        mark = _add(what, name, about)
        mark.add_argument("stage", choices=STAGE_IDS, metavar="STAGE", help=", ".join(STAGE_IDS))
        mark.add_argument("--by", required=True, metavar="NAME", help="who says so")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("a day is expected, 2027-03-01") from error


def _add_keeping(words: Words) -> None:
    retention = _add(words, "retention", "tell what is kept for how long, and erase what is due")
    retention.add_argument("--dry-run", action="store_true", help="tell only; nothing is erased")
    records = words.add_parser("records", help="what decides how long conversations are kept")
    marks = records.add_subparsers(dest="records_word", required=True)
    for name, about in (
        ("exported", "these stand in the client record system; their words go when their time is over"),
        ("hold", "keep these, whatever their time, until they are released"),
        ("release", "these need not be held any more"),
    ):
        _add(marks, name, about).add_argument("conversation", nargs="+", metavar="CONVERSATION")


def _add_preview(words: Words) -> None:
    parser = _add(words, "preview", "show what a customer sees at any minute; nothing is changed")
    parser.add_argument(
        "--at", metavar="TIME", help="a Finnish time, 2026-12-24T10:00 or to the second (default: now)"
    )
    parser.add_argument(
        "--language", choices=LANGUAGES, default="fi", metavar="LANGUAGE", help="fi, sv or en"
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--model", type=Path, metavar="FILE", help="of a service model not loaded yet")
    which.add_argument("--version", type=int, metavar="N", help="of a kept service model (default: in force)")
    parser.add_argument(
        "--json", action="store_true", help="the very answer the page gets, in every language"
    )


def _add_user(words: Words) -> None:
    user = words.add_parser("user", help="accounts of staff").add_subparsers(dest="user_word", required=True)
    add = _add(user, "add", "make an account; the password is asked for twice")
    add.add_argument("name", metavar="NAME", help="what she signs in with")
    add.add_argument("--display-name", required=True, help="what colleagues see")
    add.add_argument("--password-stdin", action="store_true", help="read the password from standard input")
    _add_rights(add, is_new=True)
    change = _add(user, "change", "give an account other roles, queues or capacity; open desks start afresh")
    change.add_argument("name", metavar="NAME")
    _add_rights(change, is_new=False)
    disable = _add(user, "disable", "shut an account; she is signed out within five seconds")
    disable.add_argument("name", metavar="NAME")
    _add(user, "list", "every account, its roles and queues")


def _add_duty(words: Words) -> None:
    duty = _add(words, "duty", "print who was on a shift, from when till when, and for how long")
    duty.add_argument("--since", required=True, metavar="DAY", help="the first day, 2026-11-01")
    duty.add_argument("--until", required=True, metavar="DAY", help="the last day, included")


def _add_shifts(words: Words) -> None:
    shifts = words.add_parser("shifts", help="planned shifts").add_subparsers(
        dest="shifts_word", required=True
    )
    bring_in = _add(
        shifts, "import", "plan what a CSV file says: name, day, from, to, and if wanted queues and place"
    )
    bring_in.add_argument("file", type=Path, metavar="FILE")
    show = _add(shifts, "show", "print what is planned between two days")
    show.add_argument("--since", required=True, metavar="DAY", help="the first day, 2026-11-01")
    show.add_argument("--until", required=True, metavar="DAY", help="the last day, included")
    allow = _add(shifts, "allow", "let somebody take customers until the end of the day, whatever is planned")
    allow.add_argument("name", metavar="NAME", help="what she signs in with")


def _add_figures(words: Words) -> None:
    figures = words.add_parser("figures", help="what was recorded between two days, as CSV")
    kinds = figures.add_subparsers(dest="figures_word", required=True)
    contacts = _add(kinds, "contacts", "contacts by service, channel, reason and outcome (R127)")
    first = _add(kinds, "first-desk", "what was solved at first desk, and what was moved on (R081)")
    passed = _add(kinds, "passed-on", "to whom applications were passed on (R049)")
    for word in (contacts, first, passed):
        word.add_argument("--since", required=True, metavar="DAY", help="the first day, 2026-11-01")
        word.add_argument("--until", required=True, metavar="DAY", help="the last day, included")
        word.add_argument(
            "--comparable",
            action="store_true",
            help="count what was renamed or split under the id that it began with (R062)",
        )
    for word in (contacts, passed):
        word.add_argument(
            "--hide-below",
            type=int,
            default=5,
            metavar="N",
            help="fewer of a kind than this are not told (5)",
        )


def _add_feedback(words: Words) -> None:
    feedback = words.add_parser("feedback", help="what was said of the service between two days, as CSV")
    kinds = feedback.add_subparsers(dest="feedback_word", required=True)
    counts = _add(kinds, "counts", "how many gave which score, by queue and topic (R139)")
    told = _add(kinds, "words", "what was written, by month, queue and topic (R139)")
    for word in (counts, told):
        word.add_argument("--since", required=True, metavar="DAY", help="the first day, 2026-11-01")
        word.add_argument("--until", required=True, metavar="DAY", help="the last day, included")
    counts.add_argument(
        "--hide-below", type=int, default=5, metavar="N", help="fewer answers than this are not told (5)"
    )


def _add_rights(parser: argparse.ArgumentParser, *, is_new: bool) -> None:
    roles = sorted(str(role) for role in STAFF)
    default = [str(Role.ADVICE_COUNSELLOR)] if is_new else None
    parser.add_argument(
        "--role",
        action="append",
        choices=roles,
        metavar="ROLE",
        default=None,
        help=f"{', '.join(roles)}; may be repeated",
    )
    parser.set_defaults(default_roles=default)
    parser.add_argument(
        "--queue", action="append", default=None, metavar="QUEUE", help="a queue she serves; may be repeated"
    )
    parser.add_argument(
        "--all-queues", action="store_true", help="she serves every queue of the service model"
    )
    parser.add_argument(
        "--capacity", type=int, default=3 if is_new else None, metavar="N", help="conversations at once"
    )
