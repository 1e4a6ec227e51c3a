"""A tally and the reports behind it -> the brief of a period."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from hasila.brief.board import claims_by_cell
from hasila.brief.compose import brief
from hasila.brief.dates import MonthNames
from hasila.brief.sums import with_sums
from hasila.brief.written import Brief, BriefLang
from hasila.tally.calendar import Window
from hasila.tally.claim import Cell, Claim
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
    said: Mapping[Cell, tuple[Claim, ...]] | None = None,
) -> Brief:
    """The report of a period, as :func:`brief` tells it, with the words of the reports of ``ledger`` behind it.

    ``said`` are the claims by their cells (:func:`claims_by_cell`), where somebody looked them up before.
    """
    found = with_sums(made, period)
    claims = claims_by_cell(found) if said is None else said
    wanted = {claim.document for cell, held in claims.items() if cell.start == period[0] for claim in held}
    readings = {one.key: one.reading for one in ledger.documents(as_of, keys=wanted)}
    return brief(found, period, lang, series, readings=readings, months=months, said=claims)
