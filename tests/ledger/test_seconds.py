"""What other readers read: kept in the chain, apart from what stands, and never tallied."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import text

from hasila.errors import LedgerError
from hasila.ledger import Decision, Held, Ledger, open_ledger, opening
from hasila.ledger.identity import maker
from hasila.ledger.seconds import add_second, latest_seconds, seconds, unread
from hasila.model import Reading
from hasila.reading import read
from hasila.tally.publishing import publish
from tests.ledger.reports import readings, report


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    assert all(one.new for one in ledger.add_many(readings(3)))
    return ledger


def otherwise(held: Held) -> Reading:
    """The same reading with other numbers, and a figure more."""
    figures = [replace(one, low=90, high=90, trail=("second-reader:small",)) for one in held.reading.figures]
    return replace(held.reading, figures=(*figures, figures[0]), notes=("left out: something",))


def told(ledger: Ledger) -> Iterator[tuple[Held, int]]:
    for held in ledger.documents():
        yield held, add_second(ledger, held, otherwise(held), "small", "p1")


def test_it_is_kept_and_comes_back_whole(filled):
    (first, seq), *_ = told(filled)
    (found,) = seconds(filled, [seq])
    assert (found.key, found.reader, found.prompt) == (first.key, "small", "p1")
    assert found.figures == otherwise(first).figures
    assert found.notes == ("left out: something",)
    assert filled.audit().ok


def test_what_stands_and_what_is_published_stay_as_they_were(filled):
    before = [held.reading for held in filled.documents()]
    rows = publish(filled).rows
    assert len(list(told(filled))) == 3
    assert [held.reading for held in filled.documents()] == before
    assert publish(filled).rows == rows
    assert all(len(filled.history(held)) == 1 for held in filled.documents())


def test_a_reader_reads_each_document_once_for_each_prompt(filled):
    assert len(list(unread(filled, "small", "p1"))) == 3
    assert len(list(told(filled))) == 3
    assert list(unread(filled, "small", "p1")) == []
    assert len(list(unread(filled, "small", "p2"))) == len(list(unread(filled, "large", "p1"))) == 3


def test_what_was_withdrawn_or_made_is_not_read(filled):
    key = next(filled.documents()).key
    filled.decide(Decision(target=key, action="withdraw", who="Rana", why="a test page"))
    filled.add(read(report(9)), engine=maker())
    assert len(list(unread(filled, "small", "p1"))) == 2


def test_the_last_of_each_reader_is_compared_with_what_stands_now(filled):
    held = next(filled.documents())
    add_second(filled, held, otherwise(held), "small", "p1")
    last = add_second(filled, held, held.reading, "small", "p2")
    other = add_second(filled, held, held.reading, "large", "p2")
    filled.add_readings({held.seq: otherwise(held)}, engine="a newer one")
    standing = other + 1
    assert latest_seconds(filled) == [(last, held.key, standing), (other, held.key, standing)]
    assert [one.standing for one in seconds(filled, [last, other])] == [standing, standing]
    assert filled.audit().ok


def test_people_say_whether_its_figures_are_there_and_nothing_else_hangs_on_it(filled):
    (held, seq), *_ = told(filled)
    target = f"{held.key[:12]}~{seq}.3"
    rows = publish(filled).rows
    filled.decide(Decision(target=f"report-0~{seq}.3", action="accept", who="Rana", why="it is there"))
    filled.decide(Decision(target=target, action="undo", who="Rana", why="a slip"))
    filled.decide(Decision(target=target, action="reject", who="Rana", why="it is not"))
    assert [(one.target, one.action) for one in filled.decided()] == [
        (target, "accept"), (target, "undo"), (target, "reject"),
    ]  # fmt: skip
    assert list(filled.decisions()) == []
    assert publish(filled).rows == rows
    assert filled.audit().ok


@pytest.mark.parametrize(
    ("tail", "action", "reason"),
    [
        (".9", "accept", "no other reader has such a figure"),
        (".0", "correct", "is not corrected"),
        (".0", "withdraw", "is not withdrawn"),
        (".0", "undo", "nothing of Rana"),
    ],
)
def test_other_decisions_about_them_are_refused(filled, tail, action, reason):
    (_, seq), *_ = told(filled)
    with pytest.raises(LedgerError, match=reason):
        filled.decide(Decision(target=f"report-0~{seq}{tail}", action=action, who="Rana", why="so"))


def test_a_row_of_another_document_is_none_of_this_one(filled):
    (_, first), *_ = told(filled)
    with pytest.raises(LedgerError, match="no other reader"):
        filled.decide(Decision(target=f"report-1~{first}.0", action="accept", who="Rana", why="so"))


@pytest.mark.parametrize("statement", ["UPDATE second_readings SET reader = 'x'", "DELETE FROM second_readings"])
def test_it_is_never_changed(filled, statement):
    assert len(list(told(filled))) == 3
    with pytest.raises(LedgerError, match="append only"), opening.writing(filled._engine) as connection:
        connection.execute(text(statement))
    assert filled.audit().ok


def test_an_altered_row_shows(path):
    with open_ledger(str(path)) as ledger:
        assert all(one.new for one in ledger.add_many(readings(1)))
        ((_, seq),) = told(ledger)
        with opening.writing(ledger._engine) as connection:
            connection.execute(text("DROP TRIGGER second_readings_never_changed"))
            connection.execute(text("UPDATE second_readings SET reader = 'x'"))
        audit = ledger.audit()
    assert audit.first_altered is not None
    assert audit.first_altered[:2] == ("second_readings", seq)
