"""register: Whose record a conversation belongs to, social care's or health care's, and who is of it. Pure.

Social care and health care keep separate registers, and a permission for one does not cover the other (act
703/2023 on client data, R070). A conversation is of the register of the queue it is in, and stays there: no
command moves it, or shows it to anybody, across the boundary.

    social ──┤ every step whose outcome would cross without permission is refused: consent_needed ├── health

| what a command would lead to | crosses when |
|---|---|
| another queue (a transfer, corrected topic) | it is of another register, or none, and not permitted |
| another holder (a claim, an offer taken, a take-over) | she serves no queue of its register, or reads more |
| somebody who reads along | the same |
| an offer to a professional | the same of her |

The rule looks at what a decision leads to and not at the command: a command that is added later is held by
it as well (trust.md I11). A permission is for one move to one queue (helpline/consent.py), and more is
whatever that permission did not release.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from server_stub.helpline.consent import is_sealed
from server_stub.helpline.consent_values import ConsentState
from server_stub.helpline.conversation_values import Conversation
from server_stub.helpline.queue_names import consultation_name_problem
from server_stub.helpline.service_model import Register


def register_of(registers: Mapping[str, Register | None], queue_id: str) -> Register | None:
    """The register of a queue; None where the service model does not say. `registers` is the model's.

    An advice queue that the model does not have any more is social care's still: its name says so (`sosh`,
    R055). Of any other nothing is known, and that counts as a register of nobody's.
    """
    if queue_id in registers:
        return registers[queue_id]
    return "social" if queue_id.startswith("#sosh") else None


def is_of(
    registers: Mapping[str, Register | None], register: Register | None, queues: AbstractSet[str]
) -> bool:
    """Whether somebody who serves these queues is of that register. Who serves none of customers is social
    care's, whose service this is: a supervisor who is called for help. Who serves only queues that the model
    does not have any more is of the register those tell by their names, or of none.
    """
    answered = [each for each in queues if consultation_name_problem(each) is not None]
    if not answered:
        return register == "social"
    return register is not None and register in {register_of(registers, each) for each in answered}


def crosses(
    registers: Mapping[str, Register | None],
    before: Conversation,
    after: Conversation,
    *,
    actor: AbstractSet[str] | None,
    receiver: AbstractSet[str],
    asking: AbstractSet[str] = frozenset(),
) -> bool:
    """Whether that step takes the conversation across the boundary without permission, shows it to somebody
    beyond it, or shows more of it than was released.

    `actor` are the queues of the member of staff who acts, None when no member of staff does; `receiver`
    are those of her to whom an offer would be made; `asking` are queues that are asked for always.
    """
    home = register_of(registers, before.queue_id)
    if after.queue_id != before.queue_id:
        there = register_of(registers, after.queue_id)
        is_asked_for = home is None or there != home or after.queue_id in asking
        if is_asked_for and not _goes_home(before, after) and not _is_permitted(before, after, there):
            return True
    if _is_new(before.offered_to_id, after.offered_to_id) and not is_of(registers, home, receiver):
        return True
    reads_anew = _is_new(before.holder_id, after.holder_id) or (
        after.joined_at is not None and before.joined_at is None
    )
    if reads_anew and _shows_more(before, after):
        return True
    return reads_anew and (actor is None or not is_of(registers, home, actor))


def _is_permitted(before: Conversation, after: Conversation, there: Register | None) -> bool:
    """Whether it moves by a permission given for that very queue, which is used up by it."""
    is_given = before.consent_state == ConsentState.GIVEN and before.consent_queue_id == after.queue_id
    return is_given and there is not None and is_sealed(after)


def _goes_home(before: Conversation, after: Conversation) -> bool:
    """Whether it goes back where it came from before anybody there has opened it."""
    return is_sealed(before) and after.queue_id == before.transferred_from and after.holder_id is None


def _shows_more(before: Conversation, after: Conversation) -> bool:
    """Whether whoever opens it would read a line that was not released to her."""
    if before.consent_state != ConsentState.MOVED:
        return False
    is_opened = after.consent_state == ConsentState.OPENED
    return not is_opened or after.shown_after_seq < before.consent_after_seq


def _is_new(before: str | None, after: str | None) -> bool:
    return after is not None and after != before
