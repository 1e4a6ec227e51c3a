"""The scorer: what counts as found, what counts as right, and what counts neither way."""

from typing import Any

import pytest

from evaluation.cases import Case, View, view_of
from evaluation.match import compare, found_in, is_bare_single, lost_quotes, wrong_slots
from evaluation.score import by_measure, by_slot, tally

TEXT = "قُتل 5 عناصر وأُسر 7 آخرون"


def case(title: str | None = None) -> Case:
    return Case("a", "made", "ar", "synthetic", "rule", "why", title, TEXT, None, (), ())


def gold(**changes: Any) -> dict[str, Any]:
    base = {"measure": "killed", "low": 5, "high": 5, "qualifier": "exact", "modality": "asserted"}
    return base | {"field": "text", "evidence": "5 عناصر", "start": 5, "end": 12} | changes


def found(**changes: Any) -> dict[str, Any]:
    base = gold() | {"period": None, "place": None, "actor": None, "partners": [], "mode": None, "target": None}
    base |= {"attribution": None, "victim": None, "evidence": {"field": "text", "start": 5, "end": 6, "text": "5"}}
    return base | changes


def outcome(wanted: list[dict[str, Any]], figures: list[dict[str, Any]]) -> tuple[int, int, int]:
    result = compare(case(), wanted, figures, [])
    return len(result.right), len(result.missed), len(result.extra)


def test_same_measure_value_and_overlapping_words_match() -> None:
    assert outcome([gold()], [found()]) == (1, 0, 0)


@pytest.mark.parametrize(
    "changes",
    [
        {"measure": "wounded"},
        {"low": 4},
        {"high": None},
        {"modality": "denied"},
        {"evidence": {"field": "text", "start": 12, "end": 14, "text": "x"}},
        {"evidence": {"field": "title", "start": 5, "end": 6, "text": "5"}},
    ],
)
def test_anything_else_is_a_miss_and_an_extra(changes: dict[str, Any]) -> None:
    assert outcome([gold()], [found(**changes)]) == (0, 1, 1)


def test_denied_and_hypothetical_are_the_same_class() -> None:
    assert outcome([gold(modality="denied")], [found(modality="hypothetical")]) == (1, 0, 0)


def test_one_figure_answers_one_label() -> None:
    assert outcome([gold(), gold()], [found()]) == (1, 1, 0)
    assert outcome([gold()], [found(), found()]) == (1, 0, 1)


def test_pair_that_agrees_in_more_slots_goes_first() -> None:
    result = compare(case(), [gold(victim="militant")], [found(), found(victim="militant")], [])
    assert result.right[0][1]["victim"] == "militant"


def test_optional_label_counts_neither_way() -> None:
    assert outcome([gold(optional=True)], [found()]) == (0, 0, 0)
    assert outcome([gold(optional=True)], []) == (0, 0, 0)


def test_single_person_without_a_number_counts_neither_way() -> None:
    soldier = {"field": "text", "start": 0, "end": 4, "text": "جندي"}
    one_soldier = {"field": "text", "start": 0, "end": 9, "text": "جندي واحد"}
    assert is_bare_single(found(low=1, high=1, evidence=soldier))
    assert not is_bare_single(found(low=1, high=1, evidence=one_soldier))
    assert outcome([], [found(low=1, high=1, evidence=soldier)]) == (0, 0, 0)


def test_label_without_offsets_stands_wherever_its_words_do() -> None:
    bare = {key: value for key, value in gold().items() if key not in ("start", "end", "field")}
    assert outcome([bare], [found()]) == (1, 0, 0)


def test_slots_that_the_label_leaves_open_are_right_whatever_was_found() -> None:
    assert wrong_slots(gold(), found(actor="ISIS", place={"scope": "IQ", "name": "Iraq", "as_written": "العراق"})) == []


def test_slots_that_the_label_fills_have_to_be_equal() -> None:
    period = {"start": "2023-05-01", "end": "2023-05-31", "as_written": None, "basis": "stated"}
    wanted = gold(actor="ISIS", partners=["B", "A"], period_start="2023-05-01", period_end="2023-05-31")
    assert wrong_slots(wanted, found(actor="ISIS", partners=["A", "B"], period=period)) == []
    assert wrong_slots(wanted, found()) == ["period", "actor", "partners"]


def test_place_may_be_its_scope_its_name_or_the_words() -> None:
    assert found_in(found(place={"scope": "IQ", "name": "Iraq", "as_written": "العراق"}), "place") == [
        "IQ",
        "Iraq",
        "العراق",
    ]


def test_quote_needs_its_speaker_and_most_of_its_words() -> None:
    wanted = [{"speaker": "A", "text": "the work goes on"}]

    def quote(speaker: str, text: str) -> dict[str, Any]:
        return {"speaker": speaker, "evidence": {"text": text}}

    assert not list(lost_quotes(wanted, [quote("A", "the work goes")]))
    assert list(lost_quotes(wanted, [quote("A", "the work")]))
    assert list(lost_quotes(wanted, [quote("B", "the work goes on")]))


def test_tallies_add_up() -> None:
    outcomes = [compare(case(), [gold(victim="militant"), gold(low=9)], [found(), found(measure="strikes")], [])]
    total = tally(outcomes)
    assert (total.wanted, total.found, total.core, total.full, total.clean) == (2, 2, 1, 0, 0)
    assert (total.precision, total.recall, total.core_f1, total.full_f1) == (0.5, 0.5, 0.5, 0.0)
    assert {name: (one.wanted, one.found) for name, one in by_measure(outcomes).items()} == {
        "killed": (2, 1),
        "strikes": (0, 1),
    }
    assert by_slot(outcomes)["victim"] == (0, 1)
    assert tally([]).core_f1 == 1.0


def test_whole_reports_leave_out_what_is_not_labelled_in_them() -> None:
    assert not view_of("ar_coverage").shows(gold(measure="attacks"))
    assert not view_of("dev/seeds").shows(gold(qualifier="vague"))
    assert View().shows(gold(measure="attacks", qualifier="vague"))
