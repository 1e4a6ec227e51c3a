"""Real ledgers made from the scenarios: their reports read and added, as ``hasila add`` does it."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from hasila.ledger import Ledger, open_ledger
from hasila.model import Reading
from hasila.reading import read
from tests.tally.scenarios import documents, scenarios


def ledger_of(folder: Path, *names: str, only: Iterable[str] | None = None) -> Ledger:
    """A ledger of the scenarios whose names begin so, or of all; ``only`` some of their reports."""
    wanted = None if only is None else set(only)
    held = open_ledger(str(folder / "reports.db"))
    found = [one for one in scenarios() if not names or one.startswith(names)]
    readings = [
        reading for one in found for name, reading in _readings(one).items() if wanted is None or name in wanted
    ]
    for _ in held.add_many(readings):
        pass
    return held


@cache
def _readings(scenario: str) -> dict[str, Reading]:
    return {document.id: read(document) for document in documents(scenario)}
