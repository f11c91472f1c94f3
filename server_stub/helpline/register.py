"""register: Whose record a conversation belongs to, social care's or health care's, and who is of it. Pure.

Social care and health care keep separate registers, and a permission for one does not cover the other (act
703/2023 on client data, R070). A conversation is of the register of the queue it is in, and stays there: no
command moves it, or shows it to anybody, across the boundary.

    social ──┤ every command whose outcome would cross is refused: consent_needed ├── health

| what a command would lead to | crosses when |
|---|---|
| another queue (a transfer, corrected pre-information) | the queue is of another register, or does not say |
| another holder (a claim, an accepted offer, a take-over) | she serves no queue of its register |
| somebody who reads along | the same |
| an offer to a professional | the same of her |

The rule looks at what a decision leads to and not at the command: a command that is added later is held by
it as well (trust.md I11). Permission cannot be asked for yet, so that nothing crosses at all.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from server_stub.helpline.conversation_values import Conversation
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
    """Whether somebody who serves these queues is of that register. Who serves none is social care's, whose
    service this is: a supervisor who is called for help and answers nobody herself.
    """
    served = {register_of(registers, queue_id) for queue_id in queues & registers.keys()}
    return register is not None and register in (served or {"social"})


def crosses(
    registers: Mapping[str, Register | None],
    before: Conversation,
    after: Conversation,
    *,
    actor: AbstractSet[str] | None,
    receiver: AbstractSet[str],
) -> bool:
    """Whether that step takes the conversation across the boundary, or shows it to somebody beyond it.

    `actor` are the queues of the member of staff who acts, None when no member of staff does; `receiver`
    are those of her to whom an offer would be made.
    """
    home = register_of(registers, before.queue_id)
    if after.queue_id != before.queue_id and (home is None or register_of(registers, after.queue_id) != home):
        return True
    if _is_new(before.offered_to_id, after.offered_to_id) and not is_of(registers, home, receiver):
        return True
    reads_anew = _is_new(before.holder_id, after.holder_id) or (
        after.joined_at is not None and before.joined_at is None
    )
    return reads_anew and (actor is None or not is_of(registers, home, actor))


def _is_new(before: str | None, after: str | None) -> bool:
    return after is not None and after != before
