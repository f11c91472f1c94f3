"""queue_names: How queues are named, so that a name tells what waits there (R050–R056)."""

import re
import unicodedata
from typing import Final

from server_stub.helpline.service_model import QueueKind
from server_stub.helpline.wording import Language

_LONGEST: Final = 100
_ADVICE: Final = re.compile(r"#soshON_[a-zåäö0-9]+(?:_[a-zåäö0-9]+)*_chat")
_TRANSFER: Final = re.compile(r"SIIRTO_[A-Z0-9]+(?:_[A-Z0-9]+)*_(?:CHAT|KIIREETON)")
_CONSULTATION: Final = re.compile(r"KONSULTAATIO_[A-Z0-9]+(?:_[A-Z0-9]+)*")
_LANGUAGE: Final = re.compile(r"_(fi|sv)_chat$")


def name_problem(queue_id: str, *, kind: QueueKind, language: Language | None) -> str | None:
    """What is wrong with a queue's name, as a sentence; None when nothing is.

    Topic and common queues: `#soshON_<aihe>[_fi|_sv]_chat` (R055). Transfer queues: `SIIRTO_<PALVELU>_CHAT`
    or `SIIRTO_<PALVELU>_KIIREETON`, without Ö (R056). Common queues serve one language and end in it (R053,
    R054).
    """
    if len(queue_id) > _LONGEST or not unicodedata.is_normalized("NFC", queue_id):
        return f"A queue's name has at most {_LONGEST} characters, each composed (NFC)."
    if kind == "transfer":
        if _TRANSFER.fullmatch(queue_id):
            return None
        return f"“{queue_id}”: a transfer queue is named SIIRTO_<PALVELU>_CHAT or …_KIIREETON (R056)."
    if not _ADVICE.fullmatch(queue_id):
        return f"“{queue_id}”: a {kind} queue is named #soshON_<aihe>[_fi|_sv]_chat, in small letters (R055)."
    ending = _LANGUAGE.search(queue_id)
    if ending and ending[1] != language:
        return f"“{queue_id}” ends in _{ending[1]}, so its language is {ending[1]}."
    if kind == "common" and ending is None:
        return f"“{queue_id}”: a common queue's name says whom it serves, _fi_chat or _sv_chat (R053, R054)."
    return None


def consultation_name_problem(queue_id: str) -> str | None:
    """What is wrong with the name of a line that professionals ask, as a sentence; None when nothing is."""
    if len(queue_id) <= _LONGEST and _CONSULTATION.fullmatch(queue_id):
        return None
    return f"“{queue_id}”: a consultation queue is named KONSULTAATIO_<LINJA>, in capitals without Ä and Ö."
