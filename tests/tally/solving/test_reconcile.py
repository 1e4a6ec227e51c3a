"""Which claims stand: on bulletins that misprint, on the official series, and against an exhaustive search."""

from datetime import date
from itertools import chain, combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from hasila.model import Measure
from hasila.tally.claim import Cell
from hasila.tally.solving.assertions import Assertion
from hasila.tally.solving.settled import Settled
from tests.tally.bulletins import cell, month, said

JULY = month(2023, 7)
MEASURES: tuple[Measure, ...] = ("operations", "killed", "detained")


def dropped(settled: Settled) -> list[set[tuple[str, int]]]:
    """What each lightest way sets aside, as (place, number)."""
    ways = [(outcome, way) for outcome in settled.outcomes for way in outcome.ways]
    sets = [{said_by(out.part.assertions[n]) for n in way.dropped} for out, way in ways]
    return sorted((found for found in sets if found), key=sorted)


def said_by(assertion: Assertion) -> tuple[str, int]:
    assert assertion.low is not None
    return assertion.cell.scope or "", assertion.low


def misprinted_july() -> list[Assertion]:
    rows = {"IQ+SY": (31, 5, 30), "IQ": (20, 2, 7), "SY": (11, 3, 6)}
    return [
        said(cell(JULY, measure, scope), value)
        for scope, values in rows.items()
        for measure, value in zip(MEASURES, values, strict=True)
    ]


def test_a_misprint_alone_leaves_three_equally_light_ways_out() -> None:
    settled = Settled(misprinted_july())
    assert dropped(settled) == [{("IQ", 7)}, {("IQ+SY", 30)}, {("SY", 6)}]
    outcome = next(one for one in settled.outcomes if len(one.ways) == 3)
    implied = {
        (scope, settled.in_way(outcome, way, cell(JULY, "detained", scope))[0])
        for way in outcome.ways
        for scope in ("IQ", "SY", "IQ+SY")
    }
    assert implied == {("IQ", 24), ("IQ", 7), ("SY", 23), ("SY", 6), ("IQ+SY", 13), ("IQ+SY", 30)}


def test_the_official_statement_settles_which_number_was_misprinted() -> None:
    official = [said(cell(JULY, "detained", "IQ"), 24, 100, "official")]
    settled = Settled([*misprinted_july(), *official])
    assert dropped(settled) == [{("IQ", 7)}]
    assert settled.value(cell(JULY, "detained", "IQ")) == 24


def by_mode(days: tuple[date, date], total: int, iraq: int, syria: int, alone: int) -> list[Assertion]:
    return [
        said(cell(days), total),
        said(cell(days, scope="IQ", mode="partnered"), iraq),
        said(cell(days, scope="SY", mode="partnered"), syria),
        said(cell(days, scope="SY", mode="unilateral"), alone),
    ]


def test_unilateral_operations_are_inside_or_beside_whichever_adds_up() -> None:
    statements = {
        "inside": [(month(2023, 2), 48, 33, 15, 2), (month(2023, 4), 35, 25, 10, 1)],
        "beside": [(month(2022, 1, 12), 313, 191, 108, 14), (month(2023, 9, 10), 79, 53, 23, 3)],
    }
    for reading, rows in statements.items():
        for row in rows:
            (outcome,) = Settled(by_mode(*row)).outcomes
            assert [(way.dropped, [*way.readings.values()]) for way in outcome.ways] == [(frozenset(), [reading])]


def test_both_readings_are_kept_where_nothing_decides() -> None:
    days = month(2023, 2)
    claims = [one for one in by_mode(days, 0, 0, 15, 2) if one.cell.scope == "SY"]
    (outcome,) = Settled(claims).outcomes
    assert {name for way in outcome.ways for name in way.readings.values()} == {"inside", "beside"}
    assert Settled(claims).bounds(cell(days, scope="SY")) == (15, 17)


def test_no_unilateral_ones_leave_no_choice() -> None:
    (outcome,) = Settled(by_mode(month(2023, 5), 38, 21, 17, 0)).outcomes
    assert len(outcome.ways) == 1


def year_so_far() -> list[Assertion]:
    stated = {1: (43, 11, 227), 2: (48, 22, 25), 4: (35, 13, 28), 5: (38, 8, 31), 6: (37, 13, 21), 7: (31, 5, 30)}
    windows = {month(2023, number): values for number, values in stated.items()}
    windows |= {month(2023, 8): (36, 7, 25), month(2023, 1, 8): (308, 88, 405)}
    return [
        said(cell(days, measure), value, 100, f"official {days}")
        for days, values in windows.items()
        for measure, value in zip(MEASURES, values, strict=True)
    ]


def test_a_missing_month_follows_from_the_running_totals() -> None:
    settled = Settled(year_so_far())
    march = month(2023, 3)
    assert [settled.value(cell(march, measure)) for measure in MEASURES] == [40, 9, 18]


def test_an_outlets_own_sum_is_judged_measure_by_measure() -> None:
    days = month(2023, 1, 7)
    own = [said(cell(days), 279), said(cell(days, "killed"), 81), said(cell(days, "detained"), 380)]
    assert dropped(Settled([*year_so_far(), *own])) == [{("IQ+SY", 279)}]


def test_windows_that_overlap_are_never_added() -> None:
    quarter, half = month(2024, 1, 3), month(2024, 1, 6)
    claims = [said(cell(quarter), 94), said(cell(half), 196), said(cell(half, scope="IQ"), 137)]
    settled = Settled([*claims, said(cell(half, scope="SY"), 59)])
    assert dropped(settled) == []
    assert settled.value(cell(month(2024, 4, 6))) == 102
    assert settled.bounds(cell(month(2024, 1), scope="IQ")) == (0, None)


SCOPES = ("IQ", "SY", "IQ+SY")
MONTHS = (month(2023, 1), month(2023, 2), month(2023, 1, 2))
CELLS = [cell(days, scope=scope) for days in MONTHS for scope in SCOPES]
ASSERTIONS = st.lists(
    st.builds(said, st.sampled_from(CELLS), st.integers(0, 4), st.integers(1, 3)),
    min_size=1,
    max_size=6,
    unique_by=lambda one: (one.cell, one.low),
)


def holds(assertions: tuple[Assertion, ...]) -> bool:
    """Whether four numbers (two months, two countries) make all of them true: tried out one by one."""
    return any(all(total(one.cell, grid) == one.low for one in assertions) for grid in product(range(5), repeat=4))


def total(about: Cell, grid: tuple[int, ...]) -> int:
    assert about.start
    assert about.end
    assert about.scope
    months = range(about.start.month - 1, about.end.month)
    return sum(grid[2 * number + SCOPES.index(country)] for number in months for country in about.scope.split("+"))


@settings(max_examples=60, deadline=None)
@given(ASSERTIONS)
def test_the_lightest_sets_are_those_that_an_exhaustive_search_finds(assertions: list[Assertion]) -> None:
    chosen = chain.from_iterable(combinations(assertions, size) for size in range(len(assertions) + 1))
    possible = [kept for kept in chosen if holds(kept)]
    heaviest = max(sum(one.weight for one in kept) for kept in possible)
    expected = {frozenset(assertions) - frozenset(kept) for kept in possible if weight(kept) == heaviest}
    settled = Settled(assertions)
    ways = product(*(outcome.ways for outcome in settled.outcomes))
    found = {
        frozenset(
            outcome.part.assertions[number]
            for outcome, way in zip(settled.outcomes, combination, strict=True)
            for number in way.dropped
        )
        for combination in ways
    }
    assert found == expected


def weight(assertions: tuple[Assertion, ...]) -> int:
    return sum(one.weight for one in assertions)


@settings(max_examples=60, deadline=None)
@given(ASSERTIONS.flatmap(lambda made: st.tuples(st.just(made), st.permutations(made))))
def test_the_order_of_claims_changes_nothing(both: tuple[list[Assertion], list[Assertion]]) -> None:
    assertions, shuffled = both
    assert dropped(Settled(shuffled)) == dropped(Settled(assertions))
    assert all(Settled(shuffled).bounds(one.cell) == Settled(assertions).bounds(one.cell) for one in assertions)
