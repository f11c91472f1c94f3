"""The handbook of the service model in force, from JSON."""

from __future__ import annotations

from app.domain.handbook import GuidanceRule, GuideKind, Handbook, Support, WorkGuide
from app.domain.ids import QueueId
from app.wire.shapes import handbook as shapes


def handbook_of(shape: shapes.Handbook) -> Handbook:
    """Guides in the order of the service model."""
    support = shape.support
    return Handbook(
        guides=tuple(
            WorkGuide(
                guide_id=each.guide_id,
                kind=GuideKind(each.kind),
                name=each.name,
                text=each.text,
                queue_ids=tuple(QueueId(queue_id) for queue_id in each.queue_ids),
            )
            for each in shape.guides
        ),
        support=(
            None
            if support is None
            else Support(support.text, None if support.queue_id is None else QueueId(support.queue_id))
        ),
        guidance=tuple(
            GuidanceRule(rule.matter, QueueId(rule.queue_id), rule.queue_name) for rule in shape.guidance
        ),
    )
