"""Tally: what stands, by period."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from fastapi import Request

from hasila.tally.policy import policy_names
from hasila.tally.result import Row
from hasila.tally.views import shown
from hasila.web.messages import Tongue
from hasila.web.pages.page import page, router_of_pages
from hasila.web.paging import name_of_row, part_of
from hasila.web.stand import stand_of

router = router_of_pages()

_MOST_ROWS = 100


@router.get("/{lang}/tally")
def tally(
    lang: Tongue,
    request: Request,
    by: str = "month",
    place: str = "",
    policy: str = "official-first",
    after: str | None = None,
) -> str:
    """What stands, by period."""
    published = stand_of(request).published(policy)
    rows = shown(published.rows, None if by == "all" else by, place or None)  # type: ignore[arg-type]
    part = part_of(sorted(rows, key=_last_day, reverse=True), name_of_row, after, _MOST_ROWS)
    windows = [
        (key, list(group))
        for key, group in groupby(part.items, key=lambda row: (row.cell.series, row.cell.start, row.cell.end))
    ]
    values = {"windows": windows, "part": part, "sources": published.sources, "notes": published.notes}
    return page(
        "tally.html.j2", lang, request, "tally", by=by, place=place, policy=policy, names=policy_names(), **values
    )


def _last_day(row: Row) -> tuple[date, date]:
    return row.cell.end or date.min, row.cell.start or date.min
