"""What a form comes to."""

from __future__ import annotations

import pytest

from hasila.errors import LedgerError
from hasila.ledger.judgements import ruling_of
from hasila.ledger.written import written
from hasila.model import Document, Figure
from hasila.reading import read
from hasila.web.verdicts import changes, check_words, corrections, supposed

DOCUMENT = Document(
    "a", "US Central Command said about 38 operations in Iraq in May 2023 killed at least 8 ISIS members."
)
OPERATIONS, KILLED = read(DOCUMENT).figures
TARGET = "0123456789ab#0"


@pytest.mark.parametrize("figure", [OPERATIONS, KILLED])
def test_a_form_that_says_what_was_read_corrects_nothing(figure: Figure) -> None:
    assert changes(figure, written(figure)) == {}


@pytest.mark.parametrize(
    ("figure", "given", "wanted"),
    [
        (OPERATIONS, {"value": "40"}, {"value": "40", "qualifier": "about"}),
        (OPERATIONS, {"value": "40", "qualifier": "exact"}, {"value": "40", "qualifier": "exact"}),
        (OPERATIONS, {"value": "40..50"}, {"value": "40..50"}),
        (KILLED, {"value": "9.."}, {"value": "9.."}),
        (KILLED, {"place": "", "actor": " "}, {"place": "none", "actor": "none"}),
        (KILLED, {"mode": "none", "partners": "none"}, {}),
    ],
)
def test_only_what_is_otherwise_is_corrected(figure: Figure, given: dict[str, str], wanted: dict[str, str]) -> None:
    assert changes(figure, {**written(figure), **given}) == wanted


def test_what_the_form_has_no_longer_is_taken_back() -> None:
    first = corrections(TARGET, "Rana", "", OPERATIONS, {"value": "40", "place": "SY"}, None)
    held = ruling_of(supposed(first, 0, DOCUMENT))
    second = corrections(TARGET, "Rana", "", OPERATIONS, {"place": "SY"}, held.of("Rana"))
    both = supposed([*first, *second], 0, DOCUMENT)
    assert dict(ruling_of(both).of("Rana").fields) == {"place": "SY"}  # type: ignore[union-attr]


def test_a_form_that_takes_back_every_correction_accepts() -> None:
    first = corrections(TARGET, "Rana", "", OPERATIONS, {"value": "40"}, None)
    held = ruling_of(supposed(first, 0, DOCUMENT))
    (again,) = corrections(TARGET, "Rana", "", OPERATIONS, written(OPERATIONS), held.of("Rana"))
    assert again.action == "accept"


def test_words_that_do_not_stand_there_are_refused() -> None:
    check_words({"span": "0-10", "span_words": "US Central"}, DOCUMENT)
    with pytest.raises(LedgerError, match="other words"):
        check_words({"span": "0-9", "span_words": "US Central"}, DOCUMENT)
