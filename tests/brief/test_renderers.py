"""The three forms of a brief: complete, escaped, and in the right direction."""

from __future__ import annotations

import re

import pytest
from lxml import html
from markdown_it import MarkdownIt

from hasila.brief import brief, markdown, page, text
from hasila.brief.written import Brief, BriefLang
from hasila.tally.calendar import read_period
from tests.brief.tallies import Key, Report, source, tally

VALUES: dict[Key, int] = {
    ("operations", "IQ+SY", None): 38,
    ("killed", "IQ+SY", None): 8,
    ("detained", "IQ+SY", None): 31,
}
HOSTILE = '</title><script>alert("1")</script> <b>&amp; *bold* [a](javascript:1) `x` | _y_'


def written(lang: BriefLang, outlet: str = "Desk", title: str = "May", url: str = "https://example.org/a") -> Brief:
    one = source("a", outlet, title=title, url=url)
    return brief(tally([Report(one, "2023-05", VALUES)]), read_period("2023-05"), lang)


def flat(words: str) -> str:
    """Text without blanks, so that line breaks and marks between elements make no difference."""
    return re.sub(r"[\s\[\]0-9¹²³]", "", words)


@pytest.mark.parametrize(("lang", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_page_says_everything_in_its_direction(lang: BriefLang, direction: str) -> None:
    told = written(lang)
    tree = html.fromstring(page.render(told))
    assert (tree.get("lang"), tree.get("dir")) == (lang, direction)
    assert tree.findtext(".//h1") == tree.findtext(".//title") == told.headline
    body = flat(tree.find(".//main").text_content())
    for paragraph in told.paragraphs:
        for sentence in paragraph.sentences:
            assert flat(sentence.halves[0]) in body


def test_page_needs_nothing_from_elsewhere() -> None:
    rendered = page.render(written("ar"))
    tree = html.fromstring(rendered)
    for tag in ("script", "link", "img", "iframe", "object", "base", "form"):
        assert tree.findall(f".//{tag}") == []
    assert not re.search(r"url\(|@import", rendered)
    assert [element.get("href") for element in tree.findall(".//footer//a")] == ["https://example.org/a"]


def test_page_is_styled_without_left_and_right_and_for_print() -> None:
    style = html.fromstring(page.render(written("ar"))).findtext(".//style")
    assert style is not None
    assert not re.search(r"\b(left|right|width|margin-top|margin-bottom|padding-top|padding-bottom)\b", style)
    assert "@media print" in style
    assert "@page" in style


def test_marks_lead_to_their_notes() -> None:
    tree = html.fromstring(page.render(written("en")))
    anchors = {element.get("href") for element in tree.findall(".//sup/a")}
    assert anchors == {f"#{element.get('id')}" for element in tree.findall(".//li")} == {"#note-1"}


def test_page_escapes_what_sources_are_called() -> None:
    tree = html.fromstring(page.render(written("en", outlet=HOSTILE, title=HOSTILE)))
    assert tree.findall(".//script") == []
    assert tree.findtext(".//cite") == tree.findtext(".//li/bdi") == HOSTILE


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "http://[bad", 'x"y'])
def test_only_web_addresses_become_links(url: str) -> None:
    tree = html.fromstring(page.render(written("en", url=url)))
    assert tree.findall(".//footer//a") == []
    assert url in tree.find(".//footer").text_content()


def test_markdown_escapes_what_sources_are_called() -> None:
    rendered = MarkdownIt("commonmark").render(markdown.render(written("en", outlet=HOSTILE, title=HOSTILE)))
    tree = html.fromstring(f"<div>{rendered}</div>")
    assert tree.findall(".//script") == tree.findall(".//b") == tree.findall(".//em") == tree.findall(".//code") == []
    assert HOSTILE in tree.text_content()
    assert [element.get("href") for element in tree.findall(".//a")] == ["https://example.org/a"]


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_markdown_has_a_heading_footnotes_and_sources(lang: BriefLang) -> None:
    told = written(lang)
    rendered = markdown.render(told)
    assert rendered.startswith(f"# {told.headline}\n\n")
    assert "[^1]." in rendered
    assert "\n[^1]: Desk" in rendered


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_text_has_marks_before_the_stop_and_its_notes_below(lang: BriefLang) -> None:
    rendered = text.render(written(lang))
    lines = rendered.split("\n")
    assert lines[0] == written(lang).headline
    assert "¹." in lines[2]
    assert lines[-2].startswith("¹ Desk")
    assert lines[-2].endswith("https://example.org/a")


def test_a_source_without_outlet_and_date_goes_by_its_id() -> None:
    told = brief(tally([Report(source("a", None, None), "2023-05", VALUES)]), read_period("2023-05"), "ar")
    assert "¹ a، بلا تاريخ\n" in text.render(told)
    assert "بلا تاريخ" in page.render(told)
