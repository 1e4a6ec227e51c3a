"""The periods that a statement without days could be of, out of what is kept of the windows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from hasila.model import Document
from hasila.tally.dating.infer import Candidate, Known, KnownWindow
from hasila.tally.dating.placing import candidates_of, is_open
from hasila.tally.keeping.keeping import Current
from hasila.tally.record.rulings import rulings_of
from hasila.tally.result import Statement

if TYPE_CHECKING:
    from hasila.ledger import Decision


def ranking(
    current: Current, statement: Statement, first: Document | None, decisions: Iterable[Decision]
) -> tuple[Candidate, ...]:
    """The likeliest first; nothing for a statement that has days. ``first`` is the document with the lowest key of
    the statement, whose words are looked at; ``decisions`` are those about its documents."""
    if not is_open(statement) or not statement.claims:
        return ()
    documents = {} if first is None else {min(claim.document for claim in statement.claims): first}
    known = Known(_known(current, statement.series))
    return candidates_of(statement, documents, known, rulings_of(decisions))


def _known(current: Current, series: str) -> Iterator[KnownWindow]:
    for unit in current.windows_of.get(series, ()):
        yield from unit.known or ()
