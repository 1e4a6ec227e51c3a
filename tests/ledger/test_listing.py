"""Looking through many documents opens those alone that are wanted, and says how far it came."""

from hasila.ledger import Ledger
from hasila.ledger.listing import last_document, listed, looked
from hasila.reading import read
from tests.ledger.reports import report


def _filled(ledger: Ledger, *outlets: str | None) -> int:
    for number, outlet in enumerate(outlets, start=1):
        ledger.add(read(report(number, outlet=outlet)))
    return last_document(ledger)


def test_those_alone_are_found_that_name_it(ledger: Ledger) -> None:
    until = _filled(ledger, "A", "B_1", None, "B%1", "A")
    every = listed(ledger, 0, until, 10)
    for naming, wanted in (('"outlet":"A"', [0, 4]), ('"outlet":"B_1"', [1]), ('"outlet":"B%1"', [3]), ("nowhere", [])):
        part = looked(ledger, 0, until, 10, naming=naming)
        assert part.found == [every[at] for at in wanted]
        assert (part.count, part.last) == (5, every[-1].seq)


def test_part_says_how_far_it_looked_though_it_found_less(ledger: Ledger) -> None:
    until = _filled(ledger, "A", "B", "B", "A")
    every = listed(ledger, 0, until, 10)
    first = looked(ledger, 0, until, 3, naming='"outlet":"A"')
    assert (first.count, first.last, first.found) == (3, every[2].seq, every[:1])
    second = looked(ledger, first.last, until, 3, naming='"outlet":"A"')
    assert (second.count, second.last, second.found) == (1, every[3].seq, every[3:])
    assert looked(ledger, second.last, until, 3).count == 0


def test_reading_that_stands_is_the_last_one(ledger: Ledger) -> None:
    until = _filled(ledger, "A", "B")
    (one, *_) = listed(ledger, 0, until, 10)
    again = read(report(1, text="US Central Command carried out 5 operations in Iraq in May 2023."))
    ledger.add_readings({one.seq: again}, engine="a later one")
    (found,) = looked(ledger, 0, until, 10, naming='"outlet":"A"').found
    assert found.read()["figures"][0]["low"] == 5
