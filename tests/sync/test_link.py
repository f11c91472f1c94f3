"""The link's table: every state with every event, as the picture has it."""

import pytest

from app.domain.link import LinkState
from app.sync.link import LinkEvent, next_state

# The picture, written down a second time. What is not here leaves the state as it is.
PICTURE = {
    (LinkState.SIGNED_OUT, LinkEvent.SIGNED_IN): LinkState.CONNECTING,
    (LinkState.CONNECTING, LinkEvent.CAUGHT_UP): LinkState.LIVE,
    (LinkState.CONNECTING, LinkEvent.LOST_LONG): LinkState.OFFLINE,
    (LinkState.LIVE, LinkEvent.LOST): LinkState.RECOVERING,
    (LinkState.RECOVERING, LinkEvent.CAUGHT_UP): LinkState.LIVE,
    (LinkState.RECOVERING, LinkEvent.LOST_LONG): LinkState.OFFLINE,
    (LinkState.OFFLINE, LinkEvent.CAUGHT_UP): LinkState.LIVE,
}


@pytest.mark.parametrize("state", LinkState)
@pytest.mark.parametrize("event", LinkEvent)
def test_the_link_goes_as_the_picture_says(state: LinkState, event: LinkEvent) -> None:
    expected = LinkState.SIGNED_OUT if event is LinkEvent.SIGNED_OUT else PICTURE.get((state, event), state)
    assert next_state(state, event) is expected


@pytest.mark.parametrize("state", [state for state in LinkState if state is not LinkState.LIVE])
def test_only_being_caught_up_makes_the_link_live(state: LinkState) -> None:
    made_live = {event for event in LinkEvent if next_state(state, event) is LinkState.LIVE}
    assert made_live <= {LinkEvent.CAUGHT_UP}
