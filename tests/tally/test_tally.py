"""The whole way, from reports in a ledger to what their tally says, on every scenario."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hasila.ledger import Decision, Ledger, open_ledger
from hasila.model import Document
from hasila.reading import read
from hasila.reference import reference_readings
from hasila.tally.claim import Cell as Held
from hasila.tally.result import Conflict, Row, Tally
from hasila.tally.tally import tally_of
from tests.tally.scenarios import Cell, outcomes

_ALL = outcomes()
_NAMES = [f"{one.scenario}-{one.reports[0]}" for one in _ALL]
by_outcome = pytest.mark.parametrize("number", range(len(_ALL)), ids=_NAMES)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("ledgers")


@cache
def tallied(number: int, folder: Path) -> Tally:
    """The tally of an outcome's reports, through a real ledger."""
    outcome = _ALL[number]
    with open_ledger(str(folder / f"{number}.db")) as ledger:
        readings = [read(document) for document in outcome.documents]
        list(ledger.add_many([*readings, *(reference_readings() if outcome.reference else ())]))
        return tally_of(ledger)


def is_said_of(row: Held, cell: Cell) -> bool:
    same = (row.measure, row.scope, row.mode, row.start, row.end) == (
        cell.measure, cell.scope, cell.mode, cell.start, cell.end,
    )  # fmt: skip
    return same and row.place == cell.place and ":" not in row.series and cell.series in (None, row.series)


def row_of(tally: Tally, cell: Cell) -> Row:
    found = [row for row in tally.rows if is_said_of(row.cell, cell)]
    assert found, f"no row for {cell}"
    return found[0]


def aside(tally: Tally, number: int) -> set[tuple[str, str, int | None]]:
    """What was set aside in all ways: (report, measure, value)."""
    names = {key: source.id for key, source in tally.sources.items()}
    return {
        (names[document], row.cell.measure, one.value)
        for row in tally.rows
        for one in row.set_aside
        for document in one.documents
    }


@by_outcome
def test_what_stands(number: int, folder: Path) -> None:
    tally = tallied(number, folder)
    for cell in _ALL[number].stands:
        row = row_of(tally, cell)
        assert (row.low, row.high) == (cell.value, cell.value), f"{cell}: {row}"
        assert cell.state in (None, row.state), f"{cell}: {row}"


@by_outcome
def test_what_is_set_aside(number: int, folder: Path) -> None:
    outcome = _ALL[number]
    if outcome.set_aside is None or outcome.ways > 1:
        pytest.skip("left open")
    expected = {(cell.report, cell.measure, cell.value) for cell in outcome.set_aside}
    assert aside(tallied(number, folder), number) == expected


@by_outcome
def test_every_lightest_way_out(number: int, folder: Path) -> None:
    outcome = _ALL[number]
    conflicts = tallied(number, folder).conflicts
    assert max((len(conflict.ways_out) for conflict in conflicts), default=1) == outcome.ways
    for cell in outcome.implies:
        assert any(implies(conflict, cell) for conflict in conflicts), cell


def implies(conflict: Conflict, cell: Cell) -> bool:
    held: Iterable[tuple[Held, tuple[int, int | None]]] = (
        pair for way in conflict.ways_out for pair in way.implies.items()
    )
    return any(is_said_of(about, cell) and bounds == (cell.value, cell.value) for about, bounds in held)


REPORTS = [*{document.id: document for outcome in _ALL for document in outcome.documents}.values()]


def published(ledger: Ledger) -> list[tuple[object, ...]]:
    """The rows without the names of the documents behind them."""
    return [(row.cell, row.low, row.best, row.high, row.state, row.witnesses) for row in tally_of(ledger).rows]


@settings(max_examples=8, deadline=None)
@given(
    st.lists(st.sampled_from(REPORTS), min_size=2, max_size=6, unique_by=lambda one: one.id).flatmap(
        lambda chosen: st.tuples(st.just(chosen), st.permutations(chosen))
    )
)
def test_the_order_of_adding_never_changes_the_tally(both: tuple[list[Document], list[Document]]) -> None:
    first, second = (added(documents) for documents in both)
    assert first == second


@settings(max_examples=8, deadline=None)
@given(st.lists(st.sampled_from(REPORTS), min_size=1, max_size=5, unique_by=lambda one: one.id), st.data())
def test_a_copy_never_changes_the_tally(documents: list[Document], data: st.DataObject) -> None:
    copied = data.draw(st.sampled_from(documents))
    assert added([*documents, replace(copied, id="copy", outlet="Another Outlet", url=None)]) == added(documents)


@settings(max_examples=6, deadline=None)
@given(st.lists(st.sampled_from(REPORTS), min_size=2, max_size=5, unique_by=lambda one: one.id))
def test_withdrawing_a_document_restores_the_tally(documents: list[Document]) -> None:
    with TemporaryDirectory() as folder, open_ledger(f"{folder}/ledger.db") as ledger:
        keys = [one.key for one in ledger.add_many(map(read, documents[:-1]))]
        before = published(ledger)
        last = ledger.add(read(documents[-1])).key
        assert last not in keys
        ledger.decide(Decision(target=last, action="withdraw", who="Rana", why="added by mistake"))
        assert published(ledger) == before


def added(documents: list[Document]) -> list[tuple[object, ...]]:
    with TemporaryDirectory() as folder, open_ledger(f"{folder}/ledger.db") as ledger:
        list(ledger.add_many(map(read, documents)))
        return published(ledger)
