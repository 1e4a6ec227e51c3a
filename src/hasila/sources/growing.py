"""A folder that grows -> the files in it that are new or changed, once they are whole.

It is looked at again and again, which works on every disk and over every network, where notices of the system don't. A
file is whole when two looks, one after the other, find it of the same size and time. Whoever writes slower than that
writes under another name (or one that begins with a full stop) and renames the file when it is done.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from hasila.sources.paths import inside
from hasila.sources.rejected import Rejected


class Sign(NamedTuple):
    """By which a file is known to be what it was: when it changed, in nanoseconds since 1970, and its size."""

    changed: int
    size: int


class Growing:
    """Folders, and what was seen in them. ``taken`` are the files that were read, by their absolute path."""

    def __init__(self, folders: Sequence[str], taken: Mapping[str, Sign]) -> None:
        self._folders = tuple(folders)
        self._taken = dict(taken)
        self._seen: dict[str, Sign] = {}

    def look(self) -> Iterator[tuple[str, Sign] | Rejected]:
        """The files that are whole and were not taken as they are now, in the order of their names."""
        seen: dict[str, Sign] = {}
        for folder in self._folders:
            for found in inside(folder):
                if isinstance(found, Rejected):
                    yield found
                    continue
                sign = _sign(found)
                if sign is None or self._taken.get(os.path.abspath(found)) == sign:
                    continue
                if self._seen.get(found) == sign:
                    yield found, sign
                else:
                    seen[found] = sign
        self._seen = seen

    def take(self, path: str, sign: Sign) -> None:
        """The file was read as it was then."""
        self._taken[os.path.abspath(path)] = sign


def _sign(path: str) -> Sign | None:
    """None where the file has gone meanwhile."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return Sign(found.st_mtime_ns, found.st_size)
