"""Whether a customer may begin now, and which queue she comes to."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import cast

from server_stub.helpline.calling_time import moment
from server_stub.helpline.conversation_commands import OpenConversation
from server_stub.helpline.conversation_values import Channel
from server_stub.helpline.hours import is_open, next_opening
from server_stub.helpline.non_urgent import straight_to
from server_stub.helpline.queue_doors import is_open_to
from server_stub.helpline.routing import queue_of_choice
from server_stub.helpline.service_model import ServiceModel
from server_stub.helpline.values import Millis, Problem
from server_stub.helpline.wording import Language


def admission(
    model: ServiceModel,
    command: OpenConversation,
    *,
    now: Millis,
    days_off: frozenset[date],
    on_duty: Callable[[str], int],
    is_identified: bool = False,
) -> str | Problem:
    """The queue's id, or why not: no such topic, another notice than the present one, closed (R001, R023).

    A service may be open to who has identified at other hours than to who has not (R004, R005).
    `on_duty` says how many are on duty for a queue; it is asked only where the queue opens with staff alone
    (R064). `service_closed` carries `opens_at` (RFC 3339, UTC), or None when no opening is known. A message
    can be left at any hour, where the service takes messages (R007).
    """
    queue_id = queue_of_choice(
        model,
        service_id=command.service_id,
        topic_id=command.topic_id,
        finer_topic_id=command.finer_topic_id,
        language=cast(Language, command.language),
        on=moment(now).date(),
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
    hours = service.hours_for(is_identified=is_identified)
    if not is_open(hours, at, days_off=days_off):
        opens = next_opening(hours, at, days_off=days_off)
        stamp = opens.astimezone(UTC).isoformat(timespec="milliseconds")[:-6] + "Z" if opens else None
        return Problem("service_closed", {"opens_at": stamp})
    rule = model.queue(queue_id)
    if rule is not None and rule.opens_only_with_staff and not is_open_to(rule, on_duty=on_duty(queue_id)):
        return Problem("service_closed", {"opens_at": None})
    return queue_id
