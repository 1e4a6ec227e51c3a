"""Which documents are copies of one another, so that each text is one witness, however many print it.

>>> from hasila.tally.imprint import Paper
>>> text = "US Central Command said it carried out operations against ISIS with its partners"
>>> papers = [Paper(key, key, None, text, "en", None, None, None, ()) for key in ("b", "a")]
>>> witnesses(papers).of
{'a': 'a', 'b': 'a'}
"""

from __future__ import annotations

from collections.abc import Iterable

from hasila.tally.copyindex import CopyIndex, Witnesses
from hasila.tally.imprint import Paper, imprint
from hasila.tally.likeness import CopyKind, CopyLink

__all__ = ["CopyIndex", "CopyKind", "CopyLink", "Paper", "Witnesses", "witnesses"]


def witnesses(papers: Iterable[Paper]) -> Witnesses:
    """Find the copies among documents. The result doesn't depend on the order in which they come."""
    index = CopyIndex()
    for one in sorted(map(imprint, papers), key=lambda made: made.key):
        index.add_imprint(one)
    return index.witnesses()
