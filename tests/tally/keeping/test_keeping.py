"""The rows are kept: what one more report says is reconciled again, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from hasila.ledger import Decision, Ledger, open_ledger
from hasila.model import Document
from hasila.reading import read
from hasila.tally.index.tables import units
from hasila.tally.keeping import published_of
from hasila.tally.result import Row

MONTHS = ("January", "February", "March", "April")
ENGLISH = (
    "US Central Command said {a} operations against ISIS in Iraq and Syria in {month} 2024 killed {b} ISIS members."
)
RAIDS = "Security forces killed {b} ISIS fighters in a raid in {town} on {day} February 2024."


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(str(tmp_path / "ledger.db")) as opened:
        yield opened


def add(ledger: Ledger, id: str, text: str, outlet: str | None = None) -> str:
    return ledger.add(read(Document(id, text, published=date(2024, 6, 1), outlet=outlet or f"Outlet {id}"))).key


def months(ledger: Ledger) -> None:
    for at, month in enumerate(MONTHS):
        add(ledger, month, ENGLISH.format(a=30 + at, b=5 + at, month=month))


def kept(ledger: Ledger) -> dict[str, str]:
    """What is kept, after it was brought up to date."""
    assert published_of(ledger) is not None
    with ledger.beside() as connection:
        return {
            row[0]: row[1] + row[2]
            for row in connection.execute(select(units.c.name, units.c.made_from, units.c.packed))
        }


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def rows(ledger: Ledger) -> tuple[Row, ...]:
    found = published_of(ledger)
    assert found is not None
    return found.rows


def test_one_more_report_touches_its_own_month(ledger: Ledger) -> None:
    months(ledger)
    before = kept(ledger)
    add(ledger, "again", ENGLISH.format(a=31, b=7, month="February"))
    assert changed(before, kept(ledger)) == {"window/coalition/2024-02-01/2024-02-29", "derived/coalition"}


def test_where_nothing_happened_nothing_is_written(ledger: Ledger) -> None:
    months(ledger)
    assert kept(ledger) == kept(ledger)


def test_a_total_over_the_months_touches_them_all(ledger: Ledger) -> None:
    months(ledger)
    before = kept(ledger)
    add(
        ledger,
        "total",
        "US Central Command said 126 operations in Iraq and Syria were carried out from January to April 2024.",
    )
    touched = changed(before, kept(ledger))
    assert "window/coalition/2024-01-01/2024-01-31" in touched
    assert {name for name in touched if name.startswith("window")} > {"window/coalition/2024-01-01/2024-01-31"}


def test_a_raid_touches_its_own_day(ledger: Ledger) -> None:
    for day, town in ((3, "Mosul"), (9, "Kirkuk"), (20, "Raqqa")):
        add(ledger, town, RAIDS.format(b=day, town=town, day=day))
    before = kept(ledger)
    add(ledger, "again", RAIDS.format(b=9, town="Kirkuk", day=9))
    touched = changed(before, kept(ledger))
    assert len(touched) == 1
    assert "2024-02-09" in touched.pop()


def test_a_decision_touches_what_it_is_about(ledger: Ledger) -> None:
    months(ledger)
    key = add(ledger, "again", ENGLISH.format(a=99, b=7, month="March"))
    before, figures = kept(ledger), rows(ledger)
    ledger.decide(Decision(target=key, action="withdraw", who="Rana", why="added by mistake"))
    assert changed(before, kept(ledger)) == {"window/coalition/2024-03-01/2024-03-31", "derived/coalition"}
    ledger.decide(Decision(target=key, action="restore", who="Rana", why="it was right"))
    assert rows(ledger) == figures


def test_a_number_that_was_taken_from_another_month_is_explained_once_that_month_is_known(ledger: Ledger) -> None:
    add(ledger, "itself", ENGLISH.format(a=31, b=7, month="February"), outlet="US Central Command")
    add(ledger, "wrong", ENGLISH.format(a=58, b=7, month="February"))
    before = kept(ledger)
    add(ledger, "January", ENGLISH.format(a=58, b=9, month="January"))
    assert "window/coalition/2024-02-01/2024-02-29" in changed(before, kept(ledger))
    (because,) = (one.because for row in rows(ledger) for one in row.set_aside)
    assert "the period before" in because


def test_policies_are_kept_side_by_side(ledger: Ledger) -> None:
    months(ledger)
    one, other = published_of(ledger, "official-first"), published_of(ledger, "ged")
    assert one is not None
    assert other is not None
    assert {one.policy, other.policy} == {"official-first", "ged"}
    assert published_of(ledger, "official-first") == one


def test_nothing_is_there_yet(ledger: Ledger) -> None:
    assert rows(ledger) == ()
