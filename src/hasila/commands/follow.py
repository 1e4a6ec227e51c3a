"""``hasila add --follow``: folders that grow are read on, until somebody stops it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

import typer

from hasila.commands import console
from hasila.commands.stopping import Stop

if TYPE_CHECKING:
    from hasila.ledger import Ledger
    from hasila.model import Document, Lang
    from hasila.sources import Rejected
    from hasila.sources.growing import Sign

Adder = Callable[["Iterable[Document | Rejected]"], None]
_SOME = 100
"""So many files are read before it is noted that they were."""


def check(paths: Sequence[str]) -> None:
    """Only folders grow."""
    for path in paths:
        if not os.path.isdir(path):
            raise typer.BadParameter(f"{path!r} is no folder; --follow reads folders", param_hint="PATH")


class Following:
    """One run. ``add`` puts what it is given into the ledger, and has done so when it returns."""

    def __init__(self, ledger: Ledger, stop: Stop, add: Adder, published: date | None, lang: Lang | None) -> None:
        self._ledger = ledger
        self._stop = stop.asked
        self._add = add
        self._published = published
        self._lang = lang
        self._told: set[str] = set()

    def run(self, folders: Sequence[str], every: float) -> None:
        """Look, read what is new, wait, until it is asked to stop. A file that was broken off is read again later."""
        from hasila.ledger.taken import taken_files
        from hasila.sources.growing import Growing, Sign

        growing = Growing(folders, {path: Sign(*sign) for path, sign in taken_files(self._ledger).items()})
        while not self._stop.is_set():
            some: list[tuple[str, Sign]] = []
            for found in growing.look():
                if not isinstance(found, tuple):
                    self._tell(found)
                    continue
                some.append(found)
                if len(some) == _SOME:
                    self._take(growing.take, some)
                    some = []
            self._take(growing.take, some)
            self._stop.wait(every)

    def _take(self, note: Callable[[str, Sign], None], some: Sequence[tuple[str, Sign]]) -> None:
        """Read these files, and note those that were read to their end, once all of it is in the ledger."""
        from hasila.ledger.taken import take_files

        done: list[tuple[str, Sign]] = []
        self._add(self._items(some, done))
        take_files(self._ledger, [(os.path.abspath(path), *sign) for path, sign in done])
        for path, sign in done:
            note(path, sign)

    def _items(self, some: Sequence[tuple[str, Sign]], done: list[tuple[str, Sign]]) -> Iterator[Document | Rejected]:
        from hasila.sources import open_sources

        for path, sign in some:
            for item in open_sources([path], published=self._published, lang=self._lang):
                if self._stop.is_set():
                    return
                yield item
            done.append((path, sign))

    def _tell(self, fault: Rejected) -> None:
        """A folder that can't be looked into is told once, not at every look."""
        if str(fault) not in self._told:
            self._told.add(str(fault))
            console.complain(str(fault))
