"""Attachments: an identified customer sends a file into her conversation. Pure (R040, R047; trust.md B09).

    upload, looked at, nobody's but hers ── SendAttachment ──► a message whose text is the file's name
                └── an hour without it ──► gone

It is a message (decision 59): it has its `seq`, is read, masked, paged, moved and erased as every line is.
Only who has proved who she is may send one (R040): she is, in this session, and so is the conversation.
"""

import re
from typing import Final

from server_stub.helpline import non_urgent, talk
from server_stub.helpline.actors import CustomerActor
from server_stub.helpline.attachment_values import AttachmentKind, SendAttachment
from server_stub.helpline.conversation_situation import Situation, reachable
from server_stub.helpline.conversation_values import By, Channel, ConversationState
from server_stub.helpline.decisions import Addressed, Decision
from server_stub.helpline.texts import composed
from server_stub.helpline.values import Problem

LONGEST_NAME: Final = 100
"""Characters of a name, its ending included."""
ENDINGS: Final = {
    AttachmentKind.PDF: (".pdf",),
    AttachmentKind.JPEG: (".jpg", ".jpeg"),
    AttachmentKind.PNG: (".png",),
}
_NAMELESS: Final = "liite"
# Controls, surrogates, and what is drawn as nothing or turns what follows around (trust.md B04, B05).
_UNSEEN: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
# What some system reads as a place, a stream or a wildcard.
_OF_SYSTEMS: Final = re.compile('[<>:"|?*]')
# Names that Windows keeps for devices, whatever their ending.
_OF_DEVICES: Final = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?")


def sent(situation: Situation, command: SendAttachment) -> Decision | Problem:
    """What sending a file leads to; `situation.upload` is the one named, None where there is none of hers."""
    found, actor = reachable(situation), situation.actor
    if isinstance(found, Problem):
        return found
    if not isinstance(actor, CustomerActor):
        return Problem("not_found")
    if found.state == ConversationState.CLOSED:
        return Problem("conversation_closed")
    if found.state == ConversationState.ENDED:
        return Problem("conversation_ended")
    if actor.identification is None or found.identity == "anonymous":
        return Problem("identification_needed")
    if situation.attachments >= situation.most_attachments:
        return Problem("attachments_full", {"limit": situation.most_attachments})
    upload = situation.upload
    if upload is None:
        return Problem("upload_unknown")
    name = shown_name(command.text, upload.kind)
    after, message = talk.with_message(
        found, By.CUSTOMER, name, command.masked, situation.now, attachment=upload
    )
    promised: tuple[Addressed, ...] = ()
    if found.channel == Channel.MESSAGE:
        after, promised = non_urgent.settled(after, By.CUSTOMER, situation)
    return Decision(after, (message, *promised))


def shown_name(name: str, kind: AttachmentKind) -> str:
    """A file's name as it is shown: no place, nothing unseen, and an ending that says what it is.

    It names nothing in the backend. Whoever saves the file is offered it, so it must harm no system's rules.
    """
    last = re.split(r"[/\\]", composed(_UNSEEN.sub("", name)))[-1]
    bare = " ".join(_OF_SYSTEMS.sub("_", last).split()).strip(". ").lstrip("-~")
    if _OF_DEVICES.fullmatch(bare):
        bare = f"_{bare}"
    endings = ENDINGS[kind]
    ending = next((bare[-len(each) :] for each in endings if bare.lower().endswith(each)), "")
    stem = (bare[: -len(ending)] if ending else bare).rstrip(". ")
    ending = ending or endings[0]
    return (stem[: LONGEST_NAME - len(ending)].rstrip(". ") or _NAMELESS) + ending
