"""The index gives the same tally as the documents themselves, whatever was done to the ledger and in which order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from hasila.errors import LedgerError
from hasila.ledger import Decision, Ledger, open_ledger
from hasila.model import Reading
from hasila.reading import read
from hasila.reference import reference_readings
from hasila.tally.disputes import dispute
from hasila.tally.index import Index
from hasila.tally.keeping import Keeper
from hasila.tally.keeping.opened import opened
from hasila.tally.policy import policy, policy_names
from hasila.tally.result import Tally
from hasila.tally.tally import tallied, tally, tally_of
from tests import postgresql
from tests.tally.scenarios import outcomes

_ALL = outcomes()
REPORTS = [*{document.id: document for outcome in _ALL for document in outcome.documents}.values()]


@cache
def read_once(number: int) -> Reading:
    return read(REPORTS[number])


def straight(ledger: Ledger, name: str = "official-first") -> Tally:
    """The tally without any index."""
    return tally(ledger.documents(), ledger.decisions(), policy(name))


@pytest.mark.parametrize("number", range(len(_ALL)), ids=[f"{one.scenario}-{one.reports[0]}" for one in _ALL])
def test_every_scenario_gives_the_same_tally(number: int, tmp_path: Path) -> None:
    outcome = _ALL[number]
    with open_ledger(str(tmp_path / "ledger.db")) as ledger:
        readings = [read(document) for document in outcome.documents]
        fresh = {}
        for added, reading in zip(ledger.add_many(readings), readings, strict=True):
            fresh[added.key] = reading
        Index(ledger).bring_up(fresh)
        if outcome.reference:
            list(ledger.add_many(reference_readings()))
        assert tally_of(ledger) == straight(ledger)
        assert_published(ledger)
        assert_opened(ledger)


def assert_opened(ledger: Ledger) -> None:
    """A statement that is opened alone is the one that the whole tally has, and is read in the same way."""
    made = tallied(ledger.documents(), ledger.decisions(), policy("official-first"))
    keeper = Keeper(ledger)
    current = keeper.current()
    assert current is not None
    with keeper.stock() as held:
        assert held is not None
        for statement in made.tally.statements:
            found = opened(held[0], current, statement.id)
            assert found is not None
            assert found.statement == statement
            assert found.rows == tuple(row for row in made.tally.rows if row.statement == statement.id)
        assert opened(held[0], current, "none/2023-05") is None


def assert_published(ledger: Ledger, name: str = "official-first") -> None:
    """What is kept is what is made without anything kept, the first time and the next."""
    made = straight(ledger, name)
    wanted, disputes = made.published(), sorted(map(dispute, made.conflicts), key=repr)
    for _ in range(2):
        current = Keeper(ledger).current(name)
        assert current is not None
        assert sorted(current.disputes, key=repr) == disputes
        kept = current.published
        assert kept.rows == wanted.rows
        assert kept.notes == wanted.notes
        gone = {key for row in kept.rows for one in row.set_aside for key in one.documents}
        assert kept.sources == {key: wanted.sources[key] for key in gone}


class Doings:
    """What people do to a ledger, drawn at random."""

    def __init__(self, ledger: Ledger, data: st.DataObject) -> None:
        self.ledger, self.data = ledger, data
        self.keys: list[str] = []
        self.index = Index(ledger)

    def add(self) -> None:
        reading = read_once(self.data.draw(st.integers(0, len(REPORTS) - 1)))
        if self.data.draw(st.booleans()):
            document = replace(reading.document, id=f"copy of {reading.document.id}", outlet="Another Outlet", url=None)
            reading = replace(reading, document=document)
        added = self.ledger.add(reading)
        self.keys.append(added.key)
        if self.data.draw(st.booleans()):
            self.index.bring_up({added.key: reading})

    def withdraw(self) -> None:
        self._decide(self._document(), self.data.draw(st.sampled_from(["withdraw", "restore"])))

    def judge(self) -> None:
        key = self._document()
        (held,) = self.ledger.documents(keys=[key])
        if held.reading.figures:
            figure = self.data.draw(st.integers(0, len(held.reading.figures) - 1))
            target, who = f"{key[:12]}#{figure}", self.data.draw(st.sampled_from(["Rana", "Sami"]))
            action = self.data.draw(
                st.sampled_from(["reject", "unsure", "accept", "correct", "settle", "undo", "restore"])
            )
            slots = {"correct": ("value", "7"), "settle": (None, who)}.get(action, (None, None))
            with suppress(LedgerError):  # nothing to take back, or to settle
                self._decide(target, action, who, *slots)

    def read_again(self) -> None:
        key = self._document()
        (held,) = self.ledger.documents(keys=[key])
        self.ledger.add_readings(
            {held.seq: replace(held.reading, figures=held.reading.figures[1:])}, engine=f"x{len(self.keys)}"
        )

    def another_process(self) -> None:
        self.index = Index(self.ledger)

    def look(self) -> None:
        assert tally_of(self.ledger) == straight(self.ledger)

    def publish(self) -> None:
        assert_published(self.ledger, self.data.draw(st.sampled_from(policy_names())))

    def _document(self) -> str:
        return self.data.draw(st.sampled_from(self.keys))

    def _decide(
        self, target: str, action: Any, who: str = "Rana", field: str | None = None, value: str | None = None
    ) -> None:
        self.ledger.decide(
            Decision(target=target, action=action, who=who, why="on the phone", field=field, value=value)
        )


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_the_index_follows_whatever_is_done(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder, open_ledger(f"{folder}/ledger.db") as ledger:
        doings = Doings(ledger, data)
        doings.add()
        others = [doings.add, doings.add, doings.withdraw, doings.judge, doings.read_again, doings.another_process]
        for step in data.draw(st.lists(st.sampled_from([*others, doings.look, doings.publish]), max_size=9)):
            step()
        doings.look()
        doings.publish()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(str(tmp_path / "ledger.db")) as opened:
        yield opened


def test_two_writers_share_an_index(ledger: Ledger, tmp_path: Path) -> None:
    with open_ledger(str(tmp_path / "ledger.db")) as other:
        indexes = Index(ledger), Index(other)
        for number in range(8):
            reading = read_once(number)
            indexes[number % 2].bring_up({ledger.add(reading).key: reading})
    assert tally_of(ledger) == straight(ledger)


def test_an_index_that_another_process_made_anew_is_seen_as_new(ledger: Ledger) -> None:
    index = Index(ledger)
    (first,) = ledger.add_many([read_once(0)])
    index.bring_up()
    ledger.add_readings({first.seq: replace(read_once(0), figures=())}, engine="newer")
    assert tally_of(ledger) == straight(ledger)
    document = replace(read_once(0).document, id="again", outlet="Another Outlet", url=None)
    again = replace(read_once(0), document=document)
    list(ledger.add_many([again]))
    assert index.bring_up()
    assert tally_of(ledger) == straight(ledger)


def test_an_index_of_another_version_is_made_anew(ledger: Ledger) -> None:
    list(ledger.add_many(map(read_once, range(4))))
    before = tally_of(ledger)
    with ledger.beside(writes=True) as connection:
        connection.execute(text("UPDATE tally_state SET version = 'older'"))
        connection.execute(text("UPDATE tally_papers SET claims = '[]'"))
    assert tally_of(ledger) == before


def test_the_index_is_no_part_of_what_is_audited(ledger: Ledger) -> None:
    list(ledger.add_many(map(read_once, range(2))))
    head = ledger.head()
    tally_of(ledger)
    assert ledger.audit().ok
    assert ledger.head() == head


def test_as_of_a_moment_the_documents_are_looked_at(ledger: Ledger) -> None:
    list(ledger.add_many(map(read_once, range(3))))
    then = [held.added for held in ledger.documents()][-1]
    before = tally_of(ledger)
    list(ledger.add_many(map(read_once, range(3, 6))))
    assert tally_of(ledger, as_of=then) == before


def test_in_postgresql_as_in_a_file(postgresql_server: postgresql.Server) -> None:
    with open_ledger(postgresql_server.database()) as ledger:
        keys = [added.key for added in ledger.add_many(map(read_once, range(12)))]
        assert tally_of(ledger) == straight(ledger)
        ledger.decide(Decision(target=keys[0], action="withdraw", who="Rana", why="added by mistake"))
        reading = read_once(12)
        Index(ledger).bring_up({ledger.add(reading).key: reading})
        assert tally_of(ledger) == straight(ledger)
