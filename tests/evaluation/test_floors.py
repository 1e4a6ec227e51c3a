"""Floors: what they refuse, when they move, and that our own sets hold them."""

from pathlib import Path

import pytest

from evaluation import floors, score
from evaluation.cases import digest, load, paths, view_of
from evaluation.match import examine
from evaluation.score import Tally

PINNED: floors.Floors = {"a": {"digest": "one", "core": 0.9, "full": 0.5}}


def now(core: float, full: float, print_of_cases: str = "one") -> floors.Floors:
    return {"a": {"digest": print_of_cases, "core": core, "full": full}}


def test_scores_at_or_over_the_floor_hold() -> None:
    assert floors.faults(PINNED, now(0.9, 0.7)) == []


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        (now(0.899, 0.5), "core F1 0.899"),
        (now(0.9, 0.4), "full F1 0.400"),
        (now(0.95, 0.6, "two"), "the cases are not"),
    ],
)
def test_scores_under_a_floor_or_on_other_cases_fail(scores: floors.Floors, said: str) -> None:
    assert any(said in fault for fault in floors.faults(PINNED, scores))


def test_set_without_a_floor_fails() -> None:
    assert floors.faults({}, now(1.0, 1.0))


def test_floors_rise_and_sink_only_when_told_to() -> None:
    assert floors.raised(PINNED, now(0.95, 0.4))["a"] == {"digest": "one", "core": 0.95, "full": 0.5}
    assert floors.raised(PINNED, now(0.8, 0.4), lower=True)["a"] == {"digest": "one", "core": 0.8, "full": 0.4}


def test_sets_that_were_not_scored_keep_their_floors() -> None:
    assert floors.raised(PINNED, {}) == PINNED


def test_floor_is_never_above_what_was_measured() -> None:
    one = Tally(wanted=3, found=3, core=2, full=1)
    assert floors.measured({"a": one}, {"a": "x"}) == {"a": {"digest": "x", "core": 0.666, "full": 0.333}}


def test_floors_survive_the_file(tmp_path: Path) -> None:
    floors.save(PINNED, tmp_path / "floors.json")
    assert floors.load(tmp_path / "floors.json") == PINNED
    assert floors.load(tmp_path / "none.json") == {}


@pytest.mark.parametrize("name", [name for name in paths() if not name.startswith("dev/")])
def test_our_own_sets_hold_their_floors(name: str) -> None:
    total = score.tally(examine(case, view_of(name)) for case in load(name))
    assert floors.faults(floors.load(), floors.measured({name: total}, {name: digest(paths()[name])})) == []
