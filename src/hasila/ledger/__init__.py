"""What was read and what people decided, append only: the truth that every tally is made from."""

from hasila.ledger.chain import Audit, Head
from hasila.ledger.decisions import Decision
from hasila.ledger.identity import document_key
from hasila.ledger.store import Added, Held, Ledger, open_ledger

__all__ = ["Added", "Audit", "Decision", "Head", "Held", "Ledger", "document_key", "open_ledger"]
