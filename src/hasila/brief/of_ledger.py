"""A tally and the reports behind it -> the brief of a period."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from hasila.brief.board import LaidOut, laid_out
from hasila.brief.compose import brief
from hasila.brief.dates import MonthNames
from hasila.brief.sums import with_sums
from hasila.brief.written import Brief, BriefLang
from hasila.tally.calendar import Window
from hasila.tally.tally import Tallied

if TYPE_CHECKING:
    from hasila.ledger import Ledger


_TELLING = ('"partners":["', '"quotes":[{')
"""What stands in a reading that a brief tells more of than its numbers: partners by name, and quotations."""


def brief_of(
    made: Tallied,
    ledger: Ledger,
    period: Window,
    lang: BriefLang,
    series: str | None = None,
    *,
    months: MonthNames = "pair",
    as_of: datetime | None = None,
    said: LaidOut | None = None,
) -> Brief:
    """The report of a period, as :func:`brief` tells it, with the words of the reports of ``ledger`` behind it.

    ``said`` is the tally laid out (:func:`laid_out`), where somebody did that before.
    """
    found = with_sums(made, laid_out(made.tally) if said is None else said, period)
    wanted = {claim.document for cell in found.starting.get(period[0], ()) for claim in found.claims[cell]}
    telling = ledger.holding(wanted, _TELLING)
    readings = {one.key: one.reading for one in ledger.documents(as_of, keys=telling)} if telling else {}
    return brief(made.tally, period, lang, series, readings=readings, months=months, said=found)
