"""The handbook of the example model as a desk has it: read from the file, written and read over the wire."""

from __future__ import annotations

from functools import cache

import msgspec

from app.domain.handbook import Handbook
from app.wire.handbook import handbook_of
from app.wire.shapes import handbook as shapes
from server_stub.helpline.service_model import ServiceModel
from server_stub.settings import service_model_file
from server_stub.wire import handbook as written
from tests.support.rig import MODEL


@cache
def the_example() -> Handbook:
    """Its guides and whom to ask, in the order of the file."""
    model = service_model_file.read(MODEL)
    assert isinstance(model, ServiceModel), model
    body = msgspec.json.encode(written.handbook_of(model.handbook))
    return handbook_of(msgspec.json.decode(body, type=shapes.Handbook))
