"""What a brief says is what the tally holds: Hasila reads its own briefs, and finds the same figures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hasila.brief import brief
from hasila.brief.board import Board
from hasila.brief.periods import before
from hasila.brief.text import render
from hasila.brief.written import BriefLang
from hasila.model import Document, Figure, Measure
from hasila.reading import read
from hasila.tally.calendar import read_period
from hasila.tally.result import Tally
from tests.brief.tallies import Key, Report, source, tally

LANGS: tuple[BriefLang, ...] = ("ar", "en")
Told = tuple[str, int | None, int | None, str | None, str | None, date | None, date | None]
TOTALS: tuple[Key, ...] = (("operations", "IQ+SY", None), ("killed", "IQ+SY", None), ("detained", "IQ+SY", None))
Value = int | tuple[int | None, int | None]

counts = st.one_of(st.integers(0, 12), st.integers(0, 130), st.integers(0, 2000))
values = st.one_of(
    counts,
    counts,
    st.tuples(st.integers(1, 40), st.integers(1, 300)).map(lambda pair: (pair[0], pair[0] + pair[1])),
    st.integers(3, 300).map(lambda low: (low, None)),
)


@st.composite
def periods(draw: st.DrawFn) -> str:
    year = draw(st.integers(2019, 2026))
    shape = draw(st.sampled_from(("month", "month", "quarter", "half", "year", "days")))
    if shape == "month":
        return f"{year}-{draw(st.integers(1, 12)):02}"
    if shape == "quarter":
        return f"{year}-Q{draw(st.integers(1, 4))}"
    if shape == "half":
        return f"{year}-H{draw(st.integers(1, 2))}"
    if shape == "year":
        return str(year)
    start = date(year, 1, 1) + timedelta(days=draw(st.integers(0, 364)))
    return f"{start}..{start + timedelta(days=draw(st.integers(0, 100)))}"


@st.composite
def tallies(draw: st.DrawFn) -> tuple[str, Tally]:
    """A tally of one period: countries and their total, some numbers unknown, operations with or without modes."""
    period, held = draw(periods()), dict[Key, Value]()
    for measure in ("operations", "killed", "detained"):
        shares: dict[str, Value] = {scope: draw(values) for scope in ("IQ", "SY") if draw(st.integers(0, 5))}
        numbers = [share for share in shares.values() if isinstance(share, int)]
        if draw(st.integers(0, 5)):
            held[measure, "IQ+SY", None] = sum(numbers) if len(numbers) == 2 else draw(values)
        held |= {(measure, scope, None): share for scope, share in shares.items()}
    for scope in ("IQ", "SY"):
        total = held.get(("operations", scope, None))
        if isinstance(total, int) and draw(st.booleans()):
            alone = draw(st.integers(0, min(total, 5)))
            joint = total if draw(st.booleans()) else total - alone
            held |= {("operations", scope, "partnered"): joint, ("operations", scope, "unilateral"): alone}
        elif total is None and draw(st.booleans()):
            joint = draw(st.integers(1, 200))
            held |= {
                ("operations", scope, "partnered"): joint,
                ("operations", scope, "unilateral"): draw(st.integers(0, 5)),
            }
    reports = [Report(source("a", "Outlet A"), period, held)] if held else []
    if draw(st.booleans()):
        totals: dict[Key, Value] = {key: draw(counts) for key in TOTALS}
        start, end = before(read_period(period)) or (None, None)
        reports.append(Report(source("b", "Outlet B"), f"{start}..{end}", totals))
    return period, tally(reports)


def held_in(board: Board) -> dict[Told, set[str]]:
    """What a brief may say, and the rows that it tells with it.

    "21 operations, all of them partnered" tells two rows at once, "no US-only operations in either country" as well.
    """
    told: dict[Told, set[str]] = {}
    for measure, scope, mode in board.rows:
        quantity = board.quantity(measure, scope, mode)
        if quantity is None:
            continue
        key = (measure, quantity.low, quantity.high, scope, mode, *board.days)
        told.setdefault(key, set())
        if measure == "operations" and mode is None:
            for whole in wholly(board, scope):
                told.setdefault((*key[:4], whole, *board.days), set()).add(f"{measure} {scope} {mode}")
        total = board.quantity(measure, scope)
        if mode and total and total.low == total.high == 0:
            continue  # nothing was carried out: in no mode either
        if (quantity.low, mode) == (0, "partnered") and "unilateral" in wholly(board, scope):
            continue
        if mode and quantity.exact == 1 and total == quantity:
            continue  # "the one operation was carried out with partners" is no count
        told[key].add(f"{measure} {scope} {mode}")
        if (quantity.low, mode) == (0, "unilateral"):
            both = ("operations", 0, 0, "IQ+SY", "unilateral", *board.days)
            told.setdefault(both, set()).add(f"{measure} {scope} {mode}")
    return told


def wholly(board: Board, scope: str) -> list[str]:
    """The mode that all operations of a place are in."""
    total, *modes = (board.quantity("operations", scope, mode) for mode in (None, "partnered", "unilateral"))
    ways = zip(("partnered", "unilateral"), modes, reversed(modes), strict=True)
    inside = total == modes[0]
    return [way for way, all_of, rest in ways if total and total == all_of and (inside or not rest or rest.low == 0)]


def told_by(figure: Figure) -> Told:
    mode = figure.mode if figure.measure == "operations" else None
    days = (figure.period.start, figure.period.end) if figure.period else (None, None)
    return (figure.measure, figure.low, figure.high, figure.place.scope if figure.place else None, mode, *days)


def differences(held: Tally, period: str, lang: BriefLang) -> Iterator[str]:
    """What the text of the brief says that the tally doesn't hold, and what it leaves out."""
    days = read_period(period)
    board = Board(held, "coalition", days)
    text = render(brief(held, days, lang))
    found = {told_by(figure): figure for figure in read(Document("brief", text, lang=lang)).figures}
    may = held_in(board)
    earlier = {one: set[str]() for one in held_in(Board(held, "coalition", before(days) or days))}
    may = earlier | may
    yield from (f"said but not held: {one} «{figure.evidence.text}»" for one, figure in found.items() if one not in may)
    said = {key for one in found if one in may for key in may[one]}
    yield from sorted({f"held but not said: {key}" for keys in may.values() for key in keys - said})


@pytest.mark.parametrize("lang", LANGS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drawn=tallies())
def test_brief_read_back_gives_the_figures_of_the_tally(drawn: tuple[str, Tally], lang: BriefLang) -> None:
    period, held = drawn
    assert list(differences(held, period, lang)) == []


@st.composite
def rarer_tallies(draw: st.DrawFn) -> tuple[str, Tally]:
    """Measures that few statements give, each at some of the places."""
    period, held = draw(periods()), dict[Key, Value]()
    for measure in get_args(Measure):
        for scope in ("IQ+SY", "IQ", "SY"):
            if draw(st.integers(0, 3)) == 0:
                held[measure, scope, None] = draw(values.filter(bool))
    return period, tally([Report(source("a", "Outlet A"), period, held)] if held else [])


@pytest.mark.parametrize("lang", LANGS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drawn=rarer_tallies())
def test_rarer_measures_are_read_back_too(drawn: tuple[str, Tally], lang: BriefLang) -> None:
    period, held = drawn
    assert list(differences(held, period, lang)) == []
