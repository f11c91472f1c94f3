"""`vuoro-server`, `python -m server_stub`: from words to deeds; a failure is a sentence and an exit code."""

import argparse
import sys
from collections.abc import Sequence

from server_stub.bootstrap.opening import Refused
from server_stub.bootstrap.serving import serve
from server_stub.console import (
    accounts,
    checking,
    duty,
    feedback,
    figures,
    golive,
    keeping,
    practice,
    preview,
    setting_up,
    shifts,
)
from server_stub.console.parser import make_parser
from server_stub.console.places import settings_of
from server_stub.ports import Points, pass_by
from server_stub.records.condition import FAILURES
from server_stub.settings.resources import find_resources

DONE, FOUND, NOT_UNDERSTOOD, REFUSED = 0, 1, 2, 3
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 (to warn of them)


def main(arguments: Sequence[str] | None = None, *, points: Points = pass_by) -> int:
    """Do what is said; the exit code (see `--help`). `points` are for tests that end `serve` at one."""
    options = make_parser().parse_args(arguments)
    try:
        return DONE if _do(options, points) else FOUND
    except setting_up.FileWrong as error:
        print(error, file=sys.stderr)
        return FOUND
    except accounts.NothingGiven as error:
        print(error, file=sys.stderr)
        return NOT_UNDERSTOOD
    except (Refused, FileNotFoundError) as error:
        print(error, file=sys.stderr)
        return REFUSED
    except FAILURES as error:
        print(
            f"The database failed ({type(error).__name__}). What was committed before is kept; "
            "`vuoro-server check` says more.",
            file=sys.stderr,
        )
        return REFUSED
    except KeyboardInterrupt:
        return DONE


def _do(options: argparse.Namespace, points: Points) -> bool:
    """Whether all was well."""
    match options.word:
        case "init":
            setting_up.init(options, say)
        case "serve":
            settings = settings_of(options)
            serve(
                settings,
                resources=find_resources(),
                announce=lambda address: _tell_listening(settings.host, address),
                points=points,
            )
        case "practice":
            practice.practise(options, say, resources=find_resources())
        case "robots":
            # Late: what serves a county has no use for the robots' HTTP client.
            from server_stub.console import robots

            robots.let_come(options, complain, resources=find_resources())
        case "model":
            deeds = {
                "load": setting_up.load_model,
                "activate": setting_up.activate_model,
                "list": setting_up.list_models,
                "show": setting_up.show_model,
            }
            deeds[options.model_word](options, say)
        case "preview":
            preview.preview(options, say)
        case "user":
            _do_with_accounts(options)
        case "golive":
            if options.golive_word == "sheet":
                return golive.sheet(options, say)
            golive.mark(options, say)
        case "retention":
            keeping.retain(options, say)
        case "records":
            keeping.mark(options, say)
        case "shifts":
            {"import": shifts.bring_in, "show": shifts.show, "allow": shifts.allow}[options.shifts_word](
                options, say
            )
        case "duty":
            duty.duty(options, say)
        case "feedback":
            feedback.feedback(options, say)
        case "figures":
            figures.figures(options, say)
        case "upgrade":
            setting_up.upgrade(options, say)
        case "check":
            return checking.check(options, say, resources=find_resources())
        case "audit":
            return checking.verify_audit(options, say)
    return True


def _do_with_accounts(options: argparse.Namespace) -> None:
    match options.user_word:
        case "add":
            accounts.add(options, say)
        case "change":
            accounts.change(options, say)
        case "disable":
            accounts.disable(options, say)
        case "list":
            accounts.list_accounts(options, say)


def _tell_listening(host: str, address: str) -> None:
    if host in EVERYWHERE:
        complain(
            "Plain HTTP is open on every address of this machine, and can be read on the way: "
            "put a proxy with TLS before it, or say --host 127.0.0.1."
        )
    say(f"listening on {address}")


def say(line: str) -> None:
    """One line on standard output, at once."""
    print(line, flush=True)


def complain(line: str) -> None:
    """One line on standard error, at once."""
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
