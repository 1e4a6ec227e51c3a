"""The files of followed folders that were read. No part of the chain.

What stands here is history: it is never edited, whatever becomes of the tables later.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the table; everything else stays as it is."""
    op.create_table(
        "taken_files",
        sa.Column("path", sa.Text, primary_key=True),
        sa.Column("changed", sa.BigInteger, nullable=False),
        sa.Column("size", sa.BigInteger, nullable=False),
    )


def downgrade() -> None:
    """A ledger is never taken back: an older Hasila says that it is too old for it."""
    raise NotImplementedError
