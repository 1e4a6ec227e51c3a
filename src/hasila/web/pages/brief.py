"""Brief: the report of a period."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import Request

from hasila.tally.calendar import Window, read_period
from hasila.tally.policy import policy_names
from hasila.tally.result import Row
from hasila.tally.views import shown
from hasila.web.addresses import addresses
from hasila.web.messages import Tongue
from hasila.web.pages.page import page, router_of_pages
from hasila.web.stand import stand_of

router = router_of_pages()


@router.get("/{lang}/brief")
def told(lang: Tongue, request: Request, period: str = "", policy: str = "official-first") -> str:
    """The report of a period, of the last whole month that something stands of where none is asked for."""
    stand = stand_of(request)
    months = _months(stand.published(policy).rows) if not (period and addresses().live) else []
    days = read_period(period) if period else max(months, default=None)
    one = None if days is None else stand.brief(days, lang, policy)
    asked = {"period": period or (f"{days[0]:%Y-%m}" if days else ""), "policy": policy, "names": policy_names()}
    return page(
        "brief.html.j2", lang, request, "brief", brief=one, months=[f"{start:%Y-%m}" for start, _ in months], **asked
    )


def _months(rows: Iterable[Row]) -> list[Window]:
    """The whole months that something stands of, the newest first."""
    found = {(start, end) for row in shown(rows, "month") if (start := row.cell.start) and (end := row.cell.end)}
    return sorted(found, reverse=True)
