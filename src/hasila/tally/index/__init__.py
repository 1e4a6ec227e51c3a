"""What a tally needs of a ledger, kept in tables beside it, so that no document is looked at twice.

Nothing in these tables is truth: they are made from the ledger, hold nothing that can't be made from it again, and are
made anew when another version of Hasila finds them.
"""

from hasila.tally.index.index import Index
from hasila.tally.index.reading import gathered_from

__all__ = ["Index", "gathered_from"]
