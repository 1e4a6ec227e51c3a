"""What very many claims have in common, written once and then called by its number."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Generic, TypeVar

from sqlalchemy import Connection, Table, select

from hasila.tally.index.tables import put

_T = TypeVar("_T")


class Numbers(Generic[_T]):
    """The numbers in one table. They are remembered until :meth:`forget`, because somebody else has written."""

    def __init__(self, table: Table, pack: Callable[[_T], str], unpack: Callable[[str], _T]) -> None:
        self._table = table
        self._pack, self._unpack = pack, unpack
        self._known: dict[_T, int] | None = None
        self._seen: tuple[str, dict[int, _T]] = "", {}

    def forget(self) -> None:
        """Look into the table again before the next number is given."""
        self._known = None

    def of(self, connection: Connection, wanted: Collection[_T]) -> Mapping[_T, int]:
        """The numbers of all that were ever wanted; what has none gets one."""
        if self._known is None:
            self._known = {one: number for number, one in self.held(connection).items()}
        first = len(self._known)
        new = {one: number for number, one in enumerate(set(wanted) - self._known.keys(), first)}
        if new:
            rows = [{"number": number, "packed": self._pack(one)} for one, number in new.items()]
            put(connection, self._table, rows)
            self._known.update(new)
        return self._known

    def held(self, connection: Connection) -> dict[int, _T]:
        """Everything in the table by its number."""
        rows = connection.execute(select(self._table.c.number, self._table.c.packed))
        return {number: self._unpack(packed) for number, packed in rows}

    def remembered(self, connection: Connection, made: str) -> Mapping[int, _T]:
        """Everything in the table by its number, of which only what is new is looked up; ``made`` names the making of
        the tables. Numbers are given one after the other, and keep their meaning."""
        if self._seen[0] != made:
            self._seen = made, {}
        found = self._seen[1]
        wanted = select(self._table.c.number, self._table.c.packed).where(self._table.c.number >= len(found))
        found.update({number: self._unpack(packed) for number, packed in connection.execute(wanted)})
        return found
