"""Which documents are copies of one another, so that each text is one witness, however many print it.

>>> from hasila.tally.imprint import Paper
>>> text = "US Central Command said it carried out operations against ISIS with its partners"
>>> papers = [Paper(key, key, None, text, "en", None, None, None, ()) for key in ("b", "a")]
>>> witnesses(papers).of
{'a': 'a', 'b': 'a'}
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hasila.tally.agreement import enough_shared
from hasila.tally.candidates import Candidates, Keys, keys_of
from hasila.tally.groups import Groups
from hasila.tally.imprint import VERSION, Imprint, ImprintError, Paper, imprint, unpack
from hasila.tally.likeness import CopyKind, CopyLink, compare_runs

__all__ = ["CopyIndex", "CopyKind", "CopyLink", "Paper", "Witnesses", "witnesses"]


@dataclass(frozen=True, slots=True)
class Witnesses:
    """The witness of each document, and the links that say why.

    ``of`` gives for each document key the smallest key of the group of copies that it belongs to. ``links`` are sorted;
    those that join are as many as it takes to hold each group together, and not all pairs.
    """

    of: Mapping[str, str]
    links: tuple[CopyLink, ...]


def witnesses(papers: Iterable[Paper]) -> Witnesses:
    """Find the copies among documents. The result doesn't depend on the order in which they come."""
    index = CopyIndex()
    for one in sorted(map(imprint, papers), key=lambda made: made.key):
        index.add_imprint(one)
    return index.witnesses()


class CopyIndex:
    """The copies among the documents added so far.

    Adding in another order gives the same witnesses; the links that hold a group together may be others of the same
    group. Store :meth:`dump`, or the packed imprints and the links, and :meth:`load` them to go on: the texts aren't
    needed, and nothing is compared again.
    """

    def __init__(self) -> None:
        self._imprints: list[Imprint] = []
        self._values: list[frozenset[int]] = []
        self._seen: set[str] = set()
        self._kinds: set[tuple[object, ...]] = set()
        self._candidates = Candidates()
        self._groups = Groups()
        self._links: list[CopyLink] = []

    def __contains__(self, key: str) -> bool:
        return key in self._seen

    def add(self, paper: Paper) -> tuple[CopyLink, ...]:
        """Add a document; the links found to earlier ones. A key that is there already is left alone."""
        return self.add_imprint(imprint(paper))

    def add_imprint(self, new: Imprint) -> tuple[CopyLink, ...]:
        """Add a document by its imprint; as :meth:`add`."""
        if new.key in self._seen:
            return ()
        keys = keys_of(new)
        links = tuple(self._compare(new, keys))
        self._insert(new, keys)
        return links

    def _compare(self, new: Imprint, keys: Keys) -> Iterator[CopyLink]:
        """The links to earlier documents; none to a group that the new one is in by then."""
        runs = set(new.runs)
        for number in sorted(self._candidates.find(keys)):
            known = self._imprints[number]
            if not enough_shared(keys.values, self._values[number]) and new.digest != known.digest:
                continue
            if self._groups.name(known.key) == self._groups.name(new.key):
                continue
            link = compare_runs(new, known, runs)
            if link is not None:
                self._note(link)
                yield link

    def _note(self, link: CopyLink) -> None:
        self._links.append(link)
        if link.joins:
            self._groups.join(link.one, link.other)

    def _insert(self, new: Imprint, keys: Keys) -> None:
        """Note a document. One that could be taken for another of the same day isn't looked up any more."""
        self._seen.add(new.key)
        self._imprints.append(new)
        self._values.append(keys.values)
        kind = (new.digest, new.published, new.outlet, new.marks)
        if kind not in self._kinds:
            self._kinds.add(kind)
            self._candidates.insert(len(self._imprints) - 1, keys)

    def dump(self) -> bytes:
        """All that :meth:`load` needs to go on from here."""
        head = {
            "version": VERSION,
            "links": [[getattr(link, name) for name in CopyLink.__slots__] for link in self._links],
        }
        packed = [one.pack() for one in self._imprints]
        lengths = struct.pack(f"<{len(packed)}I", *map(len, packed))
        line = json.dumps({**head, "documents": len(packed)}, ensure_ascii=False).encode()
        return b"".join((line, b"\n", lengths, *packed))

    @classmethod
    def load(cls, stored: bytes) -> CopyIndex:
        """The index that :meth:`dump` stored. Raises :class:`ImprintError` when another version made it."""
        line, _, rest = stored.partition(b"\n")
        head = json.loads(line)
        if head["version"] != VERSION:
            raise ImprintError(
                f"the stored copies are of version {head['version']}, this Hasila needs {VERSION}: add anew"
            )
        at = 4 * head["documents"]
        imprints = []
        for length in struct.unpack_from(f"<{head['documents']}I", rest):
            imprints.append(unpack(rest[at : at + length]))
            at += length
        return cls.restore(imprints, (CopyLink(*link) for link in head["links"]))

    @classmethod
    def restore(cls, imprints: Iterable[Imprint], links: Iterable[CopyLink]) -> CopyIndex:
        """The index of documents whose links to one another are known already."""
        index = cls()
        for one in imprints:
            index._insert(one, keys_of(one))
        for link in links:
            index._note(link)
        return index

    def witnesses(self) -> Witnesses:
        """The witnesses as they stand. Links that don't join are shown once for each two groups, the best of them."""
        names = self._groups.names(sorted(self._seen))
        joins = [link for link in self._links if link.joins]
        shown: dict[tuple[str, ...], CopyLink] = {}
        for link in sorted(self._links, key=lambda link: (-link.score, link.one, link.other)):
            ends = tuple(sorted((names[link.one], names[link.other])))
            if not link.joins and ends[0] != ends[1]:
                shown.setdefault(ends, link)
        return Witnesses(names, tuple(sorted([*joins, *shown.values()], key=lambda link: (link.one, link.other))))
