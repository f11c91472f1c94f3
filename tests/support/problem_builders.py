"""Problem situations as tests need them: a guide, one that lasts, and one that is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from app.domain.marks import HelpAbout, ProblemSituation
from app.domain.problem_situation import Contact, Debrief, DebriefWish, ProblemGuide, Step
from app.domain.project import Seen, project
from app.domain.queue import ByLanguage
from tests.support.desk_builders import NINE_O_CLOCK
from tests.support.example_data import FRONT, a_morning
from tests.support.help_builders import a_call_of_hers

BEGAN_AT = NINE_O_CLOCK - timedelta(minutes=2)
_HOURS = {"fi": "ympäri vuorokauden", "sv": "dygnet runt", "en": "around the clock"}


def a_contact(contact_id: str, number: str, name: ByLanguage, **changes: Any) -> Contact:
    """A number that answers around the clock, checked lately."""
    usual = Contact(contact_id, number, name, _HOURS, ("fi", "sv", "en"), NINE_O_CLOCK.date())
    return replace(usual, **changes)


def a_guide() -> ProblemGuide:
    """What a county has at hand."""
    return ProblemGuide(
        contacts=(
            a_contact(
                "emergency",
                "112",
                {
                    "fi": "Hätänumero, myös hätätekstiviesti",
                    "sv": "Nödnumret, även nödtextmeddelande",
                    "en": "Emergency number, also by text message",
                },
            ),
            a_contact(
                "crisis_duty",
                "09 555 0100",
                {"fi": "Sosiaali- ja kriisipäivystys", "sv": "Social- och krisjouren", "en": "Crisis duty"},
            ),
            a_contact(
                "crisis_fi",
                "09 2525 0111",
                {"fi": "MIELI Kriisipuhelin", "sv": "", "en": ""},
                languages=("fi",),
            ),
            a_contact(
                "crisis_sv",
                "09 2525 0112",
                {"fi": "Kriisipuhelin ruotsiksi", "sv": "MIELI Kristelefon", "en": ""},
                languages=("sv",),
            ),
            a_contact(
                "violence",
                "080 005 005",
                {"fi": "Nollalinja, väkivalta", "sv": "Nollinjen, våld", "en": "Nollalinja, violence"},
            ),
        ),
        steps=(
            a_step("stay", "Pysy keskustelussa, vastaa lyhyesti"),
            a_step("ask_of_danger", "Kysy: oletko vaarassa juuri nyt?"),
            a_step("ask_where", "Kysy paikka, jos vaara on välitön"),
        ),
        house_rules=(
            a_text("Et ole tilanteessa yksin: pyydä aina joku mukaan."),
            a_text("Uhkaava asiakas: sano raja kerran. Jos uhkailu jatkuu, lopeta keskustelu."),
        ),
    )


def a_text(finnish: str) -> ByLanguage:
    """A text whose other languages do not matter."""
    return {"fi": finnish, "sv": f"sv {finnish}", "en": f"en {finnish}"}


def a_step(step_id: str, finnish: str) -> Step:
    """A step of the checklist."""
    return Step(step_id, a_text(finnish))


def before_it(**changes: Any) -> Seen:
    """The morning, with a guide at hand and nothing wrong yet."""
    return a_morning(**{"problem_guide": a_guide(), **changes})


def in_problem(*done: str, **changes: Any) -> Seen:
    """The conversation in front is in a problem situation; the supervisors are called."""
    seen = before_it(**{"help_calls": (a_call_of_hers(about=HelpAbout.PROBLEM),), **changes})
    return with_front(seen, problem_situation=ProblemSituation(BEGAN_AT, done))


def with_front(seen: Seen, **changes: Any) -> Seen:
    """The same, with the head of the conversation in front changed."""
    confirmed = seen.confirmed
    head = replace(confirmed.heads[FRONT], **changes)
    changed = replace(confirmed, heads={**confirmed.heads, FRONT: head})
    return project(changed, seen.pending, is_live=seen.is_live)


def a_debrief(name: str = "Sari Nieminen", **changes: Any) -> Debrief:
    """Sari was in one, and wants to talk it over."""
    sari = a_call_of_hers().by
    usual = Debrief(
        FRONT, "4812", replace(sari, display_name=name), BEGAN_AT, NINE_O_CLOCK, DebriefWish.WANTED
    )
    return replace(usual, **changes)


LONG_AGO = date(2026, 5, 4)
"""More than ninety days before the morning of the examples."""
