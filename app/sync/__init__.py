"""Asyncio only: follow the facts, deliver the outbox, resume."""
