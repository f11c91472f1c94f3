"""Hints on their way: straight to this process's readers, or through the database to every process's."""

import json

from sqlalchemy import Connection, text

from server_stub.fanout.hub import Hub
from server_stub.records.database import Database
from server_stub.records.log_follower import HINTS_CHANNEL


class Hints:
    """Sends hints; never stores one. `key` names what a newer hint takes the place of."""

    def __init__(self, database: Database, hub: Hub) -> None:
        self._database = database
        self._hub = hub

    async def send(self, address: str, key: str, payload: bytes) -> None:
        """To all who listen at `address`, in whichever process. Payloads carry ids and numbers only."""
        if not self._database.is_postgres:
            self._hub.hint(address, key, payload)
            return
        told = json.dumps({"to": address, "key": key, "hint": payload.decode()})
        await self._database.read(lambda connection: _notify(connection, told))


def _notify(connection: Connection, told: str) -> None:
    connection.execute(text("SELECT pg_notify(:channel, :told)"), {"channel": HINTS_CHANNEL, "told": told})
