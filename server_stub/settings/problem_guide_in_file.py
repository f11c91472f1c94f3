"""problem_guide_in_file: What is at hand in a problem situation: numbers, checklist, house rules (R094)."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from server_stub.helpline.problem_situation import MOST_STEPS
from server_stub.helpline.service_model import Contact, ProblemGuide, Step
from server_stub.helpline.wording import LANGUAGES, Wording
from server_stub.settings.file_reading import Reading
from server_stub.settings.yaml_tree import Node

_NOTHING: Final = Wording("", "", "")


def problem_guide(reading: Reading, node: Node, *, numbers: Mapping[str, str]) -> ProblemGuide:
    """The guide at `node`; each number is one of the file's, by its name."""
    given = reading.table(node, needed=("contacts", "steps"), known=("house_rules",))
    contacts: dict[str, Contact] = {}
    for item in reading.items(given["contacts"]) if "contacts" in given else ():
        contact = _contact(reading, item, numbers)
        if contact.contact_id in contacts:
            reading.wrong(item, f"There is a contact “{contact.contact_id}” already.")
        contacts.setdefault(contact.contact_id, contact)
    steps: dict[str, Step] = {}
    for item in reading.items(given["steps"]) if "steps" in given else ():
        step = _step(reading, item)
        if step.step_id in steps:
            reading.wrong(item, f"There is a step “{step.step_id}” already.")
        steps.setdefault(step.step_id, step)
    if len(steps) > MOST_STEPS:
        reading.wrong(given["steps"], f"A checklist has at most {MOST_STEPS} steps.")
    rules = reading.items(given["house_rules"]) if "house_rules" in given else ()
    return ProblemGuide(
        tuple(contacts.values()),
        tuple(steps.values()),
        tuple(reading.wording(rule, numbers) for rule in rules),
    )


def _contact(reading: Reading, node: Node, numbers: Mapping[str, str]) -> Contact:
    given = reading.table(node, needed=("id", "number", "name", "checked_on"), known=("hours", "languages"))
    name = reading.text(given["number"]) if "number" in given else ""
    if name and name not in numbers:
        reading.wrong(given["number"], f"There is no number “{name}” in this file.")
    spoken = reading.items(given["languages"]) if "languages" in given else ()
    return Contact(
        contact_id=reading.name(given["id"]) if "id" in given else "",
        number=numbers.get(name, ""),
        name=reading.wording(given["name"]) if "name" in given else _NOTHING,
        hours=reading.wording(given["hours"]) if "hours" in given else None,
        languages=tuple(reading.choice(each, LANGUAGES) for each in spoken) or LANGUAGES,
        checked_on=reading.day(given["checked_on"]) if "checked_on" in given else date.min,
    )


def _step(reading: Reading, node: Node) -> Step:
    given = reading.table(node, needed=("id", "text"))
    return Step(
        step_id=reading.name(given["id"]) if "id" in given else "",
        text=reading.wording(given["text"]) if "text" in given else _NOTHING,
    )
