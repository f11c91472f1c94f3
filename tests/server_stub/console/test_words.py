"""What whoever runs the backend says, and what it answers: sentences and exit codes."""

import asyncio
import io
import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select, text

from server_stub.__main__ import DONE, FOUND, REFUSED, main
from server_stub.bootstrap.opening import open_database
from server_stub.records import audit, tables
from server_stub.records.database import Database
from server_stub.settings.settings import Settings, read_settings
from server_stub.wire.answers import Accepted
from tests.support.backend import MODEL, ROOT
from tests.support.counter_room import closes, room
from tests.support.mail_sink import a_mail_sink

CHEAP = ["--set", "passwords.rounds=1", "--set", "passwords.memory_kib=64", "--set", "passwords.lanes=1"]
QUEUE = "#soshON_perheasiat_chat"


class Console:
    """Says words to the backend of one folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str], typed: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._capsys = capsys
        self._typed = typed

    def say(self, *words: str, typed: str = "") -> tuple[int, str, str]:
        """The exit code, what was said on standard output, and on standard error."""
        self._typed.setattr("sys.stdin", io.StringIO(typed))
        code = main([*words, "--data", str(self.folder)])
        said = self._capsys.readouterr()
        return code, said.out, said.err

    def add(self, name: str, *more: str, typed: str = "kolme hiljaista saunaa\n") -> tuple[int, str, str]:
        words = ("user", "add", name, "--display-name", "Aino", "--password-stdin", *more, *CHEAP)
        return self.say(*words, typed=typed)

    def database(self) -> Database:
        made = read_settings(file=self.folder / "vuoro.yaml", environment={}, flags={})
        assert isinstance(made, Settings)
        return open_database(made)


@pytest.fixture
def console(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Console:
    return Console(tmp_path / "data", capsys, monkeypatch)


@pytest.fixture
def ready(console: Console) -> Console:
    """A console of a backend that has been made, with the example model."""
    code, _, err = console.say("init", "--model", str(MODEL))
    assert (code, err) == (DONE, "")
    return console


def test_init_makes_a_database_a_key_and_settings_for_the_owner_alone(ready: Console) -> None:
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in ready.folder.iterdir()}
    assert modes["vuoro.key"] == modes["vuoro.yaml"] == 0o600
    assert stat.S_IMODE(ready.folder.stat().st_mode) == 0o700
    assert not (ready.folder / "vuoro.db").read_bytes().startswith(b"SQLite format 3")


def test_init_never_writes_over_a_database(ready: Console) -> None:
    before = (ready.folder / "vuoro.db").read_bytes()
    code, _, err = ready.say("init")
    assert code == REFUSED
    assert "already" in err
    assert (ready.folder / "vuoro.db").read_bytes() == before


def test_a_model_with_mistakes_leaves_nothing_behind_and_names_each(console: Console, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text(MODEL.read_text(encoding="utf-8").replace("format: 1", "format: 9"), encoding="utf-8")
    code, _, err = console.say("init", "--model", str(wrong))
    assert code == FOUND
    assert err.startswith(f"{wrong}:")
    assert all(line.split(":")[1].isdigit() and line.split(":")[2].isdigit() for line in err.splitlines())
    assert not console.folder.exists()


def test_a_missing_model_is_told(console: Console) -> None:
    code, _, err = console.say("init", "--model", "/nowhere/model.yaml")
    assert code == REFUSED
    assert err.endswith("could not be read: No such file or directory. Nothing was made.\n")
    assert not console.folder.exists()


def test_a_second_model_is_kept_and_put_in_force_by_its_number(ready: Console) -> None:
    assert ready.say("model", "load", str(MODEL))[1].startswith("service model 2 is kept")
    assert ready.say("model", "activate", "2") == (DONE, "service model 2 is in force\n", "")
    code, _, err = ready.say("model", "activate", "9")
    assert (code, err) == (REFUSED, "There is no service model 9; the one in force stays.\n")
    assert "version 2 is in force" in ready.say("check")[1]


def test_old_models_stay_readable_and_the_list_says_which_is_in_force(ready: Console, tmp_path: Path) -> None:
    """R011."""
    changed = tmp_path / "changed.yaml"
    source = MODEL.read_text(encoding="utf-8")
    changed.write_text(source.replace("{mon-fri: 8-16}", "{mon-fri: 10-14}", 1), encoding="utf-8")
    ready.say("model", "load", str(changed))
    ready.say("model", "activate", "2")
    listed = ready.say("model", "list")[1].splitlines()
    assert [line.endswith("in force") for line in listed] == [False, True]
    assert listed[0].startswith("service model 1: loaded ")
    code, shown, _ = ready.say("model", "show", "1")
    assert (code, shown.rstrip()) == (DONE, source.rstrip())
    code, _, err = ready.say("model", "show", "9")
    assert (code, err) == (
        REFUSED,
        "There is no service model 9; `vuoro-server model list` names them.\n",
    )


@pytest.mark.parametrize(
    ("at", "language", "state", "words"),
    [
        ("2026-12-24T10:00", "fi", "CLOSED, opens Mon 2026-12-28 08.00", "chat on suljettu tällä hetkellä"),
        ("2026-06-19T12:00", "sv", "CLOSED, opens Mon 2026-06-22 08.00", "chatten är stängd just nu"),
        ("2026-11-23T07:59:59", "en", "CLOSED, opens Mon 2026-11-23 08.00", "the chat is closed now"),
        ("2026-11-23T08:00", "fi", "OPEN, closes Mon 2026-11-23 16.00\n", "Älä kirjoita henkilötietoja"),
        ("2026-11-23T15:45", "fi", "and says that it closes soon", "Toimeentulo ja raha-asiat"),
        ("2026-11-23T15:45", "sv", "and says that it closes soon", "finer topic: Personlig assistans"),
    ],
)
def test_any_minute_can_be_previewed_in_words(
    ready: Console, at: str, language: str, state: str, words: str
) -> None:
    """R011, R023: also of a file that is not loaded, and of a version that is not in force."""
    whole = ("preview", "--at", at, "--language", language)
    code, told, err = ready.say(*whole)
    assert (code, err) == (DONE, "")
    assert state in told
    assert words in told
    of_file = ready.say(*whole, "--model", str(MODEL))[1]
    assert of_file.splitlines()[1:] == told.splitlines()[1:]
    assert ready.say(*whole, "--version", "1")[1] == told


def test_a_file_can_be_previewed_without_a_backend(console: Console) -> None:
    code, told, _ = console.say("preview", "--at", "2026-12-24T10:00", "--model", str(MODEL))
    assert code == DONE
    assert "CLOSED" in told
    assert not console.folder.exists()


@pytest.mark.parametrize(
    ("at", "sentence"),
    [
        ("huomenna", "“huomenna” is not a time; write it as 2026-12-24T10:00."),
        ("2026-03-29T03:30", "There is no 2026-03-29T03:30 in Finland"),
    ],
)
def test_a_time_that_is_none_is_refused(console: Console, at: str, sentence: str) -> None:
    code, _, err = console.say("preview", "--at", at, "--model", str(MODEL))
    assert code == REFUSED
    assert err.startswith(sentence)


def test_an_account_is_made_changed_listed_and_shut(ready: Console) -> None:
    assert ready.add("aino", "--queue", QUEUE, "--capacity", "2")[0] == DONE
    assert ready.say("user", "list")[1] == f"aino  “Aino”  at most 2  advice_counsellor  {QUEUE}\n"
    assert ready.say("user", "change", "aino", "--role", "trainer", "--capacity", "0")[0] == DONE
    assert ready.say("user", "list")[1] == f"aino  “Aino”  at most 0  trainer  {QUEUE}\n"
    assert ready.say("user", "disable", "aino")[0] == DONE
    assert "disabled" in ready.say("user", "list")[1]
    assert ready.say("audit", "verify")[1] == "3 rows and 0 facts are as they were written\n"


@pytest.mark.parametrize(
    ("name", "more", "typed", "sentence"),
    [
        ("aino", (), "short\n", "A password has 12"),
        ("aino", (), "", "A password has 12"),
        ("aino", ("--queue", "#olematon"), "kolme hiljaista saunaa\n", "There is no queue #olematon"),
        ("aino", ("--capacity", "-1"), "kolme hiljaista saunaa\n", "The capacity is 0"),
        ("ai\x1bno", (), "kolme hiljaista saunaa\n", "The name must be"),
        (" ", (), "kolme hiljaista saunaa\n", "The name must be"),
    ],
)
def test_a_wrong_account_is_refused_with_a_sentence(
    name: str, more: tuple[str, ...], typed: str, sentence: str, ready: Console
) -> None:
    code, _, err = ready.add(name, *more, typed=typed)
    assert code == REFUSED
    assert err.startswith(sentence)
    assert ready.say("user", "list")[1] == ""


def test_a_change_that_changes_nothing_says_so_and_leaves_no_row(ready: Console) -> None:
    ready.add("aino", "--queue", QUEUE, "--capacity", "2")
    code, out, err = ready.say("user", "change", "aino")
    assert (code, out) == (REFUSED, "")
    assert err == (
        "Nothing to change was said; aino is as before. Say --role, --queue, --all-queues or --capacity.\n"
    )
    code, out, _ = ready.say("user", "change", "aino", "--queue", QUEUE, "--capacity", "2")
    assert (code, out) == (DONE, "aino has these rights already; nothing was changed\n")
    assert ready.say("audit", "verify")[1].startswith("1 rows")


def test_the_audit_log_names_who_sat_at_the_console(ready: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    """R141: the console's acts upon accounts name who did them, as this computer knows her."""
    monkeypatch.setattr("getpass.getuser", lambda: "anna ylläpito")
    ready.add("aino")
    ready.say("user", "change", "aino", "--role", "trainer")
    ready.say("user", "disable", "aino")
    database = ready.database()
    with database.reading() as connection:
        entries = connection.execute(select(tables.audit.c.entry).order_by(tables.audit.c.seq)).scalars()
        told = [bytes(entry).decode() for entry in entries if b"account_" in bytes(entry)]
        assert audit.verify(connection).broken == ()
    database.close()
    assert len(told) == 3
    assert all("console:anna_yll_pito" in line for line in told)
    assert "account_changed" in told[1]
    assert "roles=trainer" in told[1]


def test_a_disabled_account_is_called_disabled(ready: Console) -> None:
    ready.add("aino")
    ready.say("user", "disable", "aino")
    again = ready.say("user", "disable", "aino")
    assert again == (DONE, "aino was disabled already; nothing was changed\n", "")
    code, out, _ = ready.say("user", "change", "aino", "--capacity", "1")
    assert code == DONE
    assert out == "the other rights of aino are kept, but the account is disabled and cannot sign in\n"
    assert ready.say("audit", "verify")[1].startswith("3 rows")


def test_without_a_terminal_no_password_is_asked_for(ready: Console) -> None:
    words = ("user", "add", "aino", "--display-name", "Aino", "--data", str(ready.folder))
    # In a session of its own it has no terminal, also where the tests have one.
    done = subprocess.run(
        [sys.executable, "-m", "server_stub", *words],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,
    )
    assert done.stderr == "No password was given. No account was made; use --password-stdin.\n"
    assert (done.returncode, done.stdout) == (2, "")
    assert ready.say("user", "list")[1] == ""


def test_a_name_is_taken_once_and_an_unknown_one_changes_nothing(ready: Console) -> None:
    ready.add("aino")
    code, _, err = ready.add("aino")
    assert (code, err) == (REFUSED, "There is an account aino already; it was left as it is.\n")
    for words in (("disable", "vilja"), ("change", "vilja", "--capacity", "1")):
        code, _, err = ready.say("user", *words)
        assert (code, err) == (REFUSED, "There is no account vilja; nothing was changed.\n")


def test_a_folder_without_settings_says_what_to_do(console: Console) -> None:
    for words in (("serve",), ("user", "list"), ("audit", "verify"), ("upgrade",)):
        code, _, err = console.say(*words)
        assert code == REFUSED
        assert "`vuoro-server init --data DIR` makes them" in err


def test_another_key_opens_nothing(ready: Console) -> None:
    key = ready.folder / "vuoro.key"
    key.write_text("0" * 64 + "\n", encoding="ascii")
    code, _, err = ready.say("user", "list")
    assert code == REFUSED
    assert "cannot be opened with this key" in err


def test_a_key_others_can_read_opens_nothing(ready: Console) -> None:
    os.chmod(ready.folder / "vuoro.key", 0o644)
    code, _, err = ready.say("serve")
    assert code == REFUSED
    assert "chmod 600" in err


def test_check_names_every_mistake_in_the_settings(ready: Console) -> None:
    with (ready.folder / "vuoro.yaml").open("a", encoding="utf-8") as file:
        file.write("prot: 1\nhost: 0.0.0.0\nis_practice: maybe\n")
    code, out, _ = ready.say("check")
    assert code == FOUND
    assert "is “port” meant?" in out
    assert "is_practice: yes or no is expected" in out


def test_check_finds_all_well_and_damage_too(ready: Console) -> None:
    code, out, _ = ready.say("check")
    assert (code, out.splitlines()[-1]) == (DONE, "all is well")
    path = ready.folder / "vuoro.db"
    raw = bytearray(path.read_bytes())
    raw[-2_000:-1_900] = bytes(100)
    path.write_bytes(raw)
    code, out, err = ready.say("check")
    assert (code, err) == (FOUND, "")
    assert "HMAC verification failed for page" in out
    assert out.splitlines()[-1].endswith("to mend")


def test_a_damaged_database_is_told_in_a_sentence(ready: Console) -> None:
    path = ready.folder / "vuoro.db"
    raw = path.read_bytes()
    path.write_bytes(raw[:4_096] + bytes(len(raw) - 4_096))
    for words in (("user", "list"), ("audit", "verify")):
        code, _, err = ready.say(*words)
        assert code == REFUSED
        assert "database" in err


def test_check_says_whether_the_mail_host_lets_us_in_and_sends_nothing(ready: Console) -> None:
    assert "customers are not offered their conversation by e-mail" in ready.say("check")[1]
    with a_mail_sink() as sink:
        with (ready.folder / "vuoro.yaml").open("a", encoding="utf-8") as file:
            host = f"host: 127.0.0.1, port: {sink.port}, security: none, sender: chat@esimerkki.fi"
            file.write(f"mail: {{{host}}}\n")
        code, out, _ = ready.say("check")
        assert (code, f"mail: 127.0.0.1:{sink.port} lets us in as chat@esimerkki.fi" in out) == (DONE, True)
        sink.troubles.append(("hello", "554"))
        code, out, _ = ready.say("check")
        assert (code, "did not let us in" in out) == (FOUND, True)
        assert sink.taken() == []


def test_check_asks_for_a_name_when_others_can_reach_the_backend(ready: Console) -> None:
    with (ready.folder / "vuoro.yaml").open("a", encoding="utf-8") as file:
        file.write("host: 0.0.0.0\n")
    code, out, _ = ready.say("check")
    assert code == FOUND
    assert "public_origin" in out


def test_audit_verify_names_the_position_of_a_row_that_was_put_in(ready: Console) -> None:
    assert ready.say("audit", "verify")[0] == DONE
    database = ready.database()
    with database.writing() as connection:
        put_in = text("INSERT INTO audit (seq, entry, hash) VALUES (1, :entry, :hash)")
        connection.execute(put_in, {"entry": b"x", "hash": b"y"})
    database.close()
    code, out, _ = ready.say("audit", "verify")
    assert code == FOUND
    assert out.startswith("position 1: ")
    assert "the first broken row is at position 1" in out


def test_upgrading_what_is_newest_changes_nothing(ready: Console) -> None:
    assert ready.say("upgrade") == (DONE, "the database has the newest form already\n", "")


def test_a_lock_that_cannot_be_had_is_told(ready: Console) -> None:
    (ready.folder / "vuoro.db.lock").mkdir()
    code, _, err = ready.say("serve", "--port", "0")
    assert code == REFUSED
    assert "could not be locked" in err
    assert "Nothing was started" in err


def test_a_port_somebody_has_is_told(ready: Console) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code, _, err = ready.say("serve", "--port", str(taken.getsockname()[1]))
    assert code == REFUSED
    assert "Another backend may be running there" in err
    assert "--port" not in err


def test_an_address_that_is_not_of_this_machine_is_told_for_what_it_is(ready: Console) -> None:
    # RFC 5737: an address for documentation, which no machine has.
    code, _, err = ready.say("serve", "--host", "192.0.2.1", "--port", "8788")
    assert code == REFUSED
    assert err == (
        "Nobody can listen on 192.0.2.1:8788: Cannot assign requested address. "
        "This machine has no such address: look at `host`. Nothing was started.\n"
    )


LINES = ["", "x", "[]", "{}", '{"user_name": "a"}', '{"user_name": "\\u0000", "secret": "b"}']


@pytest.mark.parametrize("line", LINES)
def test_practice_asks_for_its_line(
    line: str, console: Console, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(line + "\n"))
    assert main(["practice", "--directory", str(console.folder)]) == REFUSED
    assert capsys.readouterr().err
    assert not console.folder.exists()


def test_help_says_what_can_be_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    for word in ("init", "serve", "practice", "model", "user", "check", "upgrade", "audit", "exit codes"):
        assert word in said


def test_what_is_kept_is_told_marked_and_erased_by_words(ready: Console) -> None:
    """P10: a dry run says what would go; an unknown conversation marks nothing."""
    code, said, _ = ready.say("retention", "--dry-run")
    assert code == DONE
    assert "anonymous: 0 with their words" in said
    assert "dry run: nothing was erased" in said
    code, said, _ = ready.say("retention")
    assert (code, said.splitlines()[-1]) == (DONE, "0 erased")
    for word in ("exported", "hold", "release"):
        code, _, err = ready.say("records", word, "0" * 32)
        assert code == REFUSED
        assert "Nothing was marked." in err
    assert "identified: 0 with their words" in ready.say("check")[1]


def test_only_what_is_closed_is_exported_and_nothing_that_is_erased_is_marked(ready: Console) -> None:
    """P10: a mark on one that goes on would let the rest be erased unexported; all or none is marked."""
    going_on, over = asyncio.run(two_conversations(ready))
    code, _, err = ready.say("records", "exported", over, going_on)
    assert code == REFUSED
    assert f"Conversation {going_on} still goes on" in err
    assert "Nothing was marked." in err
    assert marks(ready) == []
    assert ready.say("records", "hold", going_on)[:2] == (DONE, "1 marked: hold\n")
    assert ready.say("records", "exported", over, over)[:2] == (DONE, "1 marked: exported\n")
    with ready.database().writing() as connection:
        connection.execute(text("UPDATE keepings SET erased_at = exported_at WHERE exported_at IS NOT NULL"))
    before = marks(ready)
    for word in ("exported", "hold", "release"):
        code, _, err = ready.say("records", word, over)
        assert code == REFUSED
        assert f"The words of conversation {over} are erased already. Nothing was marked." in err
    assert marks(ready) == before


async def two_conversations(ready: Console) -> tuple[str, str]:
    """One that is held and one that is closed."""
    async with room(ready.database()) as r:
        maija = r.counsellor("Maija")
        going_on = await r.claimed(await r.customer(), maija)
        over = await r.claimed(await r.customer(), maija)
        assert isinstance(await r.send(maija, closes(over)), Accepted)
    return going_on, over


def marks(ready: Console) -> list[tuple[int | None, ...]]:
    with ready.database().reading() as connection:
        rows = connection.execute(text("SELECT held_at, exported_at, erased_at FROM keepings ORDER BY 1"))
        return [tuple(row) for row in rows]


def test_a_time_too_short_to_be_meant_is_refused(ready: Console) -> None:
    """P10: a slip of the pen erases for good."""
    code, said, _ = ready.say("check", "--set", "retention.anonymous_days=3")
    assert code == FOUND
    assert "retention.anonymous_days" in said


def test_duty_time_is_printed_by_day_and_wrong_days_are_refused(ready: Console) -> None:
    """R084."""
    assert ready.say("duty", "--since", "2026-11-01", "--until", "2026-11-30")[:2] == (
        *(DONE, "nobody began a shift on these days\n"),
    )
    code, _, err = ready.say("duty", "--since", "2026-11-31", "--until", "2026-11-30")
    assert (code, err) == (REFUSED, "“2026-11-31” is not a day; write it as 2026-11-30.\n")
    assert ready.say("duty", "--since", "2026-11-30", "--until", "2026-11-01")[0] == REFUSED


def test_figures_are_printed_as_csv_with_a_heading_and_wrong_days_are_refused(ready: Console) -> None:
    """R081, R127: also of days on which nothing was."""
    days = ("--since", "2026-11-01", "--until", "2026-11-30")
    assert ready.say("figures", "first-desk", *days)[:2] == (
        DONE,
        "service,channel,answered,at_first_desk,moved_on,seconds_to_right_place_median,most_hand_overs\n",
    )
    code, said, _ = ready.say("figures", "contacts", *days)
    assert (code, said.split(",")[0], said.count("\n")) == (DONE, "service", 1)
    passed_on = ready.say("figures", "passed-on", *days, "--comparable")[:2]
    assert passed_on == (DONE, "service,passed_on_to,applications\n")
    assert ready.say("figures", "contacts", "--since", "2026-11-31", "--until", "2026-12-01")[0] == REFUSED


def test_the_sheet_of_the_go_live_names_what_is_missing_and_who_has_done_which_stage(ready: Console) -> None:
    """R142, R144: what is late makes it fail; a stage is marked by name, and can be opened again."""
    code, said, _ = ready.say("golive", "sheet", "2020-03-02")
    assert code == FOUND
    assert "to be complete by 2020-01-02" in said
    assert "  accounts: nobody is supervisor" in said
    assert f"  accounts: nobody serves {QUEUE}" in said
    assert "[ ] pilot: 2020-02-10 to 2020-03-02, late" in said
    assert ready.say("golive", "done", "pilot", "--by", "Aino  Aalto")[0] == DONE
    assert "by Aino Aalto" in ready.say("golive", "sheet", "2020-03-02")[1]
    assert ready.say("golive", "reopen", "pilot", "--by", "Aino")[0] == DONE
    assert "Aino" not in ready.say("golive", "sheet", "2020-03-02")[1]
    assert ready.say("golive", "sheet", "2999-03-01")[0] == DONE
    code, _, err = ready.say("golive", "done", "pilot", "--by", " ")
    assert code != DONE
    assert "Nothing was marked." in err


@pytest.mark.parametrize("is_practice", [True, False])
def test_a_database_serves_only_the_use_it_was_made_for(console: Console, is_practice: bool) -> None:
    """R143: what is tried out never stands among real customers, nor real ones among what is tried out."""
    words = ("--practice",) if is_practice else ()
    assert console.say("init", "--model", str(MODEL), *words)[0] == DONE
    written = (console.folder / "vuoro.yaml").read_text(encoding="utf-8")
    assert ("is_practice: yes" in written) is is_practice
    other = "no" if is_practice else "yes"
    code, out, err = console.say("serve", "--port", "0", "--set", f"is_practice={other}")
    assert (code, out) == (REFUSED, "")
    assert f"made for {'practice' if is_practice else 'real use'}" in err
    assert "Nothing was started." in err
