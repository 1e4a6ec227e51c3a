"""What is published of a ledger: from what is kept beside it where that can be, and worked out whole where not."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from hasila.tally.keeping import published_of
from hasila.tally.result import Published

if TYPE_CHECKING:
    from hasila.ledger import Ledger


def publish(ledger: Ledger, policy: str = "official-first", as_of: datetime | None = None) -> Published:
    """The rows that stand, now or as they stood; only what changed since the last time is reconciled again.

    Raises PolicyError where there is no such policy, and what the ledger raises.
    """
    kept = published_of(ledger, policy) if as_of is None else None
    if kept is not None:
        return kept
    from hasila.tally.tally import tally_of  # brings what most tallies don't need

    return tally_of(ledger, policy, as_of).published()
