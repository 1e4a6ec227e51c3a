"""The desk: what is to be looked at first, and what people said of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hasila.ledger import Decision, Ledger, open_ledger
from hasila.model import Document
from hasila.reading import read
from hasila.review import Desk, Looked, Wanted
from hasila.tally.publishing import publish

MONTH = "US Central Command said {a} operations against ISIS in Iraq and Syria in {month} 2024 killed {b} ISIS members."


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(str(tmp_path / "ledger.db")) as opened:
        for at, month in enumerate(("January", "February", "March")):
            add(opened, month, MONTH.format(a=30 + at, b=5, month=month))
            add(opened, f"{month} again", MONTH.format(a=30 + at, b=5 if at else 7, month=month) + " It went on.")
        yield opened


def add(ledger: Ledger, id: str, text: str) -> str:
    return ledger.add(read(Document(id, text, published=date(2024, 6, 1), outlet=f"Outlet {id}"))).key


def up(desk: Desk, ledger: Ledger) -> Desk:
    desk.bring_up(publish(ledger), ledger.head().seq)
    return desk


@pytest.fixture
def desk(ledger: Ledger) -> Desk:
    return up(Desk(ledger), ledger)


def decide(ledger: Ledger, target: str, action: Any, who: str = "Rana", **slots: Any) -> None:
    ledger.decide(Decision(target=target, action=action, who=who, why="so", **slots))


def ids(desk: Desk, **wanted: Any) -> list[str]:
    return [one.id for one in desk.page(Wanted(**{"who": "Rana", **wanted}), 100)]


def test_what_contradicts_something_comes_first(desk: Desk) -> None:
    first = desk.page(Wanted(), 2)
    assert {(one.cell.measure, one.cell.start, one.value) for one in first} == {
        ("killed", date(2024, 1, 1), 5),
        ("killed", date(2024, 1, 1), 7),
    }
    assert desk.weight(first[0]) >= desk.weight(first[1]) > desk.weight(desk.page(Wanted(), 3)[2])


def test_the_second_who_says_the_same_comes_later(desk: Desk) -> None:
    weights: dict[Any, list[float]] = {}
    for one in desk.page(Wanted(state="agreed"), 100):
        weights.setdefault((one.cell, one.low), []).append(desk.weight(one))
    assert {len(found) for found in weights.values()} == {2}
    assert all(one > other for one, other in weights.values())


def test_a_desk_that_grew_with_the_ledger_is_one_that_was_made_anew(ledger: Ledger, desk: Desk) -> None:
    decide(ledger, ids(desk)[0], "reject")
    up(desk, ledger)
    add(ledger, "April", MONTH.format(a=12, b=9, month="April"))
    add(ledger, "March too", MONTH.format(a=77, b=5, month="March"))
    up(desk, ledger)
    fresh = up(Desk(ledger), ledger)
    assert ids(desk, looked="all") == ids(fresh, looked="all")
    every = desk.page(Wanted(looked="all"), 100)
    assert [desk.weight(one) for one in every] == [fresh.weight(one) for one in every]


def test_a_withdrawn_document_is_not_reviewed(ledger: Ledger, desk: Desk) -> None:
    first = desk.page(Wanted(), 1)[0]
    decide(ledger, first.document, "withdraw")
    assert all(not id.startswith(first.document[:12]) for id in ids(up(desk, ledger), looked="all"))


LOOKED: list[tuple[Looked, set[int]]] = [
    ("not by me", {2, 3}),
    ("by nobody", {3}),
    ("by one other", {2}),
    ("by me", {0, 1}),
]


@pytest.mark.parametrize(("looked", "wanted"), LOOKED)
def test_the_queue_is_narrowed_by_who_looked(ledger: Ledger, desk: Desk, looked: Looked, wanted: set[int]) -> None:
    four = ids(desk)[:4]
    for id, who in ((four[0], "Rana"), (four[1], "Rana"), (four[1], "Sami"), (four[2], "Sami")):
        decide(ledger, id, "accept", who)
    assert {four.index(id) for id in ids(up(desk, ledger), looked=looked) if id in four} == wanted


def test_the_queue_is_narrowed_by_state_place_and_days(desk: Desk) -> None:
    everything = len(ids(desk))
    assert 0 < len(ids(desk, state="unreconciled")) < everything
    assert len(ids(desk, place="IQ+SY")) == everything
    assert ids(desk, place="LB") == []
    assert len(ids(desk, days=(date(2024, 2, 10), date(2024, 2, 12)))) == 4


def test_pages_follow_one_another(desk: Desk) -> None:
    every = ids(desk)
    first = [one.id for one in desk.page(Wanted(), 5)]
    assert first + [one.id for one in desk.page(Wanted(), 100, after=first[-1])] == every
    following = desk.next(Wanted(), every[2])
    before = desk.previous(Wanted(), every[2])
    assert following is not None
    assert before is not None
    assert (before.id, following.id) == (every[1], every[3])
    back = desk.next(Wanted(), every[-1])
    assert back is not None
    assert back.id == every[0]


def test_people_who_differ_are_seen_and_their_agreement_is_counted(ledger: Ledger, desk: Desk) -> None:
    one, other, third = ids(desk)[:3]
    for who in ("Rana", "Sami"):
        decide(ledger, one, "accept", who)
    decide(ledger, other, "reject", "Rana")
    decide(ledger, other, "accept", "Sami")
    decide(ledger, third, "reject", "Rana")
    up(desk, ledger)
    assert [found.item.id for found in desk.differences()] == [other]
    found = desk.agreement()
    assert (found.people, found.shared) == ({"Rana": 3, "Sami": 2}, 2)
    assert [(pair.one, pair.other, pair.both, pair.alike, pair.kappa) for pair in found.pairs] == [
        ("Rana", "Sami", 2, 1, 0.0)
    ]
    decide(ledger, other, "settle", "Huda", value="Rana")
    up(desk, ledger)
    assert desk.differences() == []
    assert desk.agreement().people == found.people


def test_agreement_is_of_what_people_said_first(ledger: Ledger, desk: Desk) -> None:
    one = ids(desk)[0]
    decide(ledger, one, "accept", "Rana")
    decide(ledger, one, "reject", "Sami")
    decide(ledger, one, "accept", "Sami")
    assert up(desk, ledger).agreement().pairs[0].alike == 0
    decide(ledger, one, "undo", "Sami")
    decide(ledger, one, "undo", "Sami")
    decide(ledger, one, "accept", "Sami")
    assert up(desk, ledger).agreement().pairs[0].alike == 1


def test_a_figure_is_found_by_any_of_its_places(ledger: Ledger) -> None:
    key = add(
        ledger, "twice", "US Central Command: 5 killed in May 2024. The command said that 5 were killed in May 2024."
    )
    desk = up(Desk(ledger), ledger)
    items = {desk.item(key, 0), desk.item(key, 1)}
    assert len(items) == 1
    assert desk.item(key, 99) is None
