"""The generator: its gold lies where it says, its sums hold, and a seed always gives the same report."""

from datetime import date
from typing import get_args

import pytest

from evaluation.bulletin import Lang
from evaluation.generator import generate
from hasila.model import Measure, Modality, Qualifier

SEEDS = range(200)
LANGS: tuple[Lang, ...] = ("ar", "en")


@pytest.mark.parametrize("lang", LANGS)
def test_evidence_is_what_stands_there(lang: Lang) -> None:
    for seed in SEEDS:
        report = generate(seed, lang)
        assert report["figures"]
        for figure in report["figures"]:
            assert report[figure["field"]][figure["start"] : figure["end"]] == figure["evidence"] != ""
        for quote in report["quotes"]:
            assert quote["text"] in report["text"]


@pytest.mark.parametrize("lang", LANGS)
def test_no_template_is_left_open(lang: Lang) -> None:
    for seed in SEEDS:
        report = generate(seed, lang)
        assert not set("{}@") & set(report["text"] + (report["title"] or ""))


@pytest.mark.parametrize("lang", LANGS)
def test_gold_has_the_values_of_the_model(lang: Lang) -> None:
    for seed in SEEDS:
        for figure in generate(seed, lang)["figures"]:
            assert figure["measure"] in get_args(Measure)
            assert figure["qualifier"] in get_args(Qualifier)
            assert figure["modality"] in get_args(Modality)
            assert (figure["high"] is None) == (figure["qualifier"] in ("over", "at_least"))


@pytest.mark.parametrize("lang", LANGS)
def test_period_is_a_whole_month_before_publication(lang: Lang) -> None:
    for seed in SEEDS:
        report = generate(seed, lang)
        for figure in report["figures"]:
            if figure["period_start"] is not None:
                start, end = date.fromisoformat(figure["period_start"]), date.fromisoformat(figure["period_end"])
                assert (start.day, start.month) == (1, end.month)
                assert end < date.fromisoformat(report["published"])


@pytest.mark.parametrize("lang", LANGS)
def test_parts_add_up_to_the_total(lang: Lang) -> None:
    for seed in SEEDS:
        cells: dict[tuple[str, str], int] = {}
        for figure in generate(seed, lang)["figures"]:  # the totals come first, shares of other kinds later
            if figure["low"] and figure["field"] == "text":
                cells.setdefault((figure["measure"], figure["place"]), figure["low"])
        for measure in ("operations", "killed", "detained"):
            total, iraq, syria = (cells.get((measure, place)) for place in ("IQ+SY", "IQ", "SY"))
            if total is not None and iraq is not None and syria is not None:
                assert iraq + syria == total


@pytest.mark.parametrize("lang", LANGS)
def test_same_seed_gives_the_same_report_and_others_differ(lang: Lang) -> None:
    assert generate(11, lang) == generate(11, lang)
    assert len({generate(seed, lang)["text"] for seed in SEEDS}) == len(SEEDS)
