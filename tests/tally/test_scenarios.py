"""The expectations of the scenarios agree with the reports that they are about."""

from itertools import product

import pytest

from hasila.reference import reference_readings
from tests.tally.scenarios import Cell, Outcome, outcomes, reports, scenarios, span

_ALL = outcomes()
by_outcome = pytest.mark.parametrize("outcome", _ALL, ids=[f"{one.scenario}-of-{len(one.reports)}" for one in _ALL])


def claimed(outcome: Outcome) -> set[Cell]:
    """All that the reports of an outcome assert, as cells, with the report and the part of the country and without."""
    found = set()
    for record in reports(outcome.scenario):
        for claim in record["gold"] if record["id"] in outcome.reports else ():
            if claim["period"] and claim["scope"] and claim.get("modality") is None:
                start, end = span("..".join(claim["period"]))
                for mode in {claim.get("mode"), None} if claim.get("mode") != "unilateral" else {"unilateral"}:
                    where = (claim["measure"], claim["scope"], mode, start, end, claim["low"], None)
                    for report, place in product((record["id"], None), {claim.get("place"), None}):
                        found.add(Cell(*where, report, place))
    return found


def bare(cell: Cell) -> Cell:
    return Cell(cell.measure, cell.scope, cell.mode, cell.start, cell.end, cell.value, None, cell.report, cell.place)


def test_every_scenario_has_an_outcome() -> None:
    assert [one.scenario for one in _ALL if one.scenario not in scenarios()] == []
    assert {one.scenario for one in _ALL} == set(scenarios())


@by_outcome
def test_an_outcome_speaks_of_its_reports(outcome: Outcome) -> None:
    known = {record["id"] for record in reports(outcome.scenario)}
    assert set(outcome.reports) <= known
    assert {cell.report for cell in outcome.set_aside or ()} <= set(outcome.reports)
    assert {report for report, _, _ in outcome.inferred} <= set(outcome.reports)
    assert len(outcome.why) > 40
    assert (outcome.ways > 1) == bool(outcome.implies)


@by_outcome
def test_what_stands_is_claimed_or_derived_and_what_is_set_aside_is_claimed(outcome: Outcome) -> None:
    claims = claimed(outcome)
    for cell in outcome.stands:
        assert (cell.state == "derived") != (bare(cell) in claims), cell
    for cell in outcome.set_aside or ():
        assert bare(cell) in claims, cell
    assert not {bare(cell) for cell in outcome.stands}.intersection(map(bare, outcome.set_aside or ()))


@by_outcome
def test_what_stands_adds_up(outcome: Outcome) -> None:
    by_cell = {(c.measure, c.mode, c.start, c.end, c.scope): c.value for c in outcome.stands}
    for (measure, mode, start, end, scope), whole in by_cell.items():
        parts = [by_cell.get((measure, mode, start, end, country)) for country in ("IQ", "SY")]
        if scope == "IQ+SY" and None not in parts:
            assert sum(part for part in parts if part is not None) == whole


def test_an_inferred_period_is_one_that_the_series_holds() -> None:
    known = {
        (figure.period.start, figure.period.end)
        for reading in reference_readings()
        for figure in reading.figures
        if figure.period
    }
    for outcome in _ALL:
        for _, start, end in outcome.inferred:
            assert outcome.reference
            assert (start, end) in known
