"""hours_in_words: Opening hours as people read them: "arkisin klo 8–16" (R003, R010)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from server_stub.helpline.calling_time import Calling, CallingTimes
from server_stub.helpline.hours import AROUND_THE_CLOCK, Day, OpeningHours, Period, week_on
from server_stub.helpline.wording import Language, Wording, wording_of

_NOON: Final = 12 * 60
_EVENING: Final = 17 * 60
_WORKING_WEEK: Final = (0, 1, 2, 3, 4)
_WEEKEND: Final = (5, 6)
_WHOLE_WEEK: Final = (0, 1, 2, 3, 4, 5, 6)


@dataclass(frozen=True, slots=True)
class _Words:
    days: tuple[str, ...]
    and_: str
    clock: str
    closed: str
    around_the_clock: str
    named_days: Mapping[tuple[int, ...], str]
    counted: Mapping[int, str]
    parts: Mapping[str, str]
    a_week: str


_FI: Final = _Words(
    days=("ma", "ti", "ke", "to", "pe", "la", "su"),
    and_="ja",
    clock="klo ",
    closed="suljettu",
    around_the_clock="ympäri vuorokauden",
    named_days={_WORKING_WEEK: "arkisin", _WEEKEND: "viikonloppuisin", _WHOLE_WEEK: "joka päivä"},
    counted={2: "kahtena", 3: "kolmena", 4: "neljänä"},
    parts={"morning": "aamupäivänä", "afternoon": "iltapäivänä", "evening": "iltana", "day": "päivänä"},
    a_week="viikossa",
)
_SV: Final = _Words(
    days=("mån", "tis", "ons", "tors", "fre", "lör", "sön"),
    and_="och",
    clock="kl. ",
    closed="stängt",
    around_the_clock="dygnet runt",
    named_days={_WORKING_WEEK: "vardagar", _WEEKEND: "veckoslut", _WHOLE_WEEK: "varje dag"},
    counted={2: "två", 3: "tre", 4: "fyra"},
    parts={"morning": "förmiddagar", "afternoon": "eftermiddagar", "evening": "kvällar", "day": "dagar"},
    a_week="i veckan",
)
_EN: Final = _Words(
    days=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    and_="and",
    clock="",
    closed="closed",
    around_the_clock="around the clock",
    named_days={_WORKING_WEEK: "weekdays", _WEEKEND: "weekends", _WHOLE_WEEK: "every day"},
    counted={2: "two", 3: "three", 4: "four"},
    parts={"morning": "mornings", "afternoon": "afternoons", "evening": "evenings", "day": "days"},
    a_week="a week",
)


def hours_in_words(hours: OpeningHours, on: date) -> Wording:
    """The weekly times in force on a day, in each language. Exceptions and days off are not told here."""
    return wording_of(lambda language: _week_in_words(_grouped(hours, on), language))


def days_in_words(weekdays: Sequence[int]) -> Wording:
    """Days of the week: "arkisin", "ma–to"."""
    return wording_of(
        lambda language: _days(list(weekdays), _words(language), last=f" {_words(language).and_} ")
    )


def span_in_words(opens: time, closes: time) -> Wording:
    """From one time of day to another: "klo 8–16"."""
    span = Period(opens.hour * 60 + opens.minute, closes.hour * 60 + closes.minute)
    return wording_of(lambda language: _times((span,), language))


def calling_in_words(times: CallingTimes, on: date) -> Wording:
    """When customers are called, as in force on a day: "arkisin klo 8–16" (R006)."""
    hours = Calling(times, frozenset()).hours_of(on)
    days, span = days_in_words(hours.weekdays), span_in_words(hours.opens, hours.closes)
    return wording_of(lambda language: f"{days.in_language(language)} {span.in_language(language)}")


def _grouped(hours: OpeningHours, on: date) -> dict[Day, list[int]]:
    """Weekdays (0 is Monday) by what they share, in the order of the week; closed days left out."""
    groups: dict[Day, list[int]] = {}
    for weekday, day in enumerate(week_on(hours, on)):
        if day:
            groups.setdefault(day, []).append(weekday)
    return groups


def _week_in_words(groups: Mapping[Day, list[int]], language: Language) -> str:
    words = _words(language)
    if not groups:
        return words.closed
    if groups == {AROUND_THE_CLOCK: list(_WHOLE_WEEK)}:
        return words.around_the_clock
    if len(groups) == 1:
        ((day, weekdays),) = groups.items()
        return _one_group(day, weekdays, language)
    return f" {words.and_} ".join(
        f"{_days(weekdays, words, last=', ')} {_times(day, language)}" for day, weekdays in groups.items()
    )


def _one_group(day: Day, weekdays: list[int], language: Language) -> str:
    words = _words(language)
    told = f"{_days(weekdays, words, last=f' {words.and_} ')} {_times(day, language)}"
    if len(day) == 1 and len(weekdays) in words.counted and tuple(weekdays) != _WEEKEND:
        count, part = words.counted[len(weekdays)], words.parts[_part_of_day(day[0])]
        return f"{count} {part} {words.a_week}: {told}"
    return told


def _part_of_day(period: Period) -> str:
    if period.closes <= _NOON:
        return "morning"
    if period.opens >= _EVENING:
        return "evening"
    return "afternoon" if period.opens >= _NOON and period.closes <= _EVENING + 60 else "day"


def _days(weekdays: list[int], words: _Words, *, last: str) -> str:
    named = words.named_days.get(tuple(weekdays))
    if named:
        return named
    names = [words.days[weekday] for weekday in weekdays]
    if len(names) > 2 and weekdays[-1] - weekdays[0] == len(weekdays) - 1:
        return f"{names[0]}–{names[-1]}"
    return last.join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def _times(day: Day, language: Language) -> str:
    words = _words(language)
    if day == AROUND_THE_CLOCK:
        return words.around_the_clock
    spans = [f"{_time(period.opens, language)}–{_time(period.closes, language)}" for period in day]
    told = f" {words.and_} ".join(part for part in (", ".join(spans[:-1]), spans[-1]) if part)
    return f"{words.clock}{told}"


def _time(minutes: int, language: Language) -> str:
    """8, 9.30 in Finnish and Swedish; 8:00, 9:30 in English."""
    hour, minute = divmod(minutes, 60)
    if language == "en":
        return f"{hour}:{minute:02}"
    return f"{hour}.{minute:02}" if minute else f"{hour}"


def _words(language: Language) -> _Words:
    match language:
        case "fi":
            return _FI
        case "sv":
            return _SV
        case "en":
            return _EN
