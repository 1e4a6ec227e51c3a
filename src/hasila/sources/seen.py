"""Which ids came before, in 16 bytes each, so that archives of millions of reports can be read in little memory."""

from __future__ import annotations

from array import array


class SeenIds:
    """A set of 64-bit fingerprints, open addressing in one flat array (0 marks a free place)."""

    def __init__(self) -> None:
        self._places = array("Q", bytes(8 * 1024))
        self._count = 0

    def add(self, identifier: str) -> bool:
        """Remember ``identifier``; True where it was there already."""
        print_ = _fingerprint(identifier)
        if not self._put(print_):
            return True
        self._count += 1
        if self._count * 2 > len(self._places):
            self._grow()
        return False

    def _put(self, print_: int) -> bool:
        mask = len(self._places) - 1
        at = print_ & mask
        while self._places[at]:
            if self._places[at] == print_:
                return False
            at = (at + 1) & mask
        self._places[at] = print_
        return True

    def _grow(self) -> None:
        old = self._places
        self._places = array("Q", bytes(8 * 2 * len(old)))
        for print_ in old:
            if print_:
                self._put(print_)


def _fingerprint(identifier: str) -> int:
    return hash(identifier) & 0xFFFF_FFFF_FFFF_FFFF or 1
