"""What people decided, applied to claims."""

from datetime import date
from itertools import count

import pytest

from hasila.ledger.decisions import Action, Decision
from hasila.tally.record.rulings import RulingError, refused_periods, rulings_of
from tests.tally.entries import claims, entry, figure, said

HELD = entry(figure("operations", 38), figure("killed", 8), figure("killed", 8), figure("detained", 31, period=None))
KEY = HELD.key


_COUNT = count(1)


def decision(
    target: str, action: Action, field: str | None = None, value: str | None = None, who: str = "Rana"
) -> Decision:
    """A decision as the ledger holds it, later than all before it."""
    return Decision(target=target, action=action, field=field, value=value, who=who, why="so", seq=next(_COUNT))


def at(index: int) -> str:
    return f"{KEY[:12]}#{index}"


def test_a_rejected_claim_is_gone_with_all_that_repeats_it() -> None:
    assert "killed" not in {measure for measure, *_ in said(HELD, rulings_of([decision(at(2), "reject")]))}


def test_the_last_decision_stands() -> None:
    rulings = rulings_of([decision(at(1), "reject"), decision(at(1), "accept")])
    assert said(HELD, rulings) == said(HELD)


def test_a_corrected_value_replaces_what_was_read() -> None:
    rulings = rulings_of([decision(at(1), "correct", "value", "9..")])
    (claim,) = (one for one in claims(HELD, rulings) if one.cell.measure == "killed")
    assert (claim.low, claim.high, claim.qualifier, claim.figures) == (9, None, "at_least", (1, 2))


def test_an_unsure_claim_weighs_nothing() -> None:
    assert [one.confidence for one in claims(HELD, rulings_of([decision(at(0), "unsure")]))] == [0.0, 0.9, 0.9]


def test_an_accepted_period_places_the_open_figures_of_a_document() -> None:
    rulings = rulings_of([decision(KEY, "accept", "period", "2023-02-01..2023-02-28")])
    (claim,) = (one for one in claims(HELD, rulings) if one.cell.measure == "detained")
    assert (claim.cell.start, claim.basis) == (date(2023, 2, 1), "accepted")
    assert {one.basis for one in claims(HELD, rulings) if one.id != claim.id} == {"stated"}


def test_a_refused_period_is_known_and_undoes_its_acceptance() -> None:
    days = "2023-02-01..2023-02-28"
    rulings = rulings_of([decision(KEY, "accept", "period", days), decision(KEY, "reject", "period", days)])
    assert refused_periods(rulings, KEY) == {(date(2023, 2, 1), date(2023, 2, 28))}
    assert said(HELD, rulings) == said(HELD)


def test_a_corrected_place_is_a_country() -> None:
    (claim,) = claims(entry(figure("killed", 8)), rulings_of([decision(f"{KEY[:12]}#0", "correct", "place", "SY+IQ")]))
    assert (claim.cell.scope, claim.cell.place) == ("IQ+SY", None)


def test_a_restored_figure_is_as_it_was_read() -> None:
    decisions = [decision(at(1), "correct", "value", "9"), decision(at(1), "reject"), decision(at(1), "restore")]
    assert said(HELD, rulings_of(decisions)) == said(HELD)


def test_a_target_that_is_nothing_is_refused() -> None:
    with pytest.raises(RulingError, match="nonsense"):
        rulings_of([decision("nonsense", "reject")])


def test_people_who_differ_leave_a_claim_without_weight_until_somebody_settles_it() -> None:
    differing = [decision(at(0), "accept"), decision(at(0), "correct", "value", "40", who="Sami")]
    assert claims(HELD, rulings_of(differing))[0].confidence == 0.0
    settled = [*differing, decision(at(0), "settle", value="Sami", who="Huda")]
    assert (claims(HELD, rulings_of(settled))[0].low, claims(HELD, rulings_of(settled))[0].confidence) == (40, 0.9)


def test_people_differ_also_where_they_looked_at_two_figures_that_say_the_same() -> None:
    rulings = rulings_of([decision(at(1), "accept"), decision(at(2), "reject", who="Sami")])
    assert {one.confidence for one in claims(HELD, rulings) if one.cell.measure == "killed"} == {0.0}


def test_corrected_words_are_those_of_one_figure_alone() -> None:
    rulings = rulings_of([decision(at(1), "correct", "span", "2-5 two")])
    (claim,) = (one for one in claims(HELD, rulings) if one.cell.measure == "killed")
    assert (claim.figures, claim.evidence.text) == ((1, 2), "two")
