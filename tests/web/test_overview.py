"""The overview: what is drawn is what stands, and every mark leads to its statement."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from lxml import html
from playwright.sync_api import Browser, Page

from hasila.commands.demonstration import example_reports
from hasila.ledger import open_ledger
from hasila.lexicon.names import places, spellings
from hasila.model import Document
from hasila.reading import read
from hasila.web.atlas import boundaries, governorates, spot_of
from tests.web.browsing import NARROW, WIDE, opened
from tests.web.server import serving

HOSTILE = "<img src=x onerror=alert(1)>"
YEAR = "from=2023-01&to=2023-12"
EVENTS = (
    ("hasakah", "The Syrian Democratic Forces said it killed 3 ISIS members in Hasakah on May 3, 2023.", 4),
    ("raqqa", "The Syrian Democratic Forces said it arrested 4 ISIS members in Raqqa on May 8, 2023.", 9),
    ("hamrin", "Iraqi Security Forces killed 5 ISIS militants in the Hamrin Mountains on May 12, 2023.", 13),
    ("anbar", "Iraqi forces killed 9 ISIS militants in Anbar on May 14, 2023, the Joint Operations Command said.", 15),
    ("anbar2", "The Joint Operations Command said Iraqi forces killed 12 ISIS militants in Anbar on May 14, 2023.", 15),
)


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that shows the example reports and some events at places."""
    path = str(tmp_path_factory.mktemp("overview") / "ledger.db")
    events = (
        Document(name, text, title=HOSTILE, published=date(2023, 5, day), outlet=HOSTILE) for name, text, day in EVENTS
    )
    with open_ledger(path) as held, example_reports() as items:
        for _ in held.add_many(read(item) for item in (*items, *events) if isinstance(item, Document)):
            pass
    with serving(path) as address:
        yield address


def rows(where: str, **asked: str) -> list[dict[str, Any]]:
    answer = httpx.get(f"{where}/api/v1/tally", params={**asked, "limit": "1000"}, timeout=60)
    found: list[dict[str, Any]] = answer.json()["rows"]
    return found


def drawn(where: str, lang: str = "en", query: str = YEAR) -> dict[str, Any]:
    """What a page gives to the drawing."""
    shown = html.fromstring(httpx.get(f"{where}/{lang}/overview?{query}", timeout=60).content)
    made: dict[str, Any] = json.loads(shown.get_element_by_id("drawn").text_content())
    return made


def months_of(where: str, series: str = "coalition") -> list[dict[str, Any]]:
    """The rows of the year's months that are to be drawn, from the interface for programs."""
    return [
        row
        for row in rows(where, by="month")
        if row["series"] == series
        and row["period"]["start"].startswith("2023")
        and row["measure"] in ("operations", "killed", "detained")
        and row["place"] in ("IQ", "SY", "IQ+SY")
        and row["place_name"] is None
    ]


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_as_many_marks_are_drawn_as_the_tally_has_figures(browser: Browser, where: str, lang: str, width: int) -> None:
    with opened(browser, width) as (page, faults):
        page.goto(f"{where}/{lang}/overview?{YEAR}")
        page.wait_for_selector(".mark-of-month")
        by_country = [row for row in months_of(where) if row["mode"] is None]
        shown = page.locator("figure.panel:nth-of-type(-n+3) .mark-of-month")
        assert shown.count() == len(by_country) > 20
        assert faults == []


def test_the_table_says_what_the_interface_says(where: str) -> None:
    shown = html.fromstring(httpx.get(f"{where}/en/overview?{YEAR}").content)
    told: Counter[tuple[str, ...]] = Counter()
    for link in shown.xpath("//figure[position()<=3]//td/a[@data-mark]"):
        told[tuple(line.strip() for line in link.get("data-about").split("\n") if line.strip())[:2]] += 1
    names = {"IQ": "Iraq", "SY": "Syria", "IQ+SY": "Iraq and Syria"}
    wanted: Counter[tuple[str, ...]] = Counter()
    for row in (row for row in months_of(where) if row["mode"] is None):
        month = date.fromisoformat(row["period"]["start"]).strftime("%B %Y")
        best = "?" if row["best"] is None else str(row["best"])
        span = "" if row["low"] == row["high"] else f" ({row['low']}–{row['high']})"
        guessed = " · period inferred" if row["inferred"] else ""
        first = f"{row['measure']} · {names[row['place']]} · {month}"
        wanted[(first, f"{best}{span} · {row['state']}{guessed}")] += 1
    assert told == wanted


def test_a_month_that_nobody_speaks_of_is_a_gap_and_not_zero(where: str) -> None:
    panel = next(one for one in drawn(where)["panels"] if one["id"] == "operations-all")
    told = {date.fromisoformat(row["period"]["start"]).month - 1 for row in months_of(where)}
    assert {mark["month"] for mark in panel["marks"]} <= told
    silent = set(range(12)) - told
    assert silent
    shown = html.fromstring(httpx.get(f"{where}/en/overview?{YEAR}").content)
    lines = shown.xpath("//figure[1]//tbody/tr")
    for month in silent:
        assert lines[month].xpath(".//td//text()") == ["nobody says"] * 3


def test_a_stated_zero_is_drawn(where: str) -> None:
    none = [row for row in months_of(where) if row["best"] == 0]
    marks = [mark for panel in drawn(where)["panels"] for mark in panel["marks"] if mark["best"] == 0]
    assert len(marks) >= len(none) > 0


def test_every_state_has_a_pattern_a_sign_and_a_word(browser: Browser, where: str) -> None:
    with opened(browser) as (page, _):
        page.goto(f"{where}/en/overview?{YEAR}")
        for mark in [mark for panel in drawn(where)["panels"] for mark in panel["marks"]]:
            one = page.locator(f'.plot a[data-key="{mark["key"]}"]')
            assert one.locator("use").get_attribute("href") == f"#sign-{mark['state']}"
            assert f"· {mark['state']}" in (one.get_attribute("aria-label") or "")
            if mark["best"] is not None:
                bar = one.locator("rect.bar")
                assert mark["state"] in (bar.get_attribute("class") or "")
                patterned = mark["state"] in ("contested", "derived", "unreconciled")
                assert (bar.get_attribute("fill") is not None) == patterned
            assert one.locator(".range").count() == (mark["low"] != mark["high"])


def test_a_click_leads_to_the_statement(browser: Browser, where: str) -> None:
    wanted = next(row for row in months_of(where) if row["period"]["start"] == "2023-05-01" and row["mode"] is None)
    with opened(browser) as (page, _):
        page.goto(f"{where}/en/overview?{YEAR}")
        page.locator('.plot a[aria-label*="May 2023"]').first.click()
        page.wait_for_selector("#cell")
        assert page.url.split("?")[0] == f"{where}/en/statements/{quote(wanted['statement'], safe='')}"
        assert page.locator("#cell-name").inner_text() == "operations, Iraq, May 2023"


def test_every_mark_leads_to_a_page(where: str) -> None:
    shown = html.fromstring(httpx.get(f"{where}/en/overview?{YEAR}&policy=ged").content)
    goals = {link.get("href").partition("#")[0] for link in shown.xpath("//a[contains(@href, '/statements/')]")}
    assert len(goals) > 50
    for goal in sorted(goals):
        assert "policy=ged" in goal
        assert (goal, httpx.get(f"{where}{goal}", timeout=60).status_code) == (goal, 200)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_keyboard_goes_from_mark_to_mark_and_leads_to_the_statement(
    browser: Browser, where: str, lang: str
) -> None:
    with opened(browser) as (page, _):
        page.goto(f"{where}/{lang}/overview?{YEAR}")
        marks = page.locator(".plot").first.locator("a")
        marks.first.focus()
        assert page.locator("#tip").is_visible()
        page.keyboard.press("ArrowLeft" if lang == "ar" else "ArrowRight")
        assert focused(page) == marks.nth(1).get_attribute("data-key")
        page.keyboard.press("Escape")
        assert not page.locator("#tip").is_visible()
        goal = marks.nth(1).get_attribute("href") or "none"
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{goal}")


def focused(page: Page) -> str | None:
    key: str | None = page.evaluate("document.activeElement.dataset.key")
    return key


def test_each_drawing_is_one_stop_for_the_tabulator(browser: Browser, where: str) -> None:
    with opened(browser) as (page, _):
        page.goto(f"{where}/en/overview?{YEAR}")
        for plot in page.locator(".plot, .map").all():
            assert plot.locator('a[tabindex="0"]').count() == min(1, plot.locator("a").count())


def test_nothing_moves_when_the_drawing_comes(browser: Browser, where: str) -> None:
    watch = (
        "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(one => window.moved += one.value))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    for width in (WIDE, NARROW):
        context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
        context.add_init_script(watch)
        page = context.new_page()
        page.goto(f"{where}/ar/overview?{YEAR}")
        page.wait_for_selector(".mark-of-month")
        page.evaluate("document.fonts.ready")
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert page.evaluate("window.moved") < 0.02
        context.close()


def test_without_a_script_the_same_stands_in_tables(browser: Browser, where: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{where}/en/overview?{YEAR}")
    page.locator("summary").first.click()
    assert page.locator("figure.panel").first.locator("td a.figure").first.is_visible()
    assert not page.locator(".plot").first.is_visible()
    context.close()


def test_figures_stand_on_the_map_where_they_name_a_place(browser: Browser, where: str) -> None:
    marks = drawn(where)["map"]["marks"]
    assert {mark["area"] for mark in marks} >= {"sy-hasakah-governorate", "sy-raqqa-governorate", "iq-anbar"}
    with opened(browser) as (page, faults):
        page.goto(f"{where}/ar/overview?{YEAR}")
        page.wait_for_selector(".mark-of-place")
        assert page.locator(".mark-of-place").count() == len(marks)
        assert page.locator(".map .area").count() == 33
        assert "الحسكة" in " ".join(page.locator(".map text").all_text_contents())
        assert faults == []


def test_what_names_no_governorate_is_on_no_map(where: str) -> None:
    shown = html.fromstring(httpx.get(f"{where}/en/overview?{YEAR}").content)
    beside = " ".join(" ".join(one.itertext()) for one in shown.xpath("//ul[@class='plain']/li"))
    assert "Hamrin Mountains" in beside
    assert "Iraq and Syria" in beside
    keys = {mark["key"] for mark in drawn(where)["map"]["marks"]}
    on_map = shown.xpath("//dl[contains(@class,'by-area')]//a[@data-mark]")
    assert {link.get("data-mark") for link in on_map} == keys
    assert "Hamrin" not in " ".join(link.get("data-about") for link in on_map)


def test_other_periods_are_listed_and_not_among_the_months(where: str) -> None:
    year = [row for row in rows(where, by="year") if row["period"]["end"] == "2022-12-31"]
    assert year
    shown = html.fromstring(httpx.get(f"{where}/en/overview?from=2022-01&to=2022-12").content)
    listed = " ".join(shown.xpath("//section[@aria-labelledby='longer']//dt//text()"))
    assert "2022" in listed
    panel = drawn(where, query="from=2022-01&to=2022-12")["panels"][0]
    assert len(panel["marks"]) == sum(
        row["period"]["start"].startswith("2022") and row["measure"] == "operations" and row["mode"] is None
        for row in rows(where, by="month")
        if row["series"] == "coalition"
    )


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_hostile_report_stays_text(browser: Browser, where: str, lang: str) -> None:
    with opened(browser) as (page, faults):
        page.goto(f"{where}/{lang}/overview?{YEAR}")
        page.wait_for_selector(".mark-of-month")
        assert page.locator("img").count() == 0
        assert faults == []


def test_what_is_asked_for_stays_text(where: str) -> None:
    for name in ("measure", "place", "series", "policy", "from", "to"):
        answer = httpx.get(f"{where}/en/overview", params={name: HOSTILE})
        assert answer.status_code in (400, 404, 422)
        assert "<img" not in answer.text


def test_switches_keep_the_choices(browser: Browser, where: str) -> None:
    with opened(browser) as (page, _):
        page.goto(f"{where}/en/overview?{YEAR}")
        page.select_option("#measure", "killed")
        page.select_option("#place", "IQ+SY")
        page.select_option("#policy", "ged")
        page.click("form.choose button")
        for lang in ("en", "ar"):
            assert page.get_attribute("html", "lang") == lang
            held = {name: page.input_value(f"#{name}") for name in ("measure", "place", "policy", "from", "to")}
            assert held == {
                "measure": "killed",
                "place": "IQ+SY",
                "policy": "ged",
                "from": "2023-01",
                "to": "2023-12",
            }
            page.click("a.tongue")
            page.wait_for_load_state()


def test_a_page_of_earlier_months_keeps_the_choices(where: str) -> None:
    shown = html.fromstring(httpx.get(f"{where}/en/overview?{YEAR}&measure=killed&policy=ged").content)
    (earlier,) = shown.xpath("//a[@rel='prev']/@href")
    assert dict(httpx.URL(earlier).params) == {
        "measure": "killed", "policy": "ged", "from": "2022-01", "to": "2022-12",
    }  # fmt: skip


def test_no_more_months_are_shown_than_a_page_holds(where: str) -> None:
    assert len(drawn(where, query="from=1900-01&to=2023-12")["months"]) == 60


def test_months_in_the_wrong_order_are_an_error_of_the_asker(where: str) -> None:
    assert httpx.get(f"{where}/en/overview?from=2023-05&to=2023-04").status_code == 422


def test_the_months_have_the_names_of_the_briefs(where: str) -> None:
    months = drawn(where, "ar")["months"]
    assert months[4] == {"lines": ["أيار", "مايو"], "year": 2023}
    assert [one["lines"][0] for one in drawn(where)["months"]][:2] == ["January", "February"]


def test_an_empty_ledger_has_an_overview(tmp_path: Path) -> None:
    path = str(tmp_path / "empty.db")
    open_ledger(path).close()
    with serving(path) as address:
        answer = httpx.get(f"{address}/en/overview")
        assert answer.status_code == 200
        assert "Nothing stands here yet." in answer.text


def test_pages_are_sent_packed(where: str) -> None:
    answer = httpx.get(f"{where}/ar/overview?{YEAR}")
    assert answer.headers["content-encoding"] == "gzip"
    paths = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', answer.text))
    weight = sum(int(httpx.get(f"{where}{path}").headers["content-length"]) for path in paths)
    assert weight + int(answer.headers["content-length"]) < 500_000


def test_all_governorates_are_drawn_with_both_names_of_the_lexicon() -> None:
    drawn_ones = [one for one in governorates().values() if one.drawn]
    assert Counter(one.scope for one in drawn_ones if one.site) == {"IQ": 18, "SY": 14}
    assert [one.id for one in drawn_ones if not one.site] == ["sy-undof"]
    assert [one.id for one in governorates().values() if not one.drawn] == ["iq-halabja-governorate"]
    written = {form: name.entity for form, name in spellings("place")}
    for one in drawn_ones:
        if one.site is None:
            assert set(one.names) == {"ar", "en"}
            continue
        assert one.site.level == "governorate"
        spelled = {name.lang for form, name in spellings("place") if name.entity == one.site}
        assert spelled == {"ar", "en"}
        assert written[one.site.canonical] == one.site


def test_the_table_of_governorates_has_both_names(where: str) -> None:
    for lang in ("ar", "en"):
        shown = html.fromstring(httpx.get(f"{where}/{lang}/overview?{YEAR}").content)
        lines = {tuple(cell.text_content() for cell in line)[1:3] for line in shown.xpath("//tr[@data-area]")}
        assert len(lines) == 33
        assert {("الأنبار", "Anbar"), ("دير الزور", "Deir ez-Zor"), ("السليمانية", "Sulaymaniyah")} <= lines


def test_rings_run_clockwise() -> None:
    """d3-geo takes a ring that runs the other way for all the rest of the globe."""
    for one in boundaries()["features"]:
        geometry = one["geometry"]
        polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
        for ring in (polygon[0] for polygon in polygons):
            assert sum((bx - ax) * (by + ay) for (ax, ay), (bx, by) in pairwise(ring)) > 0


@pytest.mark.parametrize(
    ("place", "scope", "governorate"),
    [
        ("Mosul", "IQ", "iq-nineveh"),
        ("Raqqa", "SY", "sy-raqqa-governorate"),
        ("Anbar", "IQ", "iq-anbar"),
        ("Anbar desert", "IQ", "iq-anbar"),
        ("Kobani", "SY", "sy-aleppo-governorate"),
        ("Damascus", "SY", "sy-damascus-governorate"),
        ("Abu Kamal Desert", "SY", "sy-deir-ez-zor-governorate"),
        ("Syrian desert", "SY", None),
        ("Northern Iraq", "IQ", None),
        ("Hamrin Mountains", "IQ", None),
        ("Halabja Governorate", "IQ", None),
        ("Nowhere", "IQ", None),
    ],
)
def test_where_a_place_lies(place: str, scope: str, governorate: str | None) -> None:
    spot = spot_of(place, scope)
    assert (spot.governorate if spot else None) == governorate


def test_every_town_with_coordinates_lies_in_a_governorate() -> None:
    towns = [site for site in places().values() if site.scope in ("IQ", "SY") and site.level == "town"]
    lost = [site.id for site in towns if site.lat is not None and spot_of(site.canonical, site.scope) is None]
    assert lost == ["iq-halabja"]


def test_what_is_written_of_places_is_in_the_lexicon() -> None:
    lines = (files("hasila.web.atlas") / "within.tsv").read_text(encoding="utf-8").splitlines()[1:]
    written = [line.split("\t") for line in lines]
    assert written == sorted(written)
    for place, governorate, _ in written:
        assert places()[place].scope == places()[governorate].scope
        assert places()[governorate].level == "governorate"
