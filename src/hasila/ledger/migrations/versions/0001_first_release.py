"""The ledger of the first release: documents, readings, decisions, and the guards that keep every row as it was.

What stands here is history: it is never edited, whatever becomes of the tables later.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
# each table, with the columns that let INSERT OR REPLACE delete a row
_GUARDED = {"documents": ("seq", "key"), "readings": ("seq",), "decisions": ("seq",), "seals": ("seq",)}


def upgrade() -> None:
    """Make the tables, and let the database refuse every change to what stands in them."""
    _tables()
    for table, keys in _GUARDED.items():
        for statement in _sqlite(table, keys) if op.get_bind().dialect.name == "sqlite" else _postgresql(table):
            op.execute(statement)


def downgrade() -> None:
    """A ledger is never taken back: an older Hasila says that it is too old for it."""
    raise NotImplementedError


def _tables() -> None:
    op.create_table(
        "documents",
        *_opening(),
        sa.Column("key", sa.Text, nullable=False, unique=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        *_link(),
    )
    op.create_table(
        "readings",
        *_opening(),
        sa.Column("document", _NUMBER, sa.ForeignKey("documents.seq"), nullable=False),
        sa.Column("engine", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        *_link(),
    )
    op.create_index("readings_document", "readings", ["document"])
    op.create_table(
        "decisions",
        *_opening(),
        sa.Column("target", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("field", sa.Text),
        sa.Column("value", sa.Text),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("reading", _NUMBER, sa.ForeignKey("readings.seq")),
        *_link(),
    )
    op.create_table("seals", *_opening(), sa.Column("hash", sa.Text, nullable=False))


def _opening() -> tuple[sa.Column[int], sa.Column[str]]:
    return (
        sa.Column("seq", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("at", sa.Text, nullable=False),
    )


def _link() -> tuple[sa.Column[str], sa.Column[str]]:
    return sa.Column("prev", sa.Text, nullable=False), sa.Column("hash", sa.Text, nullable=False)


def _sqlite(table: str, keys: tuple[str, ...]) -> list[str]:
    refusal = "BEGIN SELECT RAISE(ABORT, 'a ledger is append only'); END"
    held = " OR ".join(f"{key} = NEW.{key}" for key in keys)
    return [
        f"CREATE TRIGGER {table}_never_changed BEFORE UPDATE ON {table} {refusal}",
        f"CREATE TRIGGER {table}_never_deleted BEFORE DELETE ON {table} {refusal}",
        # INSERT OR REPLACE deletes without asking the trigger above
        f"CREATE TRIGGER {table}_never_replaced BEFORE INSERT ON {table} "
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {held}) {refusal}",
    ]


def _postgresql(table: str) -> list[str]:
    function = (
        "CREATE OR REPLACE FUNCTION ledger_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'a ledger is append only'; END $$"
    )
    return [
        function,
        f"CREATE TRIGGER {table}_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only()",
    ]
