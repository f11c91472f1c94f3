"""An example county: what its entry says, in three languages. Numbers are from the range kept for fiction."""

from __future__ import annotations

from typing import Any, cast

from tests.support import contract

Json = dict[str, Any]

ROLE = {"fi": "Sosiaaliohjaaja", "sv": "Socialhandledare", "en": "Social counsellor"}
LIMITS = {
    "message_characters": 4000, "message_bytes": 16384, "typing_every_s": 2, "read_every_s": 2,
    "hold_lapses_s": 600, "waiting_lapses_s": 600, "page_messages": 200, "window_messages": 50,
    "ask_after_s": 600, "now_or_never_s": 15,
    "attachment_bytes": 10_000_000, "attachments_per_conversation": 10,
}  # fmt: skip

CONSENT: Json = cast(Json, contract.examples("CustomerConsent")[0].value)
"""A question for permission, as the contract's example has it."""


def by_language(fi: str, sv: str, en: str) -> Json:
    return {"fi": fi, "sv": sv, "en": en}


def make_entry() -> Json:
    """What the county says: open, two topics, two other channels."""
    return {
        "now": "2026-11-23T07:00:00.000Z",
        "is_practice": False,
        "can_identify": True,
        "can_book_calls": False,
        "organisation": by_language(
            "Esimerkin hyvinvointialue", "Exempels välfärdsområde", "Example Wellbeing Services County"
        ),
        "limits": dict(LIMITS),
        "notice": make_notice(),
        "emergency": by_language(
            "Hätätilanteessa soita 112.", "I en nödsituation, ring 112.", "In an emergency call 112."
        ),
        "calling": make_calling(),
        "services": [make_service()],
        "instructions": [
            {
                "heading": by_language("Näin aloitat", "Så här börjar du", "How to begin"),
                "text": by_language(
                    "Valitse, mitä asiasi koskee. Voit myös soittaa 09 555 0120.",
                    "Välj vad ditt ärende gäller. Du kan också ringa 09 555 0120.",
                    "Choose what your matter is about. You can also call 09 555 0120.",
                ),
            },
            {
                "heading": by_language("Kun odotat", "Medan du väntar", "While you wait"),
                "text": by_language("Pidä sivu auki.", "Låt sidan vara öppen.", "Keep the page open."),
            },
        ],
        "funding": None,
        "pages": [],
    }


def make_notice() -> Json:
    return {
        "notice_version": 1,
        "standing": by_language(
            "Nimetön keskustelu. Yleistä neuvontaa. Älä kirjoita henkilötietoja. Päätöksiä ei käydä läpi.",
            "Anonymt samtal. Allmän rådgivning. Skriv inga personuppgifter. Beslut behandlas inte.",
            "Anonymous conversation. General advice. Write no personal details. Decisions are not discussed.",
        ),
        "storage": by_language(
            "Keskustelu tallennetaan, ja sitä voidaan käyttää palvelun kehittämiseen ja tutkimukseen.",
            "Samtalet sparas och det kan användas för att utveckla tjänsten och för forskning.",
            "The conversation is stored and may be used to develop the service and for research.",
        ),
    }


def make_calling() -> Json:
    return {
        "days": by_language("arkisin", "vardagar", "weekdays"),
        "whole": by_language("klo 8–16", "kl. 8–16", "8:00–16:00"),
        "forenoon": by_language("klo 8–12", "kl. 8–12", "8:00–12:00"),
        "afternoon": by_language("klo 12–16", "kl. 12–16", "12:00–16:00"),
    }


def make_service() -> Json:
    return {
        "service_id": "sosiaalineuvonta",
        "name": by_language(
            "Sosiaalipalvelujen neuvonta", "Socialservicens rådgivning", "Social services advice"
        ),
        "notice": make_notice(),
        "about": [
            by_language("taloudelliset vaikeudet", "ekonomiska svårigheter", "money troubles"),
            by_language("elämäntilanteet ja arjen hankaluudet", "livssituationer", "life situations"),
            by_language("päihdeongelmat", "missbruksproblem", "substance use"),
        ],
        "asks": [by_language("laskut ja vuokra", "räkningar och hyra", "bills and rent")],
        "helps": [by_language("toimeentulotuen hakemisessa", "med utkomststöd", "with social assistance")],
        "announcements": [],
        "is_open": True,
        "opens_at": None,
        "closes_at": "2026-11-23T14:00:00.000Z",
        "closes_soon": False,
        "at_closing": "serve",
        "hours_text": by_language("arkisin 8–16", "vardagar 8–16", "weekdays 8–16"),
        "closed_text": by_language(
            "Sosiaalipalvelujen neuvonnan chat on suljettu.",
            "Chatten för socialservicens rådgivning är stängd.",
            "The social services advice chat is closed.",
        ),
        "topics": [
            {
                "topic_id": "toimeentulo",
                "name": by_language("Toimeentulo ja raha-asiat", "Utkomst", "Money"),
                "duty": by_language("busy", "busy", "busy"),
            },
            {
                "topic_id": "muu",
                "name": by_language("En tiedä, minne kuuluu", "Jag vet inte", "I do not know"),
                "duty": by_language("busy", "busy", "busy"),
            },
        ],
        "other_channels": [
            {
                "name": by_language("Puhelinneuvonta", "Telefonrådgivning", "Telephone advice"),
                "number": "09 555 0120",
                "hours_text": by_language("arkisin klo 9–14", "vardagar kl. 9–14", "weekdays 9–14"),
            },
            {
                "name": by_language(
                    "Sosiaali- ja kriisipäivystys", "Social- och krisjouren", "Social emergency"
                ),
                "number": "09 555 0100",
                "hours_text": by_language("ympäri vuorokauden", "dygnet runt", "around the clock"),
            },
            {
                "name": by_language("Käynti neuvontapisteessä", "Besök", "Visit"),
                "number": None,
                "hours_text": by_language("vuoronumerolla", "med könummer", "by queue number"),
            },
        ],
        "queue_now": {"waiting": 3, "low_min": 5, "high_min": 9},
        "anonymous": None,
    }
