"""Numbered service models: loaded by command, one of them active (architecture.md, decided)."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from server_stub.records import tables


@dataclass(frozen=True, slots=True)
class StoredModel:
    """The YAML text of one version, as it was loaded."""

    version: int
    source: str


def load(connection: Connection, source: str, *, now: int) -> int:
    """Keep a new version, not active yet; its number."""
    models = tables.service_models
    newest = connection.execute(select(func.max(models.c.version))).scalar_one()
    version = (newest or 0) + 1
    connection.execute(models.insert().values(version=version, source=source, loaded_at=now))
    return version


def activate(connection: Connection, version: int, *, now: int) -> bool:
    """Put a version in force; False when there is no such version."""
    models = tables.service_models
    changed = connection.execute(models.update().where(models.c.version == version).values(activated_at=now))
    if changed.rowcount == 0:
        return False
    connection.execute(tables.meta.delete().where(tables.meta.c.name == "service_model_version"))
    connection.execute(tables.meta.insert().values(name="service_model_version", value=str(version)))
    return True


def told_version(connection: Connection) -> int | None:
    """The newest version whose activation is in the log as a fact."""
    value = connection.execute(
        select(tables.meta.c.value).where(tables.meta.c.name == "service_model_told")
    ).scalar_one_or_none()
    return int(value) if value is not None else None


def mark_told(connection: Connection, version: int) -> bool:
    """Note that the activation is in the log; False when another process was first."""
    # The row is locked first: of two processes the second then sees what the first one noted.
    active_row = select(tables.meta.c.value).where(tables.meta.c.name == "service_model_version")
    active = connection.execute(active_row.with_for_update()).scalar_one_or_none()
    if active != str(version) or told_version(connection) == version:
        return False
    connection.execute(tables.meta.delete().where(tables.meta.c.name == "service_model_told"))
    connection.execute(tables.meta.insert().values(name="service_model_told", value=str(version)))
    return True


def active_version(connection: Connection) -> int | None:
    """The number of the version in force, or None before the first."""
    value = connection.execute(
        select(tables.meta.c.value).where(tables.meta.c.name == "service_model_version")
    ).scalar_one_or_none()
    return int(value) if value is not None else None


def in_force_since(connection: Connection, version: int) -> int:
    """When that version was last put in force (milliseconds); 0 where it never was."""
    models = tables.service_models.c
    at = connection.execute(select(models.activated_at).where(models.version == version)).scalar_one_or_none()
    return at or 0


@dataclass(frozen=True, slots=True)
class KeptModel:
    """When a version was loaded and, if it ever was, put in force for the last time (milliseconds)."""

    version: int
    loaded_at: int
    activated_at: int | None


def kept(connection: Connection) -> tuple[KeptModel, ...]:
    """Every version that was ever loaded, oldest first (R011)."""
    models = tables.service_models.c
    rows = connection.execute(
        select(models.version, models.loaded_at, models.activated_at).order_by(models.version)
    )
    return tuple(KeptModel(*row) for row in rows)


def stored(connection: Connection, version: int) -> StoredModel | None:
    """One version as it was loaded, in force or not; None when there is none such (R011)."""
    source = connection.execute(
        select(tables.service_models.c.source).where(tables.service_models.c.version == version)
    ).scalar_one_or_none()
    return StoredModel(version, source) if source is not None else None


def active(connection: Connection) -> StoredModel | None:
    """The version in force, or None before the first."""
    version = active_version(connection)
    if version is None:
        return None
    source = connection.execute(
        select(tables.service_models.c.source).where(tables.service_models.c.version == version)
    ).scalar_one()
    return StoredModel(version, source)
