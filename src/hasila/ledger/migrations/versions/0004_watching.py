"""What is watched, what was seen there, and what is still to be told. No part of the chain.

What stands here is history: it is never edited, whatever becomes of the tables later.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables; everything else stays as it is."""
    op.create_table(
        "watch_sources",
        sa.Column("url", sa.Text, primary_key=True),
        sa.Column("outlet", sa.Text),
        sa.Column("lang", sa.Text),
        sa.Column("every", sa.Integer, nullable=False),
        sa.Column("etag", sa.Text),
        sa.Column("modified", sa.Text),
        sa.Column("looked", sa.Text),
        *_tried(),
    )
    op.create_table(
        "watch_pages",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        *_tried(),
        sa.Column("entry", sa.Text),
        sa.Column("document", sa.Text),
    )
    op.create_index("watch_pages_state", "watch_pages", ["state", "due"])
    op.create_table(
        "watch_hosts",
        sa.Column("host", sa.Text, primary_key=True),
        sa.Column("ready", sa.Text, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("robots", sa.Text),
        sa.Column("looked", sa.Text),
    )
    op.create_table(
        "watch_told",
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
    )
    op.create_table(
        "watch_outbox",
        sa.Column("channel", sa.Text, primary_key=True),
        sa.Column("notice", sa.Text, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        *_tried(),
    )


def downgrade() -> None:
    """A ledger is never taken back: an older Hasila says that it is too old for it."""
    raise NotImplementedError


def _tried() -> tuple[sa.Column[str], sa.Column[int], sa.Column[str]]:
    """When something is to be tried, how often in a row it failed, and why."""
    return (
        sa.Column("due", sa.Text, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("reason", sa.Text),
    )
