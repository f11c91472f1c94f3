"""passing_on: To whom an application is passed on, by the discretion of who has read it. Pure (R049).

| target | when it is right |
|---|---|
| `benefit_processing` | the benefit can be decided by what was applied for |
| `social_counsellor` | it needs discretion: advice, guidance or a plan goes with it |
| `social_worker` | it needs discretion: somebody's need or situation has to be assessed |

An application is passed on with its conversation, by the transfer there is (helpline/transfer.py); what is
chosen says why it went there, and is counted.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

PassOnTarget = Literal["benefit_processing", "social_counsellor", "social_worker"]
PASS_ON_TARGETS: Final[tuple[PassOnTarget, ...]] = (
    "benefit_processing",
    "social_counsellor",
    "social_worker",
)

Applications = Mapping[PassOnTarget, str]
"""Into which queue a service passes applications on; a target it has no queue for is left out."""
NOWHERE: Final[Applications] = MappingProxyType({})


def leads_there(applications: Applications, target: PassOnTarget | None, queue_id: str) -> bool:
    """Whether that queue is the service's for the target; where none is named, any queue will do."""
    return target is None or applications.get(target) == queue_id
