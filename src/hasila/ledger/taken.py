"""Which files of followed folders were read, and as they were when: beside the ledger, no part of its chain."""

from __future__ import annotations

import os
from collections.abc import Iterable

from sqlalchemy import delete, insert, select

from hasila.ledger.schema import taken_files as table
from hasila.ledger.store import Ledger


def taken_files(ledger: Ledger) -> dict[str, tuple[int, int]]:
    """When each changed, and its size, by absolute path."""
    with ledger.beside() as connection:
        rows = connection.execute(select(table)).all()
    return {os.fsdecode(bytes.fromhex(row.path)): (row.changed, row.size) for row in rows}


def take_files(ledger: Ledger, taken: Iterable[tuple[str, int, int]]) -> None:
    """Note files that were read: absolute path, when it changed, its size."""
    # in hex, for names that are no text in any encoding
    given = [{"path": os.fsencode(path).hex(), "changed": changed, "size": size} for path, changed, size in taken]
    if not given:
        return
    with ledger.beside(writes=True) as connection:
        for one in given:
            connection.execute(delete(table).where(table.c.path == one["path"]))
        connection.execute(insert(table), given)
