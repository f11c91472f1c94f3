"""wiring: Every part of the backend, made once and handed to those who need it."""

import asyncio
import json
import secrets
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from litestar import Litestar

from server_stub.bootstrap.identifying import person_keys, provider
from server_stub.bootstrap.opening import Refused, days_off_around, model_in_force, model_of, read_text
from server_stub.counter.accounts import AccountCounter
from server_stub.counter.callbacks import CallbackCounter
from server_stub.counter.consultations import ConsultationCounter
from server_stub.counter.counter import Counter
from server_stub.counter.feedback import FeedbackCounter
from server_stub.counter.hints import Hints
from server_stub.counter.identifications import Identifications
from server_stub.counter.in_force import InForce
from server_stub.counter.model_switch import ModelSwitch
from server_stub.counter.planning import PlanningCounter
from server_stub.counter.postman import Desk, Postman
from server_stub.counter.presence import Presence
from server_stub.counter.shifts import ShiftCounter
from server_stub.counter.streams import Streams
from server_stub.counter.today import Today
from server_stub.counter.transcripts import LetterLimits, TranscriptCounter
from server_stub.counter.uploads import Uploads
from server_stub.counter.waiting_room import WaitingRoom
from server_stub.fanout.hub import Hub
from server_stub.helpline.accounts import TryRule
from server_stub.helpline.actors import ClockActor
from server_stub.helpline.concern import Concerns
from server_stub.helpline.personal_data import Masker
from server_stub.helpline.service_model import ServiceModel
from server_stub.helpline.values import apart_address, staff_address
from server_stub.identity.authentication import Authenticator
from server_stub.identity.customer_doors import CustomerDoors
from server_stub.identity.passwords import Passwords
from server_stub.identity.person_keys import PersonKeys
from server_stub.identity.practice_provider import PracticeProvider
from server_stub.identity.provider import IdentityProvider
from server_stub.identity.rate_limits import RateLimiter
from server_stub.identity.staff_doors import StaffDoors
from server_stub.papers.inspector import Inspector
from server_stub.ports import Alarm, Clock, Points, pass_by, place_of
from server_stub.records import condition, creation, keeping, tidying
from server_stub.records.commit_groups import CommitGroups, Effort, WriteFailed
from server_stub.records.database import Database
from server_stub.records.door_records import DoorRecords
from server_stub.records.erasing import erase_closed_requests
from server_stub.records.group import Written
from server_stub.records.log_follower import LogFollower
from server_stub.routes.accounts import AccountReading, account_routes
from server_stub.routes.application import Roof, application
from server_stub.routes.archive import ArchiveReading, archive_routes
from server_stub.routes.attachments import UploadEntry, attachment_route
from server_stub.routes.bookable import bookable_times
from server_stub.routes.commands import CommandEntry
from server_stub.routes.doors import customer_doors, open_routes, staff_doors
from server_stub.routes.entry_page import EntryPage
from server_stub.routes.facts import FactsEntry
from server_stub.routes.gate import Commands, Entry, Files, Gate, Stream
from server_stub.routes.identification import (
    SAML_RETURN,
    identification_routes,
    identity_code_route,
)
from server_stub.routes.keeper import Keeper
from server_stub.routes.left_messages import left_message_route
from server_stub.routes.open_api import open_api
from server_stub.routes.planned_shifts import PlanReading, planned
from server_stub.routes.reading import customer_reading, staff_reading
from server_stub.routes.readings import Readings
from server_stub.routes.situation import SituationReading, supervising
from server_stub.routes.static_page import page_policy, page_routes, read_page
from server_stub.routes.transfer_targets import TransferLookAhead
from server_stub.settings.settings import Settings
from server_stub.timekeeper.timekeeper import Timekeeper

PRODUCT: Final = "0.1.0"
_READY_WITHIN_S: Final = 2.0


class WallClock:
    """The time of this computer."""

    def millis(self) -> int:
        """Milliseconds since 1970, UTC."""
        return time.time_ns() // 1_000_000


class SystemDraw:
    """Chance from the operating system."""

    def identifier(self) -> str:
        """128 random bits as 32 hexadecimal digits."""
        return secrets.token_hex(16)

    def alias(self) -> str:
        """Four random digits."""
        return f"{secrets.randbelow(10_000):04d}"


@dataclass(frozen=True, slots=True)
class Address:
    """What the backend listens on."""

    host: str
    port: int

    @property
    def authorities(self) -> frozenset[str]:
        """The names a browser may use for it: `127.0.0.1:8765`, and `localhost:8765` on this computer."""
        hosts = {self.host} | (
            {"127.0.0.1", "localhost"} if self.host in ("127.0.0.1", "localhost") else set()
        )
        return frozenset(f"[{host}]:{self.port}" if ":" in host else f"{host}:{self.port}" for host in hosts)


class Backend:
    """The parts that live and die with the process; `gate` is what is served."""

    def __init__(
        self,
        settings: Settings,
        database: Database,
        *,
        resources: Path,
        address: Address,
        alarm: Alarm,
        clock: Clock | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        points: Points = pass_by,
        one_use: frozenset[str] = frozenset(),
    ) -> None:
        """Nothing runs before the application starts. Raises `Refused` when something needed is missing."""
        self._settings = settings
        self._database = database
        self._alarm = alarm
        self._clock = clock or WallClock()
        self._points = points
        self._monotonic = monotonic
        self._provider: IdentityProvider | None = None
        self._started_at = self._clock.millis()
        self.hub = Hub()
        self._follower = LogFollower(database, self.hub.tell, self.hub.hint) if database.is_postgres else None
        self._groups = CommitGroups(database, self._clock, self._tell, points=points)
        self._in_force = self._model()
        self._waiting_room = WaitingRoom(database, self.hub, self._in_force, self._clock)
        self._presence = Presence(self.hub, self._groups, self._clock)
        self._person_keys = self._make_person_keys()
        self._has_tidied = False
        self._counter = self._make_counter(resources)
        self._limiter = RateLimiter(settings.rates, monotonic)
        self._uploads = Uploads(
            database, self._groups, Inspector(), limits=settings.limits, draw=SystemDraw(), points=points
        )
        self._passwords = Passwords(settings.passwords)
        self._authenticator = self._make_authenticator(address)
        self.model_switch = self._make_model_switch()
        self._timekeeper = self._make_timekeeper()
        self._ticking: asyncio.Task[None] | None = None
        self._postman = self._make_postman(address)
        self._carrying: asyncio.Task[None] | None = None
        self.gate, self.litestar = self._make_application(resources, address, one_use)

    # ------------------------------------------------------------------ life

    async def start(self) -> None:
        """Begin to write, to follow and to tick."""
        self._groups.start()
        if self._follower is not None:
            self._follower.start()
        self._ticking = asyncio.get_running_loop().create_task(self._keep_time(), name="timekeeper")
        if self._postman is not None:
            self._carrying = asyncio.get_running_loop().create_task(self._postman.run(), name="postman")
        self._alarm("started", product=PRODUCT)

    async def stop(self) -> None:
        """Write what is in the backlog and give everything back."""
        self.hub.stop()
        if self._ticking is not None:
            self._ticking.cancel()
            with suppress(asyncio.CancelledError):
                await self._ticking
        if self._postman is not None and self._carrying is not None:
            # A letter whose text has begun is seen through, as far as the host's time allows.
            self._postman.stop()
            await self._carrying
        # Whoever listened until now was there: a restart must not count as her absence.
        with suppress(WriteFailed):
            await self._presence.renew()
        if self._follower is not None:
            await self._follower.stop()
        await self._groups.stop()
        if self._provider is not None:
            await self._provider.close()
        self._passwords.close()
        self._alarm("stopped")

    async def _keep_time(self) -> None:
        """Whatever trips the timekeeper is told; time goes on."""
        while True:
            try:
                await self._timekeeper.run()
            except Exception as error:
                self._alarm("timekeeper_stumbled", error=type(error).__name__, at=place_of(error))

    # ------------------------------------------------------------------ parts

    def _tell(self, written: Sequence[Written]) -> None:
        if self._follower is None:
            self.hub.tell([fact.row for fact in written if fact.row is not None])

    def _model(self) -> InForce:
        model = model_in_force(self._database, is_practice=self._settings.is_practice)
        return InForce(model, days_off_around(self._started_at, self._settings.local_closing_days))

    def _make_counter(self, resources: Path) -> Counter:
        rules = read_text(
            resources / "contract" / "v1" / "personal_data.json",
            lambda why: f"The patterns of personal data could not be read: {why}. Install the program anew.",
        )
        with self._database.reading() as connection:
            digest_key = creation.ledger_key(connection)
        masker = Masker(json.loads(rules))
        concerns = read_text(
            resources / "contract" / "v1" / "concerns.json",
            lambda why: f"The words of concern could not be read: {why}. Install the program anew.",
        )
        self._callbacks = CallbackCounter(
            self._database,
            self._groups,
            self._in_force,
            masker,
            limits=self._settings.limits,
            draw=SystemDraw(),
            digest_key=digest_key,
            floor_of_leases=lambda: self._started_at,
            days_off=lambda now: days_off_around(now, self._settings.local_closing_days),
        )
        self._consultations = ConsultationCounter(
            self._database,
            self._groups,
            self._in_force,
            masker,
            limits=self._settings.limits,
            draw=SystemDraw(),
            digest_key=digest_key,
            days_off=lambda now: days_off_around(now, self._settings.local_closing_days),
        )
        self._masker = masker
        mail = self._settings.mail
        self._transcripts = TranscriptCounter(
            self._groups,
            limits=LetterLimits(mail.letters_a_day, mail.usual_a_day) if mail is not None else None,
            draw=SystemDraw(),
            digest_key=digest_key,
            alarm=self._alarm,
        )
        self._planning = PlanningCounter(self._groups, digest_key=digest_key)
        self._feedback = FeedbackCounter(
            self._groups, self._in_force, masker, draw=SystemDraw(), digest_key=digest_key
        )
        self._accounts = AccountCounter(
            self._groups,
            self._in_force,
            masker,
            draw=SystemDraw(),
            digest_key=digest_key,
            on_change=self._somebody_left,
        )
        self._shifts = ShiftCounter(self._groups, digest_key=digest_key, return_claim=self._callbacks.release)
        return Counter(
            self._groups,
            self._in_force,
            masker,
            Concerns(json.loads(concerns)),
            limits=self._settings.limits,
            draw=SystemDraw(),
            digest_key=digest_key,
            floor_of_leases=lambda: self._started_at,
            can_identify=self._person_keys is not None,
        )

    def _make_person_keys(self) -> PersonKeys | None:
        setting = self._settings.identification
        return person_keys(setting, self._database) if setting is not None else None

    def _make_authenticator(self, address: Address) -> Authenticator:
        return Authenticator(
            staff=self._records(),
            customers=self._records(),
            now=self._clock.millis,
            origins=_origins(self._settings, address),
            alarm=self._alarm,
        )

    def _records(self) -> DoorRecords:
        return DoorRecords(read=self._database.read, write=self._groups.run)

    def _make_model_switch(self) -> ModelSwitch:
        return ModelSwitch(
            self._database,
            self._groups,
            self.hub,
            self._in_force,
            clock=self._clock,
            alarm=self._alarm,
            understand=self._understand,
            days_off=lambda now: days_off_around(now, self._settings.local_closing_days),
        )

    def _make_timekeeper(self) -> Timekeeper:
        return Timekeeper(
            database=self._database,
            counter=self._counter,
            callbacks=self._callbacks,
            consultations=self._consultations,
            hub=self.hub,
            presence=self._presence,
            waiting_room=self._waiting_room,
            clock=self._clock,
            alarm=self._alarm,
            refresh_model=self.model_switch.look,
            tidy=self._tidy,
        )

    def _make_postman(self, address: Address) -> Postman | None:
        mail = self._settings.mail
        if mail is None:
            return None
        page = self._settings.public_origin or f"http://{address.host}:{address.port}"
        return Postman(
            self._database,
            self._groups,
            self._in_force,
            self._masker,
            desk=Desk(mail.host, f"{page}/"),
            clock=self._clock,
            alarm=self._alarm,
            points=self._points,
        )

    def _make_application(
        self, resources: Path, address: Address, one_use: frozenset[str]
    ) -> tuple[Gate, Litestar]:
        settings, limiter = self._settings, self._limiter
        hints = Hints(self._database, self.hub)
        keeper = Keeper(self._authenticator, limiter, settings.trusted_proxies)
        readings = Readings(
            self._database,
            self._counter,
            self._in_force,
            self._waiting_room,
            limits=settings.limits,
            clock=self._clock,
            is_practice=settings.is_practice,
            offers_letters=self._transcripts.is_offered,
            can_identify=self._person_keys is not None,
        )
        entry = EntryPage(
            self._in_force,
            self._waiting_room,
            limits=settings.limits,
            clock=self._clock,
            is_practice=settings.is_practice,
            can_identify=self._person_keys is not None,
        )
        contract = resources / "contract" / "v1"
        schema = read_text(
            contract / "schema.json",
            lambda why: f"The contract's schema could not be read: {why}. Install the program anew.",
        )
        page = read_page(resources / "customer_page", contract / "personal_data.json")
        is_secure = (settings.public_origin or "").startswith("https://")
        doors = CustomerDoors(
            records=self._records(), limiter=limiter, now=self._clock.millis, is_secure=is_secure
        )
        routes = [
            *open_routes(
                product=PRODUCT,
                entry=entry,
                is_ready=self._is_ready,
                openapi=open_api(schema.encode(), product=PRODUCT),
            ),
            *staff_doors(self._make_staff_doors(one_use)),
            *customer_doors(doors),
            *identification_routes(
                self._make_identifications(address, doors),
                self._authenticator,
                limiter,
                saml_metadata=self._provider.metadata() if self._provider is not None else None,
                practice_policy=page_policy(()) if isinstance(self._provider, PracticeProvider) else None,
            ),
            *identity_code_route(self._database, self._counter, self._person_keys),
            *supervising(
                SituationReading(
                    self._database, self._in_force, self._clock, Today(self._database, self._in_force)
                )
            ),
            *planned(PlanReading(self._database, self._in_force, self._clock)),
            *archive_routes(
                ArchiveReading(
                    self._database,
                    self._counter,
                    self._in_force,
                    self._masker,
                    settings.retention,
                    self._clock,
                )
            ),
            *account_routes(
                AccountReading(self._database, self._in_force, self._clock),
                self._accounts,
                self._passwords,
                self._clock,
            ),
            *staff_reading(
                readings, TransferLookAhead(self._database, self._in_force, self._clock), hints, limiter
            ),
            *customer_reading(readings, hints, limiter),
            *attachment_route(self._uploads),
            *left_message_route(self._groups, self._authenticator, self.hub.gone),
            *bookable_times(self._callbacks, self._clock),
            *page_routes(page, page_policy(settings.allowed_origins)),
        ]
        return application(
            routes,
            self._entries(),
            keeper=keeper,
            roof=Roof(_hosts(settings, address), is_secure, self._database.errors, frozenset({SAML_RETURN})),
            alarm=self._alarm,
            on_startup=[self.start],
            on_shutdown=[self.stop],
        )

    def _make_identifications(self, address: Address, doors: CustomerDoors) -> Identifications | None:
        setting = self._settings.identification
        if setting is None or self._person_keys is None:
            return None
        origin = self._settings.public_origin or f"http://{address.host}:{address.port}"
        self._provider = provider(
            setting, origin=origin, now=self._clock.millis, monotonic=self._monotonic, alarm=self._alarm
        )
        return Identifications(
            self._provider,
            self._person_keys,
            self._counter,
            self._groups,
            clock=self._clock,
            draw=SystemDraw(),
            new_session=doors.new_session,
        )

    def _make_staff_doors(self, one_use: frozenset[str]) -> StaffDoors:
        rates = self._settings.rates
        return StaffDoors(
            records=self._records(),
            passwords=self._passwords,
            limiter=self._limiter,
            rule=TryRule(
                tries=rates.sign_in_per_account.times,
                window_s=rates.sign_in_per_account.per_s,
                longest_wait_s=rates.sign_in_longest_wait_s,
            ),
            now=self._clock.millis,
            on_change=self._somebody_left,
            alarm=self._alarm,
            one_use=one_use,
        )

    def _entries(self) -> dict[str, Entry]:
        settings = self._settings
        streams = Streams(self._database, self.hub, settings.limits, left=self._presence.left)
        made: dict[str, Entry] = {}
        for side, is_staff in (("staff", True), ("customer", False)):
            commands = CommandEntry(
                self._counter,
                self._callbacks,
                self._consultations,
                self._shifts,
                self._planning,
                self._transcripts,
                self._feedback,
                self._accounts,
                self._authenticator,
                self._limiter,
                is_staff=is_staff,
                proxies=settings.trusted_proxies,
                points=self._points,
                gone=self.hub.gone,
            )
            facts = FactsEntry(
                streams,
                self._authenticator,
                self._limiter,
                is_staff=is_staff,
                proxies=settings.trusted_proxies,
                millis=self._clock.millis,
            )
            made[f"/api/v1/{side}/commands"] = Commands(commands.answer)
            made[f"/api/v1/{side}/facts"] = Stream(facts)
        uploads = UploadEntry(
            self._uploads,
            self._authenticator,
            self._limiter,
            largest=settings.limits.attachment_bytes,
            proxies=settings.trusted_proxies,
        )
        made["/api/v1/customer/uploads"] = Files(uploads.answer, settings.limits.attachment_bytes)
        return made

    # ------------------------------------------------------------------ now and then

    def _somebody_left(self, staff_id: str | None) -> None:
        self._authenticator.forget_everything()
        if staff_id is not None:
            self.hub.gone(staff_address(staff_id))
            self.hub.gone(apart_address(staff_id))

    async def _is_ready(self) -> bool:
        now = self._clock.millis()
        try:
            async with asyncio.timeout(_READY_WITHIN_S):
                await self._groups.write(partial(condition.note_ready, now=now))
        except (WriteFailed, TimeoutError):
            return False
        return True

    def _understand(self, source: str, version: int) -> ServiceModel | None:
        try:
            return model_of(source, version, is_practice=self._settings.is_practice)
        except Refused:
            return None

    async def _tidy(self) -> None:
        await self._groups.write(
            partial(
                tidying.tidy,
                now=self._clock.millis(),
                feedback_days=self._settings.retention.anonymous_days,
                is_first=not self._has_tidied,
            )
        )
        self._has_tidied = True
        if await self._groups.run(
            lambda group: erase_closed_requests(group, ClockActor().address), effort=Effort.LONG
        ):
            self._groups.empty_log()
        await self._erase_what_is_due()

    async def _erase_what_is_due(self) -> None:
        """Erase the words of conversations that are kept no longer, each in a commit of its own."""
        retention, clock = self._settings.retention, self._clock
        for name in await self._database.read(partial(keeping.due, retention=retention, now=clock.millis())):
            erase = partial(
                keeping.erase, actor=ClockActor().address, conversation_id=name, retention=retention
            )
            if await self._groups.run(erase, effort=Effort.LONG):
                self._groups.empty_log()


def _hosts(settings: Settings, address: Address) -> frozenset[str]:
    own = (settings.public_origin or "").partition("://")[2]
    return address.authorities | ({own} if own else frozenset())


def _origins(settings: Settings, address: Address) -> frozenset[str]:
    own = {settings.public_origin} if settings.public_origin else set()
    plain = {f"http://{authority}" for authority in address.authorities}
    return frozenset({*own, *plain, *settings.allowed_origins})
