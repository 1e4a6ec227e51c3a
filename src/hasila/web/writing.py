"""What people add and decide, by the page or by a program."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace

from fastapi import HTTPException
from pydantic import TypeAdapter, ValidationError

from hasila.codec import line, plain_document
from hasila.ledger import Added, Decision, Ledger
from hasila.ledger.targets import find
from hasila.model import Document
from hasila.reading import read
from hasila.web.people import Person
from hasila.web.refusals import NO_REPORT, NOT_YOURS

UNNAMED = "report"
"""What a pasted report is called as long as nobody keeps it."""
# what reaches beyond one's own judgement
_EDITORS = ("withdraw", "restore", "settle")
_DOCUMENT = TypeAdapter(Document)


@dataclass(frozen=True, slots=True)
class Offer:
    """A report that was read and could be added: what it would be called, and all of it, to come back with the form."""

    document: Document
    name: str
    carried: str


def offer(document: Document) -> Offer:
    """What the form for adding a report holds. JSON keeps its line breaks, which forms change."""
    name = name_of(document.text) if document.id == UNNAMED else document.id
    return Offer(document, name, line(plain_document(document)))


def name_of(text: str) -> str:
    """A name for a report that has none: the same for the same text, so that it is not added twice.

    >>> name_of("38 operations")
    'report-8a8a1ef5'
    """
    return f"{UNNAMED}-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def accepted(carried: str) -> Document:
    """The report that came back with the form. Raises HTTPException where it is none."""
    try:
        document = _DOCUMENT.validate_python(json.loads(carried))
    except (ValueError, ValidationError, RecursionError) as error:
        raise HTTPException(422, NO_REPORT) from error
    if not document.text.strip():
        raise HTTPException(422, NO_REPORT)
    return document


def add(ledger: Ledger, document: Document) -> Added:
    """Read a report into the ledger, unless it is there."""
    return ledger.add(read(document))


def decide(ledger: Ledger, person: Person, decision: Decision) -> int:
    """Keep what a person decides, under their name; the row it is kept in.

    Raises HTTPException where an editor would have to, LedgerError where nothing can be decided so.
    """
    if not person.may("editor") and _is_for_editors(ledger, decision):
        raise HTTPException(403, NOT_YOURS)
    return ledger.decide(replace(decision, who=person.name))


def _is_for_editors(ledger: Ledger, decision: Decision) -> bool:
    """Whether it sets aside what others decided, or says what becomes of a whole document."""
    if decision.action in _EDITORS:
        return True
    with ledger.beside() as connection:
        return decision.action == "undo" and find(connection, decision.target).index is None
