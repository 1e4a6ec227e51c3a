"""What other readers read in the documents, in the same chain; the tally never looks there.

What stands here is history: it is never edited, whatever becomes of the tables later.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_TABLE = "second_readings"


def upgrade() -> None:
    """Make the table and its guards; everything else stays as it is."""
    op.create_table(
        _TABLE,
        sa.Column("seq", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("document", _NUMBER, sa.ForeignKey("documents.seq"), nullable=False),
        sa.Column("reading", _NUMBER, sa.ForeignKey("readings.seq"), nullable=False),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("prompt", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("prev", sa.Text, nullable=False),
        sa.Column("hash", sa.Text, nullable=False),
    )
    op.create_index(f"{_TABLE}_document", _TABLE, ["document"])
    for statement in _sqlite() if op.get_bind().dialect.name == "sqlite" else _postgresql():
        op.execute(statement)


def downgrade() -> None:
    """A ledger is never taken back: an older Hasila says that it is too old for it."""
    raise NotImplementedError


def _sqlite() -> list[str]:
    refusal = "BEGIN SELECT RAISE(ABORT, 'a ledger is append only'); END"
    return [
        f"CREATE TRIGGER {_TABLE}_never_changed BEFORE UPDATE ON {_TABLE} {refusal}",
        f"CREATE TRIGGER {_TABLE}_never_deleted BEFORE DELETE ON {_TABLE} {refusal}",
        # INSERT OR REPLACE deletes without asking the trigger above
        f"CREATE TRIGGER {_TABLE}_never_replaced BEFORE INSERT ON {_TABLE} "
        f"WHEN EXISTS (SELECT 1 FROM {_TABLE} WHERE seq = NEW.seq) {refusal}",
    ]


def _postgresql() -> list[str]:
    return [
        f"CREATE TRIGGER {_TABLE}_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON {_TABLE} "
        "FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only()"
    ]
