"""How far each outlet can be relied on, on ledgers made of the scenarios' reports."""

from pathlib import Path

import pytest

from hasila.ledger import Decision, Ledger
from hasila.tally.claim import Source
from hasila.tally.outlets import Outlet, outlet_of, outlets
from hasila.tally.tally import tallied_of
from tests.tally.ledgers import ledger_of


def judged(ledger: Ledger, policy: str = "official-first") -> dict[str, Outlet]:
    return {outlet.name: outlet for outlet in outlets(tallied_of(ledger, policy))}


def faults(outlet: Outlet) -> list[tuple[str | None, int]]:
    return [(fault.kind, len(fault.claims)) for fault in outlet.faults]


@pytest.mark.parametrize(
    ("scenario", "outlet", "expected"),
    [
        ("04", "The Ledger Blog", [("own sum", 1)]),
        ("08", "مرصد الخابور", [("period before", 3)]),
        ("09", "جريدة الضفاف", [("killed and detained swapped", 2)]),
        ("10", "حلب الآن", [("total for a part", 1)]),
        ("11", "شاشة سوريا", [("another place", 1)]),
        ("12", "أنباء الساحل", [("digits swapped", 1)]),
        ("13", "Market Gazette", [("part for the total", 1)]),
        ("16", "وكالة بابل", [("digit added", 1)]),
        ("17", "أنباء الساحل", [("part counted twice", 1)]),
        ("18", "The Ledger Blog", [("part counted twice", 2)]),
        ("19", "مرصد الخابور", [("running total", 1)]),
        ("20", "حلب الآن", [("places swapped", 4)]),
        ("23", "أنباء الساحل", [("running total", 1)]),
    ],
)
def test_the_error_of_an_outlet_is_told_by_its_kind(
    tmp_path: Path, scenario: str, outlet: str, expected: list[tuple[str, int]]
) -> None:
    found = judged(ledger_of(tmp_path, scenario))
    assert faults(found[outlet]) == expected
    assert all(not one.faults for name, one in found.items() if name != outlet)


def test_claims_are_counted_by_what_became_of_them(tmp_path: Path) -> None:
    found = judged(ledger_of(tmp_path, "09"))["جريدة الضفاف"]
    assert (found.fates, found.claims) == ({"agreed": 1, "set aside": 2}, 3)
    assert found.share == pytest.approx(1 / 3)


def test_copies_are_counted_with_who_printed_later(tmp_path: Path) -> None:
    found = judged(ledger_of(tmp_path, "02"))
    copies = {name: outlet.copies for name, outlet in found.items()}
    # two printed it on one day, the third a day later; which of the two was first can't be known
    assert copies["دستور نيوز"] == 1
    assert sorted((copies["موقع الفرات"], copies["بوابة الخبر"])) == [0, 1]
    assert copies["US Central Command"] == 0
    assert all(outlet.documents == 1 for outlet in found.values())


def test_what_nothing_decides_is_no_fault(tmp_path: Path) -> None:
    found = judged(ledger_of(tmp_path, "02", only=["july-2023-copy-1"]))["موقع الفرات"]
    assert (found.fates["undecided"], found.faults) == (3, ())


def test_whoever_corrects_itself_is_told_so(tmp_path: Path) -> None:
    found = judged(ledger_of(tmp_path, "21"))["Harbour Times"]
    assert (found.fates["corrected"], found.fates["alone"], found.faults) == (1, 2, ())


def test_a_document_that_was_withdrawn_is_not_held_against_its_outlet(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path, "12")
    ledger.decide(Decision(target="digits-ar", action="withdraw", who="Rana", why="taken back by the outlet"))
    assert "أنباء الساحل" not in judged(ledger)


def test_an_outlet_is_called_by_its_address_or_its_document_where_nothing_names_it() -> None:
    def source(outlet: str | None, url: str | None) -> Source:
        return Source("ab", "report-3", "en", None, None, outlet, url, "outlet")

    assert outlet_of(source("Gulf Desk", "https://gulf.example/1")) == "Gulf Desk"
    assert outlet_of(source(None, "https://www.gulf.example/1")) == "gulf.example"
    assert outlet_of(source(None, None)) == "report-3"


def test_a_ledger_of_many_reports_is_judged_claim_by_claim(tmp_path: Path) -> None:
    made = tallied_of(ledger_of(tmp_path, "0"))
    found = outlets(made)
    assert sum(outlet.documents for outlet in found) == len(made.tally.sources)
    assert [outlet.claims for outlet in found] == sorted((outlet.claims for outlet in found), reverse=True)
    assert all(sum(len(fault.claims) for fault in one.faults) == one.fates.get("set aside", 0) for one in found)
