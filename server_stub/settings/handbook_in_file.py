"""handbook_in_file: Reads what is written for those who work: guides by queue, and who helps (R145, R148)."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from server_stub.helpline.handbook import (
    GUIDE_KINDS,
    MOST_GUIDES,
    MOST_RULES,
    GuidanceRule,
    Handbook,
    Support,
    WorkGuide,
)
from server_stub.helpline.wording import Wording
from server_stub.settings.file_reading import Reading
from server_stub.settings.yaml_tree import Node

_NOTHING: Final = Wording("", "", "")


def handbook(
    reading: Reading,
    node: Node,
    *,
    numbers: Mapping[str, str],
    queues: Mapping[str, Wording],
    consultation_queues: AbstractSet[str],
) -> Handbook:
    """The handbook at `node`, its guides in the order of the file. Numbers are filled in.

    `queues`: the name of each by its id.
    """
    given = reading.table(node, needed=(), known=("guides", "support", "guidance"))
    guides: dict[str, WorkGuide] = {}
    items = reading.items(given["guides"]) if "guides" in given else ()
    for item in items:
        guide = _guide(reading, item, numbers=numbers, queues=queues.keys())
        if guide.guide_id and guide.guide_id in guides:
            reading.wrong(item, f"There is a guide “{guide.guide_id}” already.")
        guides.setdefault(guide.guide_id, guide)
    if len(items) > MOST_GUIDES:
        reading.wrong(given["guides"], f"A handbook has at most {MOST_GUIDES} guides.")
    return Handbook(
        guides=tuple(guides.values()),
        support=(
            _support(reading, given["support"], numbers=numbers, queues=consultation_queues)
            if "support" in given
            else None
        ),
        guidance=_guidance(reading, given["guidance"], queues) if "guidance" in given else (),
    )


def _guidance(reading: Reading, node: Node, queues: Mapping[str, Wording]) -> tuple[GuidanceRule, ...]:
    """Who takes what. A matter that two would take, or nobody, is a mistake: the rules are one set (R082)."""
    rules = dict[str, GuidanceRule]()
    items = reading.items(node)
    for item in items:
        given = reading.table(item, needed=("matter", "taken_by"), known=())
        if not {"matter", "taken_by"} <= given.keys():
            continue
        matter = reading.wording(given["matter"])
        queue_id = _one_of(reading, given["taken_by"], queues.keys(), "a queue")
        if matter.fi.casefold() in rules:
            reading.wrong(item, f"Who takes “{matter.fi}” is said already: a matter has one taker.")
        rule = GuidanceRule(matter, queue_id, queues.get(queue_id, _NOTHING))
        rules.setdefault(matter.fi.casefold(), rule)
    if len(items) > MOST_RULES:
        reading.wrong(node, f"A handbook has at most {MOST_RULES} rules of guidance.")
    return tuple(rules.values())


def _guide(
    reading: Reading, node: Node, *, numbers: Mapping[str, str], queues: AbstractSet[str]
) -> WorkGuide:
    given = reading.table(node, needed=("id", "kind", "name", "text"), known=("queues",))
    text = reading.wording(given["text"], numbers, keeps_lines=True) if "text" in given else _NOTHING
    named = reading.items(given["queues"]) if "queues" in given else ()
    queue_ids = tuple(_one_of(reading, each, queues, "a queue") for each in named)
    return WorkGuide(
        guide_id=reading.name(given["id"]) if "id" in given else "",
        kind=reading.choice(given["kind"], GUIDE_KINDS) if "kind" in given else GUIDE_KINDS[0],
        name=reading.wording(given["name"]) if "name" in given else _NOTHING,
        text=text,
        queue_ids=tuple(dict.fromkeys(queue_ids)),
    )


def _support(
    reading: Reading, node: Node, *, numbers: Mapping[str, str], queues: AbstractSet[str]
) -> Support:
    given = reading.table(node, needed=("text",), known=("queue",))
    return Support(
        text=reading.wording(given["text"], numbers) if "text" in given else _NOTHING,
        queue_id=(
            _one_of(reading, given["queue"], queues, "a consultation queue") if "queue" in given else None
        ),
    )


def _one_of(reading: Reading, node: Node, known: AbstractSet[str], what: str) -> str:
    name = reading.text(node)
    if name and name not in known:
        reading.wrong(node, f"There is no “{name}” in this file; it names {what}.")
    return name
