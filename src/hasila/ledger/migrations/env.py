"""Alembic's way in: it gets an open connection, inside the transaction in which everything is migrated."""

from __future__ import annotations

from alembic import context

from hasila.ledger.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
