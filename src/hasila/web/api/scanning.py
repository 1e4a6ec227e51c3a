"""Looking through the documents of a ledger in the order of adding, so many at a time whatever its size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from hasila.codec import line
from hasila.ledger import Ledger
from hasila.ledger.listing import Listed, before, last_document, looked
from hasila.model import Lang
from hasila.tally.calendar import Window
from hasila.web.api.asked import inside

_AT_ONCE = 250
BUDGET = 1000
"""Documents that one part of a list looks through: where few fit, a part is short, and the next goes on from there."""


@dataclass(frozen=True, slots=True)
class Filed:
    """Which documents are wanted; None is any. ``published`` are the days in which it came out."""

    outlet: str | None = None
    lang: Lang | None = None
    published: Window | None = None
    since: datetime | None = None

    @property
    def naming(self) -> str | None:
        """What stands in the JSON of all documents that are wanted; None where that isn't known."""
        return None if self.outlet is None else f'"outlet":{line(self.outlet)}'

    def has(self, about: dict[str, Any]) -> bool:
        """Whether a document is one of them, but for its language, which only its reading knows."""
        day = about["published"]
        return self.outlet in (None, about["outlet"]) and (self.published is None or inside(self.published, day, day))


class Scan:
    """The documents that fit, with what was read in them; ``seen`` is the last ``seq`` that was looked at."""

    def __init__(self, ledger: Ledger, after: int, filed: Filed, *, budget: int | None, texts: bool = False) -> None:
        self._ledger, self._filed, self._left, self._texts = ledger, filed, budget, texts
        self.seen = after if filed.since is None else max(after, before(ledger, filed.since))
        self._until = last_document(ledger)

    @property
    def has_more(self) -> bool:
        """Whether documents are left that were not looked at."""
        return self.seen < self._until

    def __iter__(self) -> Iterator[tuple[Listed, dict[str, Any]]]:
        while self.has_more and self._left != 0:
            most = _AT_ONCE if self._left is None else min(self._left, _AT_ONCE)
            part = looked(self._ledger, self.seen, self._until, most, naming=self._filed.naming, texts=self._texts)
            self._left = None if self._left is None else self._left - part.count
            for one in part.found:
                self.seen = one.seq
                if not self._filed.has(one.about):
                    continue
                read = one.read()
                if self._filed.lang in (None, read["lang"]):
                    yield one, read
            self.seen = part.last
