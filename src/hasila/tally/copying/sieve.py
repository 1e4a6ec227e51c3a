"""Documents of which no other states the same figures are nobody's copy: seen before any text is looked at.

Taking an imprint costs more than all the rest, and most documents of a ledger of many bulletins don't need one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hasila.tally.copying.agreement import enough_shared
from hasila.tally.copying.candidates import Candidates, Keys, figure_keys
from hasila.tally.copying.imprint import Paper, marks_of


def possible_copies(papers: Sequence[Paper]) -> Iterator[Paper]:
    """The documents that could be copies by their figures, in order; all of those that state none or one."""
    sieve = _Sieve()
    for paper in papers:
        sieve.add(paper)
    return (paper for number, paper in enumerate(papers) if number in sieve.kept)


class _Sieve:
    """The numbers of the documents so far that have to be looked at (``kept``), and what is known of all."""

    def __init__(self) -> None:
        self.kept: set[int] = set()
        self._candidates = Candidates()
        self._keys: list[Keys] = []

    def add(self, paper: Paper) -> None:
        """Take in a document; keep it, and earlier ones, where they agree."""
        number, keys = len(self._keys), _keys(paper)
        found = self._candidates.find(keys)
        new = [other for other in found - self.kept if self._agree(keys, other)]
        self.kept.update(new)
        if new or len(keys.values) < 2 or any(self._agree(keys, other) for other in found & self.kept):
            self.kept.add(number)
        self._candidates.insert(number, keys)
        self._keys.append(keys)

    def _agree(self, keys: Keys, number: int) -> bool:
        other = self._keys[number]
        return enough_shared(keys.values, other.values) or keys.alike == other.alike


def _keys(paper: Paper) -> Keys:
    """The keys of a document, the same for texts that differ in their blanks alone."""
    published = paper.published.toordinal() if paper.published else None
    return figure_keys(marks_of(paper.figures), published, hash("".join((paper.text or paper.title or "").split())))
