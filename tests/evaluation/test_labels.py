"""The labels of the cases lie where they say and have the values of the model."""

from typing import get_args

import pytest

from evaluation.cases import Case, is_of_the_third, load, paths
from hasila.model import Measure, Modality, Qualifier, Victim

OWN = [name for name in paths() if not name.startswith("dev/")]


@pytest.fixture(params=OWN)
def cases(request: pytest.FixtureRequest) -> list[Case]:
    return load(request.param)


def test_evidence_stands_where_the_label_says(cases: list[Case]) -> None:
    for case in cases:
        fields = {"title": case.title or "", "text": case.text}
        for figure in case.figures:
            assert fields[figure["field"]][figure["start"] : figure["end"]] == figure["evidence"] != "", case.id
        for quote in case.quotes:
            assert quote["text"] in case.text, case.id


def test_labels_have_the_values_of_the_model(cases: list[Case]) -> None:
    for case in cases:
        for figure in case.figures:
            assert figure["measure"] in get_args(Measure), case.id
            assert figure["qualifier"] in get_args(Qualifier), case.id
            assert figure["modality"] in get_args(Modality), case.id
            assert figure.get("victim") in (*get_args(Victim), None), case.id


def test_every_case_says_what_it_is_there_for(cases: list[Case]) -> None:
    for case in cases:
        assert case.why, case.id
        assert case.rule, case.id
        assert case.kind in ("wild", "synthetic", "negative"), case.id


def test_the_third_is_about_a_third() -> None:
    every = [case for name in OWN for case in load(name)]
    assert 0.25 < sum(map(is_of_the_third, every)) / len(every) < 0.42
