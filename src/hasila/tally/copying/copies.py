"""Which documents are copies of one another, so that each text is one witness, however many print it.

>>> from hasila.tally.copying.imprint import Paper
>>> text = "US Central Command said it carried out operations against ISIS with its partners"
>>> papers = [Paper(key, key, None, text, "en", None, None, None, ()) for key in ("b", "a")]
>>> witnesses(papers).of
{'a': 'a', 'b': 'a'}
"""

from __future__ import annotations

from collections.abc import Iterable

from hasila.tally.copying.copyindex import CopyIndex, Witnesses
from hasila.tally.copying.imprint import Paper
from hasila.tally.copying.likeness import CopyKind, CopyLink
from hasila.tally.copying.sieve import possible_copies

__all__ = ["CopyIndex", "CopyKind", "CopyLink", "Paper", "Witnesses", "witnesses"]


def witnesses(papers: Iterable[Paper]) -> Witnesses:
    """Find the copies among documents. The result doesn't depend on the order in which they come."""
    held = sorted(papers, key=lambda paper: paper.key)
    index = CopyIndex()
    for paper in possible_copies(held):
        index.add(paper)
    found = index.witnesses()
    return Witnesses({paper.key: found.of.get(paper.key, paper.key) for paper in held}, found.links)
