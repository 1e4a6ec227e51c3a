"""What the ledger objects to is told in Arabic, whatever it is."""

from __future__ import annotations

from datetime import date

import pytest

from hasila.errors import LedgerError
from hasila.ledger.corrections import SLOTS, corrected
from hasila.ledger.spans import with_words
from hasila.model import Document, Figure
from hasila.reading import read
from hasila.web.objections import objection

TEXT = "قالت القيادة المركزية الأميركية إن قواتها نفذت 12 عملية ضد داعش في العراق"


def figure() -> Figure:
    return read(Document("a", TEXT, published=date(2024, 1, 5))).figures[0]


def refused(slot: str, value: str) -> LedgerError | None:
    try:
        corrected(figure(), slot, value)
    except LedgerError as error:
        return error
    return None


def test_every_objection_to_a_value_is_known() -> None:
    found = [error for slot in SLOTS for value in ("!", "9..3", "<b>") if (error := refused(slot, value))]
    assert {error.where for error in found} >= {
        f"--field {slot}" for slot in ("value", "period", "place", "span", "mode")
    }
    for error in found:
        told = objection(error, "ar")
        assert told is not None, error
        assert error.reason not in told
        assert "--field" not in told


@pytest.mark.parametrize("value", ["x", "900-905", "0-4 other"])
def test_every_objection_to_a_span_is_known(value: str) -> None:
    with pytest.raises(LedgerError) as caught:
        with_words(value, Document("a", TEXT))
    assert objection(caught.value, "ar") not in (None, str(caught.value))


def test_the_words_of_the_command_line_are_left_out() -> None:
    error = LedgerError("--field value", "'x' is no count", "Write the smaller number first")
    assert objection(error, "en") == "'x' is no count. Write the smaller number first."


def test_what_nobody_knows_stays() -> None:
    assert objection(LedgerError("hasila.db", "the disk is full", "Free some space"), "ar") is None
