"""The example's family matters, split in two from a day on."""

from typing import Final

from tests.support.backend import MODEL

SPLIT_ON: Final = "2027-01-01"
QUOTED: Final = '"#soshON_perheasiat_chat"'
OLD: Final = "#soshON_perheasiat_chat"
FAMILIES: Final = "#soshON_lapsiperheet_chat"
CHILDREN: Final = "#soshON_lastensuojelu_chat"
_QUEUES: Final = '  - id: "#soshON_vammaispalvelut_chat"\n'
_TOPICS: Final = "      - id: vammaispalvelut\n"


def split_source(*changes: tuple[str, str]) -> str:
    """The example with a queue and a topic that two others follow, and with further changes of its text."""
    queues = "".join(_queue(queue_id, name) for queue_id, name in ((FAMILIES, "Lapset"), (CHILDREN, "Suoja")))
    topics = "".join(
        _topic(topic_id, name, queue_id)
        for topic_id, name, queue_id in (
            ("lapsiperhe", "Lapsiperhe", FAMILIES),
            ("lastensuojelu", "Lastensuojelu", CHILDREN),
        )
    )
    source = MODEL.read_text(encoding="utf-8")
    for old, new in ((_QUEUES, queues + _QUEUES), (_TOPICS, topics + _TOPICS), *changes):
        assert old in source
        source = source.replace(old, new, 1)
    return source


def _succeeds(before: str) -> str:
    return f"succeeds: {{from: {SPLIT_ON}, of: [{before}]}}"


def _queue(queue_id: str, name: str) -> str:
    return (
        f'  - id: "{queue_id}"\n    kind: topic\n    language: fi\n'
        f"    name: {{fi: {name}, sv: {name}, en: {name}}}\n"
        "    " + _succeeds(QUOTED) + "\n"
    )


def _topic(topic_id: str, name: str, queue_id: str) -> str:
    return (
        f"      - id: {topic_id}\n        name: {{fi: {name}, sv: {name}, en: {name}}}\n"
        f'        queue: "{queue_id}"\n        ' + _succeeds("perhe") + "\n"
    )
