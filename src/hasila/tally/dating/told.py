"""What a report without days tells of them all the same: "last month", "in July", "today, Friday".

Nobody knows when it was published, so the words settle nothing by themselves. But a window that is proposed can be held
against them: had the report come out a few days after that window, would its words mean just these days?
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hasila.model import Document
from hasila.text.tokens import tokenise
from hasila.values.dates import find_dates
from hasila.values.periods import DateMention
from hasila.values.resolve import resolve

_DELAYS = (timedelta(0), timedelta(days=1), timedelta(days=8))
"""How long after a window its figures come out, as tried: a running count on its last day, a month in the next week."""


@dataclass(frozen=True, slots=True)
class Told:
    """The words for time of a report that need the day of publication to be understood.

    ``periods`` are those that a count can cover; ``weekdays`` the days of the week (Monday is 0) that it calls today,
    yesterday or by name alone, where only one is named.
    """

    forms: tuple[str, ...]
    periods: tuple[DateMention, ...]
    weekdays: frozenset[int]

    def means(self, start: date | None, end: date | None, published: Sequence[date] = ()) -> bool | None:
        """Whether some of the words mean these days; None where the report has no such words.

        ``published`` are the days on which the figures of the window are known to have come out.
        """
        if not self.periods:
            return None
        if end is None:
            return False
        days = (*published, *(end + delay for delay in _DELAYS))
        return any(self._days(mention, day) == (start, end) for mention in self.periods for day in days)

    def _days(self, mention: DateMention, published: date) -> tuple[date | None, date | None] | None:
        settled = resolve(mention, self.forms, published)
        return None if settled is None else (settled.start, settled.end)


NOTHING = Told((), (), frozenset())
"""A report that says nothing of time."""


def told_in(document: Document) -> Told:
    """The words for time of a document, its title included.

    >>> told = told_in(Document("r", "Last month 48 operations were carried out, the command said today, Friday."))
    >>> told.means(date(2023, 2, 1), date(2023, 2, 28)), told.means(date(2023, 1, 1), date(2023, 3, 31)), told.weekdays
    (True, False, frozenset({4}))
    """
    forms = tokenise(f"{document.title or ''}\n{document.text}").form
    mentions = find_dates(forms)
    open_ones = tuple(mention for mention in mentions if mention.is_period and resolve(mention, forms, None) is None)
    weekdays = {mention.first.weekday for mention in mentions if mention.first is not None} - {None}
    named = frozenset(day for day in weekdays if day is not None)
    return Told(tuple(forms), open_ones, named if len(named) == 1 else frozenset())
