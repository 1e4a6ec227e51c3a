"""A path or an address -> an open database with the tables of this Hasila in it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError

from hasila.errors import LedgerError
from hasila.ledger.schema import APPLICATION, HEAD

if TYPE_CHECKING:
    from alembic.config import Config

_PATIENCE = 60.0
# SQLite maps no more of a file than it was built to, however much is asked for.
_MAPPED = 1 << 40
# Any number will do that no other program takes for a lock of its own in the same database.
_LOCK = 0x484153494C41


def connect(url: str, create: bool, mapped: bool = False) -> Engine:
    """The database at ``url``, brought up to the tables of this Hasila; ``mapped`` as for :func:`open_ledger`.

    Raises :class:`LedgerError` where there is none and ``create`` is false, where it is something else, newer, or
    can't be reached.
    """
    address = _address(url)
    if address.get_backend_name() == "sqlite":
        _look_at_file(address.database or "", create)
    engine = _engine(address)
    if mapped and engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _map_sqlite)
    with told(engine):
        _bring_up(engine, create)
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that reads one state of the ledger, whatever is added meanwhile; it never waits for a writer."""
    with told(engine), engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ")
        yield connection


@contextmanager
def inspecting(engine: Engine) -> Iterator[Connection]:
    """A connection that reads also what is no longer text, because somebody altered the bytes of the file."""
    with reading(engine) as connection:
        if engine.dialect.name != "sqlite":
            yield connection
            return
        raw: Any = connection.connection.driver_connection
        raw.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
        try:
            yield connection
        finally:
            raw.text_factory = str


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that is alone in writing, from its beginning to its end; it waits for the one before it."""
    with told(engine), engine.connect().execution_options(writes=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        yield connection


@contextmanager
def told(engine: Engine) -> Iterator[None]:
    """Errors of the database, as errors that say what to do."""
    try:
        yield
    except DBAPIError as error:
        raise LedgerError(where(engine), *_reason(error)) from error


def where(engine: Engine) -> str:
    """What people call the ledger: its path, or its address without the password."""
    return _shown(engine.url)


def _shown(address: URL) -> str:
    if address.get_backend_name() == "sqlite":
        return address.database or "sqlite"
    return address.set(drivername=address.get_backend_name()).render_as_string(hide_password=True)


def _address(url: str) -> URL:
    if "://" not in url:
        return URL.create("sqlite", database=url)
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise LedgerError(url, "this is no address of a database", _ADDRESSES) from error
    backend = address.get_backend_name()
    if backend in ("postgres", "postgresql"):
        return address.set(drivername="postgresql+psycopg")
    if backend != "sqlite" or not address.database:
        raise LedgerError(_shown(address), "a ledger lives in an SQLite file or in PostgreSQL", _ADDRESSES)
    return address


_ADDRESSES = "Give a path (hasila.db) or postgresql://user:password@host/database"


def _look_at_file(path: str, create: bool) -> None:
    """Raise where the file can't be a ledger, before anything touches it."""
    if not os.path.exists(path):
        if not create:
            raise LedgerError(path, "there is no such ledger", "Check the path, or make one with hasila add")
        folder = Path(path).absolute().parent
        if not folder.is_dir():
            raise LedgerError(path, f"there is no folder {folder}", "Make the folder first, or check the path")
        return
    if os.path.isdir(path):
        raise LedgerError(path, "this is a folder, not a ledger", "Name a file in it, for example hasila.db")
    try:
        with open(path, "rb") as file:
            head = file.read(72)
    except OSError as error:
        raise LedgerError(path, (error.strerror or str(error)).lower(), "Check your rights to the file") from error
    # an empty file, or an SQLite file with our mark at its place in the header
    if head and not (head.startswith(b"SQLite format 3\0") and head[68:72] == APPLICATION.to_bytes(4, "big")):
        raise LedgerError(path, "the file is no ledger", "Name another file; this one was left as it is")


def _engine(address: URL) -> Engine:
    try:
        if address.get_backend_name() == "sqlite":
            engine = create_engine(address, connect_args={"timeout": _PATIENCE})
            event.listen(engine, "connect", _settle_sqlite)
            event.listen(engine, "begin", _begin_sqlite)
            return engine
        return create_engine(address, connect_args={"connect_timeout": 10})
    except ModuleNotFoundError as error:
        raise LedgerError(
            _shown(address),
            "the driver for PostgreSQL is not installed",
            "Install it with pip install 'hasila[postgres]'",
        ) from error


def _settle_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where we say, not where the driver guesses
    connection.execute("PRAGMA foreign_keys = ON")
    # What was reported done outlives a power cut too; with batches it costs a few milliseconds for each.
    connection.execute("PRAGMA synchronous = FULL")


def _map_sqlite(connection: Any, _record: object) -> None:
    # rows that lie far apart are read without a call of the system for each page of the file
    connection.execute(f"PRAGMA mmap_size = {_MAPPED}")


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes its place at once: a transaction that began by reading could not write after another one did.
    if connection.get_execution_options().get("writes"):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:  # a page begins very many: the driver itself does it in a tenth of the time, and there is no error to tell
        raw: Any = connection.connection.driver_connection
        raw.execute("BEGIN")


def _bring_up(engine: Engine, create: bool) -> None:
    """Make the tables, or bring them up to this Hasila; nothing, where they are."""
    with reading(engine) as connection:
        revision = _revision(engine, connection)
    if revision == HEAD:
        return
    if revision is None and not create:
        raise LedgerError(where(engine), "there is no ledger in it", "Check the address, or make one with hasila add")
    if engine.dialect.name == "sqlite":
        _mark_sqlite(engine)
    with writing(engine) as connection:
        _migrate(connection)


def _revision(engine: Engine, connection: Connection) -> str | None:
    """The revision of the tables that are there; None for an empty database."""
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" not in tables:
        if tables & {"documents", "readings", "decisions", "seals"}:
            raise LedgerError(where(engine), "the database holds tables of another program", "Give the ledger its own")
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _mark_sqlite(engine: Engine) -> None:
    """Write ahead, so that readers never wait; SQLite does not queue for this switch, so we do."""
    ends = time.monotonic() + _PATIENCE
    while True:
        raw = engine.raw_connection()
        try:
            raw.cursor().execute(f"PRAGMA application_id = {APPLICATION}")
            raw.cursor().execute("PRAGMA journal_mode = WAL")
            return
        except Exception as error:
            if "locked" not in str(error) or time.monotonic() > ends:
                raise LedgerError(where(engine), str(error), "Close the other program, or check the disk") from error
            time.sleep(0.05)
        finally:
            raw.close()


def _migrate(connection: Connection) -> None:
    # takes a while to import, and is needed once in the life of a ledger
    from alembic import command
    from alembic.util import CommandError

    try:
        command.upgrade(settings(connection), "head")
    except CommandError as error:
        raise LedgerError(
            where(connection.engine),
            "the ledger was made by a newer Hasila than this one",
            "Install the newest one (pip install --upgrade hasila)",
        ) from error


def settings(connection: Connection) -> Config:
    """What Alembic needs to know, to work inside the transaction of ``connection``."""
    from alembic.config import Config

    made = Config()
    made.set_main_option("script_location", "hasila.ledger:migrations")
    made.attributes["connection"] = connection
    return made


def _reason(error: DBAPIError) -> tuple[str, str]:
    """What happened, and what to do."""
    said = " ".join(str(error.orig).split()).rstrip(".")
    for sign, reason, remedy in _REASONS:
        if sign in said:
            return reason or said, remedy
    if isinstance(error, IntegrityError):
        return f"a row does not fit the chain ({said})", "Find the altered row with hasila audit"
    return said, "Check the ledger with hasila audit, and the disk or the server it lies on"


_REASONS = (
    ("locked", "another program keeps the ledger to itself", "Close it, or wait until it is done, and try again"),
    ("not a database", "the file is no ledger, or it was damaged", "Name another file, or take it from a backup"),
    ("malformed", "the file was damaged", "Take it from a backup"),
    ("append only", "a ledger is append only; nothing in it is changed or deleted", "Add a decision that says so"),
    ("readonly", "the ledger may not be written", "Give yourself the right to write the file and its folder"),
    ("read-only", "the ledger may not be written", "Ask for a user that may, or for the main server"),
    ("disk is full", "the disk is full", "Make room, and run it again: what was reported done is kept"),
    ("unable to open", "the file can't be opened", "Check the path and your rights to the file and its folder"),
    ("password authentication", None, "Check user and password in the address"),
    ("does not exist", None, "Check the address, or make the database with createdb"),
    ("permission denied", None, "Ask the owner of the database for the right to create and write tables"),
    ("connection", None, "Check that the server runs and that the address is right"),
    ("resolve", None, "Check the name of the server in the address"),
)
