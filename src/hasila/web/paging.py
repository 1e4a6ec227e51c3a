"""Long lists in parts: a cursor names the last thing that was shown, so that nothing is shown twice or left out."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NoBase64
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Generic, TypeVar

from hasila.errors import HasilaError
from hasila.tally.result import Row

T = TypeVar("T")

_MOST = 1 << 63  # what a database takes for a number


class CursorError(HasilaError):
    """A cursor that was not handed out."""

    def __init__(self, cursor: str) -> None:
        super().__init__(cursor)

    def __str__(self) -> str:
        return f"{self.args[0][:80]!r} is no cursor of this list: begin without one, and follow the links from there."


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """Some of ``total`` things: ``first`` is the place of its first, ``next`` the cursor behind its last."""

    items: Sequence[T]
    first: int
    total: int
    next: str | None


def part_of(items: Sequence[T], name: Callable[[T], str], after: str | None, most: int) -> Part[T]:
    """At most so many things after a cursor; ``name`` gives what each is known by.

    Where the last thing shown is no longer in the list, it goes on from the place that it had.
    """
    first = 0 if after is None else _behind(items, name, *_read(after))
    shown = items[first : first + most]
    last = first + len(shown)
    cursor = written([last, name(shown[-1])]) if shown and last < len(items) else None
    return Part(shown, first, len(items), cursor)


def name_of_row(row: Row) -> str:
    """What a row of a tally is known by."""
    return sha256(repr((*row.cell, row.statement)).encode()).hexdigest()[:16]


def written(place: Sequence[int | str]) -> str:
    """A place in a list as a cursor: letters and digits that mean nothing to anybody else.

    >>> read_cursor(written([5, "x"]), (int, str))
    [5, 'x']
    """
    return urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def read_cursor(cursor: str, kinds: Sequence[type]) -> list[int | str]:
    """The place that a cursor stands for, of values of these kinds. Raises CursorError."""
    try:
        place = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, NoBase64) as error:
        raise CursorError(cursor) from error
    if not isinstance(place, list) or [type(one) for one in place] != list(kinds) or not all(map(_fits, place)):
        raise CursorError(cursor)
    return place


def _fits(one: object) -> bool:
    return not isinstance(one, int) or 0 <= one < _MOST


def _read(cursor: str) -> tuple[int, str]:
    place, name = read_cursor(cursor, (int, str))
    if int(place) < 1:
        raise CursorError(cursor)
    return int(place), str(name)


def _behind(items: Sequence[T], name: Callable[[T], str], place: int, last: str) -> int:
    if place <= len(items) and name(items[place - 1]) == last:
        return place
    return next((at for at, one in enumerate(items, start=1) if name(one) == last), min(place - 1, len(items)))
