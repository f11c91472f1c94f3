"""consent_in_file: Reads what a customer is told who is asked for permission to be moved (R070, R071)."""

from datetime import date

from server_stub.helpline.consent_values import ConsentTexts
from server_stub.helpline.service_model import LARGEST_NOTICE_VERSION
from server_stub.helpline.wording import Wording
from server_stub.settings.file_reading import Reading
from server_stub.settings.yaml_tree import Node

_TEXTS = ("purpose", "moves", "refusing", "withdrawing", "after_opening")
_NOTHING = Wording("", "", "")


def consent_texts(reading: Reading, node: Node) -> ConsentTexts:
    """`{version: 1, starts_on: 2026-09-01}` and five texts."""
    given = reading.table(node, needed=("version", "starts_on", *_TEXTS))
    texts = {key: reading.wording(given[key]) if key in given else _NOTHING for key in _TEXTS}
    return ConsentTexts(
        version=(
            reading.whole_number(given["version"], least=1, most=LARGEST_NOTICE_VERSION)
            if "version" in given
            else 1
        ),
        starts_on=reading.day(given["starts_on"]) if "starts_on" in given else date.max,
        **texts,
    )
