"""A brief, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from hasila.brief.board import Board, LaidOut, laid_out, series_of
from hasila.brief.comparison import comparison
from hasila.brief.countries import countries
from hasila.brief.dates import Dates, MonthNames
from hasila.brief.derivation import derivation
from hasila.brief.desk import Desk
from hasila.brief.dispute import dispute
from hasila.brief.gaps import gaps
from hasila.brief.language import language
from hasila.brief.speech import speech
from hasila.brief.spots import parts, spots
from hasila.brief.support import support
from hasila.brief.totals import headline, totals
from hasila.brief.written import Brief, BriefLang
from hasila.errors import HasilaError
from hasila.model import Reading
from hasila.tally.calendar import Window
from hasila.tally.result import Tally

_MAIN_SERIES = "coalition"
_PARAGRAPHS = (totals, countries, parts, spots, derivation, comparison, dispute, support, gaps, speech)


class SeriesError(HasilaError):
    """A series that no brief can be written of."""

    def __init__(self, series: str, known: Sequence[str]) -> None:
        super().__init__(series, known)

    def __str__(self) -> str:
        return f"no brief is written of the series {self.args[0]!r}. Choose one of: {', '.join(self.args[1])}."


def brief(
    tally: Tally,
    period: Window,
    lang: BriefLang,
    series: str | None = None,
    *,
    readings: Mapping[str, Reading] = MappingProxyType({}),
    months: MonthNames = "pair",
    said: LaidOut | None = None,
) -> Brief:
    """The report of a period: only what ``tally`` holds of exactly these days, and what is missing said to be so.

    ``series`` is whose tally is told, by default the one with most rows of these days. ``readings``, by document key,
    give the partners and the quotations; without them neither is named. ``months`` chooses the Arabic month names.
    ``said`` is the tally laid out, where somebody did that before.
    Raises SeriesError where briefs of that series aren't written.
    """
    words = language(lang)
    known = words.words["series"]
    said = laid_out(tally) if said is None else said
    whose = series or series_of(said, period, known) or _MAIN_SERIES
    if whose not in known:
        raise SeriesError(whose, sorted(known))
    desk = Desk(Board(tally, whose, period, said=said), words, Dates(words, months), readings)
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
