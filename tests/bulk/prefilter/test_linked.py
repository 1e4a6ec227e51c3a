"""What is only a link to another page makes no page one of the mission, and nothing else is left out."""

from pathlib import Path

import pytest

from hasila.bulk.prefilter import Prefilter
from hasila.bulk.prefilter.linked import without_links
from hasila.bulk.sifting import looked_into
from hasila.model import Document
from hasila.sources import open_bytes

PAGES = sorted((Path(__file__).parents[2] / "sources" / "page" / "pages").glob("*.html"))
PASSES = Prefilter.from_lexicon().passes
SAID = f"<p>{'Five new schools were opened in the city this week. ' * 5}</p>"


def page(body: str) -> bytes:
    return f"<!doctype html><html><body>{body}</body></html>".encode()


def text_of(data: bytes) -> str:
    (document,) = open_bytes(data, "page.html")
    assert isinstance(document, Document)
    return document.text


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_word_of_saved_reports_stands_outside_of_them(path: Path) -> None:
    data = path.read_bytes()
    left = text_of(without_links(data)).splitlines()
    assert [line for line in text_of(data).splitlines() if line not in left] == []
    assert looked_into(data, PASSES)


@pytest.mark.parametrize(
    "link",
    [
        "<ul><li class='card'><a href='/1'><img alt=''><h3>What remains of ISIS</h3></a></li></ul>",
        "<ul><li><a href='/1'>داعش</a> </li><li><a href='/2'>تنظيم داعش</a></li></ul>",
        "<H3>\n<A HREF='/1'>Islamic State</A>\n</H3>",
        "<div class=x><div><a href='/1'>Daesh</a></div></div>",
    ],
)
def test_a_name_in_links_alone_is_passed_over(link: str) -> None:
    data = page(SAID + link)
    assert (PASSES(data), looked_into(data, PASSES)) == (True, False)


@pytest.mark.parametrize(
    "body",
    [
        SAID + "<p>Five members of <a href='/isis'>ISIS</a> were killed.</p>",
        SAID + "<p><a href='/isis'>ISIS</a> lost five members.</p>",
        SAID + "<ul><li><a href='/isis'>ISIS</a>: five killed</li></ul>",
        SAID + "<li><a href='/1'>One</a><p>ISIS lost five.</p><a href='/2'>Two</a></li>",
        SAID + "<li><a href='/1'>One<li>ISIS lost five<li><a href='/2'>Two</a></li>",
        "<li><a href='/isis'>ISIS lost five members</a></li>",
    ],
)
def test_a_name_in_a_sentence_is_looked_into(body: str) -> None:
    assert looked_into(page(body), PASSES)


def test_what_is_no_page_is_left_as_it_is() -> None:
    line = f'{{"text": "{SAID}<li><a>ISIS</a></li>"}}'.encode()
    assert without_links(line) is line
