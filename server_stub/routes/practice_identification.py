"""practice_identification: The page of practice on which a visitor chooses which made-up person she is.

No script, nothing from elsewhere; the choice is a link back to the same path. Only a practice backend has it.
"""

from collections.abc import Mapping
from html import escape
from typing import Final
from urllib.parse import urlencode

from server_stub.identity.practice_provider import MADE_UP, MadeUpPerson

PRACTICE_PAGE: Final = "/api/v1/customer/identification/practice"
_WORDS: Final[Mapping[str, tuple[str, str, str, str, str]]] = {
    "fi": (
        "HARJOITUS",
        "Harjoittele tunnistautumista",
        "Kukaan ei tunnistaudu oikeasti, ja nämä henkilöt ovat keksittyjä. Valitse, kuka olet.",
        "asioi puolesta: {name}",
        "Palaa tunnistautumatta",
    ),
    "sv": (
        "ÖVNING",
        "Öva att identifiera dig",
        "Ingen identifieras på riktigt, och personerna är påhittade. Välj vem du är.",
        "för {name}",
        "Tillbaka utan att identifiera dig",
    ),
    "en": (
        "PRACTICE",
        "Practise identifying",
        "Nobody is really identified, and these people are made up. Choose who you are.",
        "on behalf of {name}",
        "Back without identifying",
    ),
}


def practice_page(answer: Mapping[str, str]) -> bytes:
    """The page for whoever was sent there with that `state`, in her language."""
    language = answer.get("language", "fi")
    language = language if language in _WORDS else "fi"
    word, heading, about, behalf, back = _WORDS[language]
    state = answer.get("state", "")
    people = ((_href(state, each.person_id), escape(_said(each, behalf))) for each in MADE_UP.values())
    links = "".join(f'<li><a class="secondary" href="{href}">{said}</a></li>' for href, said in people)
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(heading)}</title>"
        '<link rel="stylesheet" href="/page/tokens.css"><link rel="stylesheet" href="/page/page.css">'
        '</head><body><div class="page"><main class="box practice-people">'
        f'<p class="practice"><strong>{escape(word)}</strong></p>'
        f"<h1>{escape(heading)}</h1><p>{escape(about)}</p><ul>{links}</ul>"
        f'<p><a href="{_href(state, "")}">{escape(back)}</a></p>'
        "</main></div></body></html>"
    ).encode()


def _said(person: MadeUpPerson, behalf: str) -> str:
    if person.on_behalf_of is None:
        return person.name
    return f"{person.name} ({behalf.format(name=person.on_behalf_of)})"


def _href(state: str, person_id: str) -> str:
    return escape(f"{PRACTICE_PAGE}?{urlencode({'state': state, 'person': person_id})}")
