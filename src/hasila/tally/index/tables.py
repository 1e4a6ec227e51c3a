"""The tables of the index, in the database of the ledger. They are no part of its chain or of its migrations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import islice
from secrets import token_hex
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    inspect,
    select,
)

from hasila.ledger.identity import version_of

# What the index depends on besides the readings.
_MAKERS = ("tally", "lexicon", "text")

_MANY = 500
_NUMBER = BigInteger().with_variant(Integer, "sqlite")
metadata = MetaData()

state = Table(
    "tally_state",
    metadata,
    Column("version", Text, primary_key=True),
    # the last document that is in the index, and the row up to which newer readings were looked for
    Column("document", _NUMBER, nullable=False),
    Column("looked", _NUMBER, nullable=False),
    # which making of the tables this is
    Column("made", Text, nullable=False),
)

papers = Table(
    "tally_papers",
    metadata,
    Column("seq", _NUMBER, primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False, unique=True),
    Column("reading", _NUMBER, nullable=False),
    Column("source", Text, nullable=False),
    Column("claims", Text, nullable=False),
    # the numbers of the blocks of its claims
    Column("blocks", Text, nullable=False),
)

# apart from the papers, because it changes when a copy comes in
witnesses = Table(
    "tally_witnesses",
    metadata,
    Column("seq", _NUMBER, primary_key=True, autoincrement=False),
    Column("witness", Text, nullable=False),
    Index("tally_witnesses_witness", "witness"),
)

imprints = Table(
    "tally_imprints",
    metadata,
    Column("seq", _NUMBER, primary_key=True, autoincrement=False),
    Column("packed", LargeBinary, nullable=False),
)

marks = Table(
    "tally_marks",
    metadata,
    Column("mark", BigInteger, primary_key=True, autoincrement=False),
    Column("seq", _NUMBER, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

links = Table(
    "tally_links",
    metadata,
    Column("one", Text, primary_key=True),
    Column("other", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("why", Text, nullable=False),
    Column("joins", Boolean, nullable=False),
)

cells, manners, blocks = (
    Table(
        name,
        metadata,
        Column("number", _NUMBER, primary_key=True, autoincrement=False),
        Column("packed", Text, nullable=False, unique=True),
    )
    for name in ("tally_cells", "tally_manners", "tally_blocks")
)

# which papers have claims in a block
places = Table(
    "tally_places",
    metadata,
    Column("block", _NUMBER, primary_key=True, autoincrement=False),
    Column("seq", _NUMBER, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

touched = Table(
    "tally_touched",
    metadata,
    Column("block", _NUMBER, primary_key=True, autoincrement=False),
    Column("document", _NUMBER, nullable=False),
    Column("denies", Boolean, nullable=False),
)

# what was made of blocks that belong together, under a policy
units = Table(
    "tally_units",
    metadata,
    Column("policy", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("made_from", Text, nullable=False),
    Column("packed", Text, nullable=False),
    # what contradicts what in it, which isn't looked at when rows are published
    Column("disputes", Text, nullable=False),
)


@cache
def version() -> str:
    """What made the tables, and how: they are thrown away when it is something else."""
    return version_of(_MAKERS)


def are_there(connection: Connection) -> bool:
    """Whether this version's tables are there."""
    if not inspect(connection).has_table(state.name):
        return False
    return list(connection.execute(select(state.c.version)).scalars()) == [version()]


def make(connection: Connection) -> None:
    """Throw away whatever is there, and begin with empty tables."""
    metadata.drop_all(connection)
    metadata.create_all(connection)
    connection.execute(state.insert(), {"version": version(), "document": 0, "looked": 0, "made": token_hex(8)})


def put(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    """Insert very many rows as they are: what SQLAlchemy checks and turns in each takes longer than writing it."""
    if not rows:
        return
    compiled = table.insert().compile(dialect=connection.dialect, column_keys=list(rows[0]))
    held: Any = [tuple([row[name] for name in compiled.positiontup]) for row in rows] if compiled.positiontup else rows
    connection.exec_driver_sql(str(compiled), held)


def signed(number: int) -> int:
    """A number of 64 bits as databases hold it."""
    return number - (1 << 64) if number >> 63 else number


def some(values: Iterable[object]) -> Iterable[list[object]]:
    """Values in lists that are short enough for one question."""
    left = iter(values)
    while held := list(islice(left, _MANY)):
        yield held
