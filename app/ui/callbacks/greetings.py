"""How a call begins, in the customer's language: nothing of social services before it is known who it is."""

from typing import Final

GREETINGS: Final = {
    "fi": "Hyvää päivää! Nimeni on … Oletko pyytänyt soittoa?",
    "sv": "God dag! Jag heter … Har du bett om ett samtal?",
    "en": "Good day! My name is … Did you ask for a call?",
}


def greeting(language: str) -> str:
    """The first words, in the language the request was left in; in Finnish for any other."""
    return GREETINGS.get(language, GREETINGS["fi"])
