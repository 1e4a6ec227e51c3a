"""Running totals end where the books were closed, not on the day on which somebody printed them.

"In June there were 40 operations, which brings the year so far to 212" was said on 5 July, and the 212 are those up to
30 June. Each outlet prints it on another day; without the close the same total would be of as many windows as there
are days of publication, and none would meet the months that it is made of.
"""

from __future__ import annotations

from datetime import date, timedelta

from hasila.tally.calendar import span_of
from hasila.tally.record.modes import Draft

LAG = timedelta(days=45)
"""How long after its last day a window's figures may still be the newest ones; later a next month has closed."""

_Books = tuple[str, str, str | None]


def close_books(drafts: list[Draft]) -> None:
    """End running totals with the last whole window that the same document counts the same things in.

    A running total is one whose end nobody said: it was taken from the day of publication.
    """
    running = [draft for draft in drafts if _is_running(draft)]
    if not running:
        return
    closed = _closes(drafts)
    for draft in running:
        last = max((end for end in closed.get(_books(draft), ()) if _closes_with(draft, end)), default=None)
        draft.end = draft.end if last is None else last


def _is_running(draft: Draft) -> bool:
    period = draft.figure.period
    if period is None or period.start is None or period.end is None or not period.basis.startswith("resolved"):
        return False
    return (draft.start, draft.end) == (period.start, period.end) and _is_open(period.basis, draft.figure.kind)


def _is_open(basis: str, kind: str) -> bool:
    return kind == "cumulative" or basis.endswith("up to the day of publication")


def _closes(drafts: list[Draft]) -> dict[_Books, set[date]]:
    """The last days of the whole months, quarters and the like in which a document counts something."""
    closed: dict[_Books, set[date]] = {}
    for draft in drafts:
        if draft.end is not None and span_of(draft.start, draft.end) is not None:
            closed.setdefault(_books(draft), set()).add(draft.end)
    return closed


def _closes_with(draft: Draft, end: date) -> bool:
    return draft.start is not None and draft.end is not None and draft.start < end < draft.end <= end + LAG


def _books(draft: Draft) -> _Books:
    return draft.series, draft.figure.measure, draft.scope
