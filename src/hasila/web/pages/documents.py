"""Document: a report of the ledger with its marks, its copies, its statements, and its history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from fastapi import HTTPException, Request

from hasila.ledger.rereading import Changed, changes
from hasila.model import Reading
from hasila.tally.claim import Source
from hasila.tally.copying.copies import CopyLink
from hasila.tally.keeping.traced import Traced
from hasila.web.marks import marked
from hasila.web.messages import Tongue
from hasila.web.pages.page import page, router_of_pages
from hasila.web.people import person_of
from hasila.web.reviewing import reviewing_of, seen_by
from hasila.web.stand import stand_of

router = router_of_pages()

_MOST_COPIES = 30


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """One reading of a document: when, by which version, and which figures it reads otherwise than the one before."""

    at: datetime
    engine: str
    count: int
    figures: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class Copied:
    """Another document of the same witness, and the link that says so, if one is known between the two."""

    source: Source
    link: CopyLink | None


@router.get("/{lang}/documents/{key}")
def document(lang: Tongue, request: Request, key: str, done: str = "") -> str:
    """A report of the ledger with everything that was read in it."""
    stand = stand_of(request)
    held = stand.document(key)
    if held is None:
        raise HTTPException(404, "there is no such document in the ledger")
    found = stand.traced(key)
    every = reviewing_of(request).decisions(key)
    told = seen_by(person_of(request), every)
    values = {
        "one": marked(held.reading),
        "held": held,
        "done": done,
        "first": next(iter(found.witness), None),
        "copies": list(_copies(found, key))[:_MOST_COPIES],
        "left": max(0, len(found.witness) - 1 - _MOST_COPIES),
        "statements": [(id, rows[0].cell) for id in found.statements if (rows := stand.rows(id))],
        "readings": list(_readings(stand.ledger.history(held))),
        "told": told,
        "unseen": len(every) - len(told),
    }
    return page("document.html.j2", lang, request, "document", **values)


def _copies(found: Traced, key: str) -> Iterable[Copied]:
    links = {other: link for link in found.links for one, other in _ends(link) if one == key}
    any_link = {one: link for link in found.links for one, _ in _ends(link)}
    others = (source for source in found.witness if source.key != key)
    return (Copied(source, links.get(source.key) or any_link.get(source.key)) for source in others)


def _ends(link: CopyLink) -> tuple[tuple[str, str], tuple[str, str]]:
    return (link.one, link.other), (link.other, link.one)


def _readings(history: Sequence[tuple[datetime, str, Reading]]) -> Iterator[ReadAgain]:
    """Every time that a document was read."""
    before: Reading | None = None
    for at, engine, reading in history:
        yield ReadAgain(at, engine, len(reading.figures), tuple(changes(before, reading)) if before else ())
        before = reading
