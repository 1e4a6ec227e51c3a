"""The chain that shows whether a ledger was altered: every row carries a hash of itself and of the row before it.

One chain runs through documents, readings and decisions, in the order of ``seq``, which counts 1, 2, 3 … without a
gap. After each transaction its end is written down once more, as a seal. So a row that was changed, put in or taken out
shows, also at the end. Whoever can rewrite the whole file could make a new chain from its beginning: note the head that
an audit prints, and ask for it in the next one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

START = "0" * 64

Row = Mapping[str, Any]
Fault = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain: count, hash and time of the last row."""

    seq: int = 0
    hash: str = START
    at: str = ""


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit found: ``first_altered`` is the table, the ``seq`` and the reason of the first fault, or None.

    The table is "rows" where a row is gone and nobody can say which table it stood in.
    ``rows`` were looked at; ``head`` is the hash of the last of them.
    """

    ok: bool
    rows: int
    head: str
    first_altered: Fault | None


def row_hash(table: str, row: Row) -> str:
    """SHA-256 over the table's name and each column that holds something, ``prev`` among them, ordered by name.

    Each value goes in with its name and length, so that no two rows give the same bytes; a column that a later
    release adds changes nothing for the rows before it, which hold nothing there.
    """
    parts = [table.encode()]
    for name, value in sorted(row.items()):
        if value is not None and name != "hash":
            data = str(value).encode("utf-8", "surrogateescape")
            parts.append(b"%s=%d:%s" % (name.encode(), len(data), data))
    return hashlib.sha256(b"\n".join(parts)).hexdigest()


class Chain:
    """Gives rows their number, time and hash, one after the other, from ``head`` on."""

    def __init__(self, head: Head, now: str) -> None:
        # a clock that was put back never makes a row older than the one before it: "as of" cuts the chain in one place
        self._at = max(now, head.at)
        self.head = head

    def link(self, table: str, fields: Row) -> dict[str, Any]:
        """The next row, complete."""
        row = {"seq": self.head.seq + 1, "at": self._at, **fields, "prev": self.head.hash}
        row["hash"] = row_hash(table, row)
        self.head = Head(row["seq"], row["hash"], self._at)
        return row


class _Walk:
    """Goes from row to row and remembers what the next one has to fit."""

    def __init__(self, seals: Iterator[Row], expected: str | None) -> None:
        self.last, self.table, self.rows = Head(), "documents", 0
        self._seals = seals
        self._seal = next(seals, None)
        self._unsealed: Fault | None = None
        self._expected = expected
        self._found = expected in (None, START)

    def step(self, table: str, row: Row) -> Fault | None:
        """What is wrong with the row; nothing, and it is the last one now."""
        fault = self._order(table, row) or self._link(table, row) or self._sealing(table, row)
        if fault is None:
            self.last, self.table, self.rows = Head(row["seq"], row["hash"], row["at"]), table, self.rows + 1
            self._found = self._found or row["hash"] == self._expected
        return fault

    def end(self) -> Fault | None:
        """What is missing after the last row, or too much."""
        if self._seal is not None:
            last = max([self._seal["seq"], *(seal["seq"] for seal in self._seals)])
            return _removed("rows", self.last.seq + 1, last)
        if self._unsealed is not None:
            return self._unsealed
        if not self._found:
            reason = f"no row has the hash {self._expected}: the chain was made anew since it was noted"
            return "rows", self.last.seq, reason
        return None

    def _order(self, table: str, row: Row) -> Fault | None:
        wanted, seq = self.last.seq + 1, row["seq"]
        if seq < wanted:
            return table, seq, "the row was put in: its number is taken"
        return _removed(self._table_of_missing(table, row), wanted, seq - 1) if seq > wanted else None

    def _table_of_missing(self, table: str, row: Row) -> str:
        """A document is followed by its reading; of other rows nobody can say where they stood."""
        if table == "readings" and row["document"] == self.last.seq + 1:
            return "documents"
        return "readings" if self.table == "documents" else "rows"

    def _link(self, table: str, row: Row) -> Fault | None:
        if row_hash(table, row) != row["hash"]:
            return table, row["seq"], "the row was altered: it does not give the hash that it carries"
        if row["prev"] != self.last.hash:
            reason = "the row was altered and its hash made anew: the next row is chained to another"
            return self.table, self.last.seq, reason
        return None

    def _sealing(self, table: str, row: Row) -> Fault | None:
        if self._unsealed is not None and row["at"] != self.last.at:
            return "seals", self.last.seq, "the seal was removed: the rows up to here were written together"
        if self._seal is None or self._seal["seq"] != row["seq"]:
            self._unsealed = self._unsealed or (table, row["seq"], "the row was put in: no seal covers it")
            return None
        seal, self._seal, self._unsealed = self._seal, next(self._seals, None), None
        if seal["hash"] != row["hash"]:
            return table, row["seq"], "the row was altered: another one was sealed in its place"
        return None if seal["at"] == row["at"] else ("seals", row["seq"], "the time of the seal was altered")


def audited(rows: Iterable[tuple[str, Row]], seals: Iterator[Row], expected: str | None = None) -> Audit:
    """Look at every row in the order of ``seq`` until one is wrong. ``expected`` is a head noted earlier."""
    walk = _Walk(seals, expected)
    fault = next((fault for table, row in rows if (fault := walk.step(table, row))), None) or walk.end()
    return Audit(fault is None, walk.rows, walk.last.hash, fault)


def _removed(table: str, first: int, last: int) -> Fault:
    reason = "the row was removed" if first == last else f"the rows {first} to {last} were removed"
    return table, first, reason
