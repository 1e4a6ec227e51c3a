"""Many expressions at once over bytes, at gigabytes a second: Hyperscan, which has builds for the common machines."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple


class Expression(NamedTuple):
    """What to look for, the number to report it under, and whether capitals matter."""

    pattern: bytes
    number: int
    cased: bool = False


class UnusableError(Exception):
    """Compiled expressions that this machine can't use: broken, or made for another one."""


class Scanner:
    """Compiled expressions. Pickled as compiled, so that workers don't compile them again; not for several threads."""

    def __init__(self, database: Any) -> None:
        self._database = database
        self._found: set[int] = set()

    @classmethod
    def of(cls, expressions: Iterable[Expression]) -> Scanner:
        """Compile expressions: a second for a few hundred."""
        import hyperscan

        rows = list(expressions)
        database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
        once = hyperscan.HS_FLAG_SINGLEMATCH | hyperscan.HS_FLAG_DOTALL
        database.compile(
            expressions=[row.pattern for row in rows],
            ids=[row.number for row in rows],
            elements=len(rows),
            flags=[once if row.cased else once | hyperscan.HS_FLAG_CASELESS for row in rows],
        )
        return cls(database)

    @classmethod
    def loaded(cls, compiled: bytes) -> Scanner:
        """The one that :meth:`compiled` gave; raises :class:`UnusableError` where it can't be used."""
        import hyperscan

        try:
            database = hyperscan.loadb(compiled, hyperscan.HS_MODE_BLOCK)
            database.scratch = hyperscan.Scratch(database)
        except hyperscan.error as error:
            raise UnusableError(str(error)) from error
        return cls(database)

    def compiled(self) -> bytes:
        """The expressions as compiled, for machines of the same kind."""
        import hyperscan

        return bytes(hyperscan.dumpb(self._database))

    def __reduce__(self) -> tuple[Callable[[bytes], Scanner], tuple[bytes]]:
        return Scanner.loaded, (self.compiled(),)

    def numbers(self, data: bytes) -> set[int]:
        """The numbers of the expressions that ``data`` holds."""
        found = self._found = set()
        self._database.scan(data, match_event_handler=self._take)
        return found

    def _take(self, number: int, *_: Any) -> None:
        self._found.add(number)
