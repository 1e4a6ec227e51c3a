"""Which rows of a tally are asked for, and where two tallies differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from hasila.lexicon.markers import markers
from hasila.model import Document
from hasila.model import Span as Words
from hasila.tally.calendar import Span, span_of
from hasila.tally.claim import Claim
from hasila.tally.result import Conflict, Row

if TYPE_CHECKING:
    from hasila.ledger import Ledger

_ENDS = ".!?؟\n"
_SIGN = re.compile(f"[{_ENDS}]")
_NEAR = 500
_ARABIC = re.compile("[\u0621-\u064a]")
_WORD_BEFORE = re.compile(r"[^\W\d_]+$")
_LONGEST = 20


def shown(rows: Iterable[Row], by: Span | None = None, place: str | None = None) -> list[Row]:
    """The rows of whole months, quarters, halves or years (``by``), or all that somebody claimed and what follows by
    month; only of one place, if it is given."""
    return [row for row in rows if _is_asked(row, by) and place in (None, row.cell.scope, row.cell.place)]


def differing(one: Sequence[Row], other: Sequence[Row]) -> Iterator[tuple[Row | None, Row | None]]:
    """The rows whose best number, or whose presence, differs, in the order of the first and then of the second."""
    first, second = ({row.cell: row for row in rows} for rows in (one, other))
    for cell in dict.fromkeys([*first, *second]):
        pair = first.get(cell), second.get(cell)
        if pair[0] is None or pair[1] is None or pair[0].best != pair[1].best:
            yield pair


def changed(one: Sequence[Row], other: Sequence[Row]) -> Iterator[tuple[Row | None, Row | None]]:
    """The rows of which anything differs that is published: the number, its bounds or its state, or their presence."""
    first, second = ({(row.statement, row.cell): row for row in rows} for rows in (one, other))
    for key in dict.fromkeys([*first, *second]):
        before, after = first.get(key), second.get(key)
        if _published(before) != _published(after):
            yield before, after


def _published(row: Row | None) -> tuple[object, ...]:
    return () if row is None else (row.low, row.best, row.high, row.state)


def sentences_of(ledger: Ledger, conflicts: Iterable[Conflict], as_of: datetime | None = None) -> Mapping[str, str]:
    """The sentence in which each claim of the conflicts stands, by the claim's id."""
    wanted: dict[str, list[Claim]] = {}
    for conflict in conflicts:
        for claim in conflict.claims:
            wanted.setdefault(claim.document, []).append(claim)
    found: dict[str, str] = {}
    for held in ledger.documents(as_of, keys=wanted):
        for claim in wanted.get(held.key, ()):
            found[claim.id] = sentence(held.reading.document, claim)
    return found


def sentences_now(ledger: Ledger, claims: Iterable[Claim]) -> dict[str, str]:
    """The sentence in which each of some claims stands, by the claim's id."""
    wanted: dict[str, list[Claim]] = {}
    for claim in claims:
        wanted.setdefault(claim.document, []).append(claim)
    return {one.id: sentence(held, one) for key, held in ledger.bare(wanted) for one in wanted[key]}


def sentence(document: Document, claim: Claim) -> str:
    """The sentence around the words of a claim, as it stands in the document.

    >>> from hasila.model import Span
    >>> from types import SimpleNamespace
    >>> document = Document("a", "One. It was 38 in all! Two.")
    >>> sentence(document, SimpleNamespace(evidence=Span("text", 12, 14, "38")))
    'It was 38 in all!'
    """
    return quoted(document, claim.evidence)[0]


def quoted(document: Document, words: Words) -> tuple[str, int]:
    """The sentence around words of a document, and where in it they begin."""
    text = (document.title or "") if words.field == "title" else document.text
    start, end = sentence_at(text, words.start, words.end)
    whole = text[start:end]
    return whole.strip(), words.start - start - (len(whole) - len(whole.lstrip()))


def sentence_at(text: str, first: int, last: int) -> tuple[int, int]:
    """Where the sentence around some words begins and ends.

    >>> sentence_at("One. It was 38 in all! Two.", 12, 14)
    (4, 22)
    """
    before = _sign_before(text, first)
    while before >= 0 and not _ends(text, before):
        before = _sign_before(text, before)
    behind = (found.start() for found in _SIGN.finditer(text, last))
    return before + 1, next((at + 1 for at in behind if _ends(text, at)), len(text))


def _sign_before(text: str, at: int) -> int:
    """Where the last sign that may end a sentence stands before a place; -1 where none does. Long texts are not
    searched whole for a sign that they lack."""
    while at > 0:
        start = max(0, at - _NEAR)
        found = max(text.rfind(sign, start, at) for sign in _ENDS)
        if found >= 0:
            return found
        at = start
    return -1


def _ends(text: str, at: int) -> bool:
    """Whether a sentence ends at a sign; a point inside a number, an address or a shortened word ends none."""
    after = text[at + 1 : at + 2]
    if text[at] != "." or not after or after == "\n":
        return True
    if not after.isspace():
        # Arabic pages glue sentences together; no word of theirs has a point inside
        return bool(_ARABIC.match(after) or _ARABIC.match(text[at - 1 : at]))
    word = _WORD_BEFORE.search(text[max(0, at - _LONGEST) : at])
    return word is None or not (len(word[0]) == 1 or word[0].lower() in markers("abbreviation"))


def _is_asked(row: Row, by: Span | None) -> bool:
    span = span_of(row.cell.start, row.cell.end)
    if by is not None:
        return span == by
    return row.state != "derived" or span in (None, "month")
