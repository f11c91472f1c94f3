"""What a simulated customer says next, and how long she takes: pure, from her scenario and chance."""

import random

from server_stub.robots.made_up_numbers import MadeUpNumbers
from server_stub.robots.pace import Pace
from server_stub.robots.scenario import CallbackForm, EndedBy, Ending, Keyword, Scenario, Turn
from server_stub.robots.script import Deed, Farewell, Nothing, Say, Script, Vanish


def a_scenario(*turns: Turn, by: EndedBy = "customer", keywords: tuple[Keyword, ...] = ()) -> Scenario:
    return Scenario(
        scenario_id="koe",
        language="fi",
        service_id="neuvonta",
        topic_id="muu",
        first_words="Hei",
        turns=turns,
        ending=Ending(by, "Kiitos" if by == "customer" else ""),
        keywords=keywords,
    )


def played(scenario: Scenario, *replies: str) -> list[Deed]:
    script, deeds = Script(scenario), []
    for reply in replies:
        deed, script = script.answer([reply])
        deeds.append(deed)
    return deeds


def test_turns_follow_the_counsellors_messages_and_then_she_ends_it() -> None:
    deeds = played(a_scenario(Turn("Yksi"), Turn("Kaksi")), "a", "b", "c")
    assert deeds == [Say("Yksi"), Say("Kaksi"), Farewell("Kiitos")]


def test_a_turn_for_silence_is_said_after_it_and_passed_over_when_she_is_answered() -> None:
    script = Script(a_scenario(Turn("Haloo?", after_silence_s=60), Turn("Kaksi")))
    assert script.silence_s() == 60
    assert script.after_silence()[0] == Say("Haloo?")
    assert script.answer(["vastaus"])[0] == Say("Kaksi")


def test_going_away_is_never_passed_over_for_she_does_not_choose_it() -> None:
    script = Script(a_scenario(Turn("Oho", after_silence_s=20, gone_for_s=240), Turn("Kaksi")))
    assert script.after_silence()[0] == Say("Oho", gone_for_s=240)
    deed, then = script.answer(["vastaus"])
    assert deed == Say("Oho", gone_for_s=240)
    assert then.answer(["vastaus"])[0] == Say("Kaksi")


def test_a_turn_and_a_keyword_may_leave_a_callback_request_first() -> None:
    form = CallbackForm("any", may_leave_voicemail=False)
    scenario = a_scenario(Turn("Yksi", callback=form), keywords=(Keyword(("lomake",), "Täytin", form),))
    assert played(scenario, "Täytä lomake", "Hyvä") == [
        Say("Täytin", callback=form),
        Say("Yksi", callback=form),
    ]


def test_a_made_up_number_comes_again_only_when_all_have_been_given() -> None:
    numbers = MadeUpNumbers(random.Random(1))
    first = [numbers.draw() for _ in range(95)]
    assert len(set(first)) == 95
    assert (min(first), max(first)) == ("+46 70 174 0605", "+46 70 174 0699")
    assert numbers.draw() in first


def test_without_such_a_turn_no_silence_makes_her_speak() -> None:
    script = Script(a_scenario(Turn("Yksi")))
    assert script.silence_s() is None
    assert script.after_silence() == (Nothing(), script)


def test_a_keyword_in_any_case_and_within_a_word_comes_first_and_once() -> None:
    scenario = a_scenario(Turn("Yksi"), keywords=(Keyword(("kela",), "Mikä se on?"),))
    assert played(scenario, "Soita KELAAN", "Siis Kelaan")[:2] == [Say("Mikä se on?"), Say("Yksi")]


def test_messages_in_a_row_are_one_answer_to_her() -> None:
    scenario = a_scenario(Turn("Yksi"), Turn("Kaksi"), keywords=(Keyword(("liitte",), "Mikä liite?"),))
    deed, script = Script(scenario).answer(["Ensin lomake", "Sitten liitteet"])
    assert deed == Say("Mikä liite?")
    assert script.answer(["Tiliote"])[0] == Say("Yksi")


def test_a_counsellor_may_be_left_to_end_it_and_a_customer_may_just_be_gone() -> None:
    assert played(a_scenario(Turn("Yksi"), by="counsellor"), "a", "b", "c")[1:] == [Nothing(), Nothing()]
    assert played(a_scenario(Turn("Yksi"), by="nobody"), "a", "b")[1:] == [Vanish()]


def a_pace(speed: float, seed: int = 1) -> Pace:
    return Pace(speed=speed, chance=random.Random(seed))


def a_day(pace: Pace) -> list[float]:
    return [pace.arriving_s(), pace.reading_s("a" * 90), pace.thinking_s(), pace.writing_s("a" * 90)]


def test_the_same_seed_gives_the_same_day_and_ten_times_the_pace_a_tenth_of_it() -> None:
    assert a_day(a_pace(1)) == a_day(a_pace(1))
    assert a_day(a_pace(1)) != a_day(a_pace(1, seed=2))
    assert [
        round(slow / fast, 6) for slow, fast in zip(a_day(a_pace(1)), a_day(a_pace(10)), strict=True)
    ] == [10.0] * 4


def test_she_takes_as_long_as_people_took_in_the_measured_conversation() -> None:
    """Nine turns of the customer in a quarter of an hour: about fifty seconds a turn (domain.md B7)."""
    pace = a_pace(1)
    turns = sorted(
        pace.reading_s("a" * 220) + pace.thinking_s() + pace.writing_s("a" * 100) for _ in range(999)
    )
    assert 35 < turns[499] < 65
    assert max(pace.writing_s("a" * 4_000) for _ in range(99)) < 120
