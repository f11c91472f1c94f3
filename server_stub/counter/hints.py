"""Hints on their way: straight to this process's readers, or through the database to every process's."""

from server_stub.fanout.hub import Hub
from server_stub.records.database import Database
from server_stub.records.log_follower import notify_hint


class Hints:
    """Sends hints; never stores one. `key` names what a newer hint takes the place of."""

    def __init__(self, database: Database, hub: Hub) -> None:
        self._database = database
        self._hub = hub

    async def send(self, address: str, key: str, payload: bytes) -> None:
        """To all who listen at `address`, in whichever process. Payloads carry ids and numbers only."""
        if self._database.is_postgres:
            await self._database.read(lambda connection: notify_hint(connection, address, key, payload))
        else:
            self._hub.hint(address, key, payload)
