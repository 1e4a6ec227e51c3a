"""What another reader sees otherwise, for people to look at."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hasila.ledger import Decision, Held, Ledger, open_ledger
from hasila.ledger.seconds import add_second
from hasila.model import Figure, Span
from hasila.review import Desk
from hasila.second.differing import Difference, Differences
from hasila.tally.publishing import publish
from tests.ledger.reports import readings


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(str(tmp_path / "reports.db")) as held:
        assert all(one.new for one in held.add_many(readings(2)))
        yield held


def seen(ledger: Ledger, held: Held, *figures: Figure, reader: str = "small") -> int:
    return add_second(ledger, held, replace(held.reading, figures=figures), reader, "p1")


def differences(ledger: Ledger) -> Differences:
    desk = Desk(ledger)
    desk.bring_up(publish(ledger), ledger.head().seq)
    return Differences(ledger, desk)


def told(found: list[Difference]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.id.partition("~")[0], one.pair.outcome, one.pair.slots) for one in found]


def test_differences_come_with_the_gravest_first(ledger: Ledger) -> None:
    held = next(ledger.documents())
    operations, killed, _ = held.reading.figures
    elsewhere = replace(killed, low=2023, high=2023, evidence=Span("text", 0, 10, "US Central"))
    seen(ledger, held, replace(operations, target="ISIS", mode="partnered"), replace(killed, low=9, high=9), elsewhere)
    short = held.key[:12]
    assert told(differences(ledger).open()) == [
        (f"{short}#1", "differing", ("value",)),
        (short, "only theirs", ()),
        (f"{short}#2", "only ours", ()),
        (f"{short}#0", "differing", ("mode",) if operations.target == "ISIS" else ("mode", "target")),
    ]


def test_a_reader_that_sees_the_same_has_none(ledger: Ledger) -> None:
    for held in ledger.documents():
        seen(ledger, held, *held.reading.figures)
    assert differences(ledger).all() == []


def test_who_has_looked_settles_it_and_what_counts_stays(ledger: Ledger) -> None:
    held = next(ledger.documents())
    operations, killed, detained = held.reading.figures
    elsewhere = replace(killed, evidence=Span("text", 0, 10, "US Central"))
    seq = seen(ledger, held, replace(operations, low=9, high=9), killed, detained, elsewhere)
    before = publish(ledger).rows
    desk = Desk(ledger)
    desk.bring_up(publish(ledger), ledger.head().seq)
    found = Differences(ledger, desk)
    assert len(found.open()) == 2
    ledger.decide(Decision(target=f"{held.key[:12]}#0", action="accept", who="Rana", why="it says so"))
    ledger.decide(Decision(target=f"{held.key[:12]}~{seq}.3", action="accept", who="Rana", why="Hasila misses it"))
    desk.hear(ledger.head().seq)
    assert found.open() == []
    assert [one.ruling.judgements[0].verdict for one in found.all()] == ["accept", "accept"]
    assert publish(ledger).rows == before
    ledger.decide(Decision(target=f"{held.key[:12]}~{seq}.3", action="undo", who="Rana", why="a slip"))
    desk.hear(ledger.head().seq)
    assert told(found.open()) == [(held.key[:12], "only theirs", ())]


def test_several_readers_are_told_apart(ledger: Ledger) -> None:
    held = next(ledger.documents())
    first = replace(held.reading.figures[0], low=9, high=9)
    for reader in ("small", "large"):
        seen(ledger, held, first, *held.reading.figures[1:], reader=reader)
    found = differences(ledger)
    assert [one.reader for one in found.of(f"{held.key[:12]}#0")] == ["large", "small"]


def test_they_follow_the_ledger(ledger: Ledger) -> None:
    first, second = ledger.documents()
    found = differences(ledger)
    assert found.all() == []
    theirs = replace(first.reading.figures[0], low=9, high=9)
    seen(ledger, first, theirs, *first.reading.figures[1:])
    seen(ledger, second, *second.reading.figures)
    assert len(found.all()) == 1
    ledger.add_readings({first.seq: replace(first.reading, figures=(theirs, *first.reading.figures[1:]))}, engine="new")
    assert found.all() == []
    seen(ledger, second)
    assert {one.pair.outcome for one in found.all()} == {"only ours"}
    ledger.decide(Decision(target=second.key, action="withdraw", who="Rana", why="a test page"))
    assert found.all() == []
