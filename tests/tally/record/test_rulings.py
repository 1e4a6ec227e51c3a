"""What people decided, applied to claims."""

from dataclasses import dataclass
from datetime import date

import pytest

from hasila.ledger.decisions import Action
from hasila.tally.record.rulings import RulingError, refused_periods, rulings_of
from tests.tally.entries import claims, entry, figure, said

HELD = entry(figure("operations", 38), figure("killed", 8), figure("killed", 8), figure("detained", 31, period=None))
KEY = HELD.key


@dataclass(frozen=True)
class Decision:
    target: str
    action: Action
    field: str | None = None
    value: str | None = None


def at(index: int) -> str:
    return f"{KEY[:12]}#{index}"


def test_a_rejected_claim_is_gone_with_all_that_repeats_it() -> None:
    assert "killed" not in {measure for measure, *_ in said(HELD, rulings_of([Decision(at(2), "reject")]))}


def test_the_last_decision_stands() -> None:
    rulings = rulings_of([Decision(at(1), "reject"), Decision(at(1), "accept")])
    assert said(HELD, rulings) == said(HELD)


def test_a_corrected_value_replaces_what_was_read() -> None:
    rulings = rulings_of([Decision(at(1), "correct", "value", "9..")])
    (claim,) = (one for one in claims(HELD, rulings) if one.cell.measure == "killed")
    assert (claim.low, claim.high, claim.qualifier, claim.figures) == (9, None, "at_least", (1, 2))


def test_an_unsure_claim_weighs_nothing() -> None:
    assert [one.confidence for one in claims(HELD, rulings_of([Decision(at(0), "unsure")]))] == [0.0, 0.9, 0.9]


def test_an_accepted_period_places_the_open_figures_of_a_document() -> None:
    rulings = rulings_of([Decision(KEY, "accept", "period", "2023-02-01..2023-02-28")])
    (claim,) = (one for one in claims(HELD, rulings) if one.cell.measure == "detained")
    assert (claim.cell.start, claim.basis) == (date(2023, 2, 1), "accepted")
    assert {one.basis for one in claims(HELD, rulings) if one.id != claim.id} == {"stated"}


def test_a_refused_period_is_known_and_undoes_its_acceptance() -> None:
    days = "2023-02-01..2023-02-28"
    rulings = rulings_of([Decision(KEY, "accept", "period", days), Decision(KEY, "reject", "period", days)])
    assert refused_periods(rulings, KEY) == {(date(2023, 2, 1), date(2023, 2, 28))}
    assert said(HELD, rulings) == said(HELD)


def test_a_corrected_place_is_a_country() -> None:
    (claim,) = claims(entry(figure("killed", 8)), rulings_of([Decision(f"{KEY[:12]}#0", "correct", "place", "SY+IQ")]))
    assert (claim.cell.scope, claim.cell.place) == ("IQ+SY", None)


def test_a_restored_figure_is_as_it_was_read() -> None:
    decisions = [Decision(at(1), "correct", "value", "9"), Decision(at(1), "reject"), Decision(at(1), "restore")]
    assert said(HELD, rulings_of(decisions)) == said(HELD)


def test_a_target_that_is_nothing_is_refused() -> None:
    with pytest.raises(RulingError, match="nonsense"):
        rulings_of([Decision("nonsense", "reject")])
