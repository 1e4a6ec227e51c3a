"""The page of a statement, on the example reports: three outlets print seven detained where it was 24."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser

from hasila.export.explained import told_json
from hasila.ledger import Decision, open_ledger
from hasila.model import Document
from hasila.reading import read
from hasila.tally.explain import explain
from tests.tally.ledgers import ledger_of
from tests.web.browsing import NARROW, WIDE, opened
from tests.web.server import serving

JULY = "statements/coalition/2023-07"
MARCH = "2023-03 IQ+SY operations coalition"
LATIN = re.compile(r"[A-Za-z]{3,} [A-Za-z]{2,} [A-Za-z]{2,}")


@pytest.fixture(scope="module")
def july(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(ledger_of(tmp_path_factory.mktemp("july"), "02").where) as address:
        yield address


def test_the_grid_opens_the_number_that_is_in_dispute(browser: Browser, july: str) -> None:
    with opened(browser) as (page, faults):
        page.goto(f"{july}/en/{JULY}")
        assert page.locator(".grid a[aria-current] b").text_content() == "24"
        assert page.locator("#cell .said summary b").all_text_contents() == ["24", "7"]
        assert "30 (Iraq and Syria) − 6 (Syria) = 24" in (page.locator("#cell .why").text_content() or "")
        assert page.locator("#cell mark").first.text_content() == "24"
        assert faults == []


def test_each_cell_of_the_grid_leads_to_what_is_behind_it(browser: Browser, july: str) -> None:
    with opened(browser) as (page, _):
        page.goto(f"{july}/ar/{JULY}")
        page.locator(".grid a", has_text="31").click()
        assert page.locator("#cell-name").text_content() == "عمليات، العراق وسوريا، تموز/يوليو 2023"
        assert page.locator(".beside .lit").all_text_contents()[0] == "31 عملية"


def test_the_words_are_lit_in_arabic_and_in_english(browser: Browser, july: str) -> None:
    with opened(browser) as (page, _):
        page.goto(f"{july}/ar/{JULY}")
        assert page.locator(".beside [lang=ar] .lit").all_text_contents() == ["سبعة آخرون"]
        assert page.locator(".beside [lang=en] .lit").all_text_contents() == ["24"]


def test_copies_are_folded_under_their_witness(browser: Browser, july: str) -> None:
    with opened(browser) as (page, _):
        page.goto(f"{july}/en/{JULY}")
        fold = page.locator(".folds details")
        assert fold.locator("summary").text_content() == "printed by 2 more reports, which count as the same source"
        fold.locator("summary").click()
        assert "of the wording is the same" in (fold.locator("li").first.text_content() or "")


def test_the_reasons_are_told_in_arabic(july: str) -> None:
    shown = httpx.get(f"{july}/ar/{JULY}").text
    assert "أقوال أرجح وزناً تذكر 24 معتقلاً (الوزن 100 مقابل 10)؛ 30 (العراق وسوريا) − 6 (سوريا) = 24" in shown
    assert "يُنحّى الرقم 7 (العراق)" in shown


@pytest.mark.parametrize("path", [JULY, "conflicts", "tally?by=all"])
def test_no_english_sentence_of_ours_stands_on_an_arabic_page(browser: Browser, july: str, path: str) -> None:
    with opened(browser) as (page, _):
        page.goto(f"{july}/ar/{path}")
        page.evaluate(
            "document.querySelectorAll('blockquote, .words, q, a, [lang=en], option').forEach(one => one.remove())"
        )
        assert LATIN.findall(page.inner_text("main")) == []


def test_the_rows_of_the_tally_lead_to_their_statement(browser: Browser, july: str) -> None:
    with opened(browser) as (page, _):
        page.goto(f"{july}/ar/tally")
        page.locator("td.number a", has_text="24").first.click()
        assert page.url.split("?")[0].endswith(JULY.replace("coalition/", "coalition%2F"))
        assert page.locator(".bounds b").text_content() == "24"


def test_a_decision_is_told_where_it_was_made(tmp_path: Path) -> None:
    with ledger_of(tmp_path, "02") as ledger:
        ledger.decide(Decision(target="july-2023-copy-1#6", action="unsure", who="Rana", why="looks like a slip"))
        with serving(ledger.where) as address:
            assert "looks like a slip" in httpx.get(f"{address}/en/{JULY}").text
            ledger.decide(Decision(target="july-2023-copy-1#6", action="reject", who="Rana", why="a misprint"))
            shown = httpx.get(f"{address}/en/{JULY}").text
            assert "Taken out by people" in shown
            assert "a misprint" in shown


def test_a_derived_number_shows_its_sums(tmp_path: Path) -> None:
    with ledger_of(tmp_path, "04") as ledger, serving(ledger.where) as address:
        shown = httpx.get(f"{address}/en/statements/coalition/2023-03", params={"cell": MARCH}).text
        assert "Nobody states it" in shown
        assert "308 (Iraq and Syria, Jan–Aug 2023) − 43 (Jan 2023)" in shown


@pytest.mark.parametrize("id", ["coalition/2031-01", "none", "coalition/2023-07/..", "%3Cscript%3E"])
def test_a_statement_that_is_not_there_is_told_on_a_page(july: str, id: str) -> None:
    answer = httpx.get(f"{july}/en/statements/{id}")
    assert answer.status_code == 404
    assert "<script>" not in answer.text


def test_what_is_asked_and_is_not_there_changes_nothing(july: str) -> None:
    assert httpx.get(f"{july}/en/{JULY}", params={"cell": "none", "ar": "x", "en": "y"}).status_code == 200


def test_a_hostile_report_stays_text(browser: Browser, tmp_path: Path) -> None:
    hostile = '<script>document.title="2"</script><img src=x onerror="document.title=1">'
    text = f"US Central Command said 12 operations against ISIS in Iraq in May 2023 {hostile} took place."
    with open_ledger(str(tmp_path / "ledger.db")) as ledger:
        ledger.add(read(Document(hostile, text, title=f"Twelve {hostile}", outlet=hostile)))
        with serving(ledger.where) as address, opened(browser) as (page, faults):
            page.goto(f"{address}/en/statements/coalition/2023-05")
            assert "<script>" in (page.text_content(".beside .text") or "")
            assert page.locator("main img, main script").count() == 0
            assert faults == []


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_two_columns_are_one_on_a_phone(browser: Browser, july: str, width: int) -> None:
    with opened(browser, width) as (page, _):
        page.goto(f"{july}/ar/{JULY}")
        first, second = (page.locator(".beside article").nth(at).bounding_box() for at in (0, 1))
        assert first is not None
        assert second is not None
        assert (first["y"] == second["y"]) == (width == WIDE)


def test_the_interface_gives_what_is_explained(tmp_path: Path) -> None:
    with ledger_of(tmp_path, "02") as ledger:
        ledger.decide(Decision(target="july-2023-copy-1#6", action="unsure", who="Rana", why="looks like a slip"))
        wanted = json.loads(told_json(explain(ledger, "coalition/2023-07"), "official-first"))
        del wanted["period_ranking"]
        with serving(ledger.where) as address:
            found = httpx.get(f"{address}/api/v1/statements/coalition/2023-07").json()
            assert sorted(found.pop("copies"), key=str) == sorted(wanted.pop("copies"), key=str)
            assert found == wanted
            assert httpx.get(f"{address}/api/v1/statements/coalition/2031-07").status_code == 404


def test_what_another_number_would_cost_is_told(july: str) -> None:
    english, arabic = (httpx.get(f"{july}/{lang}/{JULY}").text for lang in ("en", "ar"))
    assert "Any other number here would be heavier by 200; for it these would have to go:" in english
    assert "أي عدد آخر هنا أثقل بمقدار 200، ولا بد له من إسقاط:" in arabic


UNDATED = "أعلنت القيادة المركزية الأميركية تنفيذ 12 عملية ضد داعش في العراق، قُتل فيها ثلاثة من عناصر التنظيم."
DATED = (
    "أعلنت القيادة المركزية الأميركية تنفيذ 12 عملية ضد داعش في العراق خلال {month} 2023، قُتل فيها {killed} من عناصر "
    "التنظيم."
)


@pytest.fixture(scope="module")
def undated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = str(tmp_path_factory.mktemp("undated") / "ledger.db")
    reports = [
        Document("a", DATED.format(month="آذار", killed="ثلاثة"), outlet="وكالة أولى"),
        Document("b", DATED.format(month="حزيران", killed="ثلاثة"), outlet="وكالة ثانية"),
        Document("c", DATED.format(month="آب", killed="خمسة"), outlet="وكالة ثالثة"),
        Document("d", UNDATED, outlet="وكالة رابعة"),
    ]
    with open_ledger(path) as ledger:
        for _ in ledger.add_many(map(read, reports)):
            pass
    with serving(path) as address:
        yield address


def test_a_report_without_days_shows_the_periods_that_it_could_be_of(browser: Browser, undated: str) -> None:
    rows = httpx.get(f"{undated}/api/v1/tally").json()["rows"]
    open_one = next(row["statement"] for row in rows if row["period"] is None)
    with opened(browser, NARROW) as (page, faults):
        page.goto(f"{undated}/ar/statements/{open_one}")
        told = page.locator("#periods li").all_text_contents()
        assert ["آذار" in told[0], "حزيران" in told[1], "آب" in told[2]] == [True, True, True]
        assert ["رقمان يوافقانها" in told[0], "رقم واحد يناقضها" in told[2]] == [True, True]
        page.locator("#periods a").first.click()
        assert page.url.endswith("2023-03")
        assert faults == []
