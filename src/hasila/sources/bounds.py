"""What all archives in one file together may cost: depth, members, inflated bytes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from hasila.errors import SourceError
from hasila.sources.limits import ARCHIVE_BYTES, ARCHIVE_DEPTH, ARCHIVE_MEMBERS, ARCHIVE_RATIO, megabytes

_UNPACK = "If you trust it, unpack it and read the files"


class _Spent:
    """The counts, which everything in the outermost archive shares."""

    def __init__(self) -> None:
        self.members = 0
        self.stored = 0
        self.inflated = 0
        self.over = False


@dataclass(frozen=True, slots=True)
class Bounds:
    """How deep an archive lies, and what was spent on all of them so far."""

    depth: int = 0
    spent: _Spent = field(default_factory=_Spent)

    @property
    def over(self) -> bool:
        """Whether so much was spent that nothing more is read."""
        return self.spent.over

    def deeper(self, where: str) -> Bounds:
        """The bounds of what lies in an archive with these."""
        if self.depth >= ARCHIVE_DEPTH:
            raise SourceError(where, None, f"archives lie more than {ARCHIVE_DEPTH} deep in each other", _UNPACK)
        return replace(self, depth=self.depth + 1)

    def member(self, where: str) -> None:
        """One more member."""
        self.spent.members += 1
        if self.spent.members > ARCHIVE_MEMBERS:
            self._end(where, f"the archive holds more than {ARCHIVE_MEMBERS:,} files")

    def store(self, size: int) -> None:
        """So many more bytes were read of the outermost archive; what others say of theirs doesn't count."""
        if self.depth == 0:
            self.spent.stored += size

    def inflate(self, size: int, where: str) -> None:
        """So many more bytes came out of a decompressor."""
        spent = self.spent
        spent.inflated += size
        if spent.inflated > ARCHIVE_BYTES and spent.inflated > spent.stored * ARCHIVE_RATIO:
            reason = (
                f"the archive inflates to more than {megabytes(ARCHIVE_BYTES)} and {ARCHIVE_RATIO} times its size, as"
                " a bomb does"
            )
            self._end(where, f"{reason}; the rest of it was not read")

    def _end(self, where: str, reason: str) -> None:
        self.spent.over = True
        raise SourceError(where, None, reason, _UNPACK)
