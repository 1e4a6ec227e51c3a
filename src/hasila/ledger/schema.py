"""The tables of a ledger as this Hasila knows them. How they came to be so stands in ``migrations``.

``documents``, ``readings``, ``decisions`` and ``second_readings`` share one count (``seq``) and one chain of hashes
(:mod:`hasila.ledger.chain`); ``seals`` holds the end of the chain after each transaction. No row of these five is ever
changed or deleted: the database refuses. JSON is kept as text, as :mod:`hasila.codec` writes it, because the hash is
over its very characters.

``second_readings`` holds what other readers read in a document: shown beside ``readings``, and never tallied.

``accounts``, ``sessions`` and ``tokens`` say who may do what on the page. They are no part of the chain and do change.
Neither are the tables whose names begin with ``watch``: what is watched, what was seen there, what is to be told;
nor ``taken_files``, the files of followed folders that were read.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, MetaData, Table, Text

HEAD = "0005"
APPLICATION = 0x4841534C  # "HASL", the mark in an SQLite file

# in SQLite a key called INTEGER is the place of the row itself, and needs no index of its own
_NUMBER = BigInteger().with_variant(Integer, "sqlite")
metadata = MetaData()

documents = Table(
    "documents",
    metadata,
    Column("seq", _NUMBER, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("key", Text, nullable=False, unique=True),
    Column("id", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("prev", Text, nullable=False),
    Column("hash", Text, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("seq", _NUMBER, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("document", _NUMBER, ForeignKey("documents.seq"), nullable=False),
    Column("engine", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("prev", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Index("readings_document", "document"),
)

decisions = Table(
    "decisions",
    metadata,
    Column("seq", _NUMBER, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("field", Text),
    Column("value", Text),
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    # the reading that people had before them when they decided about one of its figures
    Column("reading", _NUMBER, ForeignKey("readings.seq")),
    Column("prev", Text, nullable=False),
    Column("hash", Text, nullable=False),
)

seals = Table(
    "seals",
    metadata,
    Column("seq", _NUMBER, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("hash", Text, nullable=False),
)

second_readings = Table(
    "second_readings",
    metadata,
    Column("seq", _NUMBER, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("document", _NUMBER, ForeignKey("documents.seq"), nullable=False),
    # the reading of ours that stood then
    Column("reading", _NUMBER, ForeignKey("readings.seq"), nullable=False),
    Column("reader", Text, nullable=False),
    Column("prompt", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("prev", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Index("second_readings_document", "document"),
)

accounts = Table(
    "accounts",
    metadata,
    # the name as it is compared
    Column("key", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("password", Text, nullable=False),
    Column("at", Text, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("hash", Text, primary_key=True),
    Column("account", Text, ForeignKey("accounts.key", ondelete="CASCADE"), nullable=False),
    Column("at", Text, nullable=False),
    Column("expires", Text, nullable=False),
    Index("sessions_account", "account"),
)

tokens = Table(
    "tokens",
    metadata,
    Column("hash", Text, primary_key=True),
    Column("account", Text, ForeignKey("accounts.key", ondelete="CASCADE"), nullable=False),
    Column("purpose", Text, nullable=False),
    Column("at", Text, nullable=False),
    Index("tokens_account", "account"),
)

watch_sources = Table(
    "watch_sources",
    metadata,
    Column("url", Text, primary_key=True),
    Column("outlet", Text),
    Column("lang", Text),
    # seconds from one look to the next
    Column("every", Integer, nullable=False),
    Column("etag", Text),
    Column("modified", Text),
    # when it was last had, None before the first time
    Column("looked", Text),
    Column("due", Text, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("reason", Text),
)

watch_pages = Table(
    "watch_pages",
    metadata,
    # a hash of the address, or of the entry's id where it has none
    Column("key", Text, primary_key=True),
    Column("url", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("due", Text, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("reason", Text),
    # what the source says of it, until it was read
    Column("entry", Text),
    Column("document", Text),
    Index("watch_pages_state", "state", "due"),
)

watch_hosts = Table(
    "watch_hosts",
    metadata,
    Column("host", Text, primary_key=True),
    Column("ready", Text, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("robots", Text),
    Column("looked", Text),
)

watch_told = Table(
    "watch_told",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("at", Text, nullable=False),
)

watch_outbox = Table(
    "watch_outbox",
    metadata,
    Column("channel", Text, primary_key=True),
    Column("notice", Text, primary_key=True),
    Column("at", Text, nullable=False),
    # its place among those of the same moment
    Column("place", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Column("due", Text, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("reason", Text),
)

CHAINED = (documents, readings, decisions, second_readings)

taken_files = Table(
    "taken_files",
    metadata,
    Column("path", Text, primary_key=True),
    Column("changed", BigInteger, nullable=False),
    Column("size", BigInteger, nullable=False),
)
