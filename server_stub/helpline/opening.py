"""Whether a customer may begin now, and which queue she comes to."""

from datetime import UTC, date, datetime
from typing import cast

from server_stub.helpline.conversation_commands import OpenConversation
from server_stub.helpline.conversation_values import Channel
from server_stub.helpline.hours import is_open, next_opening
from server_stub.helpline.non_urgent import straight_to
from server_stub.helpline.routing import queue_of_choice
from server_stub.helpline.service_model import ServiceModel
from server_stub.helpline.values import Millis, Problem
from server_stub.helpline.wording import Language


def admission(
    model: ServiceModel, command: OpenConversation, *, now: Millis, days_off: frozenset[date]
) -> str | Problem:
    """The queue's id, or why not: no such topic, another notice than the present one, closed (R001, R023).

    `service_closed` carries `opens_at` (RFC 3339, UTC), or None when no opening is known. A message can be
    left at any hour, where the service takes messages (R007).
    """
    queue_id = queue_of_choice(
        model,
        service_id=command.service_id,
        topic_id=command.topic_id,
        finer_topic_id=command.finer_topic_id,
        language=cast(Language, command.language),
    )
    service = next((s for s in model.services if s.service_id == command.service_id), None)
    if queue_id is None or service is None:
        return Problem("unknown_topic")
    notice = model.notice_of(service)
    if command.notice_version != notice.notice_version:
        return Problem("notice_changed", {"notice_version": notice.notice_version})
    if command.channel == Channel.MESSAGE:
        if service.messages is None:
            return Problem("messages_unavailable")
        straight = straight_to(
            model,
            service_id=command.service_id,
            topic_id=command.topic_id,
            finer_topic_id=command.finer_topic_id,
        )
        return straight or queue_id
    at = datetime.fromtimestamp(now / 1000, UTC)
    if not is_open(service.hours, at, days_off=days_off):
        opens = next_opening(service.hours, at, days_off=days_off)
        stamp = opens.astimezone(UTC).isoformat(timespec="milliseconds")[:-6] + "Z" if opens else None
        return Problem("service_closed", {"opens_at": stamp})
    return queue_id
