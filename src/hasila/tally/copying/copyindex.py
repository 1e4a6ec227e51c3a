"""The copies among many documents, found one document at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter
from zlib import crc32

from hasila.tally.copying.candidates import Candidates, Keys, keys_of
from hasila.tally.copying.groups import Groups
from hasila.tally.copying.imprint import Imprint, Paper, imprint
from hasila.tally.copying.likeness import CopyLink, compare_runs
from hasila.tally.sheets import Sheet, sheet_of

# Reports of one statement in two languages are shown to be such, but the whole press needn't be shown in pairs.
_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Witnesses:
    """The witness of each document, and the links that say why.

    ``of`` gives for each document key the smallest key of the group of copies that it belongs to. ``links`` are sorted;
    those that join are as many as it takes to hold each group together, and not all pairs.
    """

    of: Mapping[str, str]
    links: tuple[CopyLink, ...]


class CopyIndex:
    """The copies among the documents added so far.

    Adding in another order gives the same witnesses; the links that hold a group together may be others of the same
    group. What an earlier index was told can be put back with :meth:`recall`, without comparing anything again.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._imprints: list[Imprint] = []
        self._sheets: list[Sheet] = []
        self._kinds: set[int] = set()
        self._candidates = Candidates()
        self._groups = Groups()
        self._links: list[CopyLink] = []

    def __contains__(self, key: str) -> bool:
        return key in self._numbers

    def __len__(self) -> int:
        return len(self._numbers)

    def add(self, paper: Paper) -> tuple[CopyLink, ...]:
        """Add a document; the links found to earlier ones. A key that is there already is left alone."""
        return () if paper.key in self else self.add_imprint(imprint(paper))

    def add_imprint(self, new: Imprint) -> tuple[CopyLink, ...]:
        """Add a document by its imprint; as :meth:`add`."""
        return () if new.key in self else self.add_keyed(new, keys_of(new))[0]

    def add_keyed(self, new: Imprint, keys: Keys) -> tuple[tuple[CopyLink, ...], bool]:
        """Add a document that is not there; its links, and whether later ones will be compared with it."""
        sheet = sheet_of(new, keys.values)
        links = tuple(self._compare(new, keys, sheet))
        return links, self._insert(new, keys, sheet)

    def recall(self, known: Imprint, witness: str) -> None:
        """Put back a document that was added to an earlier index, where ``witness`` named its group."""
        keys = keys_of(known)
        self._insert(known, keys, sheet_of(known, keys.values))
        self._groups.join(known.key, witness)

    def _compare(self, new: Imprint, keys: Keys, sheet: Sheet) -> Iterator[CopyLink]:
        """The links to earlier documents; none to a group that the new one is in by then."""
        runs = set(new.runs)
        for number in self._worth_comparing(sheet, keys):
            known = self._imprints[number]
            if self._groups.name(known.key) == self._groups.name(new.key):
                continue
            link = compare_runs(new, known, runs)
            if link is not None:
                self._note(link)
                yield link

    def _worth_comparing(self, sheet: Sheet, keys: Keys) -> Iterator[int]:
        """The numbers of the earlier documents that could be joined, and then of a few that could only be linked."""
        alike, abroad = set(self._candidates.alike(keys)), []
        mask, least, sheets = sheet.mask, sheet.least, self._sheets
        for number in sorted(self._candidates.find(keys)):
            other = sheets[number]
            # as Sheet.alike and Sheet.abroad say, for each of very many
            near = (mask & other.mask).bit_count() >= (least if least < other.least else other.least)
            if sheet.tied(other) or (near and not sheet.abroad(other)):
                if sheet.agrees(other) or number in alike:
                    yield number
            elif sheet.abroad(other):
                abroad.append(number)
        yield from islice((number for number in abroad if sheet.agrees(self._sheets[number])), _SHOWN)

    def _note(self, link: CopyLink) -> None:
        self._links.append(link)
        if link.joins:
            self._groups.join(link.one, link.other)

    def _insert(self, new: Imprint, keys: Keys, sheet: Sheet) -> bool:
        """Note a document. One that could be taken for another of the same day isn't looked up any more."""
        number = self._numbers[new.key] = len(self._imprints)
        self._imprints.append(new)
        self._sheets.append(sheet)
        days = [(mark.start, mark.end, mark.scope) for mark in new.marks]
        kind = crc32(f"{new.published} {new.outlet} {sorted(keys.values)} {days}".encode()) << 32 | keys.alike >> 28
        if kind in self._kinds:
            return False
        self._kinds.add(kind)
        self._candidates.insert(number, keys)
        return True

    def witnesses(self) -> Witnesses:
        """The witnesses as they stand. Links that don't join are shown once for each two groups, the best of them."""
        return _shown(self._links, self._groups.names(sorted(self._numbers)))


def _shown(links: Iterable[CopyLink], names: Mapping[str, str]) -> Witnesses:
    """The witnesses with the links that join, and the best of the others between each two groups."""
    joins: list[CopyLink] = []
    others: list[CopyLink] = []
    for link in links:
        (joins if link.joins else others).append(link)
    shown: dict[tuple[str, str], CopyLink] = {}
    for link in sorted(others, key=lambda link: (-link.score, link.one, link.other)):
        one, other = names[link.one], names[link.other]
        if one != other:
            shown.setdefault((min(one, other), max(one, other)), link)
    return Witnesses(names, tuple(sorted([*joins, *shown.values()], key=attrgetter("one", "other"))))
