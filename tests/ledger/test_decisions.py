"""What people decide, what stands of it, and what they are told where it can't be."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hasila.errors import LedgerError
from hasila.ledger import Decision, open_ledger
from hasila.ledger.corrections import corrected, period_of
from hasila.ledger.decisions import ACTIONS, withdrawn
from hasila.model import Place
from hasila.reading import read
from tests.ledger.reports import report


@pytest.fixture
def key(ledger):
    return ledger.add(read(report(1))).key


def decide(ledger, target: str, action: Any, **given: Any) -> None:
    ledger.decide(Decision(target=target, action=action, **{"who": "Rana", "why": "seen in print", **given}))


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(["withdraw", "restore"]))))
def test_document_is_withdrawn_when_its_last_decision_says_so(told):
    made = [Decision(target=target, action=action, who="Rana", why="so") for target, action in told]
    assert withdrawn(made) == {target for target, action in dict(told).items() if action == "withdraw"}


@pytest.mark.parametrize("named", ["report-1", "{key}", "{start}"])
def test_document_may_be_named_by_its_id_or_the_beginning_of_its_key(ledger, key, named):
    decide(ledger, named.format(key=key, start=key[:6]), "withdraw")
    assert [decision.target for decision in ledger.decisions()] == [key]


def test_figure_is_named_by_its_document_and_its_place(ledger, key):
    decide(ledger, "report-1#2", "reject")
    decide(ledger, f"{key[:12]}#2/all", "accept")
    assert [(told.target, told.reading) for told in ledger.decisions()] == [(f"{key[:12]}#2", 2)] * 2


def test_id_with_a_number_sign_is_still_an_id(ledger):
    key = ledger.add(read(report(1, id="story#7"))).key
    decide(ledger, "story#7", "withdraw")
    decide(ledger, "story#7#0", "accept")
    assert [decision.target for decision in ledger.decisions()] == [key, f"{key[:12]}#0"]


REFUSED: dict[str, tuple[str, str, dict[str, str], str]] = {
    "no such document": ("report-9", "withdraw", {}, "nothing in the ledger is called so"),
    "no such figure": ("report-1#9", "accept", {}, "there is no such figure .* figures 0 to 2"),
    "nobody": ("report-1", "withdraw", {"who": " "}, "does not say who"),
    "no reason": ("report-1", "withdraw", {"why": ""}, "does not say why"),
    "no such action": ("report-1", "burn", {}, "nobody can 'burn'"),
    "document accepted": ("report-1", "accept", {}, "a document is withdrawn or restored"),
    "document corrected": ("report-1", "correct", {"field": "value", "value": "1"}, "a document is withdrawn"),
    "period that is none": ("report-1", "accept", {"field": "period", "value": "May"}, "'May' is no period"),
    "figure withdrawn": ("report-1#0", "withdraw", {}, "a figure is not withdrawn"),
    "correction of nothing": ("report-1#0", "correct", {}, "does not say of what"),
    "correction to nothing": ("report-1#0", "correct", {"field": "value"}, "does not say of what"),
    "value of no use": ("report-1#0", "accept", {"value": "3"}, "--value says nothing beside accept"),
    "no such slot": ("report-1#0", "correct", {"field": "colour", "value": "red"}, "a figure has no 'colour'"),
    "no count": ("report-1#0", "correct", {"field": "value", "value": "many"}, "'many' is no count"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_decision_that_cannot_be_is_refused_and_leaves_no_trace(ledger, key, name):
    target, action, given, reason = REFUSED[name]
    with pytest.raises(LedgerError, match=reason):
        decide(ledger, target, action, **given)
    assert list(ledger.decisions()) == []
    assert ledger.audit().rows == 2


def test_name_that_fits_several_documents_is_refused(ledger, key):
    ledger.add(read(report(1, outlet="another")))
    with pytest.raises(LedgerError, match="several documents are called so"):
        decide(ledger, "report-1", "withdraw")


def test_inferred_period_is_accepted_for_a_document(ledger, key):
    decide(ledger, key, "accept", field="period", value="2023-02-01..2023-02-28")
    assert [(told.target, told.field) for told in ledger.decisions()] == [(key, "period")]


CORRECTIONS: list[tuple[str, str, dict[str, Any]]] = [
    ("value", "24", {"low": 24, "high": 24, "qualifier": "exact"}),
    ("value", "٢٤", {"low": 24, "high": 24}),
    ("value", "24..30", {"low": 24, "high": 30, "qualifier": "range"}),
    ("value", "24..", {"low": 24, "high": None, "qualifier": "at_least"}),
    ("value", "..30", {"low": None, "high": 30, "qualifier": "at_most"}),
    ("measure", "detained", {"measure": "detained"}),
    ("qualifier", "at_least", {"qualifier": "at_least"}),
    ("modality", "denied", {"modality": "denied"}),
    ("kind", "cumulative", {"kind": "cumulative"}),
    ("subset", "yes", {"subset": True}),
    ("victim", "none", {"victim": None}),
    ("actor", "US forces", {"actor": "US forces"}),
    ("partners", "Iraqi Army; Peshmerga", {"partners": ("Iraqi Army", "Peshmerga")}),
    ("partners", "none", {"partners": ()}),
    ("mode", "unilateral", {"mode": "unilateral"}),
    ("target", "", {"target": None}),
    ("place", "IQ", {"place": Place("IQ", "Iraq", "IQ")}),
    ("place", "SY+IQ", {"place": Place("IQ+SY", "Iraq and Syria", "SY+IQ")}),
    ("attribution", "US Central Command", {"attribution": "US Central Command"}),
]


@pytest.mark.parametrize(("field", "value", "slots"), CORRECTIONS)
def test_corrected_figure_holds_what_was_written(field, value, slots):
    after = corrected(read(report(1)).figures[0], field, value)
    assert {name: getattr(after, name) for name in slots} == slots


def test_corrected_place_is_the_one_of_the_gazetteer():
    place = corrected(read(report(1)).figures[0], "place", "SY الرقة").place
    assert place is not None
    assert (place.scope, place.name, place.geonames is not None) == ("SY", "Raqqa", True)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("measure", "won"),
        ("subset", "perhaps"),
        ("place", "Syria"),
        ("period", "2023-13"),
        ("value", ""),
        ("mode", "x"),
    ],
)
def test_value_that_cannot_stand_in_a_slot_is_refused(field, value):
    with pytest.raises(LedgerError, match=f"--field {field}: "):
        corrected(read(report(1)).figures[0], field, value)


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-06-06", date(2023, 6, 6), date(2023, 6, 6)),
        ("2023-09..2023-10", date(2023, 9, 1), date(2023, 10, 31)),
        ("2023-10-07..", date(2023, 10, 7), None),
        ("..2023-10", None, date(2023, 10, 31)),
    ],
)
def test_period_is_written_as_people_write_it(value, start, end):
    assert period_of(value) == (start, end)


@pytest.mark.parametrize("value", ["", "..", "May 2023", "2023-02-30", "2023-3-1-1", "2023-05..2023-04", "0"])
def test_what_is_no_period_is_refused(value):
    with pytest.raises(LedgerError, match="is no period"):
        period_of(value)


def test_every_action_is_one_of_the_command_line():
    from hasila.commands.decide import Action

    assert tuple(action.value for action in Action) == ACTIONS


def test_decision_of_today_is_not_there_yesterday(ledger, key, url):
    before = next(ledger.documents()).added
    decide(ledger, "report-1", "withdraw")
    with open_ledger(url) as again:
        assert (len(list(again.decisions(before))), len(list(again.decisions()))) == (0, 1)
