"""The reader gives exactly the claims that the scenarios of the tally rest on."""

from typing import Any

import pytest

from hasila.reading import read
from tests.tally.scenarios import document, reports, says, scenarios

_REPORTS = {record["id"]: record for scenario in scenarios() for record in reports(scenario)}
_NOT_YET: dict[str, str] = {
    "april-2023-official": "a release of the command itself names no speaker",
    "h1-2024-153-attacks": "the mode of operations is carried to the attacks of the other side",
    "h1-2024-official": "a release of the command itself names no speaker",
    "july-2023-official": "a release of the command itself names no speaker",
    "q1-2024-official": "a release of the command itself names no speaker",
    "raid-14": "a count is lost where its verb stands behind a correction between commas",
    "run-2023-02": "the share of the second country takes in the end of the first one's",
    "run-2023-04": "the share of the second country takes in the end of the first one's",
    "run-2023-08": "the mode of the last country is carried to the total of the year",
    "year-2022-official": "a release of the command itself names no speaker",
}


def test_ids_are_unique_and_texts_differ() -> None:
    count = sum(len(reports(scenario)) for scenario in scenarios())
    assert len(_REPORTS) == count == len({record["text"] for record in _REPORTS.values()})


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(
            record,
            id=name,
            marks=[pytest.mark.xfail(strict=True, reason=_NOT_YET[name])] if name in _NOT_YET else [],
        )
        for name, record in _REPORTS.items()
    ],
)
def test_the_reader_gives_exactly_the_gold(record: dict[str, Any]) -> None:
    figures = read(document(record)).figures
    missed = [claim for claim in record["gold"] if not any(says(figure, claim) for figure in figures)]
    beside = [figure for figure in figures if not any(says(figure, claim) for claim in record["gold"])]
    assert (missed, beside) == ([], [])
