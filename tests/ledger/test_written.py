"""What is shown of a slot is what may be written there."""

from datetime import date

import pytest

from hasila.ledger.corrections import SLOTS, all_corrected, corrected
from hasila.ledger.written import written
from hasila.model import Document
from hasila.reading import read

TEXTS = (
    "US Central Command said its forces with the Iraqi Army conducted 38 operations in Iraq and Syria in May 2023, "
    "killing at least 8 and detaining 20 to 25 ISIS members. Dozens were wounded in Raqqa on 3 May 2023.",
    "أعلنت القيادة المركزية الأميركية أن قواتها نفذت مع شركائها 27 عملية ضد تنظيم داعش في العراق وسوريا خلال عام 2023.",
)
FIGURES = [one for text in TEXTS for one in read(Document("a", text, published=date(2023, 6, 2))).figures]


@pytest.mark.parametrize("figure", FIGURES, ids=lambda one: one.evidence.text)
@pytest.mark.parametrize("slot", [slot for slot in SLOTS if slot != "span"])
def test_a_slot_written_back_is_written_alike(figure, slot):
    before = written(figure)
    if slot == "value" and not before[slot]:
        return  # a vague word has no number to write
    assert written(corrected(figure, slot, before[slot]))[slot] == before[slot]


def test_what_is_said_of_a_qualifier_holds_whatever_else_is_corrected():
    figure = all_corrected(FIGURES[0], {"qualifier": "about", "value": "40", "kind": "cumulative", "period": "2023-06"})
    assert (figure.low, figure.qualifier, figure.kind) == (40, "about", "cumulative")
