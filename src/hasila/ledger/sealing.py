"""How rows are added to the chain: from its end on, and sealed once they are there."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection

from hasila.ledger import rows
from hasila.ledger.chain import Chain
from hasila.ledger.queries import head_of
from hasila.ledger.schema import seals


def chain_on(connection: Connection) -> Chain:
    """The chain at its end, now; the connection has to be alone in writing."""
    return Chain(head_of(connection), rows.moment(datetime.now(UTC)))


def seal(connection: Connection, chain: Chain) -> None:
    """Write down the end of the chain after what one transaction added."""
    head = chain.head
    connection.execute(seals.insert(), {"seq": head.seq, "at": head.at, "hash": head.hash})
