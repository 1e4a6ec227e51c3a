"""What another reader sees otherwise, on the pages of the reviewers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from hasila.ledger import open_ledger
from hasila.ledger.seconds import add_second
from hasila.model import Document, Span
from hasila.reading import read
from hasila.tally.publishing import publish
from tests.web.browsing import opened
from tests.web.people import NAMES, PASSWORD, add_people, csrf_in, signed_in
from tests.web.server import serving

TEXT = (
    "أعلنت القيادة المركزية الأميركية أن قواتها نفذت 27 عملية ضد تنظيم داعش في سوريا خلال شهر حزيران 2023. "
    "وأدت إلى مقتل خمسة عناصر. <b>واعتُقل</b> تسعة."
)


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A ledger with a report that two readers read differently."""
    made = str(tmp_path / "ledger.db")
    with open_ledger(made) as ledger:
        ledger.add(read(Document("arabic", TEXT, outlet="وكالة الرافدين")))
        (held,) = ledger.documents()
        operations, killed, *_ = held.reading.figures
        assert (operations.low, killed.low) == (27, 5)
        at = TEXT.index("<b>")
        alone = replace(
            killed, measure="wounded", low=9, high=9, evidence=Span("text", at, at + 10, TEXT[at : at + 10])
        )
        theirs = replace(operations, mode="partnered", target=None, actor="<script>alert(1)</script>")
        add_second(ledger, held, replace(held.reading, figures=(theirs, alone)), "<small>", "p1")
        publish(ledger)
    add_people(made)
    return made


@pytest.fixture
def where(path: str) -> Iterator[str]:
    with serving(path) as address:
        yield address


def test_differences_are_listed_with_both_sides(where: str) -> None:
    with signed_in(where, "reviewer") as client:
        assert "figures that another reader sees otherwise" in client.get("/en/review").text
        told = client.get("/en/review/otherwise").text
    assert "Only Hasila sees it." in told
    assert "Only the other reader sees it." in told
    assert "&lt;small&gt;" in told
    assert "<script>alert" not in told
    assert "<b>واعتُقل" not in told


def test_who_is_no_reviewer_sees_none_of_it(where: str) -> None:
    with signed_in(where, "viewer") as client:
        assert client.get("/en/review/otherwise").status_code == 403


def test_the_form_is_filled_as_the_other_reader_sees_it_and_saved_by_a_person(where: str, path: str) -> None:
    with open_ledger(path) as ledger:
        (held,) = ledger.documents()
        before = publish(ledger).rows
    address = f"/en/review/{held.key}/0"
    with signed_in(where, "reviewer") as client:
        plain, filled = client.get(address).text, client.get(f"{address}?theirs=%3Csmall%3E").text
        assert "Another reader sees this otherwise" in plain
        assert 'value="partnered" selected' not in plain
        assert 'value="partnered" selected' in filled
        with open_ledger(path) as ledger:
            assert ledger.decided() == []
            assert publish(ledger).rows == before
        told = client.post(address, data={"csrf": csrf_in(client, address), "action": "correct", "mode": "partnered"})
        assert told.status_code == 303
        rest = client.get("/en/review/otherwise").text
        assert f"/review/{held.key}/0" not in rest
    with open_ledger(path) as ledger:
        assert [(one.who, one.field, one.value) for one in ledger.decided()] == [
            (NAMES["reviewer"], "mode", "partnered")
        ]


def test_a_figure_of_the_other_reader_is_said_to_be_there_or_not(where: str, path: str) -> None:
    with signed_in(where, "reviewer") as client:
        page = client.get("/en/review/otherwise").text
        found = re.search('name="id" value="([^"]+)"', page)
        assert found is not None
        form = {"csrf": csrf_in(client, "/en/review/otherwise"), "id": found[1], "why": "an arrest"}
        assert client.post("/en/review/otherwise", data={**form, "action": "correct"}).status_code == 404
        assert client.post("/en/review/otherwise", data={**form, "id": "x#0", "action": "accept"}).status_code == 404
        assert client.post("/en/review/otherwise", data={**form, "csrf": "", "action": "reject"}).status_code == 403
        assert client.post("/en/review/otherwise", data={**form, "action": "reject"}).status_code == 303
        assert "Only the other reader sees it." not in client.get("/en/review/otherwise").text
    with open_ledger(path) as ledger:
        assert [(one.target, one.action) for one in ledger.decided()] == [(found[1], "reject")]


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_pages_fit_and_stand_in_nobodys_way(browser: Browser, where: str, path: str, lang: str) -> None:
    with open_ledger(path) as ledger:
        (held,) = ledger.documents()
    with opened(browser, 390) as (page, faults):
        page.goto(f"{where}/{lang}/sign-in")
        page.fill("[name=name]", NAMES["reviewer"])
        page.fill("[name=password]", PASSWORD)
        page.click("main button[type=submit]")
        for shown in ("review/otherwise", f"review/{held.key}/0?theirs=%3Csmall%3E"):
            page.goto(f"{where}/{lang}/{shown}")
            assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
            found = Axe().run(page).response["violations"]
            grave = [one["nodes"][0]["html"] for one in found if one["impact"] in ("serious", "critical")]
            assert (grave, faults) == ([], [])
