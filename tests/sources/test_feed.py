"""Feeds of every make give their entries, and broken or hostile ones an error or what can be had of them."""

import gzip
import json
from datetime import date

import pytest

from hasila.errors import SourceError
from hasila.model import Document
from hasila.sources import open_bytes
from hasila.sources.feed import SUMMARY, parse_feed
from hasila.sources.fragment import words_of

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>وكالة الضفاف</title><language>ar-IQ</language>
<item><title>مقتل &quot;خمسة&quot; دواعش</title><link>/news/1</link><guid>tag:1</guid>
<pubDate>Fri, 02 Jun 2023 01:00:00 +0300</pubDate><description>موجز الخبر</description>
<content:encoded><![CDATA[<p>قُتل خمسة مسلحين في الأنبار.</p><p>واعتُقل 19 آخرون.</p>]]></content:encoded></item>
<item><title>عملية</title><link>https://example.org/news/2</link>
<description>&lt;b&gt;اعتقال&lt;/b&gt; اثنين</description></item>
<item><title>صورة</title><link>https://example.org/news/3</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Desk</title>
<entry><id>urn:1</id><title>Five killed</title><link href="https://example.org/1"/>
<published>2023-06-02T23:30:00+03:00</published><summary>In short.</summary>
<content type="html">&lt;p&gt;Five fighters were killed.&lt;/p&gt;</content></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Desk</title></channel>
<item><title>One</title><link>https://example.org/1</link><description>Two were detained.</description>
<dc:date>2023-06-02</dc:date></item></rdf:RDF>"""
JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Desk",
    "language": "en",
    "items": [
        {"id": 7, "url": "https://example.org/7", "content_html": "<p>Six raids.</p>", "date_published": "2023-06-02"},
        {"id": "8", "url": "https://example.org/8", "content_text": "Plain & <simple>"},
        "nonsense",
    ],
}


def documents(text: str | bytes, name: str = "desk.xml"):
    items = list(open_bytes(text.encode() if isinstance(text, str) else text, name))
    return [one for one in items if isinstance(one, Document)], [one for one in items if not isinstance(one, Document)]


def test_entries_of_rss_are_documents():
    (full, short), (bare,) = documents(RSS)
    assert full.text == "قُتل خمسة مسلحين في الأنبار.\nواعتُقل 19 آخرون."
    assert (full.title, full.published, full.lang) == ('مقتل "خمسة" دواعش', date(2023, 6, 2), "ar")
    assert (full.outlet, full.id, full.source) == ("وكالة الضفاف", "desk-1", "desk.xml:1")
    assert (short.text, short.url) == ("اعتقال اثنين", "https://example.org/news/2")
    assert SUMMARY in short.notes
    assert SUMMARY not in full.notes
    assert "entry 3 carries no text" in str(bare)


def test_where_an_entry_came_from_stands_beside_it():
    (full, short), _ = documents(RSS)
    told = full.extra["provenance"]
    assert (told["where"], told["record"], told["published_from"]) == ("desk.xml", "tag:1", "feed")
    assert len(told["sha256"]) == 64
    assert short.extra["provenance"]["record"] == "https://example.org/news/2"


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        (ATOM, "Five fighters were killed.", date(2023, 6, 2)),
        (RDF, "Two were detained.", date(2023, 6, 2)),
        (json.dumps(JSON), "Six raids.", date(2023, 6, 2)),
    ],
)
def test_other_feeds(text, words, day):
    found = documents(text, "feed")[0][0]
    assert (found.text, found.published, found.outlet) == (words, day, "Desk")


def test_json_feed_keeps_plain_words_plain():
    assert documents(json.dumps(JSON), "desk.json")[0][1].text == "Plain & <simple>"


def test_relative_addresses_are_those_of_the_feed():
    feed = parse_feed(RSS.encode(), "desk", base="https://example.org/rss/all.xml")
    assert feed.entries[0].url == "https://example.org/news/1"


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6", "utf-16"])
def test_encoding_of_a_feed(encoding):
    text = RSS.replace("قُتل", "قتل").replace("اعتُقل", "اعتقل")
    (full, _), _ = documents(text.replace('"utf-8"', f'"{encoding}"').encode(encoding))
    assert full.text.startswith("قتل خمسة")


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "no-such-thing", None])
def test_lie_about_the_encoding_does_no_harm_to_arabic_utf8(charset):
    assert parse_feed(RSS.encode(), "desk", charset).entries[0].title == 'مقتل "خمسة" دواعش'


def test_windows_1256_that_says_utf8_is_read_as_what_it_is():
    text = RSS.replace("قُتل", "قتل").replace("اعتُقل", "اعتقل")
    assert parse_feed(text.encode("windows-1256"), "desk", "utf-8").title == "وكالة الضفاف"


def test_broken_xml_gives_what_can_be_had_and_a_note():
    (full, *_), _ = documents(RSS[: RSS.index("<item><title>صورة")].replace("عملية", "عملية & غارة"))
    assert full.text.startswith("قُتل خمسة")
    assert any("XML is broken" in note for note in full.notes)


@pytest.mark.parametrize(
    "text",
    [
        "<rss></rss>",
        "<rss version='2.0'><channel/></rss>",
        "<html><p>no feed</p></html>",
        '{"version": "https://jsonfeed.org/version/1"}',
        '{"version": "https://jsonfeed.org/version/1", "items": []}',
        '{"version": "https://jsonfeed.org/version/1", "items": [' + "[" * 100_000,
        "not a feed at all",
    ],
)
def test_what_is_no_feed_is_an_error(text):
    name = "desk.json" if text.startswith("{") else "desk.xml"
    assert documents(text, name) == ([], documents(text, name)[1])
    assert len(documents(text, name)[1]) == 1


def test_entities_are_not_multiplied():
    bomb = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    text = f'<!DOCTYPE r [<!ENTITY a0 "aaaaaaaaaa">{bomb}]>' + RSS.partition("?>")[2].replace("وكالة", "&a9; وكالة")
    assert len(parse_feed(text.encode(), "desk").title or "") < 100


def test_files_of_the_machine_are_not_read(tmp_path):
    (tmp_path / "secret").write_text("the secret")
    declared = f'<!DOCTYPE r [<!ENTITY s SYSTEM "file://{tmp_path}/secret">]>'
    text = '<rss version="2.0"><channel><title>&s;</title></channel></rss>'
    feed = parse_feed((declared + text).encode(), "desk")
    assert "secret" not in (feed.title or "")


@pytest.mark.parametrize(
    "text",
    [
        "<rss version='2.0' " + " ".join(f'a{number}="x>"' for number in range(50_000)) + "/>",
        "<rss version='2.0'><channel>" + "<item>" * 300_000,
        "<rss version='2.0'>" + "a" * 9_000_000,
    ],
    ids=["attributes", "tags", "size"],
)
def test_feed_without_measure_is_refused(text):
    with pytest.raises(SourceError, match=r"more tags or attributes|larger than"):
        parse_feed(text.encode(), "desk")


def test_words_of_markup_that_is_deeper_than_any_article():
    assert words_of("<div>" * 20_000 + "خمسة") == "خمسة"


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("6 < 7", "6 < 7"),
        ("قُتل 5<br>واعتُقل 6", "قُتل 5\nواعتُقل 6"),
        ("a &amp; b &#1637;", "a & b ٥"),
        ("<script>var a = 5</script><p>five</p><!-- six -->", "five"),
        ("<img src=x onerror=alert(1)>", ""),
    ],
)
def test_words_of_markup(markup, words):
    assert words_of(markup) == words


def test_packed_feed_is_no_feed_until_it_is_unpacked():
    with pytest.raises(SourceError):
        parse_feed(gzip.compress(RSS.encode()), "desk")
