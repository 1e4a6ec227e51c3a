"""The full-text index of a database: SQLite's FTS5, or PostgreSQL's text search.

Both are given words that are folded already, so that neither has a say in what a word is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import Connection, text

from hasila.search.query import Term

_SEQ_BITS = 36


@dataclass(frozen=True, slots=True)
class Entry:
    """A report as it is searched: its words in their order, their further forms, and the signs of what is named.

    ``place`` is where it stands among all others, the newest last: see :func:`place_of`.
    """

    place: int
    title: Sequence[str]
    text: Sequence[str]
    further: Iterable[str]
    signs: Iterable[str]


def place_of(day: int, seq: int) -> int:
    """The place of a report: by the day of publication, a number, and then in the order of adding.

    >>> place_of(1, 0) > place_of(0, 5)
    True
    """
    return day << _SEQ_BITS | seq


def seq_of(place: int) -> int:
    """The ``seq`` of the report at a place."""
    return place & (1 << _SEQ_BITS) - 1


class Words(Protocol):
    """What is asked of an index. ``of``: the column with the place of the report; ``rank``: the best is the least."""

    of: str
    matches: str
    rank: str

    def create(self, connection: Connection) -> None:
        """Make the empty table."""

    def drop(self, connection: Connection) -> None:
        """Throw the table away, if there is one."""

    def insert(self, connection: Connection, entries: Iterable[Entry]) -> None:
        """Take in reports."""

    def asked(self, terms: Iterable[Term], signs: Iterable[Sequence[str]]) -> str:
        """What the index is asked: for all the terms, and for one of each group of signs."""


def words_of(connection: Connection) -> Words:
    """The index of a database of this kind."""
    return _PostgreSQL() if connection.dialect.name == "postgresql" else _SQLite()


class _SQLite:
    of = "rowid"
    matches = "search_words MATCH :asked"
    # what stands in the headline counts most, a form that was taken off a word least
    rank = "bm25(search_words, 4.0, 1.0, 0.7, 0.5)"

    def create(self, connection: Connection) -> None:
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE search_words USING fts5"
            "(title, text, further, signs, content='', tokenize='unicode61 remove_diacritics 0')"
        )

    def drop(self, connection: Connection) -> None:
        connection.exec_driver_sql("DROP TABLE IF EXISTS search_words")

    def insert(self, connection: Connection, entries: Iterable[Entry]) -> None:
        rows: Any = [
            (one.place, " ".join(one.title), " ".join(one.text), " ".join(one.further), " ".join(one.signs))
            for one in entries
        ]
        columns = "rowid, title, text, further, signs"
        connection.exec_driver_sql(f"INSERT INTO search_words({columns}) VALUES (?, ?, ?, ?, ?)", rows)

    def asked(self, terms: Iterable[Term], signs: Iterable[Sequence[str]]) -> str:
        every = [*map(self._term, terms), *(f"({' OR '.join(map(_quoted, group))})" for group in signs)]
        return " AND ".join(every)

    def _term(self, term: Term) -> str:
        if term.together:
            rest = " ".join(term.words[1:])
            return f"({{title text}}: ({' OR '.join(_quoted(f'{first} {rest}'.strip()) for first in term.beginnings)}))"
        if term.open:
            return f"{_quoted(term.words[0])} *"
        words = f"({' AND '.join(map(_quoted, term.forms))})"
        return f"({' OR '.join([words, *map(_quoted, term.signs)])})"


def _quoted(words: str) -> str:
    return f'"{words}"'


class _PostgreSQL:
    of = "place"
    matches = "search_words.words @@ CAST(:asked AS tsquery)"
    rank = "-ts_rank('{0.3,0.5,0.6,1.0}', search_words.words, CAST(:asked AS tsquery))"

    # a vector of PostgreSQL holds a megabyte, and positions up to this one, 256 of a word
    _MOST_BYTES = 900_000
    _LAST = 16383
    _MOST_PLACES = 255

    def create(self, connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE search_words (place bigint PRIMARY KEY, words tsvector NOT NULL)")
        connection.exec_driver_sql("CREATE INDEX search_words_words ON search_words USING gin (words)")

    def drop(self, connection: Connection) -> None:
        connection.exec_driver_sql("DROP TABLE IF EXISTS search_words")

    def insert(self, connection: Connection, entries: Iterable[Entry]) -> None:
        wanted = text("INSERT INTO search_words(place, words) VALUES (:place, CAST(:words AS tsvector))")
        connection.execute(wanted, [{"place": one.place, "words": self._vector(one)} for one in entries])

    def asked(self, terms: Iterable[Term], signs: Iterable[Sequence[str]]) -> str:
        every = [*map(self._term, terms), *(f"({' | '.join(map(_lexeme, group))})" for group in signs)]
        return " & ".join(every)

    def _term(self, term: Term) -> str:
        if term.together:
            rest = [f"{_lexeme(word)}:AB" for word in term.words[1:]]
            return f"({' | '.join(' <-> '.join([f'{_lexeme(first)}:AB', *rest]) for first in term.beginnings)})"
        if term.open:
            return f"{_lexeme(term.words[0])}:*"
        words = f"({' & '.join(map(_lexeme, term.forms))})"
        return f"({' | '.join([words, *map(_lexeme, term.signs)])})"

    def _vector(self, entry: Entry) -> str:
        """The words with their places: those of the headline, a gap, those of the text, and all others after them."""
        places: dict[str, list[str]] = defaultdict(list)
        size = at = 0
        for weight, words in (("A", entry.title), ("B", entry.text), ("C", entry.further), ("D", entry.signs)):
            for word in words:
                at += 1
                held = places[word]
                if not held:
                    size += 8 + len(word.encode())
                if size > self._MOST_BYTES:
                    break
                if len(held) < self._MOST_PLACES and at < self._LAST:
                    held.append(f"{at}{weight}")
                    size += 2
            at += 1
        return " ".join(f"{_lexeme(word)}{':' if held else ''}{','.join(held)}" for word, held in places.items())


def _lexeme(word: str) -> str:
    return f"'{word[:500]}'"
