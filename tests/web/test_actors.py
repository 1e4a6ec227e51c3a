"""The pages of actors and people."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from urllib.parse import quote

import httpx
from playwright.sync_api import Browser

from hasila.ledger import open_ledger
from hasila.lexicon import names
from hasila.model import Document
from hasila.reading import read
from hasila.search.entities import Entity
from hasila.web.profiles import called, profile
from tests.web.browsing import opened
from tests.web.server import serving


def test_the_list_leads_to_somebody_and_their_words_to_the_report(browser: Browser, address: str) -> None:
    with opened(browser) as (page, faults):
        page.goto(f"{address}/ar/actors")
        page.click("text=القيادة المركزية الأميركية")
        page.wait_for_selector("h1:has-text('US Central Command')")
        assert "CENTCOM" in page.inner_text("main")
        page.locator("#figures .sayings a").first.click()
        page.wait_for_selector(".report")
        assert faults == []


def test_a_name_is_looked_for_in_both_scripts(browser: Browser, address: str) -> None:
    with opened(browser) as (page, _):
        page.goto(f"{address}/en/actors")
        page.fill("#name", "قسد")
        page.press("#name", "Enter")
        page.wait_for_url("**name=**")
        assert page.locator("tbody a").all_inner_texts() == ["Syrian Democratic Forces"]


def test_counts_are_those_of_the_readings(tmp_path: Path) -> None:
    path = str(tmp_path / "ledger.db")
    text = 'The SDF said it detained three ISIS members in Raqqa. "We go on," said Farhad Shami, its spokesman.'
    days = (date(2023, 5, 2), date(2023, 5, 9), date(2023, 7, 1), None)
    readings = [read(Document(f"d{at}", text, published=day)) for at, day in enumerate(days)]
    with open_ledger(path) as held:
        list(held.add_many(readings))
        with serving(path) as where:
            shown = httpx.get(f"{where}/en/actors/Syrian%20Democratic%20Forces").text
    figures = [one for one in readings[0].figures if "Syrian Democratic Forces" in (one.actor, one.attribution)]
    assert "4 reports" in shown
    assert f"{4 * len(figures)} figures" in shown
    assert shown.count("<rect") == 2
    assert "1 of them has no day" in shown
    assert "since=2023-05-01&amp;until=2023-05-31" in shown


def test_who_has_no_place_in_the_lexicon_stands_by_the_name_as_written(tmp_path: Path) -> None:
    path = str(tmp_path / "ledger.db")
    text = '"The operation is over," said Commander Zorab Qandilo of the Dawn Brigade/North.'
    reading = read(Document("one", text))
    with open_ledger(path) as held:
        held.add(reading)
        with serving(path) as where:
            for speaker in {quote_.speaker for quote_ in reading.quotes if quote_.speaker}:
                answer = httpx.get(f"{where}/en/people/{quote(speaker, safe='')}")
                assert answer.status_code == 200
                assert "The operation is over" in answer.text


def test_all_quotations_come_in_parts(address: str) -> None:
    first = httpx.get(f"{address}/en/actors/ISIS", params={"of": "figures"}).text
    second = httpx.get(f"{address}/en/actors/ISIS", params={"of": "figures", "page": "2"}).text
    assert first.count("<li>") == second.count("<li>") == 10
    assert first != second


def test_nobody_is_not_found(address: str) -> None:
    for path in ("actors/Nobody", "people/..%2f..", "actors/%00", "people/US%20Central%20Command"):
        assert httpx.get(f"{address}/en/{path}").status_code == 404


def test_everybody_of_the_lexicon_has_a_page_of_names() -> None:
    assert all(profile(Entity("actor", name)) for name in names.actors())
    assert all(profile(Entity("person", name)) for name in names.people())
    known = profile(Entity("actor", "Syrian Democratic Forces"))
    assert known is not None
    assert "قسد" in {one.form for one in known.written("ar")}
    assert called(Entity("actor", "Syrian Democratic Forces"), "سوريا الديموقراطية")
    assert not called(Entity("actor", "Syrian Democratic Forces"), "peshmerga")
