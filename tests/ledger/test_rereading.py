"""A newer Hasila reads again: what it reads otherwise stands from then on, and what was read before is kept."""

from dataclasses import replace
from datetime import UTC, datetime

from hasila.ledger import Decision
from hasila.ledger.identity import engine
from hasila.ledger.rereading import changes, reread
from hasila.model import Document, Reading
from hasila.reading import read
from tests.ledger.reports import readings, report


def read_otherwise(document: Document) -> Reading:
    """As if a newer version read the first figure higher, left out the second and found nothing else new."""
    reading = read(document)
    first, _, *rest = reading.figures
    return replace(reading, figures=(replace(first, low=99, high=99), *rest))


def test_nothing_is_read_again_that_this_version_read(ledger):
    list(ledger.add_many(readings(3)))
    assert list(reread(ledger, read)) == []
    assert ledger.audit().rows == 6


def test_new_reading_stands_and_the_old_one_is_shown_as_of_its_day(ledger):
    list(ledger.add_many(readings(3), engine="0.0.1"))
    before = datetime.now(UTC)
    told = list(reread(ledger, read_otherwise, engine="0.0.2"))
    assert [(one.engine, one.same, one.before) for one in told] == [("0.0.1", False, old) for old in readings(3)]
    assert [held.reading for held in ledger.documents()] == [read_otherwise(report(number)) for number in range(3)]
    assert [held.reading for held in ledger.documents(before)] == list(readings(3))
    assert {held.engine for held in ledger.documents()} == {"0.0.2"}
    assert ledger.audit().ok


def test_what_changed_is_shown_slot_by_slot():
    before, after = read(report(1)), read_otherwise(report(1))
    higher, gone = changes(before, after)
    assert higher.slots == ("low", "high")
    assert (gone.before, gone.after, gone.slots) == (before.figures[1], None, ())
    (lower, new) = changes(after, before)
    assert (lower.slots, new.before, new.after) == (("low", "high"), None, before.figures[1])


def test_run_that_was_broken_off_goes_on_where_it_stood(ledger):
    list(ledger.add_many(readings(600), engine="0.0.1"))
    next(reread(ledger, read, engine="0.0.2"))
    first = sum(held.engine == "0.0.2" for held in ledger.documents())
    assert 0 < first <= 500
    assert len(list(reread(ledger, read, engine="0.0.2"))) == 600 - first
    assert ledger.audit().rows == 3 * 600


def test_same_reading_by_a_newer_version_is_the_same(ledger):
    list(ledger.add_many(readings(1), engine="0.0.1"))
    (told,) = reread(ledger, read, engine="0.0.2")
    assert (told.same, told.figures) == (True, ())


def test_engine_is_the_version_and_the_print_of_what_reads():
    version, print_ = engine().split("+")
    assert version.count(".") == 2
    assert len(print_) == 12


def test_decision_goes_with_the_words_of_its_figure(ledger):
    """The third figure is the second one in a reading that leaves the second out; what was decided of that is moot."""
    key = ledger.add(read(report(1)), engine="0.0.1").key
    before = datetime.now(UTC)
    for number in range(3):
        ledger.decide(Decision(target=f"report-1#{number}", action="accept", who="Rana", why="seen in print"))
    assert [told.target for told in ledger.decisions()] == [f"{key[:12]}#{number}" for number in range(3)]
    list(reread(ledger, read_otherwise, engine="0.0.2"))
    assert [told.target for told in ledger.decisions()] == [f"{key[:12]}#{number}" for number in (0, 1)]
    assert [told.why for told in ledger.decided()] == ["seen in print"] * 3
    assert list(ledger.decisions(before)) == []


def test_document_that_is_read_again_twice_at_once_gets_one_reading(ledger):
    list(ledger.add_many(readings(3), engine="0.0.1"))
    runs = [reread(ledger, read, engine="0.0.2") for _ in range(2)]
    assert [len(list(run)) for run in runs] == [3, 0]
    seqs = {held.seq: held.reading for held in ledger.documents()}
    assert ledger.add_readings(seqs, engine="0.0.2") == set()
    assert ledger.add_readings(seqs, engine="0.0.3") == set(seqs)
    assert ledger.audit().rows == 12


def test_reading_that_was_made_is_never_read_in_its_words(ledger):
    """The reference series is made of rows; what its sentences would be read as is not what its rows say."""
    first, second = readings(2)
    key = ledger.add(replace(first, figures=first.figures[:1]), engine="reference 0.0.1").key
    ledger.add(replace(second, figures=()), engine="reference 0.0.1")
    assert list(reread(ledger, read, engine="0.0.2")) == []
    (told,) = reread(ledger, read, made={key: first}, engine="0.0.2")
    assert (told.key, told.after) == (key, first)
    assert [held.engine for held in ledger.documents()] == ["reference 0.0.2", "reference 0.0.1"]
    assert list(reread(ledger, read, made={key: first}, engine="0.0.2")) == []
