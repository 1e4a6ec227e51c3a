"""The list of known failures: what it says of a case, what it keeps, and what it notices."""

from dataclasses import replace
from pathlib import Path

from evaluation import known
from evaluation.cases import made
from evaluation.known import Known

TEXT = "Coalition aircraft carried out 12 strikes against ISIS in Iraq."
GOLD = {"measure": "strikes", "low": 12, "high": 12, "qualifier": "exact", "modality": "asserted", "field": "text"}
CASE = made(
    {
        "id": "one",
        "lang": "en",
        "text": TEXT,
        "why": "A count of strikes.",
        "figures": [GOLD | {"evidence": "12 strikes"}],
    }
)


def test_case_that_holds_has_no_failures() -> None:
    assert known.failures(CASE) == []


def test_failures_say_what_is_missed_what_is_too_much_and_which_slot_is_wrong() -> None:
    wrong = GOLD | {"evidence": "12 strikes", "low": 13, "high": 13}
    assert known.failures(replace(CASE, figures=(wrong,))) == [
        "missed strikes 13 «12 strikes»",
        "extra strikes 12 «12 strikes»",
    ]
    place = GOLD | {"evidence": "12 strikes", "place": "SY"}
    assert known.failures(replace(CASE, figures=(place,))) == ["strikes 12 «12 strikes»: place is IQ, not SY"]


def test_reason_that_somebody_wrote_is_kept_and_a_new_one_is_that_of_the_case() -> None:
    wrong = replace(CASE, figures=())
    assert known.current([wrong], {})[0].why == "A count of strikes."
    assert known.current([wrong], {"one": Known("one", "old", "because")})[0].why == "because"


def test_changes_name_what_is_mended_new_and_other() -> None:
    held = {"a": Known("a", "x", ""), "b": Known("b", "x", "")}
    assert known.changes(held, [Known("b", "y", ""), Known("c", "z", "")]) == ["mended a", "new    c: z", "other  b: y"]


def test_list_survives_the_file(tmp_path: Path) -> None:
    rows = [Known("a", "missed killed 3 «ثلاثة»", "why")]
    known.save(rows, tmp_path / "known.tsv")
    assert list(known.load(tmp_path / "known.tsv").values()) == rows
    assert known.load(tmp_path / "none.tsv") == {}
