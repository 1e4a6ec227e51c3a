"""A tally and the reports behind it -> the brief of a period."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from hasila.brief.compose import brief
from hasila.brief.dates import MonthNames
from hasila.brief.sums import with_sums
from hasila.brief.written import Brief, BriefLang
from hasila.tally.calendar import Window
from hasila.tally.tally import Tallied

if TYPE_CHECKING:
    from hasila.ledger import Ledger


def brief_of(
    made: Tallied,
    ledger: Ledger,
    period: Window,
    lang: BriefLang,
    series: str | None = None,
    *,
    months: MonthNames = "pair",
    as_of: datetime | None = None,
) -> Brief:
    """The report of a period, as :func:`brief` tells it, with the words of the reports of ``ledger`` behind it."""
    found = with_sums(made, period)
    wanted = {claim.document for one in found.statements for claim in one.claims if claim.cell.start == period[0]}
    readings = {one.key: one.reading for one in ledger.documents(as_of, keys=wanted)}
    return brief(found, period, lang, series, readings=readings, months=months)
