"""What of a document is looked at before it is compared in earnest: a few numbers that rule out nearly all others.

A statement that the whole press reports brings hundreds of documents with the same figures together. Whether two of
them can be one text is seen from a mask, in which each run of words sets one of 1,024 bits: texts that share runs share
bits.
"""

from __future__ import annotations

from dataclasses import dataclass

from hasila.tally.copying.agreement import enough_shared
from hasila.tally.copying.credits import credited, from_agencies
from hasila.tally.copying.imprint import Imprint
from hasila.tally.copying.likeness import least_common

_BITS = 1024
_SHARE_OF_BITS = 0.7
_FULL = 256
_TOLD = (credited, from_agencies)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The codes of a document's figures, the mask of its words, and where it is from.

    ``least`` is the number of bits that a longer copy of it shares with it at the least.
    """

    values: frozenset[int]
    mask: int
    least: float
    lang: str
    outlet: str | None
    credits: tuple[str, ...]

    def alike(self, other: Sheet) -> bool:
        """Whether the two share as many runs of words as copies do at the least, judged by their masks."""
        return (self.mask & other.mask).bit_count() >= min(self.least, other.least)

    def abroad(self, other: Sheet) -> bool:
        """Whether one is Arabic and the other English."""
        return self.lang != other.lang and "mixed" not in (self.lang, other.lang)

    def tied(self, other: Sheet) -> bool:
        """Whether the two come from one outlet in two languages, or one says that it was taken from the other."""
        if self.outlet == other.outlet:
            return self.outlet is not None and self.abroad(other)
        if not self.credits and not other.credits:
            return False
        return any(told(one.credits, two.outlet) for told in _TOLD for one, two in ((self, other), (other, self)))

    def agrees(self, other: Sheet) -> bool:
        """Whether the two have as many figures in common as copies have."""
        return enough_shared(self.values, other.values)


def sheet_of(imprint: Imprint, values: frozenset[int]) -> Sheet:
    """The sheet of a document; ``values`` are the codes of its figures."""
    mask = 0
    for run in imprint.runs:
        mask |= 1 << (run % _BITS)
    # two runs can set one bit, and a long text sets most of them: so a little less is asked for, and never too much
    least = min(_FULL, least_common(len(imprint.runs), len(imprint.runs)) * _SHARE_OF_BITS)
    return Sheet(values, mask, least, imprint.lang, imprint.outlet, imprint.credits)
