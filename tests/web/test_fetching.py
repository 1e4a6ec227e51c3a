"""A report read at its address, where the server may fetch it: a real site on loopback, and a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser

from hasila.accounts import Accounts
from hasila.ledger import open_ledger
from tests import webserver
from tests.web.browsing import NARROW, WIDE, opened
from tests.web.server import serving
from tests.webserver import Site

PAGE = """<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>عمليات أيار</title>
<meta property="article:published_time" content="2023-06-06T10:00:00+03:00"></head><body><article><h1>عمليات أيار</h1>
<p>قالت القيادة المركزية الأميركية إن قواتها نفذت 12 عملية ضد داعش في العراق خلال أيار، وأسرت سبعة من عناصر التنظيم
في عمليات مشتركة مع القوات العراقية.</p></article></body></html>"""


@pytest.fixture
def site() -> Iterator[Site]:
    with webserver.running() as made:
        yield made


@pytest.fixture(scope="module")
def where() -> Iterator[str]:
    with serving(None, fetch=True, networks=["127.0.0.0/8"]) as address:
        yield address


@pytest.mark.parametrize(("lang", "width"), [("ar", NARROW), ("en", WIDE)])
def test_a_report_is_read_at_its_address(browser: Browser, where: str, site: Site, lang: str, width: int) -> None:
    url = site.gives("/news/12", PAGE)
    with opened(browser, width) as (page, faults):
        page.goto(f"{where}/{lang}/read")
        page.fill("#url", url)
        page.click("form.ask button.main")
        assert "12 عملية" in (page.text_content(".text") or "")
        assert page.locator(".figures [data-light^=f]").count() == 2
        assert page.input_value("#url") == url
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        assert faults == []
    assert site.paths() == ["/news/12"]


def test_what_cannot_be_had_is_told(where: str, site: Site) -> None:
    answer = httpx.post(f"{where}/en/read", data={"url": f"{site.url}/gone"}, timeout=60)
    assert answer.status_code == 200
    assert "the server answers <bdi>404</bdi>. Try again in a while." in answer.text


def test_an_address_inside_is_not_asked(site: Site) -> None:
    url = site.gives("/news/12", PAGE)
    with serving(None, fetch=True) as address:
        answer = httpx.post(f"{address}/en/read", data={"url": url}, timeout=60)
    assert "--allow-network" in answer.text
    assert site.asked == []


def test_nothing_is_fetched_unless_somebody_switched_it_on(address: str, site: Site) -> None:
    url = site.gives("/news/12", PAGE)
    assert httpx.post(f"{address}/en/read", data={"url": url}).status_code == 403
    assert 'name="url"' not in httpx.get(f"{address}/en/read").text
    assert site.asked == []


def test_another_site_cannot_make_it_fetch(where: str, site: Site) -> None:
    url = site.gives("/news/12", PAGE)
    answer = httpx.post(f"{where}/en/read", data={"url": url}, headers={"Origin": "https://example.org"})
    assert answer.status_code == 403
    assert site.asked == []


def test_where_people_have_accounts_nobody_else_fetches(tmp_path: Path, site: Site) -> None:
    url = site.gives("/news/12", PAGE)
    path = str(tmp_path / "ledger.db")
    with open_ledger(path) as held:
        Accounts(held).add("rana", "editor", "a long enough secret")
    with serving(path, fetch=True, networks=["127.0.0.0/8"]) as address:
        assert 'name="url"' not in httpx.get(f"{address}/en/read").text
        assert httpx.post(f"{address}/en/read", data={"url": url}).status_code == 403
    assert site.asked == []
