"""What is looked for -> the reports that have it, best first, with the words that were found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select, text

from hasila.ledger import rows
from hasila.ledger.decisions import withdrawn
from hasila.ledger.schema import documents
from hasila.lexicon.names import NameKind
from hasila.model import Document, Lang
from hasila.search import tables
from hasila.search.entities import lang_sign, meant_by, outlet_sign, storable
from hasila.search.query import Query, Term
from hasila.search.shadow import shadow_of
from hasila.search.snippets import Cut, headline, snippet
from hasila.search.words import place_of, seq_of, words_of

if TYPE_CHECKING:
    from hasila.ledger import Ledger

PAGE = 10
"""Reports on a page."""
LAST = 100
"""The last page that is shown."""
MOST_RANKED = 5000
"""Reports that are put in an order of their own; of more, all are much alike, and the newest come first."""
_LONGEST_NAME = 200
_MOST_WORDS = 10


@dataclass(frozen=True, slots=True)
class Filters:
    """Only reports of a language, an outlet, published between two days, or naming an actor and a place.

    Actor and place are names in either script; what names nobody is looked for as words.
    """

    lang: Lang | None = None
    since: date | None = None
    until: date | None = None
    outlet: str | None = None
    actor: str | None = None
    place: str | None = None

    def __bool__(self) -> bool:
        return any((self.lang, self.since, self.until, self.outlet, self.actor, self.place))


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that was found: the headline and a part of the text, cut where found words begin and end."""

    key: str
    document: Document
    lang: Lang
    outlet: str
    figures: int
    withdrawn: bool
    title: Cut
    text: Cut


@dataclass(frozen=True, slots=True)
class Found:
    """The reports of one page, and how many there are on all of them; ``ranked``: the best first, else the newest."""

    hits: tuple[Hit, ...]
    total: int
    page: int
    ranked: bool

    @property
    def pages(self) -> int:
        """How many pages there are to look at."""
        return min(-(-self.total // PAGE), LAST)


def find(ledger: Ledger, query: Query, filters: Filters | None = None, page: int = 1) -> Found:
    """The reports that have all of a query and pass the filters; the newest first where there is none, or very many."""
    under = filters or Filters()
    page = min(max(page, 1), LAST)
    with ledger.beside() as connection:
        if not (query or under) or not tables.are_there(connection):
            return Found((), 0, page, False)
        asked = _Asked.asking(connection, query, under)
        total = asked.count(connection)
        ranked = bool(query) and total <= MOST_RANKED
        places = asked.page(connection, (page - 1) * PAGE, ranked) if total else []
        held = list(_documents(connection, places))
    gone = withdrawn(ledger.decided()) if held else set()
    hits = (_hit(query, key, document, about, key in gone) for key, document, about in held)
    return Found(tuple(hits), total, page, ranked)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question to the database: the table, the column of places, the rank, the conditions, and what is filled in."""

    table: str
    of: str
    rank: str
    conditions: tuple[str, ...]
    values: dict[str, Any]

    @classmethod
    def asking(cls, connection: Connection, query: Query, filters: Filters) -> _Asked:
        words = words_of(connection)
        terms, signs = _asked_by(filters)
        if not (query or terms or signs):
            return cls("search_papers", "place", "place", *_between("place", filters))
        conditions, values = _between(words.of, filters)
        values["asked"] = words.asked([*query.terms, *terms], signs)
        return cls("search_words", words.of, words.rank, (words.matches, *conditions), values)

    def count(self, connection: Connection) -> int:
        return connection.execute(text(f"SELECT count(*) {self._which}"), self.values).scalar() or 0

    def page(self, connection: Connection, after: int, ranked: bool) -> list[int]:
        order = f"{self.rank}, {self.of} DESC" if ranked else f"{self.of} DESC"
        wanted = f"SELECT {self.of} {self._which} ORDER BY {order} LIMIT {PAGE} OFFSET {after}"
        return list(connection.execute(text(wanted), self.values).scalars())

    @property
    def _which(self) -> str:
        return f"FROM {self.table} WHERE {' AND '.join(self.conditions)}"


def _between(column: str, filters: Filters) -> tuple[tuple[str, ...], dict[str, Any]]:
    """Between two days; what has no day is on none of them."""
    if filters.since is None and filters.until is None:
        return (), {}
    first, last = filters.since or date.min, filters.until or date.max
    values = {"first": place_of(first.toordinal(), 0), "last": place_of(last.toordinal() + 1, 0) - 1}
    return (f"{column} BETWEEN :first AND :last",), values


def _asked_by(filters: Filters) -> tuple[list[Term], list[Sequence[str]]]:
    """What the filters ask of the words: the signs of what they mean, or else the words as they are."""
    terms: list[Term] = []
    signs: list[Sequence[str]] = []
    if filters.lang:
        signs.append([lang_sign(filters.lang)])
    if filters.outlet:
        signs.append([outlet_sign(storable(filters.outlet))])
    asked: tuple[tuple[str | None, tuple[NameKind, ...]], ...] = (
        (filters.actor, ("actor", "person")),
        (filters.place, ("place",)),
    )
    for typed, kinds in asked:
        words = shadow_of((typed or "")[:_LONGEST_NAME]).words
        meant = [one for one in meant_by(words, kinds, within=True) if one.end - one.start == len(words)]
        if meant:
            signs.append(meant[0].signs)
        else:
            terms += [Term((word,)) for word in words[:_MOST_WORDS]]
    return terms, signs


def _documents(connection: Connection, places: Sequence[int]) -> Iterator[tuple[str, Document, Any]]:
    """Some documents, in the order given: key, document, and what the index has about it."""
    wanted = select(*documents.c["seq", "key", "about", "text"]).where(documents.c.seq.in_(map(seq_of, places)))
    found = {row.seq: dict(row._mapping) for row in connection.execute(wanted)}
    papers = select(tables.papers).where(tables.papers.c.place.in_(places))
    about = {row.place: row for row in connection.execute(papers)}
    for place in places:
        row = found[seq_of(place)]
        yield row["key"], rows.document_in(row), about[place]


def _hit(query: Query, key: str, document: Document, about: Any, gone: bool) -> Hit:
    title, cut = headline(document.title or "", query), snippet(document.text, query)
    return Hit(key, document, about.lang, about.outlet, about.figures, gone, title, cut)
