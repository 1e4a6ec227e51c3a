"""The tables of the search, in the database of the ledger. They are no part of its chain or of its migrations."""

from __future__ import annotations

from functools import cache
from secrets import token_hex

from sqlalchemy import BigInteger, Column, Connection, Index, Integer, MetaData, Table, Text, inspect, select

from hasila.ledger.identity import version_of
from hasila.search.words import words_of

# What the tables depend on besides the readings.
_MAKERS = ("search", "lexicon", "text", "reading/page.py", "reading/bodies.py")

_NUMBER = BigInteger().with_variant(Integer, "sqlite")
metadata = MetaData()

state = Table(
    "search_state",
    metadata,
    Column("version", Text, primary_key=True),
    # the last document that can be found, and the row up to which newer readings were looked for
    Column("document", _NUMBER, nullable=False),
    Column("looked", _NUMBER, nullable=False),
    # which making of the tables this is
    Column("made", Text, nullable=False),
)

papers = Table(
    "search_papers",
    metadata,
    # by day of publication and order of adding
    Column("place", _NUMBER, primary_key=True, autoincrement=False),
    Column("lang", Text, nullable=False),
    Column("outlet", Text, nullable=False),
    Column("figures", Integer, nullable=False),
)

entities = Table(
    "search_entities",
    metadata,
    Column("number", _NUMBER, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Index("search_entities_name", "kind", "name", unique=True),
)

# who has which part in which figure, quotation or fact of which reading; the last day first where it is asked so
parts = Table(
    "search_parts",
    metadata,
    Column("entity", _NUMBER, primary_key=True, autoincrement=False),
    Column("role", Integer, primary_key=True, autoincrement=False),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("seq", _NUMBER, primary_key=True, autoincrement=False),
    Column("at", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# in how many reports of a month someone has a part, and in how many figures and quotations; "" is no month
months = Table(
    "search_months",
    metadata,
    Column("entity", _NUMBER, primary_key=True, autoincrement=False),
    Column("month", Text, primary_key=True),
    Column("documents", Integer, nullable=False),
    Column("figures", Integer, nullable=False),
    Column("quotes", Integer, nullable=False),
    Column("facts", Integer, nullable=False),
    sqlite_with_rowid=False,
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
    words = words_of(connection)
    words.drop(connection)
    metadata.drop_all(connection)
    metadata.create_all(connection)
    words.create(connection)
    connection.execute(state.insert(), {"version": version(), "document": 0, "looked": 0, "made": token_hex(8)})
