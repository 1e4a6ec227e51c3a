"""What was read and what people decided, append only: the truth that every tally is made from.

The database library is loaded with the first of these names that needs it: a crawl only asks which version reads.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from hasila.ledger.identity import document_key

if TYPE_CHECKING:
    from hasila.ledger.chain import Audit, Head
    from hasila.ledger.decisions import Decision
    from hasila.ledger.store import Added, Held, Ledger, open_ledger

__all__ = ["Added", "Audit", "Decision", "Head", "Held", "Ledger", "document_key", "open_ledger"]

_MODULES = {"Audit": "chain", "Head": "chain", "Decision": "decisions"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES.get(name, 'store')}"), name)
