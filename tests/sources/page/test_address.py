"""The address of a page: the one that it gives itself, if it is on its own site, without what tracks readers."""

import pytest

from hasila.sources.page.address import canonical, original


@pytest.mark.parametrize(
    ("stated", "fetched", "address"),
    [
        (["https://www.shafaq.com/ar/38"], None, "https://www.shafaq.com/ar/38"),
        (["https://www.shafaq.com/ar/38?utm_source=t&id=5#top"], None, "https://www.shafaq.com/ar/38?id=5"),
        (["/ar/38"], "https://www.shafaq.com/x?fbclid=1", "https://www.shafaq.com/ar/38"),
        (["https://shafaq.com/ar/38"], "https://m.shafaq.com/ar/38", "https://shafaq.com/ar/38"),
        (["https://www.rudaw.net/a/1"], "https://www.rudawarabia.net/a/1", "https://www.rudaw.net/a/1"),
        (["https://evil.example/x"], "https://shafaq.com/ar/38?gclid=2", "https://shafaq.com/ar/38"),
        (["https://notshafaq.com/x"], "https://shafaq.com/ar/38", "https://shafaq.com/ar/38"),
        (["https://shafaq.com/"], "https://shafaq.com/ar/38", "https://shafaq.com/ar/38"),
        (["https://evil.example/x", "https://shafaq.com/ar/39"], "https://shafaq.com/x", "https://shafaq.com/ar/39"),
        (["javascript:alert(1)", "http://[::1", "mailto:a@b.c"], None, None),
        (["/relative"], None, None),
        ([], None, None),
        ([], "https://x.net/?p=12&utm_medium=b", "https://x.net/?p=12"),
    ],
)
def test_address_of_a_page(stated, fetched, address):
    assert canonical(stated, fetched) == address


@pytest.mark.parametrize(
    ("copy", "address"),
    [
        ("https://web.archive.org/web/20230607101500/https://www.shafaq.com/ar/38", "https://www.shafaq.com/ar/38"),
        ("http://web.archive.org/web/2023id_/http://sana.sy/?p=1", "http://sana.sy/?p=1"),
        ("https://www-shafaq-com.cdn.ampproject.org/c/s/www.shafaq.com/amp/38", "https://www.shafaq.com/amp/38"),
        ("https://www.google.com/amp/s/www.rudaw.net/a/1", "https://www.rudaw.net/a/1"),
        ("https://web.archive.org/about/", "https://web.archive.org/about/"),
        ("https://shafaq.com/web/2023/https://x.net/", "https://shafaq.com/web/2023/https://x.net/"),
        ("https://www.google.com/amp/", "https://www.google.com/amp/"),
    ],
)
def test_address_of_what_a_copy_was_made_of(copy, address):
    assert original(copy) == address
