"""Where all claims are about one cell, the lightest sets are those that the solver finds."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from hasila.model import Span
from hasila.tally.claim import Cell, Claim
from hasila.tally.solving.alone import lightest_alone
from hasila.tally.solving.assertions import Assertion
from hasila.tally.solving.parts import Part
from hasila.tally.solving.reconcile import CLAIM_UNIT
from hasila.tally.solving.solver import lightest

_CELL = Cell("SDF", "killed", "SY", None, None, date(2023, 5, 1), date(2023, 5, 31))
_VALUES = st.one_of(st.none(), st.integers(0, 6))


def assertion(at: int, low: int | None, high: int | None, weight: int) -> Assertion:
    claim = Claim(
        f"{at}#0", str(at), str(at), _CELL, "period", low, high, "exact", "asserted", False, None, "stated", 1.0, (0,),
        Span("text", 0, 1, "6"),
    )  # fmt: skip
    return Assertion(_CELL, low, high, weight, (claim,))


@st.composite
def part(draw: st.DrawFn) -> Part:
    held = []
    for at in range(draw(st.integers(1, 5))):
        low, high = draw(_VALUES), draw(_VALUES)
        if low is not None and high is not None:
            low, high = min(low, high), max(low, high)
        held.append(assertion(at, low, high, draw(st.integers(1, 4))))
    return Part(tuple(held), tuple(((0, 1), (1, 1)) for _ in held), ())


@settings(max_examples=60, deadline=None)
@given(part(), st.integers(1, 4))
def test_the_sets_are_those_of_the_solver(part: Part, limit: int) -> None:
    found = lightest_alone(part, limit)
    choices, margin = lightest(part, limit)
    if found is None:
        assert len(choices) == limit
        return
    sets, weight, more = found
    assert [choice.dropped for choice in choices] == list(sets)
    assert choices[0].cost == weight * CLAIM_UNIT
    assert margin == (None if more is None else more * CLAIM_UNIT)
