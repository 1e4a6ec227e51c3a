"""Statement: the grid of its numbers, what is behind one of them, its contradictions, and its reports side by side."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import get_args

from fastapi import HTTPException, Request

from hasila.ledger import Held
from hasila.model import Measure
from hasila.tally.asked import cell_words
from hasila.tally.claim import Cell, Claim, Source
from hasila.tally.copying.copies import CopyLink
from hasila.tally.keeping.opened import Opened
from hasila.tally.policy import policy_names
from hasila.tally.result import Row
from hasila.web.marks import Mark, Piece, pieces
from hasila.web.messages import Tongue
from hasila.web.pages.page import page, router_of_pages
from hasila.web.stand import Stand, stand_of

router = router_of_pages()

_MOST_WITNESSES = 24
_MOST_COPIES = 12
_MOST_CHOICES = 40
_MOST_PERIODS = 5
# Characters of a report that stand beside another; the whole of a longer one is on its own page.
_MOST_TEXT = 12_000
_STANDINGS = ("official", "reference", "agency", "outlet")


@dataclass(frozen=True, slots=True)
class Line:
    """The numbers of one place and mode, by what is counted, each with the words that ask for it."""

    cell: Cell
    rows: Mapping[Measure, tuple[str, Row]]


@dataclass(frozen=True, slots=True)
class Fold:
    """A witness: the document that came first, copies of it with the link that says so, and how many more there are."""

    first: Source
    copies: tuple[tuple[Source, CopyLink | None], ...]
    more: int


@dataclass(frozen=True, slots=True)
class Beside:
    """A report in one language, its words marked, and the others that could stand here."""

    lang: str
    source: Source
    choices: tuple[Source, ...]
    title: list[Piece]
    text: list[Piece]
    cut: bool


@router.get("/{lang}/statements/{id:path}")
def statement(
    lang: Tongue, request: Request, id: str, policy: str = "official-first", cell: str = "", ar: str = "", en: str = ""
) -> str:
    """A statement; ``cell`` is the number that is opened, ``ar`` and ``en`` are the reports that are shown."""
    stand = stand_of(request)
    held = stand.statement(id, policy)
    if held is None:
        raise HTTPException(404, "there is no such statement in the ledger")
    named = _named(held.rows)
    chosen = _chosen(named, cell)
    sides = list(_sides(held, chosen, {"ar": ar, "en": en}))
    papers = Papers(stand, [source.key for _, source, _ in sides])
    values = {
        "held": held,
        "lines": list(_lines(named)),
        "measures": [one for one in get_args(Measure) if any(row.cell.measure == one for row in held.rows)],
        "story": None if chosen is None else stand.story(held, chosen, papers.fetch),
        "ranking": stand.ranking(held, policy)[:_MOST_PERIODS],
        "disputes": stand.disputes_of(id, policy),
        "folds": list(_folds(held))[:_MOST_WITNESSES],
        "left": max(0, len({claim.witness for claim in held.statement.claims}) - _MOST_WITNESSES),
        "reports": list(_reports(papers, held, chosen, sides)),
        "asked": {"policy": policy if policy != "official-first" else "", "cell": cell, "ar": ar, "en": en},
    }
    return page("statement.html.j2", lang, request, "statement", policy=policy, names=policy_names(), **values)


def _named(rows: Sequence[Row]) -> dict[str, Row]:
    """The rows by the words that ask for them; those of one cell, as reports without days have them, are numbered."""
    found: dict[str, Row] = {}
    for row in rows:
        words = cell_words(row.cell)
        names = (words if number == 1 else f"{words} {number}" for number in count(1))
        found[next(name for name in names if name not in found)] = row
    return found


def _chosen(named: Mapping[str, Row], cell: str) -> Row | None:
    """The row that is asked for, or else the first that is in dispute, or else the first."""
    disputed = (row for row in named.values() if row.state in ("contested", "unreconciled"))
    return named.get(cell) or next(disputed, None) or next(iter(named.values()), None)


def _lines(named: Mapping[str, Row]) -> Iterable[Line]:
    found: dict[tuple[Cell, int], dict[Measure, tuple[str, Row]]] = {}
    for name, row in named.items():
        place = row.cell._replace(measure="operations")
        at = next(at for at in count() if row.cell.measure not in found.get((place, at), ()))
        found.setdefault((place, at), {})[row.cell.measure] = name, row
    ordered = sorted(found.items(), key=lambda pair: (_order(pair[0][0]), pair[0][1]))
    return (Line(cell, own) for (cell, _), own in ordered)


def _order(cell: Cell) -> tuple[object, ...]:
    """The widest place first, and in it all modes before each."""
    return cell.series, -len(cell.scope or ""), cell.scope or "", cell.place or "", cell.mode or "", str(cell.start)


def _folds(held: Opened) -> Iterable[Fold]:
    """The witnesses, official ones first, each with its copies."""
    witness = {claim.document: claim.witness for claim in held.statement.claims}
    groups: dict[str, list[Source]] = {}
    for source in sorted(held.statement.sources, key=_standing):
        groups.setdefault(witness[source.key], []).append(source)
    links: dict[str, CopyLink] = {}
    for link in held.copies:
        links.setdefault(link.one, link)
        links.setdefault(link.other, link)
    for first, *others in groups.values():
        copies = tuple((source, links.get(source.key)) for source in others[:_MOST_COPIES])
        yield Fold(first, copies, len(others) - len(copies))


def _standing(source: Source) -> tuple[int, str, str]:
    return _STANDINGS.index(source.standing), str(source.published or "9"), source.key


class Papers:
    """The documents of a page, fetched together: those of ``beside`` come with the first that are asked for."""

    def __init__(self, stand: Stand, beside: Collection[str]) -> None:
        self._stand, self._beside = stand, frozenset(beside)
        self._held: dict[str, Held] = {}

    def fetch(self, keys: Iterable[str]) -> Iterable[Held]:
        """Some documents by their keys, as far as they are there."""
        asked = set(keys)
        missing = (asked | self._beside) - self._held.keys()
        self._held.update((one.key, one) for one in self._stand.documents(missing))
        return [self._held[key] for key in sorted(asked & self._held.keys())]


def _sides(held: Opened, chosen: Row | None, asked: Mapping[str, str]) -> Iterable[tuple[str, Source, list[Source]]]:
    """A report in Arabic and one in English, as far as the statement has them, with the others in that language."""
    ordered = sorted(held.statement.sources, key=_standing)
    cell = None if chosen is None else chosen.cell
    saying = {claim.document for claim in held.statement.claims if claim.cell == cell}
    for lang in ("ar", "en"):
        choices = [source for source in ordered if (source.lang == "en") == (lang == "en")]
        source = _shown(choices, asked[lang], saying)
        if source is not None:
            yield lang, source, choices


def _reports(
    papers: Papers, held: Opened, chosen: Row | None, sides: Iterable[tuple[str, Source, list[Source]]]
) -> Iterable[Beside]:
    for lang, source, choices in sides:
        for document in papers.fetch([source.key]):
            yield _beside(lang, source, choices, document, held, chosen)


def _shown(choices: Sequence[Source], asked: str, saying: Collection[str]) -> Source | None:
    """The report that is asked for, or else the first that states the opened number, or else the first."""
    wanted = next((one for one in choices if one.key == asked), None)
    return wanted or next((one for one in choices if one.key in saying), None) or next(iter(choices), None)


def _beside(
    lang: str, source: Source, choices: Sequence[Source], document: Held, held: Opened, chosen: Row | None
) -> Beside:
    claims = [claim for claim in held.statement.claims if claim.document == source.key]
    cells = [row.cell for row in held.rows]
    marks = list(_marks(document, claims, cells, None if chosen is None else chosen.cell))
    title, text = document.reading.document.title or "", document.reading.document.text[:_MOST_TEXT]
    return Beside(
        lang,
        source,
        tuple(choices[:_MOST_CHOICES]),
        pieces(title, (mark for field, mark in marks if field == "title")) if title else [],
        pieces(text, (mark for field, mark in marks if field == "text" and mark.end <= len(text))),
        len(document.reading.document.text) > _MOST_TEXT,
    )


def _marks(
    document: Held, claims: Iterable[Claim], cells: Sequence[Cell], chosen: Cell | None
) -> Iterable[tuple[str, Mark]]:
    """The words of each claim; those of the cell that is opened are called "lit"."""
    for claim in claims:
        for index in claim.figures:
            if index < len(document.reading.figures):
                span = document.reading.figures[index].evidence
                name = f"c{cells.index(claim.cell)}" if claim.cell in cells else "c"
                yield span.field, Mark(span.start, span.end, "figure", "lit" if claim.cell == chosen else name)
