"""The pages as files: from a disk, from any web server, and published again."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urldefrag

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from hasila.commands.demonstration import example_reports
from hasila.ledger import open_ledger
from hasila.model import Document
from hasila.reading import read
from hasila.web.site import publish
from hasila.web.site.files import Page, page_of
from hasila.web.site.folder import SiteError
from tests.web.browsing import NARROW, WIDE
from tests.web.server import serving

HOSTILE = '../../<script>alert("x")</script>/con?a#b'
PAGES = ("overview", "tally", "conflicts", "brief", "outlets", "actors", "about")
_ELSEWHERE = re.compile("[a-z]+:")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("small") / "ledger.db")
    with open_ledger(path) as held, example_reports() as items:
        some = list(islice((one for one in items if isinstance(one, Document)), 2))
        text = f"{some[0].text}\n\nجملة لا رقم فيها ولا خبر عن شيء."
        hostile = Document(HOSTILE, text, title=f"{HOSTILE} 7", outlet=HOSTILE)
        for _ in held.add_many(map(read, [*some, hostile])):
            pass
    return path


@pytest.fixture(scope="module")
def site(small: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published") / "site"
    publish(small, str(folder))
    return folder


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[str]:
    """A plain web server below a path of its own."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site.parent))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{site.name}"
        server.shutdown()


class Links(HTMLParser):
    """What a page leads to, and the names of its places."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.found += [value for name, value in attrs if name in ("href", "src", "action") and value]


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def files_of(site: Path) -> dict[str, bytes]:
    return {str(one.relative_to(site)): one.read_bytes() for one in sorted(site.rglob("*")) if one.is_file()}


def test_every_link_leads_to_a_file(site: Path) -> None:
    for page in pages(site):
        for link in Links(page.read_text("utf-8")).found:
            target, _ = urldefrag(link)
            if target and not _ELSEWHERE.match(target):
                assert not target.startswith("/"), (page, link)
                found = (page.parent / unquote(target)).resolve()
                assert found.is_file(), (page, link)
                assert found.is_relative_to(site)


def test_nothing_is_drawn_that_needs_a_server(site: Path) -> None:
    for page in pages(site):
        assert not Links(page.read_text("utf-8")).tags & {"form", "textarea"}, page


def test_both_languages_have_the_same_pages(site: Path) -> None:
    arabic, english = ({str(one.relative_to(site / lang)) for one in pages(site / lang)} for lang in ("ar", "en"))
    assert arabic == english
    assert {f"{one}.html" for one in PAGES} <= arabic


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_it_works_from_a_disk(browser: Browser, site: Path, lang: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page, faults = context.new_page(), list[str]()
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("requestfailed", lambda asked: faults.append(asked.url))
    page.on("request", lambda asked: None if asked.url.startswith(("file:", "data:")) else faults.append(asked.url))
    page.goto(f"{site.as_uri()}/index.html")
    page.click(f"a[hreflang={lang}]")
    for name in PAGES:
        page.locator(f'a[href$="{name}.html"]').first.click()
        assert page.get_attribute("html", "dir") == ("rtl" if lang == "ar" else "ltr")
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.goto(next((site / lang / "documents").glob("*.html")).as_uri())
    page.locator("[data-light=f0]").click()
    assert page.locator(".text .lit").count() > 0
    page.click("a.tongue")
    assert page.get_attribute("html", "lang") != lang
    context.close()
    assert faults == []


@pytest.mark.parametrize(
    "path",
    [
        "ar/overview",
        "ar/tally",
        "ar/conflicts",
        "ar/brief",
        "en/brief",
        "ar/outlets",
        "ar/actors",
        "ar/people",
        "ar/about",
    ],
)
def test_nothing_serious_stands_in_the_way(browser: Browser, served: str, path: str) -> None:
    page = browser.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.goto(f"{served}/{path}.html")
    found = Axe().run(page).response["violations"]
    page.close()
    assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")] == []
    assert faults == []


def test_the_data_are_those_of_the_interface(site: Path, small: str) -> None:
    data = site / "data"
    with serving(small) as where, httpx.Client(base_url=f"{where}/api/v1", timeout=60) as client:
        assert json.loads((data / "tally.json").read_text("utf-8")) == client.get("/tally?limit=1000").json()
        assert json.loads((data / "conflicts.json").read_text("utf-8")) == client.get("/conflicts?limit=100").json()
        assert (data / "documents.jsonl").read_text("utf-8") == client.get("/documents?format=jsonl").text
    with open_ledger(small) as held:
        state = json.loads((data / "ledger.json").read_text("utf-8"))
        assert (state["head"], state["unaltered"]) == (held.head().hash, True)


def test_reports_are_not_printed_whole_unless_that_is_asked_for(site: Path, small: str, tmp_path: Path) -> None:
    words = "جملة لا رقم فيها"
    assert not [one for one in files_of(site).values() if words.encode() in one]
    publish(small, str(tmp_path / "whole"), texts=True)
    whole = [name for name, one in files_of(tmp_path / "whole").items() if words.encode() in one]
    assert "data/documents.jsonl" in whole
    assert [name for name in whole if name.startswith("ar/documents/")]


def test_the_same_ledger_gives_the_same_files(site: Path, small: str, tmp_path: Path) -> None:
    other = str(tmp_path / "other.db")
    shutil.copy(small, other)
    publish(other, str(tmp_path / "again"))
    assert files_of(tmp_path / "again") == files_of(site)


def test_what_is_left_over_goes_and_what_others_put_there_stays(small: str, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    publish(small, str(folder))
    (folder / "mine.txt").write_text("mine")
    (folder / ".hasila-site").open("a").write("../elsewhere.txt\nen/gone.html\n")
    (tmp_path / "elsewhere.txt").write_text("not of the site")
    (folder / "en/gone.html").write_text("of an earlier publication")
    publish(small, str(folder))
    assert (folder / "mine.txt").exists()
    assert (tmp_path / "elsewhere.txt").exists()
    assert not (folder / "en/gone.html").exists()


def test_a_file_of_somebody_else_is_not_written_over(small: str, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("mine")
    with pytest.raises(SiteError, match="did not make this file"):
        publish(small, str(tmp_path))
    assert (tmp_path / "index.html").read_text() == "mine"


@pytest.mark.parametrize(
    "path", ["documents/..", "documents/con", "documents/A", "documents/%2e%2e/x", f"outlets/{HOSTILE}", "outlets/داعش"]
)
def test_file_names_are_safe_and_apart(path: str) -> None:
    name = page_of("ar", path, ()).file
    assert re.fullmatch(r"ar/([a-z0-9-]+/)*[a-z0-9-]+\.html", name)
    assert name != page_of("ar", path.lower() + "x", ()).file
    assert name != Page("ar", path.lower() if path != path.lower() else f"{path}/y").file
