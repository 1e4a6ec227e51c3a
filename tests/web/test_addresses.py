"""Addresses of pages."""

from __future__ import annotations

import pytest

from hasila.web.addresses import Query, link, written_as
from hasila.web.drawing import draw
from hasila.web.messages import Tongue
from hasila.web.people import NOBODY


class Elsewhere:
    """Addresses that nobody else writes."""

    live = False
    texts = False

    def page(self, lang: Tongue, path: str, query: Query) -> str:
        return f"elsewhere:{lang}:{path}:{dict(query)}"

    def asset(self, name: str) -> str:
        return f"elsewhere:{name}"

    def data(self, name: str) -> str:
        return f"elsewhere:{name}"


@pytest.mark.parametrize(
    ("parts", "query", "wanted"),
    [
        (("documents", "00ff"), {}, "/ar/documents/00ff"),
        (("outlets", 'a/b "c"?d#e'), {}, "/ar/outlets/a%2Fb%20%22c%22%3Fd%23e"),
        (("tally",), {"by": "month", "place": "IQ+SY", "policy": None}, "/ar/tally?by=month&place=IQ%2BSY"),
        (("search",), {"q": "داعش & قسد"}, "/ar/search?q=%D8%AF%D8%A7%D8%B9%D8%B4+%26+%D9%82%D8%B3%D8%AF"),
    ],
)
def test_what_is_linked_to_is_quoted(parts: tuple[str, ...], query: dict[str, object], wanted: str) -> None:
    assert link("ar", *parts, **query) == wanted


def test_a_page_is_drawn_with_the_addresses_of_another_place() -> None:
    with written_as(Elsewhere()):
        drawn = draw("error.html.j2", "ar", page="error", status=404, detail="", path="tally?by=year", **NOBODY)
    assert 'href="elsewhere:en:tally:' in drawn
    assert 'href="elsewhere:hasila.css"' in drawn
    assert 'href="/' not in drawn
