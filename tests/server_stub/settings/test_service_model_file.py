"""A service model file is taken whole or not at all, and everything wrong with it is told at once (trust.md
B21).
"""

from datetime import date, time
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server_stub.helpline.calling_time import USUAL, CallingHours
from server_stub.helpline.hours import Period
from server_stub.helpline.service_model import Notice, ServiceModel
from server_stub.settings.resources import find_resources
from server_stub.settings.service_model_file import FileError, parse, read

EXAMPLE: Final = (find_resources() / "service_models/esimerkki.yaml").read_text(encoding="utf-8")


def errors_of(text: str) -> list[FileError]:
    found = parse(text, version=1)
    assert isinstance(found, list)
    assert found
    return found


def model_of(text: str) -> ServiceModel:
    found = parse(text, version=1)
    assert isinstance(found, ServiceModel), found
    return found


def changed(old: str, new: str) -> str:
    assert old in EXAMPLE
    return EXAMPLE.replace(old, new, 1)


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


_LATER = "    - {from: 2027-01-04, days: mon-thu, time: '9-15', afternoon_from: '11:30'}\n"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("format: 1", "format: 2", "whole number from 1 to 1"),
        ("organisation:", "organization:", "is “organisation” meant?"),
        ("  sv: Exempels välfärdsområde\n", "", "“sv” is missing"),
        ("  sv: Exempels välfärdsområde\n", "  sv:\n", "“sv” is missing"),
        ("  sv: Exempels välfärdsområde\n", "  sv: [a]\n", "A text is expected"),
        ("crisis_duty: 09 555 0100", "crisis_duty: 09-5550100", "groups of digits"),
        ("crisis_duty: 09 555 0100", "crisis_duty: 09 5550120", "one spelling (R038)"),
        ("soita {emergency}. Sos", "soita {emergensy}. Sos", "is “emergency” meant?"),
        ("  version: 1", "  version: zero", "whole number"),
        ("connection: protected", "connection: secret", "protected, unprotected"),
        ('id: "#soshON_perheasiat_chat"', 'id: "#perheasiat_chat"', "R055"),
        ("id: SIIRTO_SENIORI_INFO_CHAT", "id: SIIRTO_SENIÖRI_CHAT", "R056"),
        ("id: SIIRTO_SENIORI_INFO_KIIREETON", "id: SIIRTO_SENIORI_INFO_CHAT", "already"),
        ("    register: health", "    register: terveys", "social, health"),
        ("    kind: topic", "    kind: topik", "topic, common, transfer"),
        ("target_min: 5", "target_min: 0", "whole number from 1 to 240"),
        ("  - id: neuvonta", "  - id: Neuvonta!", "small letters"),
        ("{id: velka,", "{id: VELKA,", "small letters"),
        ("{id: haato,", "{id: velka,", "There is a contact reason “velka” already."),
        ("{id: pta,", "{id: ohjattu,", "There is an outcome “ohjattu” already."),
        ("id: vp_apu", "id: vammaispalvelut", "There is a topic “vammaispalvelut” in this service already."),
        ("id: vp_apu", "id: perhe", "There is a topic “perhe” in this service already."),
        ("id: vp_apu", "id: vp_tyo", "There is a topic “vp_tyo” in this service already."),
        (", sv: Personlig assistans", "", "“sv” is missing"),
        ("[vammais, asuminen]", "[vammais, asumine]", "There is no contact reason “asumine” in this file."),
        ("[vammais]", "[vamais]", "There is no contact reason “vamais” in this file."),
        ("[vammais]", "[vammais, vammais]", "named here already"),
        (
            "    closing_notice_min: 15",
            "    outcomes: [ohjatu]",
            "There is no outcome “ohjatu” in this file.",
        ),
        ("    at_closing: serve", "    at_closing: close", "serve, offer_callback"),
        ("    closing_notice_min: 15", "    contact_reasons: [muu]", "This service does not use the contact"),
        *(
            ("    about:\n", f"    storage_notice: {wrong}\n    about:\n", told)
            for wrong, told in (
                ("{version: 1}", "“text” is missing"),
                ("{version: 0, text: {fi: a, sv: b, en: c}}", "whole number from 1"),
                ("{version: 1, text: {fi: a, en: c}}", "“sv” is missing"),
                ("{version: 1, text: {fi: 'soita {puhelin}', sv: b, en: c}}", "puhelin"),
                ("{versio: 1, text: {fi: a, sv: b, en: c}}", "is “version” meant?"),
                ("tallennetaan", "A table is expected"),
            )
        ),
        ("weekly: {mon-fri: 8-16}", "weekly: {mon-fri: 16-8}", "ends before it begins"),
        ("weekly: {mon-fri: 8-16}", "weekly: {mon-fri: '8-12, 11-16'}", "do not overlap"),
        ("weekly: {mon-fri: 8-16}", "weekly: {mon-fry: 8-16}", "not a day"),
        ("weekly: {mon-fri: 8-16}", "weekly: {fri-mon: 8-16}", "runs backwards"),
        ("weekly: {mon-fri: 8-16}", "weekly: {mon-fri: 8-16, fri: 8-12}", "another line already"),
        ("weekly: {mon-fri: 8-16}", "weekly: {mon-fri: eight}", "not a time from and to"),
        ("weekly: {mon-fri: 8-16}", "weekly: {mon-fri: 8:75-16}", "not a time from and to"),
        ("weekly: {mon-fri: 8-16}", "weekly: {mon-fri: 8-25}", "not a time from and to"),
        ("weekly: {mon-fri: 8-16}", "weekly: 8-16", "A table is expected"),
        *(
            (f"  {key}: {right}\n", f"  {key}: {wrong}\n", told)
            for key, right, wrong, told in (
                ("time", "8-16", "16-8", "ends before it begins"),
                ("time", "8-16", "8", "not a time from and to"),
                ("time", "8-16", "8-12, 13-16", "not a time from and to"),
                ("time", "8-16", "8-24", "ends before midnight"),
                ("days", "mon-fri", "mon-fry", "not a day"),
                ("days", "mon-fri", "mon-fri, fri", "A day stands here twice"),
                ("afternoon_from", "12", "8", "begins within the calling time"),
                ("afternoon_from", "12", "16", "begins within the calling time"),
                ("afternoon_from", "12", "17:30", "begins within the calling time"),
                ("afternoon_from", "12", "noon", "not a time of day"),
                ("afternoon_from", "12", '""', "“afternoon_from” is missing"),
                (
                    "afternoon_from",
                    "12",
                    "12\n  changes: [{from: 2027-01-04}]",
                    "“time” is missing",
                ),
                ("afternoon_from", "12", f"12\n  changes:\n{_LATER}{_LATER}", "oldest first"),
            )
        ),
        (
            "    name: {fi: Soittopyyntö,",
            "    calling_time: x\n    name: {fi: Soittopyyntö,",
            "not known here",
        ),
        ("close_after_days: 30", "close_after_days: 61", "whole number from 2 to 60"),
        ("close_after_days: 30", "close_after_days: 1", "whole number from 2 to 60"),
        ("blanks:\n", "blanks:\n  calling_time: {fi: a, sv: b, en: c}\n", "filled in by itself"),
        ("Palvelemme chatissa {hours}.", "Palvelemme chatissa.", "R023"),
        ('fi: "{service}: chat on', 'fi: "Chat on', "names the service"),
        ("    ask_us_about:\n", "    ask_us_abuot:\n", "is “ask_us_about” meant?"),
        ("closing_notice_min: 15", "closing_notice_min: 0", "whole number from 1 to 240"),
        ("      - until: 2027-12-31\n", "      - until: 31.12.2027\n", "not a date"),
        (
            "      - until: 2027-12-31\n",
            "      - from: 2028-01-01\n        until: 2027-12-31\n",
            "over before it begins",
        ),
        ("    news:\n      - until: 2027-12-31\n", "    temporary_notices:\n      -\n", "“until” is missing"),
        ("numeroon {advice_line} tai", "numeroon {neuvonta} tai", "nothing to fill in for {neuvonta}"),
        ("  - heading: {fi: Näin aloitat, sv: Så här börjar du, en: How to begin}\n", "  -\n", "“heading”"),
        ("{id: toimeentulotuki, service: neuvonta", "{id: toimeentulotuki, service: muu", "no service “muu”"),
        ("{id: toimeentulotuki,", "{id: neuvonta,", "a page “neuvonta” already"),
        ("opens_by_itself: no}", "opens_by_itself: ehka}", "no, yes"),
        ('      fi: "#soshON_ohjaus_ja_neuvonta_fi_chat"', '      fi: "#soshON_x_chat"', "There is no queue"),
        (
            '      fi: "#soshON_ohjaus_ja_neuvonta_fi_chat"',
            '      fi: "#soshON_ohjaus_ja_neuvonta_sv_chat"',
            "not fi",
        ),
        (
            '      fi: "#soshON_ohjaus_ja_neuvonta_fi_chat"',
            '      fi: "#soshON_perheasiat_chat"',
            "common queue is expected",
        ),
        ('queue: "#soshON_perheasiat_chat"', "queue: SIIRTO_SENIORI_INFO_CHAT", "topic queue is expected"),
        ("      - id: asuminen", "      - id: toimeentulo", "already"),
        ("number: advice_line\n", "number: advise_line\n", "no number “advise_line”"),
        ("callback_booking: {minutes: 60", "callback_booking: {minutes: 5", "15"),
        ("callback_booking: {minutes: 60, each: 2", "callback_booking: {minutes: 60", "each"),
        ("callbacks_by: [guidance_staff", "callbacks_by: [trainer", "“trainer” is not one of"),
    ],
)
def test_each_mistake_is_told_with_its_place(old: str, new: str, told: str):
    text = changed(old, new)
    found = errors_of(text)
    assert any(told in error.sentence for error in found), found
    for error in found:
        assert error.sentence.endswith((".", "?"))
        assert 1 <= error.line <= text.count("\n") + 1
        assert error.column >= 1


def test_all_mistakes_come_at_once_each_on_its_line():
    text = (
        changed("format: 1", "format: 9")
        .replace("09 555 0121", "nine")
        .replace("kind: topic", "kind: odd", 1)
    )
    text = text.replace("weekly: {mon-fri: 9-12}", "weekly: {mon-fri: 12-9}", 1)
    found = errors_of(text)
    lines = [error.line for error in found]
    assert lines == sorted(lines)
    assert set(lines) == {
        line_of(text, "format: 9"),
        line_of(text, "nine"),
        line_of(text, "kind: odd"),
        line_of(text, "weekly: {mon-fri: 12-9}"),
    }


def test_what_is_missing_hides_no_other_mistake():
    """A service, a notice and a queue with a part left out are still read to their ends."""
    text = EXAMPLE
    for old, new in (
        ("    counsellor_role: {fi: Sosiaaliohjaaja, sv: Socialhandledare, en: Social counsellor}\n", ""),
        ("weekly: {mon-fri: 8-16}", "weekly: {mon-fri: 16-8}"),
        ('queue: "#soshON_perheasiat_chat"', 'queue: "#soshON_x_chat"'),
        ("number: advice_line\n", "number: advise_line\n"),
        ("  connection: protected\n", ""),
        ("fi: Yhteys ei ole suojattu, joten keskustelu käydään ainoastaan yleisellä tasolla.", "fi: '{x}'"),
        ("    kind: common\n", ""),
        ("    target_min: 3\n", "    target_min: 999\n"),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    told = " ".join(error.sentence for error in errors_of(text))
    for words in (
        "“counsellor_role” is missing",
        "ends before it begins",
        "no queue “#soshON_x_chat”",
        "no number “advise_line”",
        "“connection” is missing",
        "fill in for {x}",
        "“kind” is missing",
        "from 1 to 240",
    ):
        assert words in told, words


def test_the_column_points_at_the_value():
    found = errors_of(changed("connection: protected", "connection: secret"))
    assert [error.column for error in found] == [len("  connection: ") + 1]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "empty"),
        ("# a comment alone", "empty"),
        ("---\n", "A table is expected"),
        ("a: [1, 2", "not YAML"),
        ("a: b: c", "not YAML"),
        ("just words", "A table is expected"),
        ("format: 1\nformat: 1", "second time"),
        ("format: 1\n---\nformat: 1", "one document"),
        ("organisation: !!python/object/apply:os.system ['true']", "Tags"),
        ("organisation: !mine {fi: a}", "Tags"),
        ("a: &a [x]\nb: *a", "Anchors"),
        ("a: *a", "Anchors"),
        ("? [a, b]\n: c", "A key is a single word"),
        ("a: \x00", "does not allow"),
        ("a: \udc80", "does not allow"),
        ("%YAML 1.3\n---\na: b", "not YAML"),
        ("[" * 5_000, "nested more than 20"),
        ("- " * 5_000, "nested more than 20"),
        ("{a: " * 5_000, "nested more than 20"),
        ("a: " + "x" * 1_100_000, "larger than"),
    ],
)
def test_what_could_do_harm_is_refused_before_it_is_read(text: str, told: str):
    found = errors_of(text)
    assert told in found[0].sentence


@pytest.mark.parametrize("written", ["åäö: \x07", "åäö: \udc80"])
def test_the_place_of_a_character_is_counted_in_characters(written: str):
    assert [(error.line, error.column) for error in errors_of("a: b\n" + written)] == [(2, 6)]


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor():
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
    )
    assert errors_of(bomb) == [
        FileError(1, 4, "Anchors (&) and aliases (*) are not used in this file; write the value out.")
    ]


def test_a_file_that_cannot_be_read_is_one_error(tmp_path: Path):
    missing = read(tmp_path / "none.yaml")
    assert isinstance(missing, list)
    assert "could not be read" in missing[0].sentence
    latin = tmp_path / "latin.yaml"
    latin.write_bytes("format: 1\norganisation: pöö".encode("latin-1"))
    assert read(latin) == [FileError(2, 16, "The file is not UTF-8 from here on.")]


def test_a_byte_order_mark_and_windows_line_ends_do_not_matter(tmp_path: Path):
    file = tmp_path / "model.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + EXAMPLE.replace("\n", "\r\n").encode())
    found = read(file)
    assert isinstance(found, ServiceModel), found
    assert found == model_of(EXAMPLE)


def test_names_written_with_loose_marks_are_composed():
    """R055: ö survives, in whichever form an editor saved it."""
    model = model_of(EXAMPLE.replace("työ", "tyo\u0308"))
    assert model.queue("#soshON_aikuissosiaalityö_chat") is not None


def test_english_goes_to_the_finnish_queue_unless_it_has_its_own():
    model = model_of(changed('      en: "#soshON_ohjaus_ja_neuvonta_fi_chat"\n', ""))
    assert model.services[0].common_queues["en"] == "#soshON_ohjaus_ja_neuvonta_fi_chat"


def test_hours_can_change_from_a_date_and_have_exceptions():
    """R011."""
    hours = """weekly: {mon-fri: "8-11, 12:30-16"}
      changes: [{from: 2027-01-11, weekly: {mon: 10-14, tue: closed}}]
      exceptions: [{date: 2026-12-31, open: 8-12}, {date: 2026-12-30, open: closed}]
      open_on_days_off: yes"""
    read_hours = model_of(changed("weekly: {mon-fri: 8-16}", hours)).services[0].hours
    assert read_hours.versions[0].week[0] == (Period(480, 660), Period(750, 960))
    assert read_hours.versions[1].week[:2] == ((Period(600, 840),), ())
    assert [len(periods) for periods in read_hours.exceptions.values()] == [1, 0]
    assert read_hours.is_open_on_days_off


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("changes: [{from: 2027-02-30, weekly: {mon: 8-9}}]", "not a date"),
        ("changes: [{weekly: {mon: 9-8}}]", "ends before it begins"),
        ("exceptions: [{open: 9-8}]", "ends before it begins"),
        ("changes: [{from: 2027-02-02, weekly: {}}, {from: 2027-02-01, weekly: {}}]", "oldest first"),
        ("exceptions: [{date: 2026-12-31, open: 8-9}, {date: 2026-12-31, open: 8-9}]", "already"),
        ("exceptions: []", "at least one item"),
        ("open_on_days_off: maybe", "no, yes"),
    ],
)
def test_mistakes_in_changes_and_exceptions_are_told(more: str, told: str):
    text = changed("weekly: {mon-fri: 8-16}", f"weekly: {{mon-fri: 8-16}}\n      {more}")
    assert any(told in error.sentence for error in errors_of(text))


def test_a_service_whose_line_is_not_protected_says_so():
    """R022."""
    assert not model_of(
        changed("connection: protected", "connection: unprotected")
    ).notice.is_connection_protected


PIECES: Final = st.sampled_from(
    [
        "format: 1",
        "services:",
        "  - id: a",
        "hours:",
        "weekly: {mon: 8-9}",
        "- ",
        ": ",
        "{",
        "}",
        "[",
        "]",
        "\n",
        "  ",
    ]
)


@given(st.text() | st.lists(PIECES, max_size=30).map("\n".join))
def test_no_text_at_all_is_an_accident(text: str):
    found = parse(text, version=1)
    assert isinstance(found, list)
    assert all(isinstance(error, FileError) for error in found)


@given(st.integers(0, len(EXAMPLE) - 1), st.integers(1, 200), st.text(max_size=5))
def test_a_damaged_file_is_a_model_or_a_list_of_errors(start: int, length: int, put_in: str):
    found = parse(EXAMPLE[:start] + put_in + EXAMPLE[start + length :], version=1)
    assert isinstance(found, ServiceModel) or found


def test_a_service_may_say_its_own_of_storing_and_its_version_shows_every_change():
    """R021: per service and versioned."""
    words = "text: {fi: Tallennetaan tutkimukseen., sv: Sparas för forskning., en: Stored for research.}"

    def notice(text: str) -> Notice:
        model = model_of(text)
        return model.notice_of(model.services[0])

    county = model_of(EXAMPLE).notice
    assert notice(EXAMPLE) == county
    own = changed("    about:\n", f"    storage_notice: {{version: 1, {words}}}\n    about:\n")
    assert notice(own).storage.sv == "Sparas för forskning."
    assert notice(own).standing == county.standing
    versions = {
        notice(text).notice_version
        for text in (
            EXAMPLE,
            own,
            own.replace("storage_notice: {version: 1", "storage_notice: {version: 2"),
            own.replace("  version: 1\n  connection", "  version: 3\n  connection"),
        )
    }
    assert len(versions) == 4


def test_mistakes_in_a_services_notice_are_told_with_line_and_column():
    """R021."""
    text = changed(
        "    about:\n", "    storage_notice:\n      version: eka\n      text: {fi: a}\n    about:\n"
    )
    line = line_of(text, "      version: eka")
    told = {(error.line, error.column) for error in errors_of(text)}
    assert (line, 16) in told
    assert (line + 1, 13) in told


def test_a_service_may_use_a_part_of_the_outcomes_in_its_own_order():
    """R130: the outcome list can differ by service; without one of its own, all of the file."""
    all_of_them = model_of(EXAMPLE).services[0]
    assert len(all_of_them.outcomes) == 17
    part = model_of(changed("    closing_notice_min: 15", "    outcomes: [pta, ohjattu]")).services[0]
    assert [code.code_id for code in part.outcomes] == ["pta", "ohjattu"]
    assert part.contact_reasons == all_of_them.contact_reasons


def test_what_becomes_of_those_who_wait_at_closing_is_the_services_own_word():
    """R025: without a word of its own a service serves them to the end."""
    assert model_of(changed("    at_closing: serve\n", "")).services[0].at_closing == "serve"
    offering = model_of(changed("    at_closing: serve", "    at_closing: offer_callback"))
    assert offering.services[0].at_closing == "offer_callback"


def test_a_file_without_reasons_and_outcomes_is_in_order():
    """Nothing is asked then, and nothing keeps a conversation from being closed."""
    bare = model_of(
        (find_resources() / "service_models/kaksi_yksikkoa.yaml").read_text(encoding="utf-8")
    ).services[0]
    assert (bare.contact_reasons, bare.outcomes) == ((), ())


def test_the_calling_time_is_read_by_version_and_what_says_nothing_is_as_usual():
    """R006: working days 8–16 unless the model says otherwise, from a day on."""
    changes = f"afternoon_from: 12\n  changes:\n{_LATER}"
    found = parse(changed("afternoon_from: 12\n", changes), version=1)
    assert isinstance(found, ServiceModel), found
    assert found.calling_times == (
        CallingHours(date.min, (0, 1, 2, 3, 4), time(8), time(12), time(16)),
        CallingHours(date(2027, 1, 4), (0, 1, 2, 3), time(9), time(11, 30), time(15)),
    )
    silent = parse(
        changed("calling_time:\n  days: mon-fri\n  time: 8-16\n  afternoon_from: 12\n", ""), version=1
    )
    assert isinstance(silent, ServiceModel), silent
    assert silent.calling_times == USUAL
