"""The version of the contract this workstation was written for, and which backends fit it."""

from __future__ import annotations

from app.wire.reading import read
from app.wire.shapes import values as shapes

CONTRACT_MAJOR = 1
CONTRACT_MINOR = 0


def fits(body: bytes) -> bool:
    """Whether the backend that answered ``GET /api/v1/version`` so may be signed in to (contract, section 1).

    Raises WireError when it is not such an answer.
    """
    contract = read(body, shapes.Version).contract
    return contract.major == CONTRACT_MAJOR and contract.minor >= CONTRACT_MINOR
