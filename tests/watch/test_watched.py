"""What is to be watched, as it is given."""

import pytest

from hasila.errors import HasilaError
from hasila.watch.found import Found, address, unpacked
from hasila.watch.watched import Watched, watched

LIST = """
[[source]]
url = "https://example.org/rss.xml#top"
outlet = "الضفاف"
language = "ar"
every = "1h"

[[source]]
url = "https://example.org/map.xml"
"""


def test_addresses_and_lists(tmp_path):
    (tmp_path / "sources.toml").write_text(LIST, encoding="utf-8")
    found = watched(["https://example.org/map.xml", str(tmp_path / "sources.toml")], 120)
    assert found == [
        Watched("https://example.org/map.xml", every=120),
        Watched("https://example.org/rss.xml", "الضفاف", "ar", 3600),
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no list of sources"),
        ("source = 7", "no list of sources"),
        ("[[source]]\noutlet = 'x'", "source 1: there is no url"),
        ("[[source]]\nurl = 'ftp://a/b'", "source 1: .*no http or https"),
        ("[[source]]\nurl = 'https://a/b'\nevry = '1h'", "no such key: evry"),
        ("[[source]]\nurl = 'https://a/b'\nevery = 'soon'", "no length of time"),
        ("[[source]]\nurl = 'https://a/b'\nlanguage = 'xx'", "'xx' is no language"),
        ("[[source", "can't be read"),
        ("\x00", "can't be read"),
    ],
)
def test_list_that_is_wrong_is_an_error_that_says_where(tmp_path, text, reason):
    (tmp_path / "sources.toml").write_text(text, encoding="utf-8")
    with pytest.raises(HasilaError, match=reason):
        watched([str(tmp_path / "sources.toml")])


@pytest.mark.parametrize("name", ["nowhere.toml", "rss.xml", "file:///etc/passwd", "https://me:secret@example.org/"])
def test_what_is_no_source_is_an_error(name):
    with pytest.raises(HasilaError) as caught:
        watched([name])
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("https://a/b?utm_source=x&id=7&utm_medium=y#z", "https://a/b?id=7"),
        ("https://a/b?fbclid=abc", "https://a/b"),
        ("https://a/b?q=%D8%AF&x=", "https://a/b?q=%D8%AF&x="),
        ("https://a/خبر", "https://a/خبر"),
        ("urn:uuid:7", "urn:uuid:7"),
        ("http://[", "http://["),
    ],
)
def test_address_without_the_way_to_it(url, same):
    assert address(url) == same


def test_what_was_found_is_kept_whole():
    found = Found("https://a/b", "عنوان", None, "نص\n\x00", None, "الضفاف", "ar")
    assert unpacked(found.packed()) == found
