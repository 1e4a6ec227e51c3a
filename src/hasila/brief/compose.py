"""A brief, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hasila.brief.board import Board, series_of
from hasila.brief.comparison import comparison
from hasila.brief.countries import countries
from hasila.brief.dates import Dates, MonthNames
from hasila.brief.derivation import derivation
from hasila.brief.desk import Desk
from hasila.brief.dispute import dispute
from hasila.brief.gaps import gaps
from hasila.brief.language import language
from hasila.brief.periods import Days
from hasila.brief.speech import speech
from hasila.brief.support import support
from hasila.brief.totals import headline, totals
from hasila.brief.written import Brief, BriefLang
from hasila.model import Reading
from hasila.tally.result import Tally

_MAIN_SERIES = "coalition"
_PARAGRAPHS = (totals, countries, comparison, derivation, dispute, support, gaps, speech)


def brief(
    tally: Tally,
    period: Days,
    lang: BriefLang,
    series: str | None = None,
    *,
    readings: Mapping[str, Reading] = MappingProxyType({}),
    months: MonthNames = "pair",
) -> Brief:
    """The report of a period: only what ``tally`` holds of exactly these days, and what is missing said to be so.

    ``series`` is whose tally is told, by default the one with most rows of these days. ``readings``, by document key,
    give the partners and the quotations; without them neither is named. ``months`` chooses the Arabic month names.
    """
    whose = series or series_of(tally, period) or _MAIN_SERIES
    words = language(lang)
    desk = Desk(Board(tally, whose, period), words, Dates(words, months), readings)
    written = [paragraph for write in _PARAGRAPHS if (paragraph := write(desk))]
    return Brief(
        lang=lang,
        series=whose,
        policy=tally.policy,
        period=period,
        label=desk.dates.period(period),
        headline=headline(desk),
        paragraphs=tuple(written),
        notes=desk.notes(),
    )
