"""The reader gives exactly the claims that the scenarios of the tally rest on."""

from typing import Any

import pytest

from hasila.reading import read
from tests.tally.scenarios import document, reports, says, scenarios

_REPORTS = {record["id"]: record for scenario in scenarios() for record in reports(scenario)}
_NOT_YET: dict[str, str] = {
    "digits-en": "the place of the second share is taken for that of the first",
    "h1-2024-153-attacks": "the mode of operations is carried to the attacks of the other side",
    "headline-ar": "some of the killed are counted under the verb that follows",
    "raid-14": "a count is lost where its verb stands behind a correction between commas",
    "recall-en": "the last name before 'it said' is taken for the speaker",
    "run-2023-02": "the share of the second country takes in the end of the first one's",
    "run-2023-04": "the share of the second country takes in the end of the first one's",
    "run-2023-08": "the mode of the last country is carried to the total of the year",
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
