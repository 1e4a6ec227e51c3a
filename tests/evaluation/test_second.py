"""A language model scored as the reader is: one that answers with the labels is right, one that says nothing is not."""

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation import second
from evaluation.cases import Case, load
from hasila.second.answer import parse
from hasila.second.figures import Grounding
from tests.second.server import Handler, Reply, answer, completion, figure, figures, serving

CASES = load("ar_rules")[:12]


def labelled(cases: list[Case]) -> Reply:
    """A model that knows the labels by heart."""
    by_text = {case.text: case for case in cases}

    def reply(handler: Handler, body: dict[str, Any]) -> None:
        case = by_text[body["messages"][-1]["content"].split("text:\n", 1)[1]]
        told = [_told(case, gold) for gold in case.figures]
        figures(*told)(handler, body)

    return reply


def _told(case: Case, gold: Any) -> dict[str, Any]:
    slots = {name: gold[name] for name in ("high", "qualifier", "modality", "victim", "target") if name in gold}
    return figure(gold["measure"], gold["low"], gold["evidence"], **slots, context=case.text)


@pytest.fixture(autouse=True)
def answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def scored(reply: Reply, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    with serving(reply) as model:
        status = second.main(["ar_rules", "--endpoint", model.address, "--model", "small", "--most", str(len(CASES))])
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    return status, next(row for row in rows if row[:2] == ["ar_rules", "small"])


def test_a_model_that_knows_the_labels_is_right(capsys: pytest.CaptureFixture[str]) -> None:
    status, row = scored(labelled(CASES), capsys)
    assert status == 0
    assert row[2:4] == [str(len(CASES)), str(len(CASES))]
    assert row[-4:-1] == ["1.000"] * 3


def test_a_model_that_sees_nothing_misses_everything(capsys: pytest.CaptureFixture[str]) -> None:
    status, row = scored(completion(json.dumps({"figures": []})), capsys)
    assert (status, row[-3]) == (0, "0.000")


def test_cases_without_an_answer_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    with serving(labelled(CASES), completion("no")) as model:
        options = ["--endpoint", model.address, "--model", "small", "--most", "3", "--at-once", "1"]
        assert second.main(["ar_rules", *options]) == 1
    assert capsys.readouterr().err.startswith(f"{CASES[0].id}: ")


def test_a_set_that_is_none_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert second.main(["nowhere", "--endpoint", "http://127.0.0.1:9/v1", "--model", "small"]) == 2
    assert "nowhere is none of" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["ar_rules", "en_rules", "ar_press"])
def test_what_is_told_rightly_is_kept_and_no_other_number_is(name: str) -> None:
    """Of the labels themselves next to none is lost; of the same words with another number none is kept."""
    wanted = kept = 0
    for case in load(name):
        told = [_told(case, gold) for gold in case.figures if gold["low"] is not None and not gold.get("optional")]
        right, wrong = Grounding(case.document(), "small"), Grounding(case.document(), "small")
        right.take(parse(answer(*told)), (0, len(case.text)))
        wrong.take(parse(answer(*[_another(one) for one in told])), (0, len(case.text)))
        wanted, kept = wanted + len(told), kept + len(right.figures)
        assert wrong.figures == []
    assert kept >= 0.98 * wanted > 0


def _another(told: dict[str, Any]) -> dict[str, Any]:
    return {**told, "low": told["low"] + 1000, "high": None if told["high"] is None else told["high"] + 1000}
