"""The reader gives exactly the claims that the scenarios of the tally rest on."""

from typing import Any

import pytest

from hasila.reading import read
from tests.tally.scenarios import document, reports, says, scenarios

_REPORTS = {record["id"]: record for scenario in scenarios() for record in reports(scenario)}


def test_ids_are_unique_and_texts_differ() -> None:
    count = sum(len(reports(scenario)) for scenario in scenarios())
    assert len(_REPORTS) == count == len({record["text"] for record in _REPORTS.values()})


@pytest.mark.parametrize("record", _REPORTS.values(), ids=_REPORTS.keys())
def test_the_reader_gives_exactly_the_gold(record: dict[str, Any]) -> None:
    figures = read(document(record)).figures
    missed = [claim for claim in record["gold"] if not any(says(figure, claim) for figure in figures)]
    beside = [figure for figure in figures if not any(says(figure, claim) for claim in record["gold"])]
    assert (missed, beside) == ([], [])
