"""Who may do what on the page: accounts, their sessions and their tokens. No part of the chain.

What stands here is history: it is never edited, whatever becomes of the tables later.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables; everything else stays as it is."""
    op.create_table(
        "accounts",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("password", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
    )
    op.create_table("sessions", *_held(), sa.Column("expires", sa.Text, nullable=False))
    op.create_table("tokens", *_held(), sa.Column("purpose", sa.Text, nullable=False))
    for table in ("sessions", "tokens"):
        op.create_index(f"{table}_account", table, ["account"])


def downgrade() -> None:
    """A ledger is never taken back: an older Hasila says that it is too old for it."""
    raise NotImplementedError


def _held() -> tuple[sa.Column[str], ...]:
    """What is known of a secret that somebody else holds."""
    return (
        sa.Column("hash", sa.Text, primary_key=True),
        sa.Column("account", sa.Text, sa.ForeignKey("accounts.key", ondelete="CASCADE"), nullable=False),
        sa.Column("at", sa.Text, nullable=False),
    )
