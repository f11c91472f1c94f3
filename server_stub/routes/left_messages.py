"""left_messages: An identified customer comes back to a message she has left (R007, R105)."""

from collections.abc import Callable

from litestar import Response, post

from server_stub.helpline.roles import Action
from server_stub.helpline.values import Problem, customer_address
from server_stub.identity.authentication import Authenticator
from server_stub.records import left_messages
from server_stub.records.commit_groups import CommitGroups
from server_stub.records.group import Group
from server_stub.routes.doors import Asking, Handlers, decoded, nothing_to_say, scope_of
from server_stub.routes.keeper import asked_of, customer_of
from server_stub.routes.problem_answers import NOT_FOUND, ProblemRaised
from server_stub.wire.doors import OpenLeftMessage


def left_message_route(
    groups: CommitGroups, authenticator: Authenticator, gone: Callable[[str], None]
) -> Handlers:
    """The session is at that message afterwards; what is somebody else's is not there.

    `gone` ends the streams at an address: other windows of the browser show where the session is, too.
    """

    @post("/api/v1/customer/left-message", opt={"action": Action.CUSTOMER_OPEN_LEFT_MESSAGE})
    async def open_left_message(request: Asking) -> Response[bytes]:
        actor = customer_of(scope_of(request)).actor
        wanted = await decoded(request, OpenLeftMessage)
        identification = actor.identification
        if identification is None:
            raise ProblemRaised(Problem("identification_needed"))

        def opened(group: Group) -> Problem | None:
            found = left_messages.of_person(
                group.connection, identification, now=group.now, conversation_id=wanted.conversation_id
            )
            if not found:
                return NOT_FOUND
            # A chat that goes on is not left by a press on a list: it is ended first.
            is_elsewhere = actor.conversation_id not in (None, wanted.conversation_id)
            if is_elsewhere and group.own_open_conversation(actor.session_row):
                return Problem("conversation_exists")
            left_messages.give_to_session(group.connection, actor.session_row, found[0])
            group.note(actor.address, Action.CUSTOMER_OPEN_LEFT_MESSAGE, wanted.conversation_id)
            return None

        problem = await groups.run(opened)
        authenticator.forget_customer(asked_of(scope_of(request)).caller)
        if problem is not None:
            raise ProblemRaised(problem)
        if actor.conversation_id not in (None, wanted.conversation_id):
            gone(customer_address(actor.conversation_id))
        return nothing_to_say()

    return [open_left_message]
