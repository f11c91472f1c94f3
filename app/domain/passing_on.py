"""Passing on: to whom an application goes, by the discretion of who has read it (R049)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.ids import QueueId


class PassOnTarget(StrEnum):
    """Who is to decide of it: benefits as they are, or somebody with discretion."""

    BENEFIT_PROCESSING = "benefit_processing"
    SOCIAL_COUNSELLOR = "social_counsellor"
    SOCIAL_WORKER = "social_worker"


@dataclass(frozen=True, slots=True)
class ApplicationQueue:
    """Into which queue a service passes its applications on, for that target to decide."""

    service_id: str
    target: PassOnTarget
    queue_id: QueueId
