"""Whose tally a figure belongs to."""

import pytest

from hasila.lexicon.names import actors
from hasila.tally.record.series import Account, book_of, main_book, series_of
from tests.tally.entries import claims, entry, figure

CENTCOM, COALITION, SDF = "US Central Command", "Global Coalition", "Syrian Democratic Forces"
SOHR, CTS = "Syrian Observatory for Human Rights", "Iraqi Counter Terrorism Service"


@pytest.mark.parametrize(
    ("account", "series"),
    [
        (Account(COALITION, CENTCOM), "coalition"),
        (Account("US forces", "Michael Erik Kurilla"), "coalition"),
        (Account(COALITION, None), "coalition"),
        (Account(COALITION, "security source"), "coalition"),
        (Account(COALITION, "Reuters"), "coalition"),
        (Account(COALITION, SOHR), "SOHR on coalition"),
        (Account(None, SOHR), "SOHR"),
        (Account(None, None), "unattributed"),
        (Account(SDF, SDF), "SDF"),
        (Account(SDF, CENTCOM), "coalition"),
        (Account(COALITION, SDF), "SDF on coalition"),
        (Account(COALITION, SDF, partners=(SDF,)), "SDF"),
        (Account("Iraqi Security Forces", CTS), "CTS"),
        (Account(CTS, "Iraqi Security Media Cell"), "CTS"),
        (Account("Iraqi Joint Operations Command", None), "JOC"),
        (Account("ISIS", "Amaq", measure="attacks"), "ISIS"),
        (Account("ISIS", CENTCOM, measure="attacks"), "ISIS"),
        (Account("ISIS", CENTCOM, measure="operations"), "coalition"),
        (Account("ISIS", SOHR, measure="attacks"), "SOHR on ISIS"),
        (Account(COALITION, COALITION, victim="civilian", measure="killed"), "coalition: civilians"),
        (Account("ISIS", None, victim="security", measure="killed"), "ISIS: security"),
        (Account(CENTCOM, CENTCOM, target="Houthis"), "coalition: Houthis"),
        (Account(COALITION, "ISIS", victim="militant", measure="killed"), "coalition"),
    ],
)
def test_each_count_has_its_bookkeeper(account: Account, series: str) -> None:
    assert series_of(account, None) == series


def test_the_statement_that_a_report_is_about_decides_for_figures_in_its_own_voice() -> None:
    assert series_of(Account(SDF, None), main_book((CENTCOM, CENTCOM, SDF))) == "coalition"
    assert series_of(Account(COALITION, None), main_book((SOHR,))) == "SOHR on coalition"
    assert series_of(Account("Iraqi Security Forces", None), main_book((CTS,))) == "CTS"


def test_relaying_voices_are_never_the_main_one() -> None:
    assert main_book(("security source", "Reuters", None)) is None


def test_every_actor_has_a_book() -> None:
    assert all(book_of(name).series for name in actors())


def test_a_window_is_judged_by_itself() -> None:
    held = entry(
        figure("killed", 5, actor="Global Coalition", attribution=SOHR, period=None),
        figure("killed", 6, actor="Global Coalition", attribution=None, period=None),
        figure("killed", 8, actor="Global Coalition", attribution=None),
        figure("operations", 38),
    )
    assert [one.cell.series for one in claims(held)] == ["SOHR on coalition"] * 2 + ["coalition"] * 2
