"""Scenarios: the shipped ones fit the shipped service model, and a file with mistakes names every one."""

import json
from pathlib import Path

import pytest

from server_stub.helpline.personal_data import Masker
from server_stub.helpline.service_model import ServiceModel
from server_stub.robots.scenario import (
    AnyScenario,
    CallbackForm,
    CallScenario,
    Ending,
    Keyword,
    Scenario,
    Turn,
)
from server_stub.settings import service_model_file
from server_stub.settings.scenario_file import parse, read_folder

RESOURCES = Path(__file__).parents[3] / "resources"
WHOLE = """\
format: 1
id: koe
title: {fi: Koe, sv: Prov, en: Trial}
language: sv
service: neuvonta
topic: muu
first_words: Hej
turns:
  - Ett
  - {after_silence_s: 60, text: Är du kvar?}
keywords:
  - words: [FPA, bilag]
    text: Vad är det?
ending: {by: customer, text: Tack}
patience_min: 5
"""
CALL = """\
format: 1
id: koe
title: {fi: Koe, sv: Prov, en: Trial}
language: fi
service: neuvonta
topic: muu
callback: {wish: any, may_leave_voicemail: no, text: Asia}
"""


def shipped() -> tuple[AnyScenario, ...]:
    scenarios = read_folder(RESOURCES / "scenarios")
    assert isinstance(scenarios, tuple), scenarios
    return scenarios


def said(scenario: AnyScenario) -> list[str]:
    if isinstance(scenario, CallScenario):
        return [scenario.callback.text]
    keywords = [keyword.text for keyword in scenario.keywords]
    turns = [turn.text for turn in scenario.turns]
    return [scenario.first_words, *turns, *keywords, scenario.ending.text]


def test_a_file_is_read_whole() -> None:
    assert parse(WHOLE) == Scenario(
        scenario_id="koe",
        language="sv",
        service_id="neuvonta",
        topic_id="muu",
        first_words="Hej",
        turns=(Turn("Ett"), Turn("Är du kvar?", 60)),
        ending=Ending("customer", "Tack"),
        keywords=(Keyword(("FPA", "bilag"), "Vad är det?"),),
        patience_s=300,
    )


def test_what_she_does_before_a_line_is_read_too() -> None:
    form = "callback: {wish: forenoon, may_leave_voicemail: yes}"
    text = WHOLE.replace("- Ett", f"- {{gone_for_s: 240, text: Ett, {form}}}")
    scenario = parse(text.replace("    text: Vad är det?", f"    text: Vad är det?\n    {form}"))
    assert isinstance(scenario, Scenario), scenario
    called = CallbackForm("forenoon", may_leave_voicemail=True)
    assert scenario.turns[0] == Turn("Ett", gone_for_s=240, callback=called)
    assert scenario.keywords == (Keyword(("FPA", "bilag"), "Vad är det?", called),)


def test_one_who_only_asks_to_be_called_has_nothing_of_a_chat() -> None:
    assert parse(CALL) == CallScenario(
        "koe", "fi", "neuvonta", "muu", CallbackForm("any", may_leave_voicemail=False, text="Asia")
    )
    errors = parse(CALL.replace("wish: any", "wish: evening") + "first_words: Hei\npatience_min: 3\n")
    assert isinstance(errors, list)
    assert [(error.line, error.column) for error in errors] == [(7, 18), (8, 1), (9, 1)]


def test_no_scenario_names_a_number_to_call() -> None:
    errors = parse(CALL.replace("wish: any", 'wish: any, phone: "040 000 0000"'))
    assert isinstance(errors, list)
    assert "“phone” is not known here" in errors[0].sentence


def test_every_mistake_is_told_at_once_with_its_place() -> None:
    wrong = WHOLE.replace("language: sv", "language: se").replace("silence_s: 60", "silence_s: 1")
    wrong = wrong.replace("by: customer", "by: counsellor").replace("topic: muu", "topik: muu")
    errors = parse(wrong)
    assert isinstance(errors, list)
    assert [(error.line, error.column) for error in errors] == [(1, 1), (4, 11), (6, 1), (10, 23), (14, 32)]
    assert "“topic” is missing." in errors[0].sentence
    assert "is “topic” meant?" in errors[2].sentence


@pytest.mark.parametrize(
    "text", ["", "[]", "format: 2", "id: !!python/object:os.system x", "turns: 1", "a: *b"]
)
def test_what_is_no_scenario_is_refused_with_a_place(text: str) -> None:
    errors = parse(text)
    assert isinstance(errors, list)
    assert errors
    assert all(error.line >= 1 and error.sentence for error in errors)


def test_two_files_with_one_id_and_an_empty_folder_are_told(tmp_path: Path) -> None:
    assert isinstance(read_folder(tmp_path), list)
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(WHOLE, encoding="utf-8")
    wrong = read_folder(tmp_path)
    assert isinstance(wrong, list)
    assert [one.path.name for one in wrong] == ["b.yaml"]


def test_the_shipped_scenarios_name_services_and_topics_of_the_shipped_model() -> None:
    model = service_model_file.read(RESOURCES / "service_models" / "esimerkki.yaml")
    assert isinstance(model, ServiceModel)
    topics = {(service.service_id, topic.topic_id) for service in model.services for topic in service.topics}
    assert not {(one.service_id, one.topic_id) for one in shipped()} - topics


def test_a_shipped_scenario_chooses_a_finer_topic_of_its_topic() -> None:
    """R069: so practice has one, and none names what its topic does not have."""
    model = service_model_file.read(RESOURCES / "service_models" / "esimerkki.yaml")
    assert isinstance(model, ServiceModel)
    finer = {
        (service.service_id, topic.topic_id, each.topic_id)
        for service in model.services
        for topic in service.topics
        for each in topic.finer_topics
    }
    chats = [one for one in shipped() if isinstance(one, Scenario)]
    chosen = {(one.service_id, one.topic_id, one.finer_topic_id) for one in chats if one.finer_topic_id}
    assert chosen
    assert not chosen - finer


def test_seven_or_more_are_shipped_in_all_three_languages_each_in_a_file_of_its_name() -> None:
    scenarios = shipped()
    assert len(scenarios) >= 7
    assert {scenario.language for scenario in scenarios} == {"fi", "sv", "en"}
    files = {path.stem for path in (RESOURCES / "scenarios").glob("*.yaml")}
    assert {scenario.scenario_id for scenario in scenarios} == files


def test_a_trainee_gets_to_see_an_identity_code_a_number_and_an_address_covered() -> None:
    data = json.loads((RESOURCES / "contract" / "v1" / "personal_data.json").read_text(encoding="utf-8"))
    masker = Masker(data)
    kinds = {
        kind
        for scenario in shipped()
        for text in said(scenario)
        for kind in masker.mask(text, frozenset()).kinds
    }
    assert kinds == {"identity_code", "phone", "email"}


def test_no_shipped_line_is_longer_than_a_message_may_be() -> None:
    assert max(len(text) for scenario in shipped() for text in said(scenario)) <= 4_000
