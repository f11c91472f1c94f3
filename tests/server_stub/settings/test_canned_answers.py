"""Canned answers of the service model: numbers filled in, blanks in words, mistakes with a place (R089)."""

import re
from typing import Final

import pytest

from server_stub.helpline.service_model import CannedAnswer, ServiceModel
from server_stub.settings.resources import find_resources
from server_stub.settings.service_model_file import FileError, parse

EXAMPLE: Final = (find_resources() / "service_models/esimerkki.yaml").read_text(encoding="utf-8")
NOT_VERIFIED: Final = ("0800 147 111", "09 471 977")
BLANKS: Final = 12


def answers_of(text: str) -> dict[str, CannedAnswer]:
    found = parse(text, version=1)
    assert isinstance(found, ServiceModel), found
    return {answer.shortcut: answer for answer in found.canned_answers}


def told(old: str, new: str) -> list[FileError]:
    assert EXAMPLE.count(old) >= 1
    found = parse(EXAMPLE.replace(old, new, 1), version=1)
    assert isinstance(found, list)
    return found


def test_there_are_thirty_seven_and_the_one_for_a_life_in_danger_is_first():
    answers = answers_of(EXAMPLE)
    assert len(answers) == 37
    assert next(iter(answers)) == "/112"
    assert {"/ehk", "/tunn", "/suos", "/moi"} <= set(answers)
    for answer in answers.values():
        assert set(answer.text) == {"fi", "sv", "en"}
        assert len(set(answer.text.values())) == 3
        assert len(set(answer.name.by_language().values())) == 3


def test_numbers_are_filled_in_and_no_name_of_one_is_left():
    answers = answers_of(EXAMPLE)
    assert "soita heti 112" in answers["/112"].text["fi"]
    assert "116 117" in answers["/terv"].text["sv"]
    assert "09 2525 0113" in answers["/kriisi"].text["en"]


def test_one_says_that_no_appointments_are_booked_and_has_the_shortcut_that_the_contract_names():
    """R018: the desk sends it by one key, in the customer's language."""
    assert answers_of(EXAMPLE)["/ajanvaraus"].text == {
        "fi": "Chatin kautta emme varaa aikoja.",
        "sv": "Vi bokar inte tider via chatten.",
        "en": "We do not book appointments through the chat.",
    }


def test_what_nobody_has_verified_is_left_to_be_filled_in():
    """The county's own crisis line, advice line and debt counselling: a blank, and never a number."""
    answers = answers_of(EXAMPLE)
    assert "{sosiaali- ja kriisipäivystyksen numero}" in answers["/kriisi"].text["fi"]
    assert "{rådgivningens telefonnummer}" in answers["/paat"].text["sv"]
    assert "{contact details of debt counselling}" in answers["/velka"].text["en"]
    everything = " ".join(text for answer in answers.values() for text in answer.text.values())
    assert not any(number in everything for number in (*NOT_VERIFIED, "09 555"))


def test_every_language_leaves_the_same_blanks_in_its_own_words():
    found: dict[str, set[str]] = {"fi": set(), "sv": set(), "en": set()}
    for answer in answers_of(EXAMPLE).values():
        counts = {language: len(re.findall(r"\{[^{}]+\}", text)) for language, text in answer.text.items()}
        assert len(set(counts.values())) == 1, answer.shortcut
        for language, text in answer.text.items():
            found[language] |= set(re.findall(r"\{[^{}]+\}", text)) - {"{calling_time}"}
    assert [len(words) for words in found.values()] == [BLANKS, BLANKS, BLANKS]
    assert not any("_" in words for each in found.values() for words in each)


def test_directing_to_the_phone_time_or_a_meeting_says_what_came_of_it():
    """R090; R093: a call is offered in one step, and that it was."""
    answers = answers_of(EXAMPLE)
    assert (answers["/puhelin"].outcome, answers["/puhelin"].mark) == ("puhelin", None)
    assert (answers["/tapaa"].outcome, answers["/tapaa"].mark) == ("kaynti", "meeting_needed")
    assert (answers["/soitto"].outcome, answers["/soitto"].mark) == (None, "call_offered")
    assert answers["/ehk"].outcome is None


def test_english_may_be_left_out():
    text = EXAMPLE.replace("      en: >-\n        Hello and welcome", "      en: >-\n        ", 1)
    start = text.index("      en: >-\n        ", text.index("shortcut: /hei"))
    text = text[:start] + text[text.index("  - shortcut: /eiht") :]
    assert set(answers_of(text)["/hei"].text) == {"fi", "sv"}


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("shortcut: /ehk", "shortcut: /tayd", "There is a canned answer “/tayd” already."),
        ("shortcut: /ehk", "shortcut: ehk", "A shortcut is a slash"),
        ("shortcut: /ehk", "shortcut: /Ehkäisevä", "A shortcut is a slash"),
        ("{hakemus_linkki} tai", "{hakemus_linkk} tai", "is “hakemus_linkki” meant?"),
        ("soita heti {emergency}", "soita heti {emergensy}", "is “emergency” meant?"),
        ("  kohde: {fi", "  emergency: {fi", "a number is filled in and is no blank"),
        ("  aukiolo: {fi: aukioloaika,", f"  aukiolo: {{fi: {'a' * 61},", "at most 60 characters"),
        ("    only_anonymous: yes", "    only_anonymous: maybe", "no, yes, false, true"),
        ("    outcome: puhelin", "    outcome: puhelyn", "There is no outcome “puhelyn” in this file."),
        ("    mark: call_offered", "    mark: call", "call_offered"),
        ("    only_anonymous: yes", "    anonymous: yes", "is “only_anonymous” meant?"),
    ],
)
def test_a_mistake_is_a_sentence_at_its_place(old: str, new: str, sentence: str):
    found = told(old, new)
    assert [error for error in found if sentence in error.sentence], found
    line = EXAMPLE[: EXAMPLE.index(old)].count("\n") + 1
    # A blank taken away is missed by the texts that name it, below.
    assert min(abs(error.line - line) for error in found if sentence in error.sentence) <= 2
    assert all(error.column > 0 for error in found)


def test_a_model_may_have_none():
    start = EXAMPLE.index("# Canned answers (R089).")
    assert answers_of(EXAMPLE[:start]) == {}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "shortcut: /neuvosv",
            "shortcut: /neuvo",
            "There is another way with the shortcut “/neuvo” already.",
        ),
        ("shortcut: /neuvosv", "shortcut: /hei", "There is a canned answer “/hei” already."),
        ("shortcut: /neuvosv", "shortcut: neuvo", "A shortcut is a slash"),
    ],
)
def test_a_shortcut_leads_to_one_text(old: str, new: str, told: str):
    """R009: whether the other text is another way or a canned answer."""
    found = parse(EXAMPLE.replace(old, new, 1), version=1)
    assert isinstance(found, list)
    assert [error.sentence for error in found] == [told] or told in found[0].sentence
